# shellcheck shell=bash
# cài, dựng và chạy mọi kiểm thử · installs, builds and runs all tests [--preset P] [-- arguments of ctest]
#
#   ./dev test                       everything, ends in CTest's summary
#   ./dev test -- -R vault           only tests whose name matches
#   ./dev test --preset asan         under the address sanitizer (also: ubsan, dev, ci)
preset=release
while [ $# -gt 0 ]; do
    case $1 in
        --preset) preset=${2:?} && shift 2 ;;
        --) shift && break ;;
        *) die "Không hiểu tham số (unknown argument): $1" ;;
    esac
done
need debian debian-test
configure "$preset" -DBUILD_TESTING=ON
compile "$preset"
exec ctest --preset "$preset" --parallel "$(jobs_of_machine)" "$@"
