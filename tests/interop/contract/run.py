#!/usr/bin/env python3
"""run.py PORTAL-BINARY WORK-DIR: everything that kiosk and portal say to each other, held against sync/portal-api.yaml
by Prism's validators. First the judge is judged: it must catch planted drift on both sides. Then the portal's own tests run through it
(their answers count), then motcuactl, which lies beside the portal, delivers (requests and answers count). Exit code 77 = cannot run here (says why)."""
import atexit
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
sys.path[:0] = [str(ROOT / "tests" / "portal"), str(ROOT / "tests" / "support")]
import portalkit  # noqa: E402
from nodekit import install, need_node  # noqa: E402
from portalkit import PortalKit  # noqa: E402

# Tests that break HTTP or the contract on purpose, or cut connections, say nothing through a proxy that reads whole requests.
PORTAL_TESTS = {"portal_test.py": ["Delivery", "Receipts", "Branches"],
                "weaklinks_test.py": ["Signed", "Restored", "Cloned", "SentOnce", "GivenBack", "Ranges", "Link"]}


class Judge:
    def __init__(self, node, work):
        certs = pathlib.Path(portalkit.certificates())
        self.ca = certs / "ca.crt"
        command = [node, "judge.cjs", str(ROOT / "sync" / "portal-api.yaml"), str(certs / "server.crt"), str(certs / "server.key"), str(self.ca)]
        self.process = subprocess.Popen(command, cwd=work, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        atexit.register(self.process.kill)
        hello = json.loads(self.process.stdout.readline() or sys.exit("the judge did not start"))
        self.port = hello["port"]
        print("operations in the contract:", hello["operations"])

    def say(self, **command):
        print(json.dumps(command), file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())

    def before(self, port):
        self.say(upstream=port)
        return self.port

    def report(self):
        return self.say(report=True)


def expect(condition, words):
    print("ok " if condition else "NOT OK ", words, sep="")
    if not condition:
        sys.exit(1)


def judge_the_judge(judge, binary):
    with PortalKit(binary) as kit:
        item, contents = kit.dossier(files=[("a.jpg", b"x" * 100)])
        kit.deliver(item, contents)
        clean = judge.report()
        expect(not clean["requests"] and not clean["answers"] and clean["exchanges"] >= 3, f"a clean delivery is clean: {clean}")
        for kind in ("member", "type", "nested", "pattern", "media", "status"):
            judge.say(plant=kind)
            kit.sync([item])
            seen = judge.report()
            expect(seen["answers"] and not seen["requests"], f"planted drift of the portal ({kind}) is caught: {seen['answers'][:1]}")
        drifts = {"a number for a text": {"kiosk": {**portalkit.KIOSK, "commune": 25231}}, "a member that is missing": {"cursor": None},
                  "a pattern": {"dossiers": [{**item, "form": {**item["form"], "sha256": "X" * 64}}]}, "a status as a text": {"acknowledge": [{"id": item["id"], "revision": "1"}]}}
        for words, change in drifts.items():
            body = {"kiosk": portalkit.KIOSK, "cursor": "", "dossiers": [], "acknowledge": [], **change}
            body = {name: value for name, value in body.items() if value is not None}
            kit.call("POST", "/api/v1/sync", json.dumps(body), {"Content-Type": "application/json"})
            seen = judge.report()
            expect(seen["requests"], f"planted drift of the kiosk ({words}) is caught: {seen['requests'][:1]}")
        kit.call("GET", "/api/v1/statuses")
        expect(judge.report()["requests"], "a call that the contract does not have is caught")


def portal_tests(judge, binary):
    for name, classes in PORTAL_TESTS.items():
        spec = importlib.util.spec_from_file_location(name[:-3], ROOT / "tests" / "portal" / name)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.BINARY = binary
        suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(getattr(module, each)) for each in classes)
        result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(suite)
        seen = judge.report()
        print(f"{name}: {seen['exchanges']} exchanges, statuses {json.dumps(seen['operations'])}")
        expect(result.wasSuccessful(), f"{name} through the judge")
        drift = sorted(set(seen["answers"]))
        expect(not drift and seen["exchanges"] > 50, f"every answer is in the contract: {drift[:5]}")


def whole_kiosk(judge, binary):
    """motcuactl from an empty folder to a result that came back, every word of both sides judged."""
    os.environ["MOTCUA_BIN"] = str(pathlib.Path(binary).parent)
    sys.path.insert(0, str(ROOT / "tests" / "system" / "programs"))
    from motcua_lab import Kiosk, delivered_exactly_once, noise_png
    from people import single_person
    with PortalKit(binary) as kit:
        kiosk = Kiosk(kit.root / "kiosk", kit.url, kit.ca)
        kiosk.init()
        papers = [("000.00.00.G15-KQ004946", noise_png(kit.root / f"paper{n}.png", n, 200)) for n in range(2)]
        dossiers = [kiosk.submit(single_person(n), papers)["id"] for n in range(4)]
        kiosk.sync()
        delivered_exactly_once(kit, kiosk, dossiers)
        expect(kit.move(dossiers[0], 5, items="000.00.00.G15-KQ004946: Mờ", until="2026-12-24", message="Mời đến").status == 303, "a request goes out")
        expect(kit.move(dossiers[1], 2, result="mau.pdf").status == 303, "a result goes out")
        kiosk.sync()
    seen = judge.report()
    print(f"motcuactl: {seen['exchanges']} exchanges, statuses {json.dumps(seen['operations'])}")
    expect(not seen["requests"] and not seen["answers"] and "appendToUpload" in seen["operations"],
           f"kiosk and portal keep the contract: {seen['requests'][:5]} {seen['answers'][:5]}")


def main():
    binary, work = sys.argv[1], pathlib.Path(sys.argv[2])
    node, npm = need_node()
    install(npm, HERE, work, "judge.cjs")
    judge = Judge(node, work)
    PortalKit.front = staticmethod(judge.before)
    judge_the_judge(judge, binary)
    portal_tests(judge, binary)
    whole_kiosk(judge, binary)


main()
