#!/usr/bin/env bash
# Runs once, when the data directory is empty: one database and one role per service (and for Keycloak), each with its
# own password from the environment. The extensions are made here because they need the superuser, which no service is.
set -euo pipefail

create_database() { # NAME PASSWORD_VARIABLE [EXTENSION ...]
    local name="$1" variable="$2"
    shift 2
    if [ -z "${!variable:-}" ]; then
        printf '%s is not set: no password for the role %s.\n' "$variable" "$name" >&2
        return 1
    fi
    # psql reads the password from the environment, so that it shows in no process list.
    psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
        -v name="$name" -v variable="$variable" <<'SQL'
\getenv password :variable
CREATE ROLE :"name" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" TEMPLATE template0 ENCODING 'UTF8'
    LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN';
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
ALTER DATABASE :"name" SET timezone TO 'UTC';
SQL
    local extension
    for extension in "$@"; do
        psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$name" \
            -v extension="$extension" <<'SQL'
CREATE EXTENSION IF NOT EXISTS :"extension";
SQL
    done
    printf 'database %s\n' "$name"
}

create_database lantoa_plan LANTOA_PLAN_DB_PASSWORD unaccent pg_trgm btree_gist
create_database lantoa_task LANTOA_TASK_DB_PASSWORD unaccent pg_trgm btree_gist
create_database lantoa_reporting LANTOA_REPORTING_DB_PASSWORD unaccent pg_trgm btree_gist
create_database lantoa_notification LANTOA_NOTIFICATION_DB_PASSWORD unaccent pg_trgm btree_gist
create_database keycloak LANTOA_KEYCLOAK_DB_PASSWORD
