#!/bin/sh
# The programs that the tests drive: Chromium (browser journeys) and PostgreSQL (second database).
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "[Tests] Installiere die Debian-Pakete:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
else
    echo "[Tests] Für die Tests fehlt:$missing. Bitte als root: apt-get install$missing" >&2
    exit 1
fi
