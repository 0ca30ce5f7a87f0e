# shellcheck shell=bash
# The demo portal on loopback and the demo commune, for ./dev run and ./dev portal. Everything lies in .dev/.
state=.dev
portal_pid=
portal_url=

stop_portal() {
    if [ -n "$portal_pid" ]; then
        kill "$portal_pid" 2>/dev/null || true
        wait "$portal_pid" 2>/dev/null || true # it ends by the signal: that is no failure
    fi
    portal_pid=
    return 0
}

# The port is chosen once and kept: it is part of the kiosk's profile.
start_portal() {
    local port=0 log="$state/portal.log" tries
    mkdir -p "$state"
    sh packaging/demo/make-certs.sh "$state/certs"
    [ -s "$state/port" ] && port=$(cat "$state/port")
    : >"$log"
    "$(program release motcua-portal)" --listen "127.0.0.1:$port" --store "$state/portal" --cert "$state/certs/server.crt" \
        --key "$state/certs/server.key" --name "Xã Đa Kia" >"$log" 2>&1 &
    portal_pid=$!
    trap stop_portal EXIT
    for ((tries = 0; tries < 100; tries++)); do
        portal_url=$(sed -n 's/^listening //p' "$log")
        [ -n "$portal_url" ] && break
        kill -0 "$portal_pid" 2>/dev/null || break
        sleep 0.1
    done
    if [ -z "$portal_url" ]; then
        cat "$log" >&2
        complain "Cổng thử không khởi động được: có thể ./dev run đang mở ở nơi khác, hoặc cổng mạng $port đang bận (the port is taken)."
        die "Đóng chương trình kia rồi thử lại; ./dev clean bỏ hết dữ liệu thử để chọn cổng khác (forgets the demo and its port)."
    fi
    printf '%s\n' "${portal_url##*:}" >"$state/port"
}

provision() { bash packaging/demo/provision.sh "$(program release motcuactl)" "$state" "$portal_url"; }
