#!/usr/bin/env python3
"""Holds motcua-portal to what version 1.1 of sync/portal-api.yaml added: weaklinks_test.py BINARY"""
import base64
import email.utils
import hashlib
import json
import pathlib
import random
import secrets
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from portalkit import KIOSK, PortalKit, sha256, uuid7  # noqa: E402

BINARY = ""
OTHER_KIOSK = {**KIOSK, "id": "0198f1d0-0000-4000-8000-000000000002"}


def noise(size, seed=1):
    return random.Random(seed).randbytes(size)


def mark():
    return "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz234567") for _ in range(26))


def unpacked(jws):
    header, payload, signature = (base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in jws.split("."))
    return json.loads(header), json.loads(payload), signature


def verified_by_openssl(jwk, jws):
    """A judge that is neither our portal nor our kiosk: the openssl program."""
    point = base64.urlsafe_b64decode(jwk["x"] + "=")
    message, _, signature = jws.rpartition(".")
    with tempfile.TemporaryDirectory() as root:
        path = lambda name: str(pathlib.Path(root, name))
        pathlib.Path(path("key.der")).write_bytes(bytes.fromhex("302a300506032b6570032100") + point)
        pathlib.Path(path("message")).write_bytes(message.encode())
        pathlib.Path(path("signature")).write_bytes(base64.urlsafe_b64decode(signature + "=="))
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", path("key.der"), "-rawin", "-in", path("message"),
                   "-sigfile", path("signature")]
        return subprocess.run(command, capture_output=True).returncode == 0


class Case(unittest.TestCase):
    options = ()

    def setUp(self):
        self.kit = PortalKit(BINARY, *self.options)
        self.addCleanup(self.kit.__exit__)
        self.kit.start()

    def received(self, *arguments, **named):
        item, contents = self.kit.dossier(*arguments, **named)
        return item, self.kit.deliver(item, contents)

    def assertDelivered(self, item):
        self.assertEqual(self.kit.delivered(item), PortalKit.expected(item))


class Signed(Case):
    def test_receipts_are_signed_and_the_key_outlives_the_portal(self):
        item, receipt = self.received(files=[("a.jpg", noise(1000))])
        answer = self.kit.call("GET", "/api/v1/receipt-key")
        jwk = answer.json
        self.assertEqual((answer.headers["Content-Type"], jwk["kty"], jwk["crv"]), ("application/jwk+json", "OKP", "Ed25519"))
        thumbprint = json.dumps({"crv": "Ed25519", "kty": "OKP", "x": jwk["x"]}, separators=(",", ":")).encode()
        self.assertEqual(jwk["kid"], base64.urlsafe_b64encode(hashlib.sha256(thumbprint).digest()).decode().rstrip("="))
        header, payload, _ = unpacked(receipt["signed"])
        self.assertEqual(header, {"alg": "EdDSA", "kid": jwk["kid"], "typ": "motcua-receipt"})
        self.assertEqual(payload, {name: value for name, value in receipt.items() if name != "signed"})
        self.assertTrue(verified_by_openssl(jwk, receipt["signed"]))
        self.assertFalse(verified_by_openssl(jwk, receipt["signed"].replace(".", ".e", 1)))
        self.kit.restart()
        self.assertEqual(self.kit.call("GET", "/api/v1/receipt-key").json, jwk)
        self.assertEqual(self.kit.sync([item])["results"][0]["receipt"], receipt)
        self.assertEqual((self.kit.store / "receipt-key.pem").stat().st_mode & 0o777, 0o600)


class Restored(Case):
    def test_everything_lost_comes_again_with_the_same_codes(self):
        before = [self.received(f"Người {n}") for n in range(3)]
        backup = self.kit.backup()
        papers = [[("a.jpg", noise(5000, n))] for n in range(50)]
        after = [self.received(f"Người {n}", files=papers[n]) for n in range(50)]
        contents = [self.kit.dossier(files=papers[n], dossier_id=after[n][0]["id"])[1] for n in range(50)]
        cursor = self.kit.sync(acknowledge=[{"id": i["id"], "revision": 1} for i, _ in before + after])["cursor"]
        self.kit.restore(backup)
        _, strangers = self.received("Người mới")  # before the kiosk comes: must not get a code that is out already
        answer = self.kit.sync(cursor=cursor)
        lost = answer["resend"]["after"]
        self.assertEqual([r["sequence"] > lost for _, r in before + after], [False] * 3 + [True] * 50)
        self.assertEqual(self.kit.sync(cursor=cursor)["resend"], {"after": lost}, "the wish comes until the kiosk has the new cursor")
        self.assertNotIn("resend", self.kit.sync(cursor=answer["cursor"]))
        for (item, receipt), content in zip(after, contents):
            self.assertEqual(self.kit.deliver({**item, "formerReceipt": receipt["signed"]}, content), receipt)
        for item, receipt in before + after:
            self.assertEqual(self.kit.sync([item])["results"][0]["receipt"], receipt, "and again without it")
            self.assertDelivered(item)
        self.assertEqual(len(list((self.kit.store / "dossiers").iterdir())), 54)
        codes = [r["officialCode"] for _, r in before + after] + [strangers["officialCode"], self.received("Sau cùng")[1]["officialCode"]]
        self.assertEqual(len(set(codes)), 55)

    def test_changes_after_a_restore_are_new_to_the_kiosk(self):
        item, _ = self.received()
        backup = self.kit.backup()
        for status in (2, 4):
            self.kit.move(item["id"], status)
        seen = self.kit.sync()
        self.kit.restore(backup)
        self.kit.move(item["id"], 2)
        answer = self.kit.sync(cursor=seen["cursor"])
        self.assertEqual([c["status"] for c in answer["changes"]], [2])
        self.assertGreater(answer["changes"][0]["sequence"], max(c["sequence"] for c in seen["changes"]))

    def test_a_plain_restart_loses_nothing_and_asks_for_nothing(self):
        item, _ = self.received()
        cursor = self.kit.sync()["cursor"]
        for status in (5, 4, 5):
            self.kit.restart()
            self.assertEqual(self.kit.move(item["id"], status).status, 303)
            answer = self.kit.sync(cursor=cursor)
            self.assertNotIn("resend", answer)
            self.assertEqual(len(answer["changes"]), 1)
            cursor = answer["cursor"]

    def test_a_life_that_began_after_the_backup(self):
        self.received()
        backup = self.kit.backup()
        self.kit.restart()
        _, receipt = self.received("Người mất")
        cursor = self.kit.sync()["cursor"]
        self.kit.restore(backup)
        for n in range(5):
            self.received(f"Khác {n}")
        self.assertLess(self.kit.sync(cursor=cursor)["resend"]["after"], receipt["sequence"])

    def test_an_acknowledgement_of_what_we_never_gave(self):
        self.assertEqual(self.kit.sync(acknowledge=[{"id": uuid7(), "revision": 1}])["resend"], {"after": 0})
        item, _ = self.received()
        self.assertNotIn("resend", self.kit.sync(acknowledge=[{"id": item["id"], "revision": 1}]))

    def test_receipts_of_others_are_not_taken_back(self):
        item, receipt = self.received()
        other, _ = self.kit.dossier("Kẻ khác")
        cheeky, _ = self.kit.dossier("Điểu Thị Mai", dossier_id=item["id"], revision=2)
        forged = receipt["signed"][:-8] + "AAAAAAAA"
        with PortalKit(BINARY) as abroad:
            foreign = abroad.deliver(*abroad.dossier())["signed"]
        for attempt, jws in ((other, receipt["signed"]), (cheeky, receipt["signed"]), (other, forged), (other, foreign), (other, "a.b.c"), (other, 7)):
            result = self.kit.sync([{**attempt, "formerReceipt": jws}])["results"][0]
            self.assertEqual((result["outcome"], result.get("problem", {}).get("field")), ("rejected", "/formerReceipt"), jws)
        self.assertNotEqual(self.kit.deliver(other, {})["officialCode"], receipt["officialCode"])


class Cloned(Case):
    def call(self, known, new, kiosk=KIOSK, **more):
        return self.kit.sync_answer(kiosk=kiosk, lineage={"known": known, "next": new} if known else {"next": new}, **more)

    def test_two_machines_with_one_identity(self):
        shared = mark()
        self.assertEqual(self.call("", shared).status, 200)
        one, other = mark(), mark()
        self.assertEqual(self.call(shared, one).status, 200)
        item, _ = self.kit.dossier("Của máy kia")
        refused = self.call(shared, other, dossiers=[item])
        self.assertEqual((refused.status, refused.slug()), (409, "kiosk-cloned"))
        self.assertFalse((self.kit.store / "dossiers" / item["id"]).exists())
        self.assertEqual(self.call(one, mark()).status, 200, "the first one goes on")
        self.assertIn("chung định danh", self.kit.call("GET", "/").body.decode())
        self.assertEqual(self.call("", mark(), kiosk=OTHER_KIOSK, dossiers=[item]).json["results"][0]["outcome"], "received")

    def test_lost_answers_are_no_clones(self):
        first, second = mark(), mark()
        self.call("", first)
        for _ in range(3):
            self.assertEqual(self.call(first, second).status, 200)
        self.assertEqual(self.call(second, mark()).status, 200)

    def test_after_a_restart_a_mark_may_be_older(self):
        first = mark()
        self.call("", first)
        backup = self.kit.backup()
        newer, newest = mark(), mark()
        self.call(first, newer)
        self.kit.restore(backup)
        self.assertEqual(self.call(newer, newest).status, 200)
        self.assertEqual(self.call(first, mark()).slug(), "kiosk-cloned")

    def test_marks_are_looked_at(self):
        for wrong in ({"next": "x"}, {"known": mark()}, {"next": mark().upper()}, {"next": mark(), "known": ""}, ["x"], "x"):
            self.assertEqual(self.kit.sync_answer(lineage=wrong).slug(), "malformed", wrong)

    def test_a_new_identity_keeps_what_was_not_sent(self):
        paper = noise(5000)
        item, contents = self.kit.dossier(files=[("a.jpg", paper)])
        self.kit.sync([item])
        self.kit.patch(next(iter(contents)), 0, paper[:2000])
        # A PATCH that brings less than the rest is whole in itself, so its bytes count.
        wanted = self.kit.sync([item], kiosk=OTHER_KIOSK)["results"][0]["wanted"]
        self.assertEqual(wanted[0]["offset"], 2000)
        self.kit.patch(wanted[0]["uploadId"], 2000, paper[2000:])
        self.assertEqual(self.kit.sync()["receipts"], [])
        self.assertEqual(len(self.kit.sync(kiosk=OTHER_KIOSK)["receipts"]), 1)
        self.kit.move(item["id"], 2)
        self.assertEqual(self.kit.sync()["changes"], [])
        self.assertEqual([c["status"] for c in self.kit.sync(kiosk=OTHER_KIOSK)["changes"]], [1, 2])


class SentOnce(Case):
    def test_one_content_travels_once_in_one_kiosk(self):
        card = noise(40_000)
        first, _ = self.kit.dossier(files=[("card.jpg", card)])
        waiting, _ = self.kit.dossier(files=[("the-card.jpg", card), ("own.jpg", noise(10, 2))])
        results = self.kit.sync([first, waiting])["results"]
        self.assertEqual([len(r["wanted"]) for r in results], [1, 2])
        self.kit.patch(results[0]["wanted"][0]["uploadId"], 0, card)
        again = self.kit.sync([first, waiting])["results"]
        self.assertEqual(again[0]["outcome"], "received")
        self.assertEqual([w["length"] for w in again[1]["wanted"]], [10], "it was waiting and is complete")
        later, _ = self.kit.dossier(files=[("x.jpg", card)])
        self.assertEqual(self.kit.sync([later])["results"][0]["outcome"], "received", "not a byte")
        for item in (first, later):
            self.assertDelivered(item)

    def test_a_part_of_it_is_no_harm(self):
        card = noise(40_000)
        half, halves = self.kit.dossier(files=[("half.jpg", card)])
        self.kit.sync([half])
        self.kit.patch(next(iter(halves)), 0, card[:15_000])
        self.kit.deliver(*self.kit.dossier(files=[("card.jpg", card)]))
        self.assertEqual(self.kit.sync([half])["results"][0]["outcome"], "received")
        self.assertDelivered(half)

    def test_never_across_kiosks(self):
        card = noise(40_000)
        self.kit.deliver(*self.kit.dossier(files=[("card.jpg", card)]))
        asked, _ = self.kit.dossier(files=[("card.jpg", card)])
        wanted = self.kit.sync([asked], kiosk=OTHER_KIOSK)["results"][0]["wanted"]
        self.assertEqual([(w["offset"], w["length"]) for w in wanted], [(0, 40_000)])

    def test_another_size_is_another_content(self):
        card = noise(40_000)
        self.kit.deliver(*self.kit.dossier(files=[("card.jpg", card)]))
        liar, _ = self.kit.dossier(files=[("card.jpg", card)])
        liar["attachments"][0]["size"] = 39_999
        self.assertEqual(len(self.kit.sync([liar])["results"][0]["wanted"]), 1)


class GivenBack(Case):
    def test_requests_messages_and_results(self):
        item, _ = self.received()
        cursor = self.kit.sync()["cursor"]
        lines = "KQ003453: Ảnh bị mờ\r\n/applicant/personalId: Chưa khớp\r\n\r\nChỉ có lời\r\n"
        self.assertEqual(self.kit.move(item["id"], 5, items=lines, until="2026-11-30", message="Mời đến").status, 303)
        change = self.kit.sync(cursor=cursor)["changes"][0]
        self.assertEqual(change["request"], {"until": "2026-11-30", "items": [
            {"component": "KQ003453", "text": "Ảnh bị mờ"}, {"field": "/applicant/personalId", "text": "Chưa khớp"}, {"text": "Chỉ có lời"}]})
        self.assertEqual((change["status"], change["message"]), (5, "Mời đến"))
        self.assertEqual(self.kit.move(item["id"], 5).status, 409, "nothing said")
        self.assertEqual(self.kit.move(item["id"], 5, message="Lần nữa").status, 303)
        self.assertEqual(self.kit.move(item["id"], 4, result="mau.pdf").status, 303)
        result = self.kit.sync(cursor=cursor)["changes"][-1]["results"][0]
        self.kit.restart()
        whole = self.kit.call("GET", "/api/v1/results/" + result["id"])
        self.assertEqual((whole.status, whole.headers["Content-Type"], whole.headers["Accept-Ranges"]), (200, "application/pdf", "bytes"))
        self.assertEqual((len(whole.body), sha256(whole.body)), (result["size"], result["sha256"]))
        self.assertTrue(whole.body.startswith(b"%PDF-1.4"))

    def test_what_cannot_be_used_is_refused(self):
        item, _ = self.received()
        for more in ({"until": "2026-11-30"}, {"items": "a", "until": "2026-02-30"}, {"items": "a\x01"}, {"message": "a\nb"}, {"result": "../../etc/passwd"},
                     {"result": "none.pdf"}, {"items": "\n".join("x" * 60)}):
            self.assertEqual(self.kit.move(item["id"], 5, **more).status, 400, more)
        self.assertEqual(len(self.kit.sync()["changes"]), 1)

    def test_news_of_branches(self):
        item, _ = self.received(branches=[{"id": "birth", "components": []}])
        self.assertEqual(self.kit.move(item["id"], 2, branch="birth", message="Xong", result="mau.pdf").status, 303)
        change = self.kit.sync()["branchChanges"][-1]
        self.assertEqual((change["branch"], change["message"], len(change["results"])), ("birth", "Xong", 1))


class Ranges(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        # Of the shape of a catalog, so that a judge on the way finds nothing amiss.
        part = {"protected": "aaaa", "signature": "bbbb"}
        self.content = json.dumps({"payload": noise(140_000).hex(), "signatures": [part]}).encode().ljust(300_000)
        for name in ("scan.jpg", "catalog"):
            pathlib.Path(folder.name, name).write_bytes(self.content)
        self.options = ("--results", folder.name, "--catalog", folder.name + "/catalog")
        super().setUp()
        item, _ = self.received()
        self.kit.move(item["id"], 2, result="scan.jpg")
        self.result = "/api/v1/results/" + self.kit.sync()["changes"][-1]["results"][0]["id"]

    def test_pieces_make_the_whole(self):
        for path in (self.result, "/api/v1/catalog/packs"):
            tag = self.kit.call("GET", path).headers["ETag"]
            pieces, offset = [], 0
            while offset < len(self.content):
                answer = self.kit.call("GET", path, headers={"Range": f"bytes={offset}-{offset + 65535}", "If-Range": tag})
                self.assertEqual((answer.status, answer.headers["ETag"]), (206, tag))
                end = offset + len(answer.body)
                self.assertEqual(answer.headers["Content-Range"], f"bytes {offset}-{end - 1}/{len(self.content)}")
                pieces.append(answer.body)
                offset = end
            self.assertEqual(b"".join(pieces), self.content)

    def test_corners(self):
        get = lambda **headers: self.kit.call("GET", self.result, headers={k.replace("_", "-"): v for k, v in headers.items()})
        tag = get().headers["ETag"]
        self.assertEqual(get(Range="bytes=299999-").body, self.content[-1:])
        self.assertEqual(get(Range="bytes=-10").body, self.content[-10:])
        self.assertEqual(get(Range="bytes=10-10").body, self.content[10:11])
        self.assertEqual(get(Range="bytes=0-999999999").status, 206)
        self.assertEqual(len(get(Range="bytes=5-", If_Range='"another"').body), 300_000)
        self.assertEqual((get(If_None_Match=tag).status, get(If_None_Match=tag).body), (304, b""))
        behind = get(Range="bytes=300000-")
        self.assertEqual((behind.status, behind.headers["Content-Range"]), (416, "bytes */300000"))
        self.assertEqual(behind.headers["Content-Type"], "application/problem+json")
        self.assertEqual(self.kit.call("GET", "/api/v1/results/" + "a" * 32).slug(), "unknown-result")
        self.assertEqual(self.kit.call("GET", "/api/v1/results/..%2f..%2fportal.sqlite").status, 404)


class Link(Case):
    options = ("--hint", "next=300, chunk=262144, parallel=1, spread=60")

    def test_nonce_comes_back(self):
        nonce = "q3J0mZ5yX1uT8vKc2bN7wQ"
        answer = self.kit.call("GET", "/api/v1/ping", headers={"Portal-Nonce": nonce})
        self.assertEqual((answer.status, answer.headers["Portal-Nonce"]), (204, nonce))
        for wrong in ("short", "x" * 65, "a b c d e f g h i j"):
            self.assertIsNone(self.kit.call("GET", "/api/v1/ping", headers={"Portal-Nonce": wrong}).headers["Portal-Nonce"])

    def test_hint(self):
        self.assertEqual(self.kit.sync_answer().headers["Sync-Hint"], self.options[1])


class Busy(Case):
    options = ("--capacity", "2", "--hold-ms", "300", "--hint", "next=600")
    date = False

    def crowd(self, size):
        answers = []

        def one():
            connection = self.kit.connect()
            connection.request("POST", "/api/v1/sync", json.dumps({"kiosk": KIOSK, "cursor": "", "dossiers": [], "acknowledge": []}))
            answer = connection.getresponse()
            answers.append((answer.status, answer.headers, answer.read()))
            connection.close()
        threads = [threading.Thread(target=one) for _ in range(size)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    def test_who_finds_no_place_is_told_when_to_come(self):
        answers = self.crowd(24)
        served = [a for a in answers if a[0] == 200]
        shed = [a for a in answers if a[0] == 503]
        self.assertEqual(len(served) + len(shed), 24)
        self.assertTrue(served and shed)
        self.assertEqual({a[1]["Sync-Hint"] for a in answers}, {"next=600"})
        for _, headers, body in shed:
            self.assertEqual(json.loads(body)["type"], "urn:motcua:problem:busy")
            if self.date:
                wait = (email.utils.parsedate_to_datetime(headers["Retry-After"]) - email.utils.parsedate_to_datetime(headers["Date"])).total_seconds()
            else:
                wait = int(headers["Retry-After"])
            self.assertTrue(0 <= wait <= 24 * 0.3 / 2 + 2, wait)


class BusyByDate(Busy):
    options = (*Busy.options, "--retry-after", "date")
    date = True


if __name__ == "__main__":
    BINARY = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=1)
