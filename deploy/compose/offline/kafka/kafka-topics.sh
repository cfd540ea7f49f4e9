#!/usr/bin/env bash
set -euo pipefail
# shellcheck disable=SC2086
exec java ${KAFKA_HEAP_OPTS:--Xmx256M} -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -XX:TieredStopAtLevel=1 \
    -cp "/opt/kafka/libs/*" org.apache.kafka.tools.TopicCommand "$@"
