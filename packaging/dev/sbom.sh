# shellcheck shell=bash
# liệt kê mọi thành phần đi kèm · lists everything that ships (CycloneDX) [file, default build/release/motcua.cdx.json]
need debian
configure release
compile release motcua motcuactl motcua-reader
python3 packaging/lib/sbom.py build/release/bin "${1:-build/release/motcua.cdx.json}"
