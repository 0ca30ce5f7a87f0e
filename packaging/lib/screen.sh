# shellcheck shell=bash
# A screen without hardware, and a photograph of what a program shows on it.
screen_pid=
shown_pid=

stop_screen() {
    local pid
    for pid in "$shown_pid" "$screen_pid"; do
        [ -n "$pid" ] || continue
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true # it ends by the signal: that is no failure
    done
    screen_pid=
    shown_pid=
    if declare -F stop_portal >/dev/null; then stop_portal; fi
}

# start_screen WIDTHxHEIGHT: sets DISPLAY.
start_screen() {
    local number tries
    number=$(mktemp)
    Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp -noreset 3>"$number" 2>/dev/null &
    screen_pid=$!
    trap stop_screen EXIT
    for ((tries = 0; tries < 100; tries++)); do
        [ -s "$number" ] && break
        sleep 0.1
    done
    [ -s "$number" ] || die "Xvfb không khởi động được (did not start)."
    DISPLAY=":$(head -n 1 "$number")"
    export DISPLAY
    unset WAYLAND_DISPLAY QT_QPA_PLATFORM
    rm -f "$number"
}

# photograph FILE PROGRAM [argument...]: waits for its first window, lets it draw, takes the whole screen.
photograph() {
    local file=$1 tries
    shift
    "$@" &
    shown_pid=$!
    for ((tries = 0; tries < 300; tries++)); do
        xdotool search --onlyvisible --pid "$shown_pid" >/dev/null 2>&1 && break
        kill -0 "$shown_pid" 2>/dev/null || die "Chương trình đã dừng trước khi mở cửa sổ (it stopped before it opened a window)."
        sleep 0.1
    done
    sleep 2
    import -window root "$file"
}
