# shellcheck shell=bash
# nạp dữ liệu hỏng vào chỗ đọc dữ liệu lạ · feeds hostile bytes to what reads strangers' bytes [paper|pack|bundle|portal|slots|spoken|all] [seconds]
#
#   ./dev fuzz portal 600            ten minutes of libFuzzer under the sanitizers
#   ./dev fuzz                       a minute of each
# New inputs are kept in build/fuzz/corpus, findings in build/fuzz/findings. The committed corpus (tests/fuzz/corpus) is also eaten
# by the ordinary tests, in every build.
targets=(paper pack bundle portal slots spoken)
[ "${1:-all}" = all ] || targets=("$1")
seconds=${2:-60}
need debian debian-fuzz
configure fuzz -DBUILD_TESTING=ON
compile fuzz "${targets[@]/#/fuzz_}"
mkdir -p build/fuzz/findings
for target in "${targets[@]}"; do
    say "$target: $seconds s"
    kept=build/fuzz/corpus/$target
    mkdir -p "$kept"
    seeds=("tests/fuzz/corpus/$target")
    [ "$target" = pack ] && seeds+=(resources/procedures)
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 "$(program fuzz "fuzz_$target")" -max_total_time="$seconds" -timeout=20 \
        -rss_limit_mb=3072 -max_len=100000 -print_final_stats=1 -artifact_prefix="build/fuzz/findings/$target-" "$kept" "${seeds[@]}"
done
