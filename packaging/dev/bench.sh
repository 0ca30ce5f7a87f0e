# shellcheck shell=bash
# đo · measures: start = time to first paint and memory of the kiosk beside an empty window [--rounds N] [--dossiers N]
what=${1:-start}
[ $# -gt 0 ] && shift
case $what in
    start)
        need debian debian-test
        configure release
        compile release motcua motcuactl bench_emptywindow bench_fill
        exec python3 tests/bench/start/start.py build/release build/bench "$@"
        ;;
    *) die "Không có phép đo \"$what\" (no such bench); có (there is): start" ;;
esac
