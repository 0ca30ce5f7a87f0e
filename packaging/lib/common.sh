# shellcheck shell=bash
# What the verbs of ./dev share. Sourced with `set -euo pipefail` in the root of the repository.

say() { printf '▸ %s\n' "$*"; }
complain() { printf '✗ %s\n' "$*" >&2; }
die() {
    complain "$@"
    exit 1
}

# The second run of a verb must start in seconds: apt is asked only when dpkg says that something is missing.
need() {
    # shellcheck source=packaging/lib/install.sh
    . packaging/lib/install.sh
    install_missing "$@"
}

jobs_of_machine() { nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2; }

# configure PRESET [cmake arguments]: always, since the room check lives there; it takes about a second when nothing changed.
configure() {
    local preset=$1 log="build/$1/configure.log"
    shift
    mkdir -p "build/$preset"
    # A tree that was moved or copied: CMake refuses its cache.
    if [ -f "build/$preset/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "build/$preset/CMakeCache.txt"; then
        rm -rf "build/$preset/CMakeCache.txt" "build/$preset/CMakeFiles"
    fi
    if ! cmake --preset "$preset" "$@" >"$log" 2>&1; then
        cat "$log" >&2
        die "Cấu hình bản dựng không thành công (the configure step failed): $log"
    fi
    grep -A8 -E 'CMake (Deprecation )?Warning' "$log" >&2 || true
}

# compile PRESET [target...]: everything without targets.
compile() {
    local preset=$1
    shift
    local target arguments=()
    for target in "$@"; do
        arguments+=(--target "$target")
    done
    cmake --build --preset "$preset" --parallel "$(jobs_of_machine)" "${arguments[@]}"
}

program() { printf '%s/build/%s/bin/%s' "$PWD" "$1" "$2"; }
