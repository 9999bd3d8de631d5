"""Papers and pages call parts as people do: no key of a file, no id, no page as P8 L5 is published."""

import html
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from plancli.__main__ import main
from plancli.core.plan.outline import Outline
from plancli.store.files import read_files
from plancli.store.repository import Repository, load
from tests.conftest import ROOT

PLANS = {"real": ROOT, "water": ROOT / "examples/water"}
PRESETS = ("feedback", "reasons", "channels", "standard", "topics")
TABLES = [("report", "--preset", preset) for preset in PRESETS]
PAPERS = [
    *((*words, "-o", "a.md") for words in TABLES),
    *((*TABLES[3], "-o", f"a.{ending}") for ending in ("docx", "xlsx", "html")),
    ("report", "--preset", "narrative", "-o", "a.md"),
    ("compare", "-o", "a.md"),
    ("compare", "-o", "a.xlsx"),
    ("compare", "-o", "a.docx"),
    ("cover", "-o", "a.docx"),
    ("tasks", "-o", "a.md"),
    ("tasks", "--by-unit", "-o", "a.md"),
    ("audit", "-o", "a.html"),
    ("site", "-o", "a.html"),
    ("export", "a.md"),
    ("export", "a.docx"),
    ("export", "a.xlsx"),
    ("reply", "-o", "letters"),
    ("intake", "form", "-o", "a.xlsx"),
]
WITH_IDS = {"compare", "audit", "site", "export", "tasks"}
"""Papers that say by which comment something came: their columns and labels are its ids."""
_SHAPES = re.compile(
    r"第[一二三四五六七八九十]+章/"
    r"|(?:专栏|表|图|附件)\d+(?:-\d+)?[./]\w"
    r"|\bP\d+ ?L\d+"
    r"|\bL\d+-\d+"
)


@cache
def plan_of(name: str) -> Repository:
    return load(read_files(PLANS[name]))


@cache
def unmistakable(name: str) -> re.Pattern[str]:
    """Return what finds a key that is no word of any plan: with a mark that people do not write."""
    repository = plan_of(name)
    keys: set[str] = set()
    for sections in (repository.sections, repository.draft().sections):
        outline = Outline(sections)
        keys.update(outline.in_reading_order, outline.rows, outline.heads)
    wanted = [key for key in keys if re.search(r"[^\W\d]", key) and re.search("[./]|-\\d", key)]
    tables = {table.table for table in Outline(repository.sections).tables.values()}
    listed = sorted({*wanted} - tables, key=len, reverse=True)
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, listed))})(?![\w./-])")


def ids_of(name: str) -> re.Pattern[str]:
    repository = plan_of(name)
    names = sorted({*repository.comments, *repository.compounds}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\d)")


def words_of(file: Path) -> str:
    """Return all that a person can read in a file, and what is read out to them."""
    if file.suffix == ".xlsx":
        return "\n".join(_cells(file))
    if file.suffix == ".docx":
        with zipfile.ZipFile(file) as packed:
            parts = [name for name in packed.namelist() if _is_shown(name)]
            return "\n".join(_untagged(packed.read(name).decode()) for name in parts)
    text = file.read_text(encoding="utf-8")
    return _untagged(text) if file.suffix == ".html" else re.sub(r"]\(<[^>]*>\)", "", text)


def _is_shown(name: str) -> bool:
    return bool(re.search(r"(document|comments|footnotes)\.xml$", name))


def _cells(file: Path) -> Iterator[str]:
    """Yield the names of the pages of a workbook, and its cells but those of hidden columns: tickets.

    What can be chosen from a list stands on a page that is hidden, and is shown all the same.
    """
    for page in load_workbook(file):
        yield page.title
        hidden: set[int] = set()
        for several in page.column_dimensions.values():
            if several.hidden:
                hidden.update(range(several.min, several.max + 1))
        for column in page.columns:
            if column[0].column not in hidden:
                yield from (str(cell.value) for cell in column if cell.value is not None)


def _untagged(markup: str) -> str:
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", markup, flags=re.DOTALL)
    # where a list is to choose from, its entries stand in attributes
    said = re.findall(r'(?:title|aria-label|alt|w:displayText)="([^"]*)"', markup)
    apart = re.sub(r"</(?:p|div|li|td|th|h\d|section|button|w:p|w:tc|si|v|option)>", "\n", markup)
    return html.unescape(re.sub(r"<[^>]*>", "", apart) + "\n" + "\n".join(said))


def evidence(name: str) -> str:
    """Return what people wrote themselves, which is published as it is."""
    found: list[str] = []
    repository = plan_of(name)
    for one in (*repository.comments.values(), *repository.compounds.values()):
        decision = one.decision
        found += [one.opinion, decision.reply or "", decision.reason or "", one.at.cites or ""]
    return "".join("\n".join(found).split())


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("words", PAPERS, ids=" ".join)
def test_no_key_is_published(
    words: tuple[str, ...], plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = words[-1]
    asked = [*words[:-1], str(tmp_path / output)]
    if words == ("export", "a.xlsx") and plan == "real":
        pytest.skip("it has no tables, and a workbook nothing else")
    assert main(["-C", str(PLANS[plan]), *asked]) in (0, 1), capsys.readouterr().err
    files = [file for file in sorted(tmp_path.rglob("*")) if file.is_file()]
    assert files
    own = evidence(plan)
    wanted = [_SHAPES, unmistakable(plan)]
    if words[0] not in WITH_IDS:
        wanted.append(ids_of(plan))
    for file in files:
        text = words_of(file)
        for pattern in wanted:
            found = [text[max(0, m.start() - 12) : m.end() + 12] for m in pattern.finditer(text)]
            assert [said for said in found if "".join(said.split()) not in own] == [], file.name
