#!/usr/bin/env python3
"""An independent judge of core/deadline, written from domain.md 4.2-4.3 and docs/calendar-and-fees.md, not from the C++.

It walks the calendar minute by minute and only looks at what the clock on the wall shows; nothing is computed by jumping.
usage: oracle.py DEADLINEJUDGE CALENDAR.JSON
"""
import json
import random
import subprocess
import sys
from datetime import date, datetime, timedelta

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


class Unknown(Exception):
    """The walk came to a day that the calendar does not know."""


class Stopped(Exception):
    """The clock stands and nobody has said until when."""


class Calendar:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.first = date.fromisoformat(data["coversFrom"])
        self.last = date.fromisoformat(data["coversUntil"])
        self.off = {date.fromisoformat(day["date"]) for day in data["daysOff"]}
        self.off |= {date.fromisoformat(swap["off"]) for swap in data["swaps"]}
        self.extra = {date.fromisoformat(swap["worked"]) for swap in data["swaps"]}
        self.hours = {name: [tuple(self.minute(t) for t in span) for span in hours["working"]]
                      for name, hours in data["hours"].items()}

    @staticmethod
    def minute(text):
        hour, minute = text.split(":")
        return int(hour) * 60 + int(minute)

    def works(self, day):
        if not self.first <= day <= self.last:
            raise Unknown
        return day in self.extra or (day.weekday() < 5 and day not in self.off)

    def ticking(self, moment, hours):
        """Is this minute working time?"""
        of_day = moment.hour * 60 + moment.minute
        return self.works(moment.date()) and any(start <= of_day < end for start, end in self.hours[hours])

    def closing(self, day, hours):
        end = self.hours[hours][-1][1]
        return datetime(day.year, day.month, day.day, end // 60, end % 60)


class Walk:
    def __init__(self, calendar, case):
        self.calendar = calendar
        self.hours = case["deadline"].get("hours", "office")
        self.received = case["_received"]
        self.pauses = case["_pauses"]

    def stands(self, moment):
        return any(start <= moment and (end is None or moment < end) for start, end in self.pauses)

    def stands_for_ever(self, moment):
        return any(start <= moment and end is None for start, end in self.pauses)

    def guard(self, moment):
        if self.calendar.first <= moment.date() <= self.calendar.last:
            return
        raise Stopped if self.stands_for_ever(moment - MINUTE) else Unknown

    def minutes_of(self, day):
        start = datetime(day.year, day.month, day.day)
        return (start + n * MINUTE for n in range(24 * 60))

    def day_stands(self, day):
        """Did the clock stand while the office was open (on a day off: at any minute), from receipt on?"""
        if not any(day_touches(day, pause) for pause in self.pauses):
            return False
        works = self.calendar.works(day)
        return any(self.stands(minute) for minute in self.minutes_of(day)
                   if minute >= self.received and (not works or self.calendar.ticking(minute, self.hours)))

    def close_on_or_after(self, day):
        while True:
            self.guard(datetime(day.year, day.month, day.day))
            if self.calendar.works(day) and not self.day_stands(day) \
                    and self.received < self.calendar.closing(day, self.hours):
                return self.calendar.closing(day, self.hours)
            day += DAY

    def working_minutes(self, amount):
        moment, used = self.received, 0
        while True:
            self.guard(moment)
            if self.calendar.ticking(moment, self.hours) and not self.stands(moment):
                if used == amount:
                    return moment
                used += 1
                if used == amount:
                    return moment + MINUTE
            moment += MINUTE

    def clock_minutes(self, amount):
        moment, used = self.received, 0
        while used < amount:
            if self.stands_for_ever(moment):
                raise Stopped
            if not self.stands(moment):
                used += 1
            moment += MINUTE
        self.guard(moment)
        return moment if self.calendar.works(moment.date()) else self.close_on_or_after(moment.date())

    def working_days(self, amount):
        day = self.received.date()
        if amount == 0:
            return self.close_on_or_after(day)
        while amount:
            day += DAY
            self.guard(datetime(day.year, day.month, day.day))
            amount -= self.calendar.works(day) and not self.day_stands(day)
        return self.calendar.closing(day, self.hours)

    def calendar_days(self, amount):
        day = self.received.date()
        while amount:
            day += DAY
            self.guard(datetime(day.year, day.month, day.day))
            amount -= not self.day_stands(day)
        return self.close_on_or_after(day)

    def months(self, amount):
        """The day of the same number, or the last one of a shorter month; days on which the clock stood are added."""
        first = self.received.date()
        year, month = first.year, first.month
        for _ in range(amount):
            month += 1
            if month == 13:
                year, month = year + 1, 1
        number = first.day
        while True:
            try:
                last = date(year, month, number)
                break
            except ValueError:
                number -= 1
        return self.calendar_days((last - first).days)

    def same_day(self):
        receipt = self.received
        moment = receipt
        while True:
            target = self.same_day_target(receipt)
            if moment >= target:
                return target
            if self.stands_for_ever(moment):
                raise Stopped
            if self.stands(moment):
                while self.stands(moment):
                    if self.stands_for_ever(moment):
                        raise Stopped
                    moment += MINUTE
                receipt = moment
            else:
                moment += MINUTE

    def same_day_target(self, receipt):
        day = receipt.date()
        late = receipt.hour * 60 + receipt.minute > 15 * 60
        if not late and self.calendar.works(day):
            return self.calendar.closing(day, self.hours)
        day += DAY
        while not self.calendar.works(day):
            day += DAY
        return self.calendar.closing(day, self.hours)


def day_touches(day, pause):
    start, end = pause
    return start.date() <= day and (end is None or day <= end.date())


def answer(calendar, case):
    deadline = case["deadline"]
    rule, unit, amount = deadline["rule"], deadline["unit"], deadline["amount"]
    extra = case["verifications"] * deadline.get("perVerification", 0)
    walk = Walk(calendar, case)
    try:
        walk.guard(walk.received)
        if rule == "same_day_15h" and not extra:
            return walk.same_day()
        if rule == "same_day_15h":
            rule, unit, amount = "n_days_after", "WORKING_DAY", 0
        amount += extra
        if unit == "DAY":
            return walk.calendar_days(amount)
        if unit == "MONTH":
            return walk.months(amount)
        if unit == "HOUR":
            return walk.working_minutes(round(amount * 60)) if rule == "exact_8h" else walk.clock_minutes(round(amount * 60))
        if rule == "exact_8h" or amount != int(amount):
            return walk.working_minutes(round(amount * 8 * 60))
        return walk.working_days(int(amount))
    except Unknown:
        return "unknown"
    except Stopped:
        return "stopped"


VECTORS = [  # domain.md 4.3
    ("2026-11-23 09:00", "n_days_after", 3, "office", "2026-11-27 17:00"),
    ("2026-11-23 16:30", "same_day_15h", 1, "office", "2026-11-25 17:00"),
    ("2026-11-23 15:00", "same_day_15h", 1, "office", "2026-11-23 17:00"),
    ("2026-11-20 10:00", "n_days_after", 3, "office", "2026-11-26 17:00"),
    ("2026-11-28 09:00", "n_days_after", 3, "residence", "2026-12-02 17:00"),
    ("2026-11-23 16:00", "exact_8h", 0.5, "office", "2026-11-25 10:00"),
]

# Days around which things go wrong.
EDGES = ["2026-01-01", "2026-01-09", "2026-02-13", "2026-02-23", "2026-04-25", "2026-04-30", "2026-08-21", "2026-08-22",
         "2026-08-31", "2026-11-23", "2026-12-31", "2027-01-29", "2027-01-31", "2027-02-04", "2027-02-12", "2027-04-15",
         "2027-05-01", "2027-08-31", "2027-09-04", "2027-11-23", "2027-12-20", "2027-12-30"]
TIMES = [(0, 0), (6, 59), (7, 0), (9, 0), (11, 29), (11, 30), (12, 15), (13, 30), (15, 0), (15, 1), (16, 59), (17, 0), (20, 30),
         (23, 59)]


def generated(rng, count):
    for number in range(count):
        if rng.random() < 0.5:
            day = date.fromisoformat(rng.choice(EDGES)) + rng.randint(-3, 3) * DAY
        else:
            day = date(2026, 1, 1) + rng.randint(0, 729) * DAY
        hour, minute = rng.choice(TIMES) if rng.random() < 0.6 else (rng.randint(0, 23), rng.randint(0, 59))
        received = datetime(day.year, day.month, day.day, hour, minute)
        rule = rng.choice(["same_day_15h", "n_days_after", "n_days_after", "exact_8h"])
        unit = rng.choice(["HOUR", "WORKING_DAY", "WORKING_DAY", "DAY", "MONTH"])
        amount = {"HOUR": rng.choice([0, 0.5, 1, 4, 8, 12, 24, 48]),
                  "WORKING_DAY": rng.choice([0, 0.5, 1, 1.5, 2, 3, 5, 7, 17, 20, 30]),
                  "DAY": rng.choice([0, 1, 3, 10, 15, 20, 30, 45, 60]),
                  "MONTH": rng.choice([1, 1, 2, 3, 6])}[unit]
        deadline = {"rule": rule, "unit": unit, "amount": amount, "hours": rng.choice(["office", "residence"]), "text": "."}
        verifications = 0
        if rng.random() < 0.15 and unit == "WORKING_DAY":
            deadline["perVerification"] = rng.choice([2, 3])
            verifications = rng.randint(1, 2)
        yield {"deadline": deadline, "verifications": verifications, "_received": received,
               "_pauses": pauses(rng, received) if number % 3 == 0 else []}


def pauses(rng, received):
    made = []
    start = received + rng.randint(-600, 6000) * MINUTE
    for _ in range(rng.randint(1, 3)):
        end = start + rng.choice([5, 30, 61, 240, 600, 1440, 4000, 12000]) * MINUTE
        if rng.random() < 0.08:
            made.append((start, None))
            break
        made.append((start, end))
        start = end + rng.randint(-100, 3000) * MINUTE
    rng.shuffle(made)
    return made


def written(moment):
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%S.000+07:00")


def main():
    judge, path = sys.argv[1:3]
    calendar = Calendar(path)
    cases = [{"deadline": {"rule": rule, "unit": "WORKING_DAY", "amount": amount, "hours": hours, "text": "."},
              "verifications": 0, "_received": datetime.fromisoformat(received), "_pauses": []}
             for received, rule, amount, hours, _ in VECTORS]
    cases += generated(random.Random(20261122), 3000)
    ours = [str(answer(calendar, case)) for case in cases]
    for (_, _, _, _, due), mine in zip(VECTORS, ours):
        assert mine == due + ":00", f"the oracle itself breaks a vector: {mine}, not {due}"
    questions = "".join(json.dumps({"deadline": case["deadline"], "verifications": case["verifications"],
                                    "received": written(case["_received"]),
                                    "pauses": [[written(a), written(b)] for a, b in case["_pauses"]]}) + "\n" for case in cases)
    theirs = subprocess.run([judge, path], input=questions, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(theirs) == len(cases), f"{len(theirs)} answers to {len(cases)} questions"
    differing = [(case, mine, other) for case, mine, other in zip(cases, ours, theirs) if mine != other]
    for case, mine, other in differing[:20]:
        print(f"{case['deadline']} verifications={case['verifications']} received={case['_received']:%a %Y-%m-%d %H:%M} "
              f"pauses={[(str(a), str(b)) for a, b in case['_pauses']]}\n   oracle {mine}   program {other}")
    kinds = {word: ours.count(word) for word in ("unknown", "stopped")}
    paused = sum(bool(case["_pauses"]) for case in cases)
    print(f"{len(cases)} cases ({paused} with pauses, {kinds['unknown']} beyond the calendar, {kinds['stopped']} standing), "
          f"{len(differing)} differ")
    assert kinds["unknown"] > 20 and kinds["stopped"] > 20, "the generated cases miss a kind of answer"
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
