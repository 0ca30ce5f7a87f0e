# shellcheck shell=bash
# chạy riêng cổng thử · runs the demo portal alone, until Ctrl-C
# shellcheck source=packaging/lib/demo.sh
. packaging/lib/demo.sh
need debian
configure release
compile release motcua-portal
start_portal
say "Cổng thử (demo portal): $portal_url/"
wait "$portal_pid"
