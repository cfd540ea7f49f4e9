#!/usr/bin/env bash
# Puts the environment's values into the placeholders (@LANTOA_...@) of realm files, then starts Keycloak, which imports
# a realm if it does not have it yet. The filled files stay inside the container. Uses nothing but bash itself: the
# official image carries few tools.
#   start-keycloak.sh REALM_FILE...
set -euo pipefail

mkdir -p /opt/keycloak/data/import
number=0
for file in "$@"; do
    realm="$(<"$file")"
    [ -n "$realm" ] || continue # the demo's second realm is /dev/null elsewhere
    while [[ "$realm" =~ @(LANTOA_[A-Z_]+)@ ]]; do
        name="${BASH_REMATCH[1]}"
        value="${!name:-}"
        if [ -z "$value" ]; then
            printf 'The realm file asks for %s, which is not set.\n' "$name" >&2
            exit 1
        fi
        if [[ "$value" =~ @LANTOA_[A-Z_]+@ ]]; then
            printf '%s must not hold a placeholder itself.\n' "$name" >&2
            exit 1
        fi
        # As the inside of a JSON string.
        value="${value//\\/\\\\}"
        value="${value//\"/\\\"}"
        realm="${realm//"@$name@"/"$value"}"
    done
    number=$((number + 1))
    (
        umask 077
        printf '%s\n' "$realm" >"/opt/keycloak/data/import/realm-$number.json"
    )
done

options=(--import-realm)
if [ -n "${LANTOA_KEYCLOAK_PROXY_HEADERS:-}" ]; then
    options+=("--proxy-headers=$LANTOA_KEYCLOAK_PROXY_HEADERS")
fi
# Keycloak takes every KC_* variable; the realm file's secrets are not for it.
unset LANTOA_GATEWAY_CLIENT_SECRET LANTOA_CITY_CLIENT_SECRET LANTOA_PROVISIONING_CLIENT_SECRET \
    LANTOA_BROKER_CLIENT_SECRET LANTOA_DEMO_PASSWORD
exec /opt/keycloak/bin/kc.sh start "${options[@]}"
