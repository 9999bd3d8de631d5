"""A PDF that LibreOffice set: lines as another reader sees them, paragraphs as it was given them."""

from functools import cache
from typing import Any

from ruamel.yaml import YAML

from plancli.core.intake.body import BlockKind
from plancli.core.intake.paper import PagedPaper, PaperKind
from plancli.core.intake.paper_body import body_of_paper
from plancli.papers.paged.apart import paper_apart
from tests.conftest import ROOT

DATA = ROOT / "tests/data/intake"


@cache
def paper() -> PagedPaper:
    return paper_apart((DATA / "notes.pdf").read_bytes(), with_fonts=True)


def wanted() -> Any:
    return YAML(typ="safe").load((DATA / "notes.yaml").read_text(encoding="utf-8"))


def bare(words: str) -> str:
    return "".join(words.split())


def test_pages_lines_and_numbers_are_those_that_poppler_reads() -> None:
    found = [
        [page.sheet, line.printed, bare(line.words)]
        for page, line in paper().counted()
        if line.printed
    ]
    assert found == wanted()["lines"]
    assert [page.label for page in paper().pages] == ["1", "2", "3"]


def test_paragraphs_are_those_that_libreoffice_was_given() -> None:
    blocks = body_of_paper(paper()).blocks
    said = [bare(block.words) for block in blocks if block.kind is BlockKind.TEXT]
    assert [words for words in said if words[0] != "第"] == list(map(bare, wanted()["paragraphs"]))


def test_heads_feet_and_notes_are_no_lines() -> None:
    kinds = [line.kind for page in paper().pages for line in page.lines]
    assert kinds.count(PaperKind.HEADER) == kinds.count(PaperKind.FOOTER) == 3
    assert kinds.count(PaperKind.NOTE) == 2
