"""50 real kiosks against one portal under one weak link: ./dev bench fleet [--kiosks N] [--profile NAME] [--capacity N] [--seed N]

Each kiosk has its own profile and one dossier with one paper, and runs `motcuactl sync --until-idle`; all start at once. The portal sheds
with Retry-After when its places are taken. Prints the time until all are served, the calls, and what lies at the portal twice (0).
Needs root: the link is made of two network namespaces (tests/weaknet).
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "system" / "programs"))

SERVED_WITHIN = 600  # seconds; a kiosk that needs longer has failed


def arguments():
    parser = argparse.ArgumentParser(prog="./dev bench fleet")
    parser.add_argument("bin", type=Path)
    parser.add_argument("weaknet", type=Path)
    parser.add_argument("--kiosks", type=int, default=50)
    parser.add_argument("--profile", default="good-4g")
    parser.add_argument("--capacity", type=int, default=4, help="calls that the portal takes at once")
    parser.add_argument("--hold-ms", type=int, default=500, help="how long each of them keeps its place at least")
    parser.add_argument("--paper", type=int, default=80, help="pixels: a paper has 3 * N * N bytes")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def prepare(lab_module, lab, number, ca):
    from people import single_person
    kiosk = lab_module.Kiosk(lab.folder / f"kiosk{number:02}", "https://portal.test:8443", ca)
    kiosk.init("--machine", f"{number % 100:02}")
    paper = lab_module.noise_png(lab.folder / f"paper{number}.png", number, PAPER)
    dossier = kiosk.submit(single_person(number), [("000.00.00.G15-KQ003453", paper)])
    return kiosk, dossier["id"]


def run_clients(plan_file):
    """In the client's namespace: all kiosks at once."""
    plan = json.loads(Path(plan_file).read_text())
    begun = time.monotonic()

    def one(command):
        done = subprocess.run(command, capture_output=True, text=True)
        return {"code": done.returncode, "seconds": time.monotonic() - begun, "error": done.stderr.strip()[-300:]}

    with ThreadPoolExecutor(len(plan["commands"])) as pool:
        results = list(pool.map(one, plan["commands"]))
    Path(plan["results"]).write_text(json.dumps(results))


def main():
    global PAPER
    if sys.argv[1] == "--clients":
        return run_clients(sys.argv[2])
    given = arguments()
    given.bin, given.weaknet = given.bin.resolve(), given.weaknet.resolve()
    if os.geteuid() != 0:
        sys.exit("fleet: cần quyền root (needs root: network namespaces)")
    os.environ["MOTCUA_BIN"] = str(given.bin)
    PAPER = given.paper
    import motcua_lab
    from portalkit import certificates

    certs = Path(certificates())
    with motcua_lab.Lab() as lab:
        print(f"{given.kiosks} kiosks are set up …", flush=True)
        with ThreadPoolExecutor(2) as pool:
            kiosks = list(pool.map(lambda number: prepare(motcua_lab, lab, number, certs / "ca.crt"), range(given.kiosks)))
        store, log = lab.folder / "store", lab.folder / "portal.log"
        server = [given.bin / "motcua-portal", "--listen", "198.18.0.1:8443", "--store", store, "--cert", certs / "server.crt", "--key",
                  certs / "server.key", "--capacity", given.capacity, "--hold-ms", given.hold_ms]
        plan = {"commands": [[str(word) for word in kiosk.command("sync", "--until-idle", "--timeout", SERVED_WITHIN)]
                             for kiosk, _ in kiosks], "results": str(lab.folder / "results.json")}
        (lab.folder / "plan.json").write_text(json.dumps(plan))
        stats = lab.folder / "stats.json"
        subprocess.run([given.weaknet, "run", given.profile, "--seed", str(given.seed), "--server", " ".join(map(str, server)),
                        "--wait-port", "8443", "--server-log", log, "--stats", stats, "--", sys.executable, __file__, "--clients",
                        lab.folder / "plan.json"], check=True, env=motcua_lab.quiet_environment())
        report(given, lab, motcua_lab, kiosks, store, log)


def report(given, lab, motcua_lab, kiosks, store, log):
    results = json.loads((lab.folder / "results.json").read_text())
    failed = [result for result in results if result["code"] != 0]
    calls = [line for line in log.read_text().splitlines() if re.search(r"POST /api/v1/sync\b", line)]
    shed = [line for line in calls if re.search(r"\b503\b", line)]

    class Portal:
        pass

    portal = Portal()
    portal.store = store
    sent = {dossier for _, dossier in kiosks}
    held = motcua_lab.stored_dossiers(portal)
    codes = [kiosk.show(dossier)["officialCode"] for kiosk, dossier in kiosks]
    twice = len(held - sent) + len(codes) - len(set(codes))
    times = sorted(result["seconds"] for result in results)
    print(f"link {given.profile}, seed {given.seed}; portal takes {given.capacity} calls of {given.hold_ms} ms at once")
    print(f"served {len(results) - len(failed)} of {given.kiosks}; half after {times[len(times) // 2]:.1f} s, all after {times[-1]:.1f} s")
    print(f"calls of /sync {len(calls)} ({len(calls) / given.kiosks:.2f} a kiosk), shed {len(shed)}; at the portal {len(held)} of {len(sent)}; "
          f"twice {twice}")
    for result in failed[:5]:
        print(f"  failed with {result['code']}: {result['error']}")
    if failed or twice or held != sent:
        sys.exit(1)


if __name__ == "__main__":
    main()
