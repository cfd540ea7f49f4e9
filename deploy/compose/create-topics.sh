#!/usr/bin/env bash
# Creates the topics of a list that a broker lacks, and changes none that it has. Runs in the Kafka image.
#   create-topics.sh BOOTSTRAP_SERVERS FILE       lines of FILE: name partitions [key=value ...]; # starts a comment
set -euo pipefail

servers="$1"
list="$2"
topics=/opt/kafka/bin/kafka-topics.sh

existing="$("$topics" --bootstrap-server "$servers" --list)"
running=()
while read -r name partitions settings; do
    case "$name" in '' | '#'*) continue ;; esac
    if [[ $'\n'"$existing"$'\n' == *$'\n'"$name"$'\n'* ]]; then
        continue
    fi
    options=()
    for setting in $settings; do
        options+=(--config "$setting")
    done
    "$topics" --bootstrap-server "$servers" --create --if-not-exists --topic "$name" --partitions "$partitions" \
        --replication-factor 1 "${options[@]}" &
    running+=("$!")
    # Each call is a JVM of its own: two at a time keep a small machine usable.
    if [ "${#running[@]}" -ge 2 ]; then
        wait "${running[0]}"
        running=("${running[@]:1}")
    fi
done <"$list"
for pid in "${running[@]}"; do
    wait "$pid"
done
echo "All topics are there."
