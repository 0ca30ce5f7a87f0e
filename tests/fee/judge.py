#!/usr/bin/env python3
"""An independent judge of core/fee: Vietnamese words for money, and VietQR payloads taken apart again (domain.md 3.8).

usage: judge.py FEEJUDGE
"""
import random
import subprocess
import sys

# domain.md 3.8: synthetic, its checksum computed by somebody else.
SAMPLE = ("00020101021238540010A00000072701240006970436011000000000010208QRIBFTTA53037045405160005802VN"
          "62220818PHI TAM 25231 00016304E77E")
DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()


def below_thousand(text, first):
    """`text`: three digits. Read digit by digit, as schools teach it; `first`: nothing was said before it."""
    hundreds, tens, units = (int(c) for c in text)
    said = []
    if hundreds or not first:
        said += [DIGITS[hundreds], "trăm"]
    if tens == 0 and units and said:
        said.append("linh")
    if tens == 1:
        said.append("mười")
    if tens > 1:
        said += [DIGITS[tens], "mươi"]
    if units:
        last = DIGITS[units]
        if units == 5 and tens:
            last = "lăm"
        if units == 1 and tens > 1:
            last = "mốt"
        if units == 4 and tens > 1:
            last = "tư"
        said.append(last)
    return said


def words(number):
    """Splits the written digits into groups of three from the right and names each; 'tỷ' closes every third group."""
    if number == 0:
        return "không"
    text = str(number)
    text = text.zfill(-(-len(text) // 3) * 3)
    groups = [text[at:at + 3] for at in range(0, len(text), 3)]
    said = []
    spoken_since_billion = False
    for index, group in enumerate(groups):
        place = len(groups) - 1 - index
        if group != "000":
            said += below_thousand(group, first=not said)
            if place % 3:
                said.append(["", "nghìn", "triệu"][place % 3])
            spoken_since_billion = True
        if place and place % 3 == 0 and spoken_since_billion:
            said += ["tỷ"]
    return " ".join(said)


HAND_CHECKED = {
    0: "Không đồng", 8000: "Tám nghìn đồng", 15000: "Mười lăm nghìn đồng", 21000: "Hai mươi mốt nghìn đồng",
    24000: "Hai mươi tư nghìn đồng", 105000: "Một trăm linh năm nghìn đồng", 200000: "Hai trăm nghìn đồng",
    1000005: "Một triệu không trăm linh năm đồng", 1011011: "Một triệu không trăm mười một nghìn không trăm mười một đồng",
    1254555: "Một triệu hai trăm năm mươi tư nghìn năm trăm năm mươi lăm đồng", 1000000000: "Một tỷ đồng",
    2000000014: "Hai tỷ không trăm mười bốn đồng",
}


def crc(data):
    """CRC-16/CCITT-FALSE through a table, not bit by bit over the message."""
    table = []
    for index in range(256):
        value = index << 8
        for _ in range(8):
            value = (value << 1) ^ 0x1021 if value & 0x8000 else value << 1
        table.append(value & 0xFFFF)
    result = 0xFFFF
    for byte in data:
        result = ((result << 8) & 0xFFFF) ^ table[(result >> 8) ^ byte]
    return result


def parse(text):
    fields = {}
    while text:
        tag, length, text = text[:2], int(text[2:4]), text[4:]
        assert len(text) >= length and tag not in fields, f"field {tag} is broken"
        fields[tag], text = text[:length], text[length:]
    return fields


def check_payload(question, payload):
    kind, bin_, account, amount, mode, *rest = question.split(" ")
    fields = parse(payload)
    assert payload[:12] == ("000201010211" if mode == "static" else "000201010212"), payload
    assert list(fields) == sorted(fields) and payload.endswith("6304" + fields["63"]), payload
    assert fields["63"] == f"{crc(payload[:-4].encode('ascii')):04X}", payload
    merchant = parse(fields["38"])
    assert merchant["00"] == "A000000727" and merchant["02"] == "QRIBFTTA", merchant
    assert parse(merchant["01"]) == {"00": bin_, "01": account}, merchant
    assert fields["53"] == "704" and fields["58"] == "VN", fields
    assert fields.get("54", "0") == amount, fields
    purpose = parse(fields["62"])["08"]
    assert len(purpose) <= 25 and purpose.isascii(), purpose
    if kind == "qr":
        assert "".join(rest[0].split("-")[1:]) in purpose, f"{purpose} does not carry {rest[0]}"


def main():
    rng = random.Random(1122)
    numbers = list(HAND_CHECKED) + list(range(0, 3000)) + [10 ** power + extra for power in range(1, 16) for extra in (-1, 0, 1, 15)]
    numbers += [rng.randrange(10 ** rng.randint(4, 16)) for _ in range(5000)]
    numbers += [n * 1000 for n in range(1, 2000)]
    codes = ["TAM-25231-01-261122-007-K", "TAM-25387-12-270101-1234-0", "TAM-25231-01-261122-99999-A"]
    qrs = [f"qr {rng.randint(970400, 970499)} {rng.randrange(10 ** rng.randint(6, 18))} {rng.choice([0, 8000, 16000, rng.randrange(1, 10 ** 9)])} "
           f"{rng.choice(['static', 'dynamic'])} {rng.choice(codes)}" for _ in range(500)]
    questions = [f"words {n}" for n in numbers] + qrs + ["purpose 970436 0000000001 16000 dynamic PHI TAM 25231 0001"]
    answers = subprocess.run([sys.argv[1]], input="\n".join(questions) + "\n", capture_output=True, text=True,
                             check=True).stdout.splitlines()
    assert len(answers) == len(questions)
    bad = 0
    for number, said in zip(numbers, answers):
        mine = words(number) + " đồng"
        mine = HAND_CHECKED.get(number, mine[0].upper() + mine[1:])
        both = f"{mine}\t{number:,} đồng".replace(",", ".")
        if said != both:
            bad += 1
            if bad < 20:
                print(f"{number}: program {said!r}, judge {both!r}")
    for number, text in HAND_CHECKED.items():
        mine = words(number) + " đồng"
        assert mine[0].upper() + mine[1:] == text, f"the judge itself misreads {number}: {mine}"
    for question, payload in zip(questions[len(numbers):], answers[len(numbers):]):
        check_payload(question, payload)
    assert answers[-1] == SAMPLE, answers[-1]
    print(f"{len(numbers)} amounts, {len(qrs)} payloads, {bad} differ")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
