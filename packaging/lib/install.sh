# shellcheck shell=bash disable=SC2016
# Installs what is missing from the distribution's packages, and nothing when nothing is missing.
# install_missing LIST...: LIST is the name of a file of packaging/packages without its ending.

# Debian 12's own SQLCipher is of 2016 and cannot read the store.
sqlcipher_least=4.5

package_lines() {
    local list
    for list in "$@"; do
        sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "packaging/packages/$list.txt"
    done
}

# Prints the packages of which no alternative is installed.
missing_lines() {
    { dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null || true; } |
        awk -v lines="$(package_lines "$@")" '
            /^ii / { have[$2] = 1 }
            END {
                n = split(lines, line, "\n")
                for (i = 1; i <= n; i++) {
                    m = split(line[i], name, "|"); found = 0
                    for (j = 1; j <= m; j++) if (name[j] in have) found = 1
                    if (!found) print line[i]
                }
            }'
    local version
    version=$(dpkg-query -W -f '${Version}' libsqlcipher-dev 2>/dev/null || true)
    if [ -n "$version" ] && dpkg --compare-versions "$version" lt "$sqlcipher_least"; then
        echo libsqlcipher-dev
    fi
}

apt_quiet() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -qq -y \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

become_root() {
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "Cần quyền quản trị để cài gói: chạy bằng root hoặc cài sudo (run as root, or install sudo)."
        as_root=(sudo)
    fi
}

known_to_apt() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }

# Only SQLCipher comes from backports; the pin keeps everything else of that archive away.
add_backports() {
    local mirror
    apt-get indextargets --format '$(CODENAME)' 'Created-By: Packages' 2>/dev/null | grep -qx bookworm-backports && return 0
    mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null | sed -n 's/^bookworm //p' | head -n 1)
    say "Thêm nguồn bookworm-backports, chỉ cho SQLCipher (for SQLCipher only)"
    printf 'Types: deb\nURIs: %s\nSuites: bookworm-backports\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
        "${mirror:-http://deb.debian.org/debian}" | "${as_root[@]}" tee /etc/apt/sources.list.d/motcua-backports.sources >/dev/null
    printf 'Package: *\nPin: release n=bookworm-backports\nPin-Priority: -1\n\nPackage: sqlcipher libsqlcipher1 libsqlcipher-dev\nPin: release n=bookworm-backports\nPin-Priority: 500\n' |
        "${as_root[@]}" tee /etc/apt/preferences.d/motcua-backports >/dev/null
}

# The name of each line that this distribution knows; the first one when it knows none, so that apt says what is wrong.
choose_names() {
    local line name chosen alternatives
    while IFS= read -r line; do
        IFS='|' read -r -a alternatives <<<"$line"
        chosen=${alternatives[0]}
        if [ ${#alternatives[@]} -gt 1 ]; then
            for name in "${alternatives[@]}"; do
                if known_to_apt "$name"; then
                    chosen=$name
                    break
                fi
            done
        fi
        if [ "$chosen" = libsqlcipher-dev ] && [ "$suite" = bookworm ]; then
            chosen=libsqlcipher-dev/bookworm-backports
        fi
        printf '%s\n' "$chosen"
    done
}

install_missing() {
    local missing suite id names log
    missing=$(missing_lines "$@")
    [ -n "$missing" ] || return 0

    # shellcheck source=/dev/null
    id=$(. /etc/os-release && printf '%s' "${ID:-} ${VERSION_ID:-}")
    # shellcheck source=/dev/null
    suite=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    command -v apt-get >/dev/null || die "Máy này không có apt. Cần (needed): $(tr '\n' ' ' <<<"$missing")"
    case "$id" in
        "debian 12" | "debian 13") ;;
        "ubuntu 24.04") say "Ubuntu 24.04: danh sách gói chưa được chạy thử ở đây (this list has not been tried there)" ;;
        *) say "$id: chưa thử trên bản phân phối này; cứ cài theo danh sách (not tried on this distribution)" ;;
    esac
    become_root
    mkdir -p .dev
    log=.dev/install.log
    say "Cài các gói còn thiếu, xin đợi vài phút (installing what is missing, a few minutes): $(wc -l <<<"$missing"); $log"
    [ "$suite" = bookworm ] && add_backports
    apt_quiet update >"$log" 2>&1 || complain "Không cập nhật được danh sách gói; thử với danh sách cũ (package lists are old)."
    mapfile -t names < <(choose_names <<<"$missing")
    if ! apt_quiet --no-install-recommends install "${names[@]}" >>"$log" 2>&1; then
        tail -n 30 "$log" >&2
        complain "Chưa cài được đủ gói. Hãy kiểm tra mạng và nguồn gói, rồi chạy (check network and sources, then run):"
        die "apt-get install --no-install-recommends ${names[*]}"
    fi
}
