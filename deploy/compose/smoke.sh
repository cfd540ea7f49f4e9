#!/usr/bin/env bash
# Runs docker-compose.yml for real, as a project of its own beside anything else: builds our images, starts everything,
# waits until all of it is healthy, fetches tokens, calls the API through the gateway, prints times and memory, and
# removes containers and volumes again.
#
#   deploy/compose/smoke.sh [--infra] [--keep]
#
# --infra  only PostgreSQL, Kafka, Keycloak and the mail sink: needs no packaged application
# --keep   leave it running; the sentence at the end says how to remove it
# Ports: LANTOA_SMOKE_GATEWAY_PORT (38080), LANTOA_SMOKE_KEYCLOAK_PORT (38180). Wait at most LANTOA_SMOKE_TIMEOUT (420) s.
set -euo pipefail

repository="$(cd "$(dirname "$0")/../.." && pwd)"
infra=false
keep=false
for argument in "$@"; do
    case "$argument" in
        --infra) infra=true ;;
        --keep) keep=true ;;
        *)
            sed -n '2,/^set /{s/^# \{0,1\}//;/^set /d;p}' "$0"
            exit 2
            ;;
    esac
done

started=$SECONDS
say() { printf '%4ds  %s\n' "$((SECONDS - started))" "$*"; }
gateway="http://localhost:${LANTOA_SMOKE_GATEWAY_PORT:-38080}"
keycloak="http://localhost:${LANTOA_SMOKE_KEYCLOAK_PORT:-38180}"
deadline=$((SECONDS + ${LANTOA_SMOKE_TIMEOUT:-420}))

if docker compose version >/dev/null 2>&1; then compose=(docker compose); else compose=(docker-compose); fi
# The caller's own settings would win over the file below.
unset "${!LANTOA_@}" COMPOSE_FILE COMPOSE_PROFILES
scratch="$(mktemp -d)"
settings="$scratch/env"
"$repository/deploy/compose/make-secrets.sh" --demo "$settings" >/dev/null
cat >>"$settings" <<SETTINGS
LANTOA_GATEWAY_PORT=${gateway##*:}
LANTOA_KEYCLOAK_PORT=${keycloak##*:}
LANTOA_PUBLIC_URL=$gateway
LANTOA_KEYCLOAK_PUBLIC_URL=$keycloak
SETTINGS
compose+=(--project-name lantoa-smoke --project-directory "$repository" --file "$repository/docker-compose.yml" --env-file "$settings")

finish() {
    local status=$?
    trap - EXIT
    if [ "$status" != 0 ]; then
        "${compose[@]}" ps || true
        "${compose[@]}" logs --no-color --tail=40 2>&1 | cut -c -300 || true
    fi
    if [ "$keep" = true ]; then
        printf 'Left running. Remove it with: %s down --volumes; rm -r %s\n' "${compose[*]}" "$scratch"
    else
        "${compose[@]}" down --volumes >"$scratch/down.log" 2>&1 || cat "$scratch/down.log"
        say "removed"
        rm -rf "$scratch"
    fi
    exit "$status"
}
trap finish EXIT

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

value_of() { sed -n "s/^$1=//p" "$settings"; }

# The state of one service: healthy, unhealthy, starting, running (no check), exited 0, ...
state_of() {
    local container
    container="$("${compose[@]}" ps -q "$1")"
    [ -n "$container" ] || {
        printf 'absent'
        return
    }
    docker inspect --format \
        '{{if .State.Running}}{{if .State.Health}}{{.State.Health.Status}}{{else}}running{{end}}{{else}}exited {{.State.ExitCode}}{{end}}' \
        "$container"
}

await() { # SERVICE: until it is healthy
    local state
    while true; do
        state="$(state_of "$1")"
        case "$state" in
            healthy) break ;;
            unhealthy | exited*) fail "$1 is $state" ;;
        esac
        [ "$SECONDS" -lt "$deadline" ] || fail "$1 is still $state"
        sleep 1
    done
    say "$1 is healthy"
}

field() { sed -nE "s/.*\"$1\" *: *\"([^\"]*)\".*/\1/p"; }

fetch_token() { # curl arguments of the grant
    local answer
    answer="$(curl --silent --show-error --max-time 30 "$@" "$keycloak/realms/lantoa/protocol/openid-connect/token")"
    field access_token <<<"$answer" | grep . || fail "no token: $answer"
}

claims() { # TOKEN: its payload as JSON
    local payload="${1#*.}"
    payload="$(tr '_-' '/+' <<<"${payload%%.*}")"
    while [ $((${#payload} % 4)) != 0 ]; do
        payload+='='
    done
    base64 -d <<<"$payload"
}

grant() { # WHO curl arguments: a token for the acting organization, checked for what every service will check
    local who="$1" carried
    shift
    token="$(fetch_token "$@")"
    carried="$(claims "$token")"
    grep -q "\"iss\":\"$keycloak/realms/lantoa\"" <<<"$carried" || fail "token of $who from another issuer: $carried"
    grep -q '"aud":"lantoa-api"\|"aud":\[[^]]*"lantoa-api"' <<<"$carried" || fail "token of $who for others: $carried"
    say "token of $who: organization $(grep -oE '"organization":\{"[^"]+"' <<<"$carried" | cut -d'"' -f4)"
}

expect() { # STATUS curl arguments
    local wanted="$1" status
    shift
    status="$(curl --silent --max-time 30 --output "$scratch/answer" --write-out '%{http_code}' "$@")"
    say "$status  ${!#}  $(head -c 160 "$scratch/answer" | tr '\n' ' ')"
    [ "$status" = "$wanted" ] || fail "expected $wanted"
}

infrastructure=(postgres kafka keycloak)
applications=(plan-service task-service reporting-service notification-service gateway)
if [ "$infra" = true ]; then
    "${compose[@]}" up -d "${infrastructure[@]}" kafka-topics mail >"$scratch/up.log" 2>&1 || fail "$(cat "$scratch/up.log")"
else
    DOCKER_BUILDKIT="${DOCKER_BUILDKIT:-0}" "${compose[@]}" build >"$scratch/build.log" 2>&1 || fail "$(tail -20 "$scratch/build.log")"
    say "images built"
    "${compose[@]}" up -d >"$scratch/up.log" 2>&1 || fail "$(tail -20 "$scratch/up.log")"
    say "containers created"
fi
for service in "${infrastructure[@]}"; do
    await "$service"
done
if [ "$infra" = false ]; then
    for service in "${applications[@]}"; do
        await "$service"
    done
fi

person=chutich.bachgiang
grant "$person" -d grant_type=password -d client_id=lantoa-demo -d 'scope=openid organization' \
    -d "username=$person" --data-urlencode "password=$(value_of LANTOA_DEMO_PASSWORD)"
person_token="$token"
grant "the city's machine client" -d grant_type=client_credentials -d client_id=lantoa-city-integration \
    -d scope=organization --data-urlencode "client_secret=$(value_of LANTOA_CITY_CLIENT_SECRET)"
if [ "$infra" = false ]; then
    expect 401 "$gateway/api/v1/me"
    expect 200 -H "Authorization: Bearer $person_token" "$gateway/api/v1/me"
    expect 200 -H "Authorization: Bearer $token" "$gateway/api/v1/organizations"
fi
mapfile -t containers < <(docker ps -q --filter label=com.docker.compose.project=lantoa-smoke)
docker stats --no-stream --format 'table {{.Name}}\t{{.MemUsage}}\t{{.CPUPerc}}' "${containers[@]}"
