"""Accuracy and speed of locating a quotation."""

import resource
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from typing import NamedTuple

import edlib

from bench import corpus
from bench.measure import ROOT
from bench.quoting import Query, queries
from bench.results import Results, ratio
from bench.sizes import Sizes
from bench.truth import Place, Print, occurrences
from plancli.core.locate.anchors import Anchor, Hint, Refusal, Target
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Draft, Section
from plancli.core.text.matchkey import fold
from plancli.store.validate import validate
from plancli.store.yaml.strict import parse

SCANS = 60
"""Queries for which the whole plan is scanned beside the engine."""
_OTHER = 255
_HEAD = "kind             queries  located  refused  wrong  missed  suggested    mean ms  median ms"


class Case(NamedTuple):
    """A plan to quote from."""

    name: str
    sections: Sequence[Section]
    twins: Sequence[tuple[str, str]] = ()
    repeats: Sequence[str] = ()


@dataclass
class Tally:
    """What became of the queries of one kind; `asked` of those refused have a right passage to suggest."""

    located: int = 0
    refused: int = 0
    wrong: int = 0
    missed: int = 0
    asked: int = 0
    suggested: int = 0
    seconds: list[float] = field(default_factory=list)

    def count(self, plan: Print, query: Query, words: str | None, found: Anchor | Refusal) -> None:
        """Judge one answer against the truth; `words` are those located."""
        places = plan.places(query.quote)
        place = plan.chosen(places, query.page)
        if isinstance(found, Refusal):
            self.refused += place is None
            if place is not None:
                self.missed += 1
                print(f"MISSED: {query}")
            if not places and query.meant is not None:
                self.asked += 1
                self.suggested += _suggested(plan, query.meant, found)
        elif place is not None and _same(plan, place, found.paragraph, words or ""):
            self.located += 1
        else:
            self.wrong += 1
            print(f"LOCATED WRONG: {query}: {found}")

    def line(self, kind: str) -> str:
        suggested = f"{self.suggested / self.asked:9.1%}" if self.asked else " " * 9
        mean, median = statistics.mean(self.seconds) * 1000, statistics.median(self.seconds) * 1000
        judged = f"{self.located:8} {self.refused:8} {self.wrong:6} {self.missed:7}"
        return f"{kind:16} {len(self.seconds):7} {judged}  {suggested} {mean:10.3f} {median:10.3f}"


def _same(plan: Print, place: Place, paragraph: str, words: str) -> bool:
    return plan.paragraph(place).id == paragraph and plan.text[place.start : place.end] == fold(
        words
    )


def _suggested(plan: Print, meant: str, refusal: Refusal) -> bool:
    """Say whether one of three suggestions meets the passage that was meant, or its double."""
    right = plan.places(meant)
    for candidate in refusal.candidates[:3]:
        words = fold(candidate.words)
        for at in occurrences(plan.text, words):
            place = Place(at, at + len(words))
            here = plan.paragraph(place).id == candidate.paragraph
            if here and any(place.meets(other) for other in right):
                return True
    return False


def cases(sizes: Sizes) -> list[Case]:
    """Return the real draft and two synthetic ones."""
    path = f"plan/drafts/{corpus.DRAFT}.yaml"
    real = validate(Draft, parse(path, (ROOT / path).read_bytes())).sections
    lengths = (sizes.characters // 10, sizes.characters)
    plans = [(f"synthetic, {size:,} characters", corpus.plan(size)) for size in lengths]
    return [Case("the real draft", real), *(Case(name, *plan) for name, plan in plans)]


class Seconds(NamedTuple):
    """Means over the queries for which the plan was also scanned: by edlib given a str, and given bytes."""

    engine: float
    scan: float
    bare_scan: float


class Measured(NamedTuple):
    """How many quotations were asked and located wrong, the share suggested, and the seconds a query."""

    asked: int
    wrong: int
    suggested: float
    seconds: Seconds


def measure(round_: Case, count: int) -> Measured:
    """Print the table of one plan."""
    print(f"\n{round_.name}")
    engine, plan = prepared(round_.sections), Print(round_.sections)
    asked = queries(round_.sections, count, round_.twins, round_.repeats, seed=5)
    tallies = {query.kind: Tally() for query in asked}
    sides: list[tuple[float, float, float]] = []
    mixed = Random(7).sample(asked, len(asked))
    for number, query in enumerate(mixed):
        words, found, seconds = located(engine, query)
        tally = tallies[query.kind]
        tally.seconds.append(seconds)
        tally.count(plan, query, words, found)
        if number < SCANS:
            sides.append((seconds, *scan(query.quote, plan)))
    share = table(tallies)
    means = Seconds(*(statistics.mean(side) for side in zip(*sides, strict=True)))
    wrong = sum(tally.wrong for tally in tallies.values())
    return Measured(len(asked), wrong, share, means)


def prepared(sections: Sequence[Section]) -> Corpus:
    """Build the index and wake what is built at the first use; say how long each takes."""
    edges = [time.perf_counter()]
    engine = Corpus(sections)
    edges.append(time.perf_counter())
    for quote in (sections[-1].title, "此处所引并非本规划之文字"):
        engine.locate(quote)
        edges.append(time.perf_counter())
    build, first, refusal = ((b - a) * 1000 for a, b in pairwise(edges))
    print(
        f"index built in {build:.1f} ms, first quotation {first:.1f} ms, first refusal {refusal:.1f} ms"
    )
    return engine


def located(engine: Corpus, query: Query) -> tuple[str | None, Anchor | Refusal, float]:
    """Return the words located, the answer and its seconds."""
    hint = Hint(targets=(Target(page=query.page),) if query.page else ())
    start = time.perf_counter()
    found = engine.locate(query.quote, hint)
    seconds = time.perf_counter() - start
    return (engine.words(found) if isinstance(found, Anchor) else None), found, seconds


def scan(quote: str, plan: Print) -> tuple[float, float]:
    """Return the seconds of one scan of the whole plan, given as str and as bytes.

    Of a str, edlib itself makes bytes; mapping to its 256 symbols comes before and is not counted.
    """
    wanted = fold(quote)
    symbols = {ord(char): at for at, char in enumerate(dict.fromkeys(wanted))}
    text = plan.text.translate(
        {ord(char): symbols.get(ord(char), _OTHER) for char in set(plan.text)}
    )
    query = wanted.translate(symbols)
    edges = [time.perf_counter()]
    edlib.align(query, text, mode="HW", task="locations")
    edges.append(time.perf_counter())
    edlib.align(query.encode("latin-1"), text.encode("latin-1"), mode="HW", task="locations")
    edges.append(time.perf_counter())
    return edges[1] - edges[0], edges[2] - edges[1]


def table(tallies: dict[str, Tally]) -> float:
    """Print what became of the queries of each kind; return the share of right suggestions."""
    print(_HEAD)
    for kind, tally in tallies.items():
        print(tally.line(kind))
    asked, suggested = (
        sum(getattr(t, name) for t in tallies.values()) for name in ("asked", "suggested")
    )
    share = suggested / asked if asked else 1
    print(f"right passage among three suggestions: {share:.1%}", flush=True)
    return share


def locating(results: Results, sizes: Sizes) -> None:
    """Measure the time of a quotation in the longest plan, and over all plans what is located wrong."""
    measured = [measure(case, sizes.quotations) for case in cases(sizes)]
    seconds = measured[-1].seconds
    ours = seconds.engine
    asked = sum(found.asked for found in measured)
    results.add("locating", ratio(ours, seconds.scan), ours, measured[-1].asked)
    results.add("locating bytes", ratio(ours, seconds.bare_scan), ours)
    results.add("located wrong", sum(found.wrong for found in measured), amount=asked)
    results.add("suggested", min(found.suggested for found in measured))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory of this run, all plans and queries with it: {memory:.0f} MiB")
