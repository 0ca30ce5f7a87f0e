#!/usr/bin/env bash
# clean-root.sh bookworm|trixie [WORK_DIR]: both commands of the README on a clean clone in a bare root (mmdebstrap --variant=minbase),
# with their times. Needs root, mmdebstrap and git. The committed state is proved, not the work tree. Leaves WORK_DIR/SUITE (the root),
# SUITE.log and SUITE.png; a base SUITE.tar in WORK_DIR is used again.
set -euo pipefail
suite=${1:?suite: bookworm or trixie}
work=${2:-/var/tmp/motcua-clean-root}
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
root="$work/$suite"
log="$work/$suite.log"
clone="/srv/bản sao sạch/một cửa" # spaces and tone marks: nothing may stumble over them
mkdir -p "$work"

if [ ! -f "$work/$suite.tar" ]; then
    mmdebstrap --variant=minbase "$suite" "$work/$suite.tar" "${MIRROR:-http://deb.debian.org/debian}"
fi
rm -rf "$root"
mkdir -p "$root"
tar -xf "$work/$suite.tar" -C "$root"
cp /etc/resolv.conf "$root/etc/resolv.conf"
printf '127.0.0.1\tlocalhost\n' >"$root/etc/hosts" # as every installer writes it; mmdebstrap does not, and a weak link lays its own over it
mkdir -p "$root${clone%/*}"
git clone --quiet "file://$top" "$root$clone"
: >"$log"

# Mounts live and die with the command; nothing of the host's environment comes along.
# shellcheck disable=SC2016
inside() {
    unshare --mount --pid --fork bash -euc '
        root=$1 clone=$2; shift 2
        mount --bind "$root" "$root" # its / is a mount, as on a machine: network namespaces need one
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        exec chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
            bash -c "cd \"\$0\" && exec \"\$@\"" "$clone" "$@"' - "$root" "$clone" "$@" </dev/null >>"$log" 2>&1
}

timed() {
    local name=$1 start=$SECONDS code=0
    shift
    printf '\n==== %s: %s\n' "$name" "$*" >>"$log"
    inside "$@" || code=$?
    printf '%-9s %-34s %4d s   %s\n' "$suite" "$name" $((SECONDS - start)) "$([ $code = 0 ] && echo ok || echo "FAILED ($code), see $log")"
    return $code
}

timed "run, first time (installs, builds)" ./dev run
timed "run, second time" ./dev run
timed "run under Xvfb, photographed" ./dev run --screenshot kiosk.png
cp "$root$clone/kiosk.png" "$work/$suite.png"
timed "test (builds and runs everything)" ./dev test
tail -n 12 "$log"
