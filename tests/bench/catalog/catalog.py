#!/usr/bin/env python3
"""What a signed file of all shipped procedures costs on the wire: whole, in its lean form, and after a change of one procedure.

catalog.py BUILD_DIR
"""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "portal"))
import portalkit  # noqa: E402

LEAN = "application/vnd.motcua.procedures+zstd"


def main():
    binaries = pathlib.Path(sys.argv[1]) / "bin"
    procedures = sorted(path for path in (ROOT / "resources" / "procedures").glob("*.json") if path.name[0].isdigit())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        offered = folder / "offered.motcua"
        key = folder / "key"
        subprocess.run([binaries / "motcuactl", "procedure", "keygen", "--out", key], check=True, stdout=subprocess.DEVNULL)

        def pack(serial, files):
            offered.unlink(missing_ok=True)
            subprocess.run([binaries / "motcuactl", "procedure", "pack", "--key", key, "--serial", str(serial), "-o", offered, *files],
                           check=True, stdout=subprocess.DEVNULL)
            return portalkit.sha256(offered.read_bytes())

        with portalkit.PortalKit(binaries / "motcua-portal", "--catalog", offered) as portal:
            def bytes_of(have=None, lean=True):
                headers = {"Accept": LEAN if lean else "application/jose+json"}
                if have:
                    headers["Catalog-Have"] = have
                return len(portal.call("GET", "/api/v1/catalog/packs", headers=headers).body)

            first = pack(1, procedures)
            print(f"{len(procedures)} procedures: whole {bytes_of(lean=False)} bytes, lean {bytes_of()} bytes")
            changed = folder / procedures[len(procedures) // 2].name
            text = procedures[len(procedures) // 2].read_text(encoding="utf-8")
            changed.write_text(text.replace('"name": "', '"name": "Sửa đổi: ', 1), encoding="utf-8")
            pack(20, [changed if path.name == changed.name else path for path in procedures])
            print(f"a word in one of them ({changed.name}): whole {bytes_of(lean=False)} bytes, lean {bytes_of()} bytes, "
                  f"difference {bytes_of(first)} bytes")


if __name__ == "__main__":
    main()
