#!/usr/bin/env python3
"""Holds motcua-portal to sync/portal-api.yaml: portal_test.py BINARY"""
import base64
import gzip
import hashlib
import json
import os
import pathlib
import random
import re
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from portalkit import CHUNK, KIOSK, TUS, PortalKit, cut_after, sha256, upload_id, uuid7, wait_until  # noqa: E402

BINARY = ""
OTHER_KIOSK = {**KIOSK, "id": "0198f1d0-0000-4000-8000-000000000002"}
OFFICIAL = re.compile(r"^(?:[GH]\d{2}(?:\.\d{1,3}){0,4}|\d{3}(?:\.\d{2}){2}\.[GH]\d{2})-\d{6}-\d{4,7}$")


def noise(size, seed=1):
    return random.Random(seed).randbytes(size)


class PortalCase(unittest.TestCase):
    options = ()

    def setUp(self):
        self.kit = PortalKit(BINARY, *self.options)
        self.addCleanup(self.kit.__exit__)
        self.kit.start()

    def assertDelivered(self, item):
        self.assertEqual(self.kit.delivered(item), PortalKit.expected(item))

    def assertRejected(self, result, status, slug):
        self.assertEqual(result["outcome"], "rejected", result)
        self.assertEqual((result["problem"]["status"], result["problem"]["type"]), (status, "urn:motcua:problem:" + slug))

    def assertAlive(self):
        self.assertIsNone(self.kit.process.poll(), "the portal died")
        self.assertEqual(self.kit.call("GET", "/api/v1/ping").status, 204)


class Delivery(PortalCase):
    def test_form_without_papers_is_received_at_once(self):
        item, _ = self.kit.dossier()
        answer = self.kit.sync([item])
        receipt = answer["results"][0]["receipt"]
        self.assertRegex(receipt["officialCode"], OFFICIAL)
        self.assertTrue(receipt["officialCode"].startswith("H19.231-") and receipt["officialCode"].endswith("-0001"))
        self.assertTrue(receipt["dueAt"].endswith("T17:00:00+07:00"))
        self.assertEqual((receipt["formSha256"], receipt["attachments"]), (item["form"]["sha256"], []))
        self.assertEqual(answer["receipts"], [receipt])
        self.assertEqual([(c["id"], c["status"]) for c in answer["changes"]], [(item["id"], 1)])
        self.assertDelivered(item)

    def test_manifest_first_then_bytes_then_receipt(self):
        item, contents = self.kit.dossier(files=[("KQ003453-1.jpg", noise(300_000)), ("KQ003453-2.jpg", noise(70_001, 2))])
        result = self.kit.sync([item])["results"][0]
        self.assertEqual([(w["offset"], w["length"]) for w in result["wanted"]], [(0, 300_000), (0, 70_001)])
        self.assertFalse((self.kit.store / "dossiers" / item["id"]).exists())
        receipt = self.kit.deliver(item, contents)
        self.assertEqual(receipt["attachments"], [{k: a[k] for k in ("name", "size", "sha256")} for a in item["attachments"]])
        self.assertDelivered(item)

    def test_a_receipt_beside_the_last_piece_for_who_asks(self):
        asks = {"Accept": "application/json, application/problem+json"}
        item, contents = self.kit.dossier(files=[("a.jpg", noise(3000)), ("b.jpg", noise(4000, 2))])
        self.kit.sync([item])
        (first, one), (last, two) = contents.items()
        self.assertEqual(self.kit.patch(first, 0, one, asks).status, 204)  # not whole yet
        self.assertEqual(self.kit.patch(last, 0, two[:1000], asks).status, 204)
        answer = self.kit.patch(last, 1000, two[1000:], asks)
        self.assertEqual((answer.status, answer.headers["Upload-Offset"]), (200, "4000"))
        again = self.kit.sync([item])
        self.assertEqual(answer.json["receipts"], [again["results"][0]["receipt"]])
        self.assertEqual(again["receipts"], answer.json["receipts"])  # until it is acknowledged, however often it was given
        other, contents = self.kit.dossier(files=[("a.jpg", noise(3000, 3))])
        self.kit.sync([other])
        self.assertEqual(self.kit.patch(*list(contents), 0, *contents.values()).status, 204)  # nobody asked
        self.assertDelivered(item)

    def test_a_smaller_picture_first_and_the_original_later(self):
        files = [("a.jpg", noise(9000)), ("b.jpg", noise(8000, 2)), ("c.pdf", noise(500, 3))]
        item, contents = self.kit.dossier(files=files, small={"a.jpg": noise(900, 4), "b.jpg": noise(800, 5)})
        a, b, c = (each["uploadId"] for each in item["attachments"])
        small_a, small_b = (each["rendition"]["uploadId"] for each in item["attachments"][:2])
        wanted = self.kit.sync([item])["results"][0]["wanted"]
        self.assertEqual({each["uploadId"] for each in wanted}, {a, b, c, small_a, small_b})
        for upload in (small_a, c, b):  # of each entry one content: that is enough
            self.assertNotIn("receipt", self.kit.sync([item])["results"][0])
            self.kit.patch(upload, 0, contents[upload])
        result = self.kit.sync([item])["results"][0]
        self.assertEqual(result["outcome"], "received")
        self.assertEqual(result["wanted"], [{"uploadId": a, "offset": 0, "length": 9000}])  # nobody needs small_b any more
        first = result["receipt"]
        rendition = item["attachments"][0]["rendition"]
        self.assertEqual([each.get("rendition") for each in first["attachments"]], [{k: rendition[k] for k in ("size", "sha256")}, None, None])
        there = self.kit.delivered(item)
        self.assertEqual(sorted(there), ["attachments/b.jpg", "attachments/c.pdf", "form.json", "renditions/a.jpg"])
        key = {"id": item["id"], "revision": 1}
        self.assertEqual(self.kit.sync(acknowledge=[key])["receipts"], [])
        self.kit.restart()
        self.kit.patch(a, 0, contents[a][:5000])
        self.kit.restart()
        answer = self.kit.patch(a, 5000, contents[a][5000:], {"Accept": "application/json"})
        whole = answer.json["receipts"][0]
        self.assertEqual({k: v for k, v in whole.items() if k not in ("attachments", "signed")},
                         {k: v for k, v in first.items() if k not in ("attachments", "signed")})
        self.assertEqual([each.get("rendition") for each in whole["attachments"]], [None, None, None])
        self.assertEqual(self.kit.sync()["receipts"], [whole])  # it says more than the one that was acknowledged
        self.assertEqual(self.kit.delivered(item)["attachments/a.jpg"], item["attachments"][0]["sha256"])
        self.assertNotIn("wanted", self.kit.sync([item])["results"][0])

    def test_a_rendition_is_part_of_the_manifest(self):
        item, _ = self.kit.dossier(files=[("a.jpg", noise(9000))], small={"a.jpg": noise(900, 4)})
        self.kit.sync([item])
        bare = {**item, "attachments": [{k: v for k, v in item["attachments"][0].items() if k != "rendition"}]}
        self.assertEqual(self.kit.sync([bare])["results"][0]["problem"]["status"], 409)
        for change in ({"size": 9000}, {"mediaType": "application/pdf"}, {"uploadId": "x" * 32}, {"sha256": item["attachments"][0]["sha256"]}):
            other, _ = self.kit.dossier(files=[("a.jpg", noise(9000))], small={"a.jpg": noise(900, 4)})
            other["attachments"][0]["rendition"].update(change)
            problem = self.kit.sync([other])["results"][0]["problem"]
            self.assertTrue(problem["field"].startswith("/attachments/0/rendition"), problem)

    def test_serials_count_up_and_replays_do_not(self):
        first, _ = self.kit.dossier()
        second, _ = self.kit.dossier()
        one = self.kit.sync([first, second])
        two = self.kit.sync([second, first, first])
        self.assertEqual([r["receipt"]["officialCode"][-4:] for r in one["results"]], ["0001", "0002"])
        self.assertEqual(two["results"], [one["results"][1], one["results"][0], one["results"][0]])
        self.assertEqual(len(two["receipts"]), 2)

    def test_the_same_revision_with_other_content_is_a_conflict(self):
        item, contents = self.kit.dossier(files=[("a.jpg", noise(1000))])
        other, _ = self.kit.dossier(name="Lê Văn Thử", files=[("a.jpg", noise(1000))], dossier_id=item["id"])
        more, _ = self.kit.dossier(files=[("a.jpg", noise(1000)), ("b.jpg", noise(10))], dossier_id=item["id"])
        self.kit.sync([item])
        for wrong in (other, more):
            self.assertRejected(self.kit.sync([wrong])["results"][0], 409, "revision-conflict")
        receipt = self.kit.deliver(item, contents)
        self.assertRejected(self.kit.sync([other])["results"][0], 409, "revision-conflict")
        self.assertEqual(self.kit.sync([item])["results"][0]["receipt"], receipt)
        self.assertDelivered(item)

    def test_a_new_revision_keeps_the_official_code_and_the_old_files(self):
        item, contents = self.kit.dossier(files=[("a.jpg", noise(1000)), ("b.jpg", noise(500, 5))])
        first = self.kit.deliver(item, contents)
        later, more = self.kit.dossier(name="Điểu Thị Mai (sửa)", files=[("a.jpg", noise(1000)), ("c.jpg", noise(20, 3))], revision=2, dossier_id=item["id"])
        wanted = self.kit.sync([later])["results"][0]["wanted"]
        self.assertEqual([w["length"] for w in wanted], [20])  # a.jpg is there already
        second = self.kit.deliver(later, more)
        self.assertEqual((second["officialCode"], second["revision"]), (first["officialCode"], 2))
        self.assertDelivered(later)
        old = self.kit.store / "superseded" / (item["id"] + ".1") / "form.json"
        self.assertEqual(sha256(old.read_bytes()), item["form"]["sha256"])
        self.assertEqual(self.kit.sync([item])["results"][0]["receipt"], first)
        unknown, _ = self.kit.dossier(name="Khác", revision=1, dossier_id=item["id"])
        self.assertRejected(self.kit.sync([unknown])["results"][0], 409, "revision-conflict")

    def test_put_is_one_item_of_sync(self):
        item, contents = self.kit.dossier(files=[("a.jpg", noise(10))])
        path = "/api/v1/dossiers/" + item["id"]
        put = lambda: self.kit.call("PUT", path, json.dumps({"kiosk": KIOSK, "dossier": item}))
        first = put()
        self.assertEqual((first.status, first.json["outcome"]), (202, "wanted"))
        self.kit.patch(first.json["wanted"][0]["uploadId"], 0, noise(10))
        again = put()
        self.assertEqual((again.status, again.json["outcome"]), (200, "received"))
        other, _ = self.kit.dossier(name="Khác", dossier_id=item["id"])
        refused = self.kit.call("PUT", path, json.dumps({"kiosk": KIOSK, "dossier": other}))
        self.assertEqual((refused.status, refused.slug()), (409, "revision-conflict"))
        self.assertEqual(self.kit.call("PUT", "/api/v1/dossiers/" + uuid7(), json.dumps({"kiosk": KIOSK, "dossier": item})).slug(), "malformed")

    def test_compressed_requests(self):
        item, _ = self.kit.dossier()
        body = json.dumps({"kiosk": KIOSK, "cursor": "", "dossiers": [item], "acknowledge": []}).encode()
        answer = self.kit.call("POST", "/api/v1/sync", gzip.compress(body), {"Content-Encoding": "gzip"})
        self.assertEqual(answer.json["results"][0]["outcome"], "received")
        bomb = self.kit.call("POST", "/api/v1/sync", gzip.compress(b" " * 200_000_000, 9), {"Content-Encoding": "gzip"})
        self.assertEqual((bomb.status, bomb.slug()), (413, "too-large"))
        self.assertAlive()


class Receipts(PortalCase):
    def test_receipts_come_until_acknowledged_and_only_to_their_kiosk(self):
        item, _ = self.kit.dossier()
        receipt = self.kit.sync([item])["results"][0]["receipt"]
        self.assertEqual(self.kit.sync()["receipts"], [receipt])
        self.assertEqual(self.kit.sync(kiosk=OTHER_KIOSK)["receipts"], [])
        key = {"id": item["id"], "revision": 1}
        self.assertEqual(self.kit.sync(kiosk=OTHER_KIOSK, acknowledge=[key])["receipts"], [])
        self.assertEqual(self.kit.sync()["receipts"], [receipt], "another kiosk cannot acknowledge")
        self.assertEqual(self.kit.sync(acknowledge=[key, {"id": uuid7(), "revision": 3}])["receipts"], [])
        self.kit.restart()
        self.assertEqual(self.kit.sync()["receipts"], [])
        self.assertEqual(self.kit.sync([item])["results"][0]["receipt"], receipt)

    def test_changes_follow_the_cursor(self):
        item, _ = self.kit.dossier()
        start = self.kit.sync([item])
        self.assertEqual(self.kit.sync(cursor=start["cursor"])["changes"], [])
        for status, note in ((2, ""), (4, "Đã chuyển công chức tư pháp"), (9, "")):
            self.assertEqual(self.kit.move(item["id"], status, note).status, 303)
        self.kit.restart()
        answer = self.kit.sync(cursor=start["cursor"])
        self.assertEqual([(c["status"], c["note"]) for c in answer["changes"]], [(2, ""), (4, "Đã chuyển công chức tư pháp"), (9, "")])
        sequences = [c["sequence"] for c in answer["changes"]]
        self.assertEqual(sequences, sorted(set(sequences)))
        alone = self.kit.call("GET", f"/api/v1/changes?cursor={start['cursor']}&kiosk={KIOSK['id']}").json
        self.assertEqual((alone["changes"], alone["cursor"], alone["more"]), (answer["changes"], answer["cursor"], False))
        self.assertEqual(self.kit.sync(kiosk=OTHER_KIOSK)["changes"], [])
        self.assertEqual(len(self.kit.sync(cursor="of-a-portal-that-was-wiped.77")["changes"]), 4)

    def test_many_changes_come_in_pages(self):
        item, _ = self.kit.dossier()
        self.kit.sync([item])
        token = self.kit.form_token()
        moves = [2, 4] + [6, 4] * 110
        for status in moves:
            self.assertEqual(self.kit.move(item["id"], status, token=token).status, 303)
        seen, cursor, sizes, more = [], "", [], True
        while more:
            answer = self.kit.sync(cursor=cursor)
            cursor, more = answer["cursor"], answer["more"]
            seen += answer["changes"]
            sizes.append(len(answer["changes"]))
        self.assertEqual(sizes, [200, 23])
        self.assertEqual([c["status"] for c in seen], [1] + moves)

    def test_statuses_move_only_along_the_table(self):
        item, _ = self.kit.dossier()
        self.kit.sync([item])
        for wrong in (1, 4, 6, 8, 9, 10, 11, 99):
            self.assertEqual(self.kit.move(item["id"], wrong).status, 409, wrong)
        for wrong in ("", "x", "-1", "2 OR 1=1", "999999999999"):
            self.assertEqual(self.kit.move(item["id"], wrong).status, 400, wrong)
        self.assertEqual(self.kit.move(uuid7(), 2).status, 404)
        self.assertEqual(self.kit.move(item["id"], 2, token="0" * 64).status, 403)
        self.assertEqual(self.kit.move(item["id"], 2, note="a\nb").status, 400)
        self.assertEqual(self.kit.move(item["id"], 5, note='<script>"&\'').status, 303)
        page = self.kit.call("GET", "/").body.decode()
        self.assertNotIn("<script>", page)
        self.assertIn("&lt;script&gt;", page)
        self.assertIn("Yêu cầu bổ sung giấy tờ", page)
        for status in (4, 6, 4, 9, 10):
            self.assertEqual(self.kit.move(item["id"], status).status, 303)
        self.assertEqual(self.kit.move(item["id"], 4, token="anything").status, 403)
        self.assertEqual([c["status"] for c in self.kit.sync()["changes"]], [1, 5, 4, 6, 4, 9, 10])

    def test_note_must_be_utf8(self):
        item, _ = self.kit.dossier()
        self.kit.sync([item])
        token = self.kit.form_token()
        for broken in ("%FF%FE", "%22%FF", "%5C%C3"):
            answer = self.kit.call("POST", f"/dossiers/{item['id']}/status", f"token={token}&status=2&note={broken}",
                                   {"Content-Type": "application/x-www-form-urlencoded"})
            self.assertEqual(answer.status, 400)
        self.assertEqual(len(self.kit.sync()["changes"]), 1)


BRANCHES = [{"id": "birth", "procedure": "1.001193", "components": ["000.00.00.G15-KQ004389"]},
            {"id": "residence", "procedure": "1.004222", "components": []},
            {"id": "insurance", "components": []},
            {"id": "card", "components": []}]


class Branches(PortalCase):
    def linked(self):
        return self.kit.dossier(procedure="3.000722", branches=BRANCHES)[0]

    def test_each_branch_moves_alone(self):
        item = self.linked()
        start = self.kit.sync([item])
        opened = start["branchChanges"]
        self.assertEqual([(c["branch"], c["status"]) for c in opened], [(b["id"], 1) for b in BRANCHES])
        self.assertTrue(all(c["dueAt"] > item["submittedAt"] and "officialCode" not in c for c in opened), opened)
        self.assertEqual([c["status"] for c in start["changes"]], [1])
        cursor = start["cursor"]
        token = self.kit.form_token()
        for branch, status, note in (("birth", 2, ""), ("birth", 4, ""), ("residence", 5, "Thiếu ý kiến của chủ hộ"), ("birth", 9, ""), ("birth", 10, "")):
            self.assertEqual(self.kit.move(item["id"], status, note, token=token, branch=branch).status, 303, (branch, status))
        self.assertEqual(self.kit.move(item["id"], 9, token=token, branch="card").status, 409, "each branch keeps the table")
        self.assertEqual(self.kit.move(item["id"], 2, token=token, branch="funeral").status, 404)
        self.kit.restart()
        answer = self.kit.sync(cursor=cursor)
        self.assertEqual(answer["changes"], [], "the dossier as a whole has not moved")
        moved = [(c["branch"], c["status"], c["note"]) for c in answer["branchChanges"]]
        self.assertEqual(moved, [("birth", 2, ""), ("birth", 4, ""), ("residence", 5, "Thiếu ý kiến của chủ hộ"), ("birth", 9, ""), ("birth", 10, "")])
        codes = {c.get("officialCode") for c in answer["branchChanges"] if c["branch"] == "birth"}
        self.assertEqual(len(codes), 1)
        self.assertNotIn(start["results"][0]["receipt"]["officialCode"], codes)
        page = self.kit.call("GET", "/").body.decode()
        self.assertIn("Thiếu ý kiến của chủ hộ", page)
        self.assertNotIn("branchChanges", self.kit.sync(cursor=answer["cursor"]))

    def test_branches_and_dossiers_share_the_pages_of_the_cursor(self):
        item = self.linked()
        self.kit.sync([item])
        token = self.kit.form_token()
        for _ in range(60):
            for status in (5, 4) if _ else (5, 4, 6, 4):
                self.assertEqual(self.kit.move(item["id"], status, token=token, branch="birth").status, 303)
                self.assertEqual(self.kit.move(item["id"], status, token=token).status, 303)
        seen, cursor, more = [], "", True
        while more:
            answer = self.kit.sync(cursor=cursor)
            cursor, more = answer["cursor"], answer["more"]
            page = answer["changes"] + answer.get("branchChanges", [])
            self.assertLessEqual(len(page), 200)
            seen += [c["sequence"] for c in page]
        self.assertEqual(sorted(seen), list(range(1, len(seen) + 1)))
        self.assertEqual(len(seen), 5 + 2 * (4 + 59 * 2))

    def test_the_same_revision_with_other_branches_is_a_conflict(self):
        item = self.linked()
        receipt = self.kit.sync([item])["results"][0]["receipt"]
        self.assertEqual(self.kit.sync([item])["results"][0]["receipt"], receipt)
        fewer = {**item, "branches": BRANCHES[:2]}
        self.assertRejected(self.kit.sync([fewer])["results"][0], 409, "revision-conflict")

    def test_hostile_branches_are_refused_with_a_pointer(self):
        for branches, field in ((7, "/branches"), ([], "/branches"), ([7], "/branches/0"), ([{"id": "a b", "components": []}], "/branches/0/id"),
                                ([{"id": "birth"}], "/branches/0/components"), ([{"id": "birth", "components": ["<x>"]}], "/branches/0/components"),
                                ([{"id": "birth", "procedure": "x", "components": []}], "/branches/0/procedure"),
                                ([BRANCHES[0], BRANCHES[0]], "/branches/1/id"), (BRANCHES * 6, "/branches")):
            item, _ = self.kit.dossier(branches=branches)
            result = self.kit.sync([item])["results"][0]
            self.assertRejected(result, 422, "rejected")
            self.assertEqual(result["problem"]["field"], field)

    def test_a_store_of_an_older_portal_goes_on(self):
        item, _ = self.kit.dossier()
        receipt = self.kit.sync([item])["results"][0]["receipt"]
        self.kit.kill()
        with sqlite3.connect(self.kit.store / "portal.sqlite") as old:
            for table in ("branches", "submitted_branches", "epochs", "kiosks", "results", "former_receipts",
                          "journal_heads", "journal_now", "journal_objections"):
                old.execute(f"DROP TABLE {table}")
            old.execute("DROP INDEX uploads_by_content")
            for column in ("branch", "official_code", "due_at", "extras"):
                old.execute(f"ALTER TABLE changes DROP COLUMN {column}")
            old.execute("ALTER TABLE serials DROP COLUMN epoch")
            old.execute("ALTER TABLE manifest DROP COLUMN rendition")
            old.execute("PRAGMA user_version = 1")
        old.close()
        self.kit.start()
        self.assertEqual(self.kit.sync([item])["results"][0]["receipt"], receipt)
        self.assertEqual(len(self.kit.sync([self.linked()])["branchChanges"]), 4)


class Page(PortalCase):
    def test_page_shows_codes_but_no_person(self):
        item, contents = self.kit.dossier(files=[("KQ003453-1.jpg", noise(300_000))])
        self.kit.sync([item])
        arriving = self.kit.call("GET", "/").body.decode()
        self.assertIn("Đang nhận", arriving)
        receipt = self.kit.deliver(item, contents)
        answer = self.kit.call("GET", "/")
        page = answer.body.decode()
        for text in (receipt["officialCode"], item["localCode"], "1.004873", "KQ003453-1.jpg", "293 KB", "Mới đăng ký"):
            self.assertIn(text, page)
        self.assertIn("default-src 'none'", answer.headers["Content-Security-Policy"])
        log = self.kit.log.read_text()
        for secret in ("Mai", "070195000123"):
            self.assertNotIn(secret, page)
            self.assertNotIn(secret, log)


class Cuts(PortalCase):
    SIZE = 600_000

    def start_upload(self, seed=1):
        data = noise(self.SIZE, seed)
        item, contents = self.kit.dossier(files=[("KQ003453-1.jpg", data)])
        wanted = self.kit.sync([item])["results"][0]["wanted"][0]
        return item, contents, wanted["uploadId"], data

    def test_bytes_before_a_cut_are_kept(self):
        item, contents, identifier, data = self.start_upload()
        at = 0
        for part in (1, 4096, 100_000, 333_333):
            connection = cut_after(self.kit, identifier, at, data[at:], part)
            self.assertTrue(wait_until(lambda: self.kit.offset(identifier) == at + part))
            connection.sock.close()
            at += part
        self.assertEqual(self.kit.sync([item])["results"][0]["wanted"][0]["offset"], at)
        self.kit.deliver(item, contents)
        self.assertDelivered(item)

    def test_kill_9_of_the_portal_in_the_middle(self):
        for seed, part in enumerate((0, 1, 16_384, 299_999, self.SIZE - 1, self.SIZE)):
            with self.subTest(part=part):
                item, contents, identifier, data = self.start_upload(seed)
                connection = cut_after(self.kit, identifier, 0, data, part)
                self.assertTrue(wait_until(lambda: (self.kit.store / "uploads" / identifier).exists() or part == 0))
                wait_until(lambda: (self.kit.store / "uploads" / identifier).stat().st_size >= part if part else True)
                self.kit.restart()
                connection.close()
                result = self.kit.sync([item])["results"][0]
                if part < self.SIZE:
                    self.assertEqual(result["wanted"][0]["offset"], part)
                self.kit.deliver(item, contents)
                self.assertDelivered(item)
        codes = [r["officialCode"] for r in self.kit.sync()["receipts"]]
        self.assertEqual((len(codes), len(set(codes))), (6, 6))

    def test_kill_9_at_random_moments_of_many_deliveries(self):
        dice = random.Random(7)
        kills, number = 0, 0
        receipts, items = {}, {}
        while kills < 30:
            number += 1
            tries = 0
            item, contents = self.kit.dossier(files=[("a.jpg", noise(40_000, number)), ("b.jpg", noise(9_000, 100 + number))])
            items[item["id"]] = item
            while item["id"] not in receipts:
                tries += 1  # a slow machine gets further each time
                timer = threading.Timer(dice.uniform(0, 0.04 * tries), self.kit.process.kill)
                timer.start()
                try:
                    receipts[item["id"]] = self.kit.deliver(item, contents)
                except AssertionError:
                    raise
                except Exception:
                    # Only its death excuses the portal.
                    self.assertTrue(wait_until(lambda: self.kit.process.poll() is not None, 2))
                timer.join()
                kills += 1
                self.kit.restart()
        final = {r["id"]: r for r in self.kit.sync()["receipts"]}
        self.assertEqual(final, receipts, "a receipt once given stays the same, and there is one for each dossier")
        self.assertEqual(len({r["officialCode"] for r in final.values()}), len(items))
        for item in items.values():
            self.assertDelivered(item)
        self.assertEqual({p.name for p in (self.kit.store / "dossiers").iterdir()}, set(items))

    def test_placed_but_not_committed_is_finished_at_start(self):
        item, contents, identifier, data = self.start_upload()
        self.kit.patch(identifier, 0, data[:-1])
        self.kit.kill()
        # As if power went after the last byte, before the check, with a half-built directory beside it.
        with open(self.kit.store / "uploads" / identifier, "ab") as file:
            file.write(data[-1:])
        broken = self.kit.store / "dossiers" / item["id"]
        broken.mkdir()
        (broken / "form.json").write_text("{")
        (self.kit.store / "uploads" / ("z" * 32)).write_text("orphan")
        self.kit.start()
        self.assertDelivered(item)
        self.assertFalse((self.kit.store / "uploads" / ("z" * 32)).exists())
        self.assertEqual(len(self.kit.sync()["receipts"]), 1)

    def test_wrong_bytes_are_thrown_away_and_told(self):
        item, contents, identifier, data = self.start_upload()
        wrong = bytes([data[0] ^ 1]) + data[1:]
        answer = self.kit.patch(identifier, 0, wrong)
        self.assertEqual((answer.status, answer.slug(), answer.json["expected"], answer.json["actual"]), (422, "digest-mismatch", sha256(data), sha256(wrong)))
        self.assertEqual(self.kit.offset(identifier), 0)
        self.kit.deliver(item, contents)
        self.assertDelivered(item)

    def test_a_newer_patch_takes_over_from_a_dead_one(self):
        item, contents, identifier, data = self.start_upload()
        zombie = cut_after(self.kit, identifier, 0, data, 100_000)
        self.assertTrue(wait_until(lambda: self.kit.offset(identifier) == 100_000))
        started = time.monotonic()
        self.assertEqual(self.kit.patch(identifier, 100_000, data[100_000:]).status, 204)
        self.assertLess(time.monotonic() - started, 2.0, "no waiting for the dead connection")
        try:
            zombie.send(data[100_000:200_000])
            zombie.getresponse()
            self.fail("the old PATCH must not succeed")
        except (OSError, ssl.SSLError, Exception) as stopped:
            self.assertNotIsInstance(stopped, AssertionError)
        zombie.close()
        self.assertEqual(self.kit.sync([item])["results"][0]["outcome"], "received")
        self.assertDelivered(item)

    def test_a_long_patch_at_a_wrong_offset_is_refused_before_it_travels(self):
        item, contents, identifier, data = self.start_upload()
        self.assertEqual(self.kit.patch(identifier, 0, data[:4096]).status, 204)
        connection = cut_after(self.kit, identifier, 0, data, 1000)  # announces all of it, sends little
        answer = connection.getresponse()
        self.assertEqual((answer.status, answer.getheader("Upload-Offset")), (409, "4096"))
        connection.close()
        self.kit.deliver(item, contents)
        self.assertDelivered(item)

    def test_two_patches_at_once_never_corrupt(self):
        for seed in range(3):
            item, contents, identifier, data = self.start_upload(20 + seed)
            answers = []

            def send():
                connection = self.kit.connect()
                try:
                    connection.request("PATCH", f"/api/v1/uploads/{identifier}", body=data, headers={**CHUNK, "Upload-Offset": "0"})
                    answers.append(connection.getresponse().status)
                except (OSError, ssl.SSLError, Exception):
                    answers.append("cut")
                finally:
                    connection.close()

            threads = [threading.Thread(target=send) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertLessEqual(answers.count(204), 1, answers)
            self.kit.deliver(item, contents)
            self.assertDelivered(item)

    def test_many_kiosks_at_once(self):
        results = []

        def kiosk(number):
            mine = PortalKit.__new__(PortalKit)
            mine.__dict__.update(self.kit.__dict__, connection=None)
            item, contents = mine.dossier(files=[("a.jpg", noise(50_000, 40 + number))])
            results.append((item, mine.deliver(item, contents)))
            mine.disconnect()

        threads = [threading.Thread(target=kiosk, args=(n,)) for n in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len({receipt["officialCode"] for _, receipt in results}), 16)
        for item, _ in results:
            self.assertDelivered(item)

    def test_a_second_portal_may_not_use_the_store(self):
        second = subprocess.run([BINARY, "--listen", "127.0.0.1:0", "--store", str(self.kit.store), "--cert", str(self.kit.root / "certs/server.crt"),
                                 "--key", str(self.kit.root / "certs/server.key")], capture_output=True, text=True, timeout=10)
        self.assertEqual(second.returncode, 3)
        self.assertIn("in use", second.stderr)


class Tus(PortalCase):
    def create(self, length, headers=None, body=b""):
        return self.kit.call("POST", "/api/v1/uploads", body, {**TUS, "Upload-Length": str(length), **(headers or {})})

    def test_plain_upload(self):
        data = noise(10_000)
        made = self.create(len(data), {"Upload-Metadata": "filename YS5qcGc="})
        self.assertEqual(made.status, 201)
        path = made.headers["Location"]
        self.assertEqual(self.kit.call("PATCH", path, data[:4000], {**CHUNK, "Upload-Offset": "0"}).headers["Upload-Offset"], "4000")
        head = self.kit.call("HEAD", path, headers=TUS)
        self.assertEqual((head.headers["Upload-Offset"], head.headers["Upload-Length"], head.headers["Upload-Metadata"], head.headers["Cache-Control"]),
                         ("4000", "10000", "filename YS5qcGc=", "no-store"))
        wrong = self.kit.call("PATCH", path, data, {**CHUNK, "Upload-Offset": "0"})
        self.assertEqual((wrong.status, wrong.slug(), wrong.json["offset"], wrong.headers["Upload-Offset"]), (409, "offset-mismatch", 4000, "4000"))
        long = self.kit.call("PATCH", path, data, {**CHUNK, "Upload-Offset": "4000"})
        self.assertEqual((long.status, long.slug()), (413, "too-large"))
        override = self.kit.call("POST", path, data[4000:], {**CHUNK, "Upload-Offset": "4000", "X-HTTP-Method-Override": "PATCH"})
        self.assertEqual((override.status, override.headers["Upload-Offset"]), (204, "10000"))
        self.assertEqual((self.kit.store / "uploads" / path.rsplit("/", 1)[1]).read_bytes(), data)
        self.assertEqual(self.kit.call("DELETE", path, headers=TUS).status, 204)
        self.assertEqual(self.kit.call("HEAD", path, headers=TUS).status, 404)
        self.assertEqual(self.kit.call("DELETE", path, headers=TUS).slug(), "unknown-upload")
        self.assertEqual(self.kit.call("GET", path).status, 405)

    def test_creation_with_upload_and_empty_upload(self):
        made = self.create(6, CHUNK, b"abcdef")
        self.assertEqual((made.status, made.headers["Upload-Offset"]), (201, "6"))
        partial = self.create(6, CHUNK, b"abc")
        self.assertEqual((partial.status, partial.headers["Upload-Offset"]), (201, "3"))
        nothing = self.create(0)
        self.assertEqual(nothing.status, 201)
        self.assertEqual(self.kit.call("HEAD", nothing.headers["Location"], headers=TUS).headers["Upload-Offset"], "0")
        self.kit.restart()
        self.assertEqual(self.kit.call("HEAD", partial.headers["Location"], headers=TUS).headers["Upload-Offset"], "3")

    def test_checksums(self):
        for algorithm in ("sha1", "sha256"):
            path = self.create(8).headers["Location"]
            good = base64.b64encode(hashlib.new(algorithm, b"abcd").digest()).decode()
            answer = self.kit.call("PATCH", path, b"abcd", {**CHUNK, "Upload-Offset": "0", "Upload-Checksum": f"{algorithm} {good}"})
            self.assertEqual(answer.status, 204)
            answer = self.kit.call("PATCH", path, b"efgh", {**CHUNK, "Upload-Offset": "4", "Upload-Checksum": f"{algorithm} {good}"})
            self.assertEqual(answer.status, 460)
            self.assertEqual(self.kit.call("HEAD", path, headers=TUS).headers["Upload-Offset"], "4")
            for broken in ("md5 AAAA", "sha1", "sha256 !!!!", "sha1 AAAA"):
                self.assertEqual(self.kit.call("PATCH", path, b"e", {**CHUNK, "Upload-Offset": "4", "Upload-Checksum": broken}).status, 400, broken)

    def test_protocol_errors(self):
        options = self.kit.call("OPTIONS", "/api/v1/uploads")
        self.assertEqual((options.status, options.headers["Tus-Version"], options.headers["Tus-Extension"], options.headers["Tus-Checksum-Algorithm"]),
                         (204, "1.0.0", "creation,creation-with-upload,termination,checksum", "sha1,sha256"))
        self.assertEqual(self.kit.call("POST", "/api/v1/uploads", b"", {"Upload-Length": "1"}).status, 412)
        self.assertEqual(self.create("-1").status, 400)
        self.assertEqual(self.create("1e3").status, 400)
        self.assertEqual(self.create("99999999999999999999").status, 400)
        self.assertEqual(self.create(100_000_000).slug(), "too-large")
        path = self.create(5).headers["Location"]
        self.assertEqual(self.kit.call("PATCH", path, b"abcde", {**TUS, "Upload-Offset": "0", "Content-Type": "text/plain"}).status, 415)
        self.assertEqual(self.kit.call("PATCH", path, b"abcde", {**CHUNK, "Upload-Offset": "0", "Content-Encoding": "gzip"}).status, 415)
        self.assertEqual(self.kit.call("PATCH", path, b"abcde", CHUNK).status, 400)
        chunked = self.kit.call("PATCH", path, iter([b"abc", b"defgh"]), {**CHUNK, "Upload-Offset": "0", "Transfer-Encoding": "chunked"})
        self.assertEqual(chunked.status, 413)
        self.assertEqual(self.kit.call("HEAD", path, headers=TUS).headers["Upload-Offset"], "0")
        self.assertAlive()

    def test_uploads_of_a_dossier(self):
        item, contents = self.kit.dossier(files=[("a.jpg", noise(100))])
        identifier = next(iter(contents))
        self.assertEqual(self.kit.patch(identifier, 0, b"").slug(), "unknown-upload")
        self.kit.sync([item])
        self.kit.patch(identifier, 0, contents[identifier][:50])
        self.assertEqual(self.kit.sync([item])["results"][0]["wanted"][0]["offset"], 50, "the same /sync again truncates nothing")
        self.assertEqual(self.kit.call("DELETE", f"/api/v1/uploads/{identifier}", headers=TUS).status, 204)
        self.assertEqual(self.kit.sync([item])["results"][0]["wanted"][0]["offset"], 0)
        self.kit.deliver(item, contents)
        self.assertEqual(self.kit.call("DELETE", f"/api/v1/uploads/{identifier}", headers=TUS).status, 403)
        self.assertEqual(self.kit.patch(identifier, 100, b"").status, 204)
        self.assertEqual(self.kit.patch(identifier, 0, b"x").slug(), "offset-mismatch")
        self.assertDelivered(item)


class Hostile(PortalCase):
    def test_hostile_items_are_refused_with_a_pointer(self):
        good, _ = self.kit.dossier(files=[("a.jpg", noise(10)), ("b.jpg", noise(11))])
        deep = '{"a":' + "[" * 100_000 + "]" * 100_000 + "}"

        def changed(**members):
            return {**good, **members}

        def file(**members):
            return changed(attachments=[{**good["attachments"][0], **members}])

        def named(name):
            digest = good["attachments"][0]["sha256"]
            return file(name=name, uploadId=upload_id(good["id"], name, digest))

        def form(text):
            return changed(form={"mediaType": "application/json", "sha256": sha256(text.encode()), "text": text}, attachments=[])

        cases = [("/localCode", changed(localCode="../x")), ("/localCode", changed(localCode=["a"])), ("/procedure", changed(procedure="9.004873")),
                 ("/packVersion", changed(packVersion="")), ("/capturedAt", changed(capturedAt="yesterday")),
                 ("/submittedAt", changed(submittedAt="2026-02-30T10:00:00+07:00")), ("/form", changed(form=None)),
                 ("/form/mediaType", changed(form={**good["form"], "mediaType": "text/html"})), ("/form/sha256", changed(form={**good["form"], "sha256": "00"})),
                 ("/form/text", changed(form={**good["form"], "text": 5})), ("/form/text", form("[]")), ("/form/text", form("not json")),
                 ("/attachments", changed(attachments={})), ("/attachments", changed(attachments=[good["attachments"][0]] * 101)),
                 ("/attachments/0", changed(attachments=[7])), ("/attachments/1/name", changed(attachments=[good["attachments"][0]] * 2)),
                 ("/attachments/0/size", file(size=-1)), ("/attachments/0/size", file(size=0)), ("/attachments/0/size", file(size=1.5)),
                 ("/attachments/0/size", file(size="10")), ("/attachments/0/sha256", file(sha256="G" * 64)), ("/attachments/0/mediaType", file(mediaType="jpeg")),
                 ("/attachments/0/component", file(component="a/b")), ("/attachments/0/uploadId", file(uploadId="a" * 32)),
                 ("/attachments/0/uploadId", file(uploadId="../../../../etc/passwd"))]
        for name in ("../evil.jpg", "..", ".", "", "a/b.jpg", "a\\b.jpg", "/etc/passwd", ".hidden", "a..b", "a.", "a\u0000.jpg", "ảnh.jpg", "a b.jpg", "n" * 101,
                     "CON:", "-rf", "a\n.jpg"):
            cases.append(("/attachments/0/name", named(name)))
        same = [{**good["attachments"][0], "name": n, "uploadId": upload_id(good["id"], n, good["attachments"][0]["sha256"])} for n in ("A.jpg", "a.JPG")]
        cases.append(("/attachments/1/name", changed(attachments=same)))
        for pointer, item in cases:
            with self.subTest(pointer=pointer, item=str(item)[:80]):
                result = self.kit.sync([item])["results"][0]
                self.assertRejected(result, 422, "rejected")
                self.assertEqual(result["problem"]["field"], pointer)
                self.assertTrue(result["problem"]["reason"])
        self.assertRejected(self.kit.sync([changed(form={**good["form"], "text": good["form"]["text"] + " "})])["results"][0], 422, "digest-mismatch")
        for size in (64 * 1024 * 1024 + 1, 2**63, 2**64 - 1):
            self.assertRejected(self.kit.sync([file(size=size)])["results"][0], 413, "too-large")
        self.assertRejected(self.kit.sync([form(json.dumps({"a": "x" * 600_000}))])["results"][0], 413, "too-large")
        self.assertEqual(self.kit.sync([form(deep)])["results"][0]["outcome"], "received")  # odd, but a JSON object
        everything = [str(p.relative_to(self.kit.root)) for p in self.kit.root.rglob("*") if "evil" in p.name]
        self.assertEqual(everything, [])
        self.assertAlive()

    def test_good_items_pass_beside_bad_ones(self):
        good, _ = self.kit.dossier()
        bad, _ = self.kit.dossier(localCode="")
        outcomes = [r["outcome"] for r in self.kit.sync([bad, good, bad])["results"]]
        self.assertEqual(outcomes, ["rejected", "received", "rejected"])

    def test_malformed_calls(self):
        body = {"kiosk": KIOSK, "cursor": "", "dossiers": [], "acknowledge": []}
        item, _ = self.kit.dossier()

        def with_(**members):
            return json.dumps({**body, **members})

        deep = b'{"kiosk":' + b"[" * 500_000
        cases = [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"kiosk":"\xff"}', deep, deep + b"]" * 500_000 + b"}", with_(kiosk=None), with_(kiosk={}),
                 with_(kiosk={**KIOSK, "id": "../../etc"}), with_(kiosk={**KIOSK, "commune": "2523"}), with_(kiosk={**KIOSK, "software": "a\nb"}),
                 with_(cursor=5), with_(cursor="x" * 65), with_(dossiers={}), with_(dossiers=[1]), with_(dossiers=[[]]),
                 with_(dossiers=[{**item, "id": "../../x"}]), with_(dossiers=[{**item, "id": item["id"].upper()}]),
                 with_(dossiers=[{**item, "id": "0198f1d0-0000-4000-8000-000000000001"}]), with_(dossiers=[{**item, "revision": 0}]),
                 with_(dossiers=[{**item, "revision": "1"}]), with_(dossiers=[{**item, "revision": 2**63}]), with_(dossiers=[{**item, "revision": 1.0}]),
                 with_(acknowledge=None), with_(acknowledge=[{}]), with_(acknowledge=[{"id": item["id"]}])]
        for case in cases:
            with self.subTest(case=case[:60]):
                answer = self.kit.call("POST", "/api/v1/sync", case)
                self.assertEqual((answer.status, answer.slug()), (400, "malformed"))
        for case in (with_(dossiers=[item] * 26), with_(acknowledge=[{"id": item["id"], "revision": 1}] * 1001), b" " * (1024 * 1024 + 1)):
            self.assertEqual(self.kit.call("POST", "/api/v1/sync", case).slug(), "too-large")
        for query in ("", "?kiosk=1", "?kiosk=" + KIOSK["id"] + "&cursor=" + "x" * 65):
            self.assertEqual(self.kit.call("GET", "/api/v1/changes" + query).slug(), "malformed")
        self.assertEqual(self.kit.sync()["receipts"], [])

    def raw(self, request, close_after=0.5):
        """What the portal answers to bytes that no HTTP library would send."""
        with socket.create_connection(("127.0.0.1", self.kit.port), timeout=5) as plain:
            with self.kit.tls.wrap_socket(plain, server_hostname="127.0.0.1") as secure:
                secure.sendall(request)
                secure.settimeout(close_after)
                answer = b""
                try:
                    while part := secure.recv(65536):
                        answer += part
                except (TimeoutError, OSError):
                    pass
                return answer

    def test_odd_http(self):
        sneaky = b"GET /sneaky HTTP/1.1\r\nHost: x\r\n\r\n"
        for request, status in (
            (b"POST /api/v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", b"400"),
            (b"POST /api/v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", b"400"),
            (b"POST /api/v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n" + sneaky, b"400"),
            (b"POST /api/v1/sync HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n" + sneaky, b"400"),
            (b"POST /api/v1/sync HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=a\r\nContent-Length: 5\r\n\r\nabcde" + sneaky, b"400"),
            (b"POST /api/v1/sync HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
            (b"GET /" + b"a" * 7000 + b" HTTP/1.1\r\nHost: x\r\n\r\n" + sneaky, b"400"),
            (b"GET /" + b"%2e%2e/" * 200 + b" HTTP/1.1\r\nHost: x\r\n\r\n", b"404"),
            (b"GET /api/v1/uploads/%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1\r\nHost: x\r\n\r\n", b"404"),
            (b"BREW /coffee HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
            (b"GET / HTTP/1.1\r\nRange: bytes=0-0,1-1,2-2,999999999999-\r\nHost: x\r\n\r\n", b""),
        ):
            with self.subTest(request=request[:70]):
                answer = self.raw(request)
                self.assertIn(b" " + status, answer.split(b"\r\n", 1)[0])
                if sneaky in request:
                    self.assertEqual(answer.count(b"HTTP/1.1 "), 1, "the body must not be taken for a request")
        self.raw(b"\x00" * 5000)
        with socket.create_connection(("127.0.0.1", self.kit.port), timeout=5) as plain:
            plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
        self.assertAlive()

    def test_names_of_unknown_addresses_are_not_logged(self):
        self.kit.call("POST", "/Nguyen-Van-A", b"x" * 100_000)
        self.assertNotIn("Nguyen", self.kit.log.read_text())


class Token(PortalCase):
    TOKEN = "bi-mat-thu-nghiem-0123456789"

    def setUp(self):
        self.file = tempfile.NamedTemporaryFile("w", suffix=".token")
        self.file.write(self.TOKEN + "\n")
        self.file.flush()
        self.addCleanup(self.file.close)
        self.options = ("--token-file", self.file.name, "--agency", "H19.231.7", "--name", "Cổng <thử>")
        super().setUp()

    def test_token(self):
        item, _ = self.kit.dossier()
        for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Basic " + self.TOKEN}, {"Authorization": f"Bearer {self.TOKEN}x"}):
            answer = self.kit.sync_answer([item], headers=headers)
            self.assertEqual((answer.status, answer.slug(), answer.headers["WWW-Authenticate"]), (401, "unauthorized", "Bearer"))
        self.assertEqual(self.kit.call("POST", "/api/v1/uploads", b"", {**TUS, "Upload-Length": "1"}).status, 401)
        self.assertEqual(self.kit.call("GET", "/api/v1/changes?kiosk=" + KIOSK["id"]).status, 401)
        self.assertEqual(self.kit.call("GET", "/api/v1/ping").headers["Motcua-Portal"], "1")
        receipt = self.kit.sync([item], headers={"Authorization": "Bearer " + self.TOKEN})["results"][0]["receipt"]
        self.assertTrue(receipt["officialCode"].startswith("H19.231.7-"))
        self.assertIn("Cổng &lt;thử&gt;", self.kit.call("GET", "/").body.decode())


class Start(unittest.TestCase):
    def test_wrong_usage_says_so(self):
        for arguments in ([], ["--listen", "nowhere"], ["--listen", "127.0.0.1:99999"], ["--store"], ["--wat", "x"]):
            run = subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=10)
            self.assertEqual(run.returncode, 2, arguments)
            self.assertIn("motcua-portal --listen", run.stderr)
        self.assertEqual(subprocess.run([BINARY, "--help"], capture_output=True, timeout=10).returncode, 0)

    def test_broken_certificate_and_store(self):
        with tempfile.TemporaryDirectory() as root:
            pathlib.Path(root, "no.pem").write_text("nothing")
            common = [BINARY, "--listen", "127.0.0.1:0", "--cert", f"{root}/no.pem", "--key", f"{root}/no.pem", "--store"]
            run = subprocess.run([*common, f"{root}/a"], capture_output=True, text=True, timeout=10)
            self.assertEqual((run.returncode, run.stdout), (3, ""))
            pathlib.Path(root, "b").mkdir()
            pathlib.Path(root, "b", "portal.sqlite").write_text("this is not a database, however long it may be " * 20)
            self.assertEqual(subprocess.run([*common, f"{root}/b"], capture_output=True, timeout=10).returncode, 3)

    def test_certificates_are_kept_and_private(self):
        from portalkit import MAKE_CERTS
        with tempfile.TemporaryDirectory() as root:
            make = lambda: subprocess.run([str(MAKE_CERTS), root], check=True)
            make()
            names = sorted(os.listdir(root))
            self.assertEqual(names, ["ca.crt", "server.crt", "server.key"])
            self.assertEqual(os.stat(f"{root}/server.key").st_mode & 0o777, 0o600)
            before = {n: pathlib.Path(root, n).read_bytes() for n in names}
            make()
            self.assertEqual({n: pathlib.Path(root, n).read_bytes() for n in names}, before)
            pathlib.Path(root, "server.key").write_text("")
            make()
            self.assertNotEqual(pathlib.Path(root, "ca.crt").read_bytes(), before["ca.crt"])
            ssl.create_default_context(cafile=f"{root}/ca.crt")


if __name__ == "__main__":
    BINARY = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=1)
