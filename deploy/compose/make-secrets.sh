#!/usr/bin/env bash
# Writes .env for docker-compose.yml with freshly generated secrets, readable by its owner alone.
#   deploy/compose/make-secrets.sh [--demo] [FILE]
# --demo adds the invented organizations and people and the e-mail sink. Without it these stay out, and compose says what
# is missing until they are filled in. FILE defaults to .env at the root of the repository; one that exists is kept.
set -euo pipefail

demo=false
if [ "${1:-}" = --demo ]; then
    demo=true
    shift
fi
target="${1:-$(cd "$(dirname "$0")/../.." && pwd)/.env}"
if [ -e "$target" ]; then
    printf '%s exists and was kept: its secrets may be in use.\n' "$target" >&2
    exit 1
fi

# 40 characters out of 62: about 238 bits, and nothing that a shell, a URL or a JSON file would have to escape.
secret() {
    local random=""
    while [ "${#random}" -lt 40 ]; do
        random+="$(head -c 256 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9')"
    done
    printf '%s' "${random:0:40}"
}

umask 077
# In one step: nobody reads a half-written file.
draft="$(mktemp "$target.XXXXXX")"
trap 'rm -f "$draft"' EXIT
{
    printf '# Written by deploy/compose/make-secrets.sh; .env.example explains. Keep it, back it up apart from the data.\n'
    for name in POSTGRES_PASSWORD PLAN_DB_PASSWORD TASK_DB_PASSWORD REPORTING_DB_PASSWORD NOTIFICATION_DB_PASSWORD \
        PLAN_APP_PASSWORD TASK_APP_PASSWORD REPORTING_APP_PASSWORD NOTIFICATION_APP_PASSWORD \
        KEYCLOAK_DB_PASSWORD KEYCLOAK_ADMIN_PASSWORD GATEWAY_CLIENT_SECRET CITY_CLIENT_SECRET PROVISIONING_CLIENT_SECRET \
        SESSION_SECRET; do
        printf 'LANTOA_%s=%s\n' "$name" "$(secret)"
    done
    if [ "$demo" = true ]; then
        printf '\n# Invented organizations and people, and an e-mail sink: for a demonstration only.\n'
        printf 'LANTOA_REALM_FILE=./deploy/keycloak/lantoa-realm.json\n'
        printf 'LANTOA_SECOND_REALM_FILE=./deploy/keycloak/phuong-ben-song-realm.json\n'
        printf 'LANTOA_IDENTITY_PROVIDERS=phuong-ben-song=bensong.bachgiang.example\n'
        printf 'LANTOA_BROKER_CLIENT_SECRET=%s\n' "$(secret)"
        printf 'LANTOA_DIRECTORY_SEED_FILE=./deploy/seed/directory.json\n'
        printf 'LANTOA_CALENDAR_KEEPER=0197c1ce-4200-7001-8000-000000000001\n'
        # With one of each kind of character, for the realm's password policy.
        printf 'LANTOA_DEMO_PASSWORD=%s\n' "Lt9-$(secret)"
        printf 'LANTOA_SMTP_HOST=mail\nLANTOA_SMTP_PORT=3025\nLANTOA_MAIL_FROM=khong-tra-loi@lantoa.example\nCOMPOSE_PROFILES=demo\n'
    else
        printf '\n# Fill in, then remove the hash:\n'
        printf '# LANTOA_REALM_FILE=\n# LANTOA_DIRECTORY_SEED_FILE=\n# LANTOA_CALENDAR_KEEPER=\n# LANTOA_SMTP_HOST=\n# LANTOA_SMTP_PORT=25\n# LANTOA_MAIL_FROM=\n'
        printf '# LANTOA_PUBLIC_URL=https://\n# LANTOA_KEYCLOAK_PUBLIC_URL=https://\n'
    fi
} >"$draft"
mv "$draft" "$target"
trap - EXIT
printf '%s written.\n' "$target"
