# shellcheck shell=bash
# cài, dựng và mở kiosk với xã thử Đa Kia · installs, builds, starts the demo portal and opens the kiosk [options of motcua]
#
#   ./dev run                        the kiosk in a window
#   ./dev run --kiosk                full screen
#   ./dev run --screenshot FILE.png  without a display: opens it under Xvfb, photographs it and stops
# shellcheck source=packaging/lib/demo.sh
. packaging/lib/demo.sh
picture=
if [ "${1:-}" = --screenshot ]; then
    picture=${2:?--screenshot FILE.png}
    shift 2
fi
if [ -n "$picture" ]; then need debian debian-test; else need debian; fi
configure release
compile release motcua motcuactl motcua-portal
start_portal
provision
say "Cổng thử (demo portal): $portal_url/"

open_kiosk() { "$(program release motcua)" --profile "$state/profile" "$@"; }

if [ -n "$picture" ]; then
    # shellcheck source=packaging/lib/screen.sh
    . packaging/lib/screen.sh
    start_screen 1366x768
    photograph "$picture" "$(program release motcua)" --profile "$state/profile" "$@"
    say "Ảnh màn hình (screenshot): $picture"
elif [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    say "Mọi thứ đã sẵn sàng, nhưng máy này không có màn hình (everything is ready, but there is no display)."
    say "Xem kiosk (to see the kiosk):"
    printf '    %s\n' \
        "./dev run --screenshot kiosk.png   # ảnh chụp dưới Xvfb (a picture taken under Xvfb)" \
        "xvfb-run -a ./dev run              # màn hình ảo (a virtual display)" \
        "ssh -X MÁY-NÀY, rồi (then) ./dev run"
else
    open_kiosk "$@"
fi
