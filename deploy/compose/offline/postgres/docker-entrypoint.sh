#!/usr/bin/env bash
# Starts PostgreSQL the way the official image does, as far as docker-compose.yml and Testcontainers rely on it:
# POSTGRES_{USER,PASSWORD,PASSWORD_FILE,DB,INITDB_ARGS}, PGDATA, /docker-entrypoint-initdb.d/*.{sh,sql}, and a first
# start that listens on the socket only, so that "ready to accept connections" is logged a second time when it is true.
set -Eeuo pipefail

say() { printf '%s\n' "$*" >&2; }

read_secret() { # NAME: value of NAME, or the content of the file that NAME_FILE names
    local file_name="$1_FILE"
    if [ -n "${!file_name:-}" ]; then
        cat -- "${!file_name}"
    else
        printf '%s' "${!1:-}"
    fi
}

run_init_file() {
    case "$1" in
        *.sh)
            say "init: $1"
            # shellcheck disable=SC1090
            if [ -x "$1" ]; then "$1"; else . "$1"; fi
            ;;
        *.sql)
            say "init: $1"
            psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --file "$1"
            ;;
        *) say "init: $1 is neither .sh nor .sql, skipped" ;;
    esac
}

initialise() {
    POSTGRES_USER="$(read_secret POSTGRES_USER)"
    export POSTGRES_USER="${POSTGRES_USER:-postgres}"
    export POSTGRES_DB="${POSTGRES_DB:-$POSTGRES_USER}"
    POSTGRES_PASSWORD="$(read_secret POSTGRES_PASSWORD)"
    export POSTGRES_PASSWORD
    if [ -z "$POSTGRES_PASSWORD" ]; then
        say "The database has no data yet and POSTGRES_PASSWORD is empty: set it."
        exit 1
    fi
    # Word splitting is wanted: the variable holds several arguments.
    # shellcheck disable=SC2086
    initdb --pgdata="$PGDATA" --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") \
        --auth-local=trust --auth-host=scram-sha-256 ${POSTGRES_INITDB_ARGS:-}
    {
        printf "listen_addresses = '*'\n"
        printf "unix_socket_directories = '/var/run/postgresql'\n"
    } >>"$PGDATA/postgresql.conf"
    printf 'host all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"

    pg_ctl --pgdata="$PGDATA" --options="-c listen_addresses=''" --wait --timeout=120 start
    if [ "$POSTGRES_DB" != postgres ]; then
        createdb --username "$POSTGRES_USER" --maintenance-db postgres "$POSTGRES_DB"
    fi
    local file
    for file in /docker-entrypoint-initdb.d/*; do
        [ -e "$file" ] && run_init_file "$file"
    done
    pg_ctl --pgdata="$PGDATA" --mode=fast --wait --timeout=120 stop
    say "PostgreSQL init process complete; ready for start up."
}

if [ "${1:0:1}" = '-' ]; then
    set -- postgres "$@"
fi
if [ "$1" = postgres ]; then
    if [ "$(id -u)" = 0 ]; then
        mkdir -p "$PGDATA"
        chown -R postgres:postgres "$PGDATA" /var/run/postgresql
        chmod 0700 "$PGDATA"
        exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
    fi
    if [ ! -s "$PGDATA/PG_VERSION" ]; then
        initialise
    fi
fi
exec "$@"
