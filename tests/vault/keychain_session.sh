#!/bin/bash
# Runs tst_keychain against real services on a session bus of its own. Skips (77) where they are not installed.
# usage: keychain_session.sh PROGRAM unlocked|empty|silent
set -eu
program=$1 kind=$2
for needed in dbus-run-session dbus-send gnome-keyring-daemon; do
    if ! command -v "$needed" >/dev/null; then
        echo "SKIP: $needed is not installed, so the real keychain is not tested here"
        exit 77
    fi
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/data"
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data MOTCUA_TEST_KEYCHAIN=$kind
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_CURRENT_DESKTOP
case $kind in
unlocked)
    dbus-run-session -- bash -c 'printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null
        for _ in $(seq 50); do # newer daemons take their name on the bus after they have answered
            dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.ListNames | grep -q org.freedesktop.secrets && break
            sleep 0.1
        done
        exec "$1"' _ "$program"
    ;;
empty)
    dbus-run-session -- bash -c 'gnome-keyring-daemon --start --components=secrets >/dev/null; exec "$1"' _ "$program"
    ;;
silent)
    dbus-run-session -- "$program"
    ;;
esac
