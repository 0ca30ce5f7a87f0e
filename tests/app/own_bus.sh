#!/bin/bash
# Runs PROGRAM on a bus of its own that stands for both the session's and the system's. Skips (77) where there is no bus daemon.
set -eu
if ! command -v dbus-run-session >/dev/null; then
    echo "SKIP: dbus-run-session is not installed"
    exit 77
fi
# shellcheck disable=SC2016
exec dbus-run-session -- bash -c 'export DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS MOTCUA_OWN_BUS=1; exec "$1"' _ "$1"
