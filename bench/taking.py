"""Opinions that come back: one through the grammar beside locating it, a sheet beside its bare cells."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from statistics import mean
from typing import NamedTuple

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from bench import corpus, wording
from bench.measure import RAM_DISK, SideError, in_turn, plancli, python
from bench.results import Results, ratio
from bench.sizes import Sizes
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.intake.tables import opinions_in
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Section
from plancli.core.text.characters import sentences
from plancli.papers.sheets.reading import grids_in

_HEADS = ("单位", "页码", "意见", "理由")
_CELLS = """
import sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""
"""What a program gets that reads the cells and does nothing with them."""


class _Asked(NamedTuple):
    """An opinion, and the words of the draft that it quotes."""

    opinion: str
    quote: str
    page: str


def taking(results: Results, sizes: Sizes) -> None:
    """Measure reading an opinion, and taking in a sheet of them."""
    sections = corpus.plan(sizes.characters // 10).sections  # as long as what is circulated
    asked = list(_asked(sections, sizes.some))
    _grammar(results, sections, asked)
    _sheet(results, sections, sizes)


def _asked(sections: Sequence[Section], count: int) -> Iterator[_Asked]:
    """Yield opinions as clerks write them, about clauses of a plan."""
    rng = Random(3)
    texts = list(corpus.texts_of(sections).values())
    for _ in range(count):
        quote = rng.choice(sentences(rng.choice(texts))).strip("。；")
        new = wording.reworded(rng, quote)
        said = rng.choice(
            (
                f"建议将“{quote}”修改为“{new}”，理由：与上位规划保持一致。",
                f"“{quote}”表述不准确，应为“{new}”。",
                f"建议删除“{quote}”。",
                f"在“{quote}”后增加“，{wording.clause(rng)}”",
                f"建议进一步明确“{quote}”的责任单位和时限。",
            )
        )
        yield _Asked(said, quote, str(rng.randint(1, 99)))


def _grammar(results: Results, sections: Sequence[Section], asked: Sequence[_Asked]) -> None:
    """Read each opinion once, beside locating its quotation once; each side has an index of its own."""
    ours, theirs = Corpus(sections), Corpus(sections)
    theirs.locate(asked[0].quote)
    OpinionReader(ours, wording.UNITS[0]).read(asked[0].opinion)
    reading: list[float] = []
    locating: list[float] = []
    for one in asked[1:]:
        edges = [time.perf_counter()]
        theirs.locate(one.quote)
        edges.append(time.perf_counter())
        OpinionReader(ours, wording.UNITS[0]).read(one.opinion)
        edges.append(time.perf_counter())
        locating.append(edges[1] - edges[0])
        reading.append(edges[2] - edges[1])
    results.add("grammar", ratio(mean(reading), mean(locating)), mean(reading), len(asked))


def _sheet(results: Results, sections: Sequence[Section], sizes: Sizes) -> None:
    """Take a sheet in without writing it, beside python-calamine reading its cells."""
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as name:
        root = Path(name) / "plan"
        corpus.write(root, corpus.files(sections, ()))
        sheet = Path(name) / "opinions.xlsx"
        rows = _write(sheet, list(_asked(sections, sizes.many)))
        ours, theirs = in_turn(
            sizes.rounds,
            plancli("intake", "sheet", str(sheet), "--dry-run", folder=root),
            python("-c", _CELLS, str(sheet)),
        )
        results.add("intake sheet", ratio(ours, theirs), ours, rows)
        _opinions(results, sheet.read_bytes(), sizes, rows)


def _opinions(results: Results, content: bytes, sizes: Sizes, rows: int) -> None:
    """Read the bytes of a sheet into opinions as they stand in it, beside python-calamine reading its cells.

    Both in this process, and neither reads a sentence: what grows with the rows, without what starts.
    """
    names = {unit: unit for unit in wording.UNITS}

    def ours() -> None:
        parts = opinions_in(grids_in(content), names, None)
        if sum(len(part.opinions) for part in parts) != rows:
            raise SideError("rows of the sheet are lost")

    def theirs() -> None:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()

    seconds, cells = in_turn(sizes.rounds, ours, theirs)
    results.add("sheet opinions", ratio(seconds, cells), seconds, rows)


def _write(path: Path, asked: Sequence[_Asked]) -> int:
    """Write a sheet with a row for each opinion; return how many rows that are."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("汇总")
    sheet.append(_HEADS)
    for number, one in enumerate(asked):
        sheet.append((wording.UNITS[number % len(wording.UNITS)], one.page, one.opinion, ""))
    book.save(path)
    return len(asked)
