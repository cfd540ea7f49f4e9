#!/usr/bin/env bash
# Runs once, when the data directory is empty: one database per service (and for Keycloak) with the role that owns it, and for
# each service a second role that only works on the tables; each with its own password from the environment. The extensions are made here because they need the superuser, which no service is.
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

# The role as which a service works. It owns nothing: row-level security binds it, and it cannot lift it.
create_working_role() { # DATABASE PASSWORD_VARIABLE
    local database="$1" variable="$2"
    if [ -z "${!variable:-}" ]; then
        printf '%s is not set: no password for the role %s_app.\n' "$variable" "$database" >&2
        return 1
    fi
    psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
        -v database="$database" -v role="${database}_app" -v variable="$variable" <<'SQL'
\getenv password :variable
CREATE ROLE :"role" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'password';
GRANT CONNECT ON DATABASE :"database" TO :"role";
SQL
}

create_database lantoa_plan LANTOA_PLAN_DB_PASSWORD unaccent pg_trgm btree_gist
create_database lantoa_task LANTOA_TASK_DB_PASSWORD unaccent pg_trgm btree_gist
create_database lantoa_reporting LANTOA_REPORTING_DB_PASSWORD unaccent pg_trgm btree_gist
create_database lantoa_notification LANTOA_NOTIFICATION_DB_PASSWORD unaccent pg_trgm btree_gist
create_database keycloak LANTOA_KEYCLOAK_DB_PASSWORD

create_working_role lantoa_plan LANTOA_PLAN_APP_PASSWORD
create_working_role lantoa_task LANTOA_TASK_APP_PASSWORD
create_working_role lantoa_reporting LANTOA_REPORTING_APP_PASSWORD
create_working_role lantoa_notification LANTOA_NOTIFICATION_APP_PASSWORD
