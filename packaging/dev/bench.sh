# shellcheck shell=bash
# đo · measures: start = time to first paint and memory of the kiosk beside an empty window [--rounds N] [--dossiers N]; reader = reading papers in a process of their own beside reading them here; form = opening each form and one keystroke in it; store = a commit, lists and searches at 100,000 dossiers and unlocking, beside plain SQLite and the disk [DOSSIERS]; queue = lists and sync with 10,000 queued dossiers [--dossiers N]; sync = delivery over weak links beside peers [--quick] [--rows A,B] [--seeds N] [--all] (root); fleet = 50 real kiosks at one portal under one weak link (root); sending = 10,000 waiting dossiers sent to a real portal on loopback, window and memory watched [--dossiers N]; catalog = bytes of a changed procedure on the wire
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
    reader)
        need debian
        configure release
        compile release bench_reader
        QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} exec build/release/bin/bench_reader
        ;;
    store)
        need debian
        configure release
        compile release bench_store
        exec build/release/bin/bench_store build/bench-store "$@"
        ;;
    sync)
        [ "$(id -u)" -eq 0 ] || die "bench sync: cần quyền root vì đường truyền yếu dựng bằng network namespace (needs root: a weak link is made of namespaces)"
        need debian debian-test
        configure release
        compile release motcuactl motcua-portal bench_queue weaknet
        exec python3 tests/bench/sync/bench.py build/release build/bench-sync "$@"
        ;;
    fleet)
        [ "$(id -u)" -eq 0 ] || die "bench fleet: cần quyền root (needs root: a weak link is made of namespaces)"
        need debian debian-test
        configure release
        compile release motcuactl motcua-portal weaknet
        exec python3 tests/bench/fleet/fleet.py build/release/bin build/release/weaknet/weaknet "$@"
        ;;
    queue)
        need debian
        configure release
        compile release motcuactl bench_fill bench_longqueue
        exec python3 tests/bench/longqueue/longqueue.py build/release build/bench "$@"
        ;;
    sending)
        need debian debian-test
        configure release
        compile release motcua motcuactl motcua-portal bench_fill
        exec python3 tests/bench/longqueue/syncqueue.py build/release build/bench "$@"
        ;;
    catalog)
        need debian
        configure release
        compile release motcuactl motcua-portal
        exec python3 tests/bench/catalog/catalog.py build/release
        ;;
    *) die "Không có phép đo \"$what\" (no such bench); có (there is): start, store, reader, form, queue, sending, sync, fleet, catalog" ;;
esac
