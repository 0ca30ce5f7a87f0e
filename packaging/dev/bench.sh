# shellcheck shell=bash
# đo · measures: start = time to first paint and memory of the kiosk beside an empty window [--rounds N] [--dossiers N]; form = opening each form and one keystroke in it
what=${1:-start}
[ $# -gt 0 ] && shift
case $what in
    start)
        need debian debian-test
        configure release
        compile release motcua motcuactl bench_emptywindow bench_fill
        exec python3 tests/bench/start/start.py build/release build/bench "$@"
        ;;
    form)
        need debian
        configure release
        compile release bench_form
        QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} exec build/release/bin/bench_form
        ;;
    *) die "Không có phép đo \"$what\" (no such bench); có (there is): start, form" ;;
esac
