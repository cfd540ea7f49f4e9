#!/usr/bin/env bash
# Health check for images that carry no curl: succeeds when GET http://127.0.0.1:PORT/PATH answers 200.
# Uses nothing but bash itself.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
IFS= read -r status <&3
[[ "$status" == "HTTP/1.1 200"* ]]
