#!/usr/bin/env bash
# shellcheck disable=SC2016 # the dollars in single quotes are compose's, not the shell's
# Checks docker-compose.yml without an engine: the promises of its head comment, and that the files around it agree.
# Where docker compose (v2 or 1.29) is installed, also that it reads the file with secrets and refuses it without.
set -euo pipefail
cd "$(dirname "$0")/../.."

problems=0
problem() {
    printf 'docker-compose.yml: %s\n' "$*" >&2
    problems=$((problems + 1))
}
file="$(<docker-compose.yml)"

# Memory: every service is limited, and the sum is the one the comment states.
services="$(grep -cE '^    image: ' <<<"$file")"
limits="$(sed -nE 's/^    mem_limit: ([0-9]+)m$/\1/p' <<<"$file")"
[ "$(wc -l <<<"$limits")" = "$services" ] || problem "$services services, but $(wc -l <<<"$limits") memory limits in MiB"
sum="$(awk '{ total += $1 } END { print total }' <<<"$limits")"
stated="$(sed -nE 's/^# Memory limits add up to ([0-9 ]+) MiB.*/\1/p' <<<"$file" | tr -d ' ')"
[ "$sum" = "$stated" ] || problem "the memory limits add up to $sum MiB, the comment says ${stated:-nothing}"
[ "$sum" -le 12288 ] || problem "$sum MiB leave less than 4 GiB of 16 GiB to the machine"

# Secrets: required, never defaulted; three may be empty: the demo's realm files ask for their own, not every SMTP host has one.
while read -r reference; do
    case "$reference" in
        '${LANTOA_DEMO_PASSWORD:-}' | '${LANTOA_BROKER_CLIENT_SECRET:-}' | '${LANTOA_SMTP_PASSWORD:-}' | '${LANTOA_'*':?'*) ;;
        *) problem "the secret $reference has a default" ;;
    esac
done < <(grep -oE '\$\{[A-Z_]*(PASSWORD|SECRET)[^}]*\}' <<<"$file" | sort -u)
while read -r line; do
    problem "a secret is written out: $line"
done < <(grep -E '^ *[A-Z_]*(PASSWORD|SECRET)[A-Z_]*: ' <<<"$file" | grep -vE ': \$\{' || true)

# Doors: the gateway and Keycloak, on an address that is loopback unless somebody says otherwise.
[ "$(grep -cE '^    ports:' <<<"$file")" = 2 ] || problem "other than two services publish ports"
while read -r line; do
    # shellcheck disable=SC2016
    [[ "$line" == *'${LANTOA_BIND_ADDRESS:-127.0.0.1}:'* ]] || problem "not bound to loopback by default: $line"
done < <(grep -E '^    ports:' <<<"$file")

# The files around it.
while read -r name; do
    grep -q "^$name=" .env.example || problem "$name is not explained in .env.example"
done < <(grep -oE '\$\{LANTOA_[A-Z_]+' <<<"$file" | tr -d '${' | sort -u)
while read -r name image; do
    grep -qF "\${$name:-$image}" deploy/compose/offline-images.sh || problem "offline-images.sh makes another $name than $image"
    grep -qxF "$name=$image" .env.example || problem ".env.example names another $name than $image"
done < <(grep -oE '\$\{LANTOA_[A-Z]+_IMAGE:-[^}]+' <<<"$file" | sed -E 's/^\$\{([A-Z_]+):-/\1 /' | sort -u)
while read -r module; do
    grep -qxF "!$module/target/quarkus-app" .dockerignore || problem ".dockerignore hides the application of $module"
done < <(sed -nE 's/.*MODULE: ([a-z-]+).*/\1/p' <<<"$file")
while read -r topic; do
    grep -qE "^$topic [0-9]" deploy/compose/topics.txt || problem "topics.txt lacks $topic, which a service reads or writes"
done < <(sed -nE 's/^mp\.messaging\..*\.topic=([a-z.-]+)$/\1/p' ./*-service/src/main/resources/application.properties | sort -u)

# Compose itself.
if docker compose version >/dev/null 2>&1; then
    compose=(docker compose)
elif command -v docker-compose >/dev/null; then
    compose=(docker-compose)
else
    compose=()
fi
if [ "${#compose[@]}" -gt 0 ]; then
    # The caller's own settings would win over the files below.
    unset "${!LANTOA_@}" COMPOSE_FILE COMPOSE_PROFILES
    scratch="$(mktemp -d)"
    trap 'rm -rf "$scratch"' EXIT
    deploy/compose/make-secrets.sh --demo "$scratch/demo" >/dev/null
    deploy/compose/make-secrets.sh "$scratch/real" >/dev/null
    "${compose[@]}" --env-file "$scratch/demo" config -q || problem "not readable with a complete environment"
    if "${compose[@]}" --env-file "$scratch/real" config -q 2>/dev/null; then
        problem "accepted although no realm, directory and SMTP host were named"
    fi
    while read -r name; do
        grep -v "^$name=" "$scratch/demo" >"$scratch/without"
        if "${compose[@]}" --env-file "$scratch/without" config -q 2>/dev/null; then
            problem "accepted without $name"
        fi
    done < <(sed -nE 's/^(LANTOA_(POSTGRES_PASSWORD|SESSION_SECRET|REALM_FILE|SMTP_HOST))=.*/\1/p' "$scratch/demo")
fi

[ "$problems" = 0 ] || exit 1
printf 'docker-compose.yml: %s services, %s MiB, %s\n' "$services" "$sum" "${compose[*]:-compose not installed, syntax not checked}"
