# shellcheck shell=bash
# trình bày lại mã nguồn · formats the sources with clang-format 14
# shellcheck source=packaging/lib/sources.sh
. packaging/lib/sources.sh
need debian-lint
tool=$(clang_format_14) || die "Cần clang-format 14 (Debian 12): các bản khác ngắt dòng khác đi (other versions break lines differently)."
our_files '*.h' '*.cpp' | tr '\n' '\0' | xargs -0 "$tool" -i
say "Xong (done)"
