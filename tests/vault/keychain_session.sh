#!/bin/bash
# Runs tst_keychain against real services on a session bus of its own. Skips (77) where they are not installed.
# usage: keychain_session.sh PROGRAM unlocked|empty|silent|noservice|otherpassword|deleted|truncated
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
# With the daemon's keyring opened by this password; newer daemons take their name on the bus after they have answered.
with_keyring() {
    MOTCUA_TEST_KEYCHAIN=$2 dbus-run-session -- bash -c 'printf %s "$2" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        for _ in $(seq 50); do
            dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.ListNames | grep -q org.freedesktop.secrets && break
            sleep 0.1
        done
        "$1"
        result=$?
        exit $result' _ "$program" "$1"
}

# A vault is made in one session; then something happens to the keyring; then the machine is used again.
export MOTCUA_TEST_FOLDER=$home/vault
mkdir -m 700 "$MOTCUA_TEST_FOLDER"
keyring=$home/data/keyrings/login.keyring

case $kind in
unlocked) with_keyring pass unlocked ;;
empty)
    dbus-run-session -- bash -c 'gnome-keyring-daemon --start --components=secrets >/dev/null; exec "$1"' _ "$program"
    ;;
silent | noservice)
    dbus-run-session -- "$program"
    ;;
otherpassword)
    with_keyring pass prepare
    with_keyring changed-by-the-administrator "$kind"
    ;;
deleted)
    with_keyring pass prepare
    rm "$keyring"
    with_keyring pass "$kind"
    ;;
truncated)
    with_keyring pass prepare
    truncate -s 40 "$keyring"
    with_keyring pass "$kind"
    ;;
esac
