# shellcheck shell=bash
# xét mã nguồn · format, room check, house rules, spelling, shell scripts, clang-tidy [--quick: without clang-tidy] [file…]
# shellcheck source=packaging/lib/sources.sh
. packaging/lib/sources.sh
quick=no
if [ "${1:-}" = --quick ]; then
    quick=yes
    shift
fi
if [ $quick = yes ]; then need debian debian-lint; else need debian debian-lint debian-tidy; fi
failed=()
part() {
    local name=$1
    shift
    say "$name"
    "$@" || failed+=("$name")
}

configure lint
part "format" check_format
part "rules" check_rules
part "spelling" codespell --quiet-level=2 app core sync ui tests packaging cmake docs ARCHITECTURE.md
part "shell" shellcheck -x dev .ci/run packaging/*/*.sh
if [ "$quick" = no ]; then
    tidy_sources() {
        # moc's files alone: as targets of the build they would first wait for every library that theirs links.
        find build/lint -name AutogenInfo.json -print0 | xargs -0 -P 2 -I{} cmake -E cmake_autogen {} Debug
        python3 packaging/lib/tidy.py "$tidy" build/lint "$@"
    }
    tidy=$(command -v clang-tidy-14 || command -v clang-tidy)
    part "clang-tidy" tidy_sources "$@"
fi
if [ ${#failed[@]} -gt 0 ]; then
    die "Chưa đạt (failed): ${failed[*]}"
fi
say "Đạt (clean)"
