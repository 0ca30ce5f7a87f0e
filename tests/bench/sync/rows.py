"""The rows of `./dev bench sync`: link, queue and outages. The first nine are the table of goals; the others are not in it."""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Row:
    name: str
    profile: str
    dossiers: int
    goal: float = 0.0            # ratio to the physical limit; 0 = none given
    forms_goal_s: float = 0.0
    outages: int = 0
    outage_mode: str = "drop"
    outage_s: float = 8.0
    lost_answers: int = 0
    paper_bytes: int = 300 * 1024
    sets: tuple = ()
    extra: bool = False


ROWS = (
    Row("weak-3g", "weak-3g", 4, 1.05, 1.5),
    Row("edge-2g", "edge-2g", 2, 1.03, 3.0),
    Row("weak-3g-reset", "weak-3g", 4, 1.15, outages=10, outage_mode="reset"),
    Row("weak-3g-kill", "weak-3g", 4, 1.15, outages=10, outage_mode="kill"),
    Row("weak-3g-drop", "weak-3g", 4, 1.15, outages=10, outage_mode="drop"),
    Row("edge-2g-reset", "edge-2g", 2, 1.25, outages=10, outage_mode="reset"),
    Row("valley", "valley-intermittent", 3, 1.10),
    Row("lossy-3g", "lossy-3g", 2, 1.15),
    Row("lost-answers", "weak-3g", 4, lost_answers=6, outage_s=5.0),
    Row("gprs-worst", "gprs-worst", 1, extra=True),
    Row("small-papers", "weak-3g", 12, outages=6, outage_mode="kill", outage_s=4.0, paper_bytes=40 * 1024, extra=True),
    Row("liefi", "liefi", 2, extra=True),
    Row("rough-3g", "weak-3g", 3, outages=7, outage_mode="reset", outage_s=13.0, paper_bytes=421_777, sets=("rtt_ms=620", "up.rate_kbit=140", "loss=5%"), extra=True),
    Row("good-4g", "good-4g", 8, extra=True),
)
