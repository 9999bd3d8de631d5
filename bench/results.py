"""What one run of the benchmark measured: printed row by row, and kept as JSON for the READMEs."""

import json
import math
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from bench.measure import ROOT
from bench.rows import ROWS, Row, Unit

SPEED = ROOT / "docs" / "speed.json"
"""What the READMEs show; a whole `make bench` writes it anew."""


class Fault(StrEnum):
    """Why there is no figure."""

    NONE = ""
    FAILED = "failed"
    SLOW = "did not end"


@dataclass(frozen=True)
class Result:
    """One figure in its row's unit, with how many things it was measured, and the seconds of our side."""

    measured: float | None
    amount: int | None = None
    seconds: float | None = None
    fault: Fault = Fault.NONE


class Results:
    """The figures of one run; each is on disk as soon as it is known, so that a crash loses none."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(
        self, key: str, measured: float, seconds: float | None = None, amount: int | None = None
    ) -> None:
        """Keep and print a figure; an endless one is a side that did not end, none a side that failed."""
        fault = Fault.NONE
        if math.isnan(measured):
            fault = Fault.FAILED
        elif math.isinf(measured):
            fault = Fault.SLOW
        known = seconds is not None and math.isfinite(seconds)
        result = Result(
            measured if fault is Fault.NONE else None, amount, seconds if known else None, fault
        )
        self._write(read(self.path) | {key: result})
        print(line(key, result), flush=True)

    def clear(self) -> None:
        """Forget what an earlier run measured."""
        self._write({})

    def _write(self, results: dict[str, Result]) -> None:
        ordered = {key: asdict(results[key]) for key in ROWS if key in results}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(ordered, ensure_ascii=False, indent=1)
        self.path.write_text(text + "\n", encoding="utf-8")


def read(path: Path) -> dict[str, Result]:
    """Return the figures of a run by row; those of rows that are no more are left out."""
    if not path.exists():
        return {}
    kept = json.loads(path.read_text(encoding="utf-8"))
    return {
        key: Result(**{**kept[key], "fault": Fault(kept[key]["fault"])})
        for key in ROWS
        if key in kept
    }


def ratio(ours: float, theirs: float) -> float:
    """Return ours / theirs; without the other side (nan, inf) there is no figure."""
    return ours / theirs if math.isfinite(theirs) else math.nan


def missed(key: str, result: Result | None) -> bool:
    """Whether a row has no figure, or a worse one than is owed."""
    return result is None or result.measured is None or not ROWS[key].kept(result.measured)


def line(key: str, result: Result | None) -> str:
    """Return a row as it is printed: figure, what is owed, verdict, milliseconds, what and beside what."""
    row = ROWS[key]
    shown = "not run" if result is None else figure(row, result)
    kept = "" if row.owed is None else "ok"
    verdict = "MISSED" if missed(key, result) else kept
    milliseconds = f"{result.seconds * 1000:,.1f} ms" if result and result.seconds else ""
    said = row.what.en.format(amount=amount(result, "en"))
    beside = f" / {row.beside.en}" if row.beside.en else ""
    return f"{shown:>11}  {owed(row):>7}  {verdict:6}  {milliseconds:>12}  {said}{beside}"


def figure(row: Row, result: Result) -> str:
    """Return a figure with as many digits as it is worth."""
    if result.measured is None:
        return result.fault.value
    return number(row.unit, result.measured)


def owed(row: Row) -> str:
    """Return what is owed, or a dash."""
    if row.owed is None:
        return "–"
    if row.unit is Unit.RATIO:
        return f"{row.owed:.2g}"
    return number(row.unit, row.owed)


def number(unit: Unit, value: float) -> str:
    """Return a value of a unit, in the digits that English and Chinese share."""
    match unit:
        case Unit.SHARE:
            return f"{value:.1%}"
        case Unit.COUNT | Unit.MICROSECONDS | Unit.MEBIBYTES:
            return f"{value:,.0f}"
    if value < 1:
        return f"{value:.3g}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def amount(result: Result | None, language: str) -> str:
    """Return how many things a row was measured with, as people of a language write it."""
    if result is None or result.amount is None:
        return "?"
    return f"{result.amount:,}" if language == "en" else str(result.amount)
