"""Invented people and their answers: for 1.004873, and those of the linked procedures that tests/procedure keeps."""

import json
from pathlib import Path

ANSWERS = Path(__file__).resolve().parents[2] / "procedure" / "answers"

NAMES = ["Điểu Thị Mai", "Thị Nga", "Y Đốc", "Lâm Văn Hổ", "Nguyễn Thị Ánh Đào", "K'Brơi", "Hoàng A Páo", "Sùng Thị Dí"]


def single_person(number):
    """Somebody who never married and needs the certificate for a loan."""
    return {
        "request": {"purpose": "loan", "kind": "new", "copies": 1 + number % 3, "authority": "here"},
        "requester": {
            "relation": "self",
            "name": NAMES[number % len(NAMES)],
            "birthDate": "1995-03-14",
            "sex": "female",
            "ethnicity": "19",
            "nationality": "VN",
            "identification": "personalId",
            "personalId": f"070195{number:06d}",
            "phone": "0912345678",
        },
        "status": {"kind": "single"},
        "statement": {"sworn": True},
    }


def linked(procedure):
    """3.000722: a newborn, her parents and four branches. 2.002913: a pensioner's death and his family."""
    return json.loads((ANSWERS / f"{procedure}.json").read_text())
