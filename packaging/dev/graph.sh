# shellcheck shell=bash
# sơ đồ các phòng mã nguồn · prints the graph of the modules as declared and checked [--mermaid]
need debian
configure release
form=text
[ "${1:-}" = --mermaid ] && form=mermaid
exec awk -v form=$form -f packaging/lib/graph.awk build/release/rooms.txt
