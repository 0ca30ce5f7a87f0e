# shellcheck shell=bash
# dựng các chương trình · builds the programs [--preset dev|release|ci|asan|ubsan] [target…]
preset=release
if [ "${1:-}" = --preset ]; then
    preset=${2:?}
    shift 2
fi
need debian
configure "$preset"
compile "$preset" "$@"
