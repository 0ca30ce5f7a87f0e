# shellcheck shell=bash
# Our own files, for the tools that read them: tracked by git and new ones alike, without generated or vendored files.
our_files() {
    local pattern names=()
    for pattern in "$@"; do names+=(-o -name "$pattern"); done
    find app core sync ui tests -type f \( "${names[@]:1}" \) -not -path '*/node_modules/*' -not -path 'tests/weaknet/*' | sort
}

# Other versions of the tool break some lines differently, so only this one judges.
clang_format_14() {
    local candidate
    for candidate in clang-format-14 clang-format; do
        if command -v "$candidate" >/dev/null && "$candidate" --version | grep -q ' version 14\.'; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

check_format() {
    local tool
    if ! tool=$(clang_format_14); then
        say "Không có clang-format 14 ở đây: bỏ qua việc xét cách trình bày (format is judged on Debian 12 only)"
        return 0
    fi
    # ./dev format mends these.
    local file bad=0
    while IFS= read -r file; do
        "$tool" --dry-run --Werror --ferror-limit=1 "$file" 2>/dev/null && continue
        complain "$file"
        bad=1
    done < <(our_files '*.h' '*.cpp')
    return $bad
}

# Rules of the house that need no compiler: each prints what breaks it.
check_rules() {
    local bad=0
    rule() {
        local what=$1 hits
        shift
        hits=$("$@" || true)
        if [ -n "$hits" ]; then
            complain "$what"
            printf '%s\n' "$hits" | head -n 20 >&2
            bad=1
        fi
    }
    rule "SQL outside core/store" grep -rnE '#include <QSql' app core sync ui --include=*.h --include=*.cpp --exclude-dir=store
    rule "Widgets in core or sync" grep -rnE '#include <(QWidget|QDialog|QMessageBox|QPushButton|QApplication)' core sync
    rule "Network in core or ui" grep -rnE '#include <(QNetwork|QTcp|QSsl|curl/)' core ui
    rule "Module name in a Qt include" grep -rnE '#include <Qt(Widgets|Core|Gui|Sql|Network)/' app core sync ui tests --include=*.h --include=*.cpp
    rule "Nested event loop" grep -rnE 'QEventLoop|processEvents' app core sync ui --include=*.h --include=*.cpp
    rule "Modal exec()" grep -rnE '[a-z]\.exec\(\)' app sync ui --include=*.h --include=*.cpp
    rule "Singleton of our own" grep -rnE '[A-Za-z]+ [&*]?(instance|self)\(\)( const)?;' app core sync ui --include=*.h
    rule "A source file of a room that its CMakeLists.txt does not name" unlisted_sources
    rule "Unfinished translation" grep -nE 'type="(unfinished|vanished|obsolete)"' translations/*.ts
    return $bad
}

unlisted_sources() {
    local file folder
    # Outside the rooms headers need not be named.
    { find app core sync ui -name '*.h' && our_files '*.cpp'; } | while IFS= read -r file; do
        folder=${file%%/*}
        grep -rqF --include=CMakeLists.txt "${file##*/}" "$folder" || printf '%s\n' "$file"
    done
}
