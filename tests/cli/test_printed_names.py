"""No published output prints a key: its readers have paper before them, with numbers and titles."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from plancli.render.tables.presets import PRESETS
from plancli.store.files import read_files
from plancli.store.repository import Repository, load
from tests.conftest import ROOT, Run

pytestmark = pytest.mark.slow
"""Every paper of every round; tests/test_names_outside.py has the last round alone."""

OF_THE_LAST_ROUND = ("tasks", "export", "site")
PLANS = {"real": ROOT, "invented": ROOT / "examples/water"}
WRITTEN = (
    *(["report", "--preset", name, "-o", f"{name}.md"] for name in (*PRESETS, "narrative")),
    *(
        ["report", "--preset", "standard", "-o", f"standard.{end}"]
        for end in ("csv", "docx", "html")
    ),
    *(["compare", "-o", f"compare.{end}"] for end in ("md", "xlsx")),
    ["reply", "-o", "letters"],
    *(["audit", "-o", f"audit.{end}"] for end in ("html", "md")),
    ["tasks", "-o", "tasks.md"],
    ["tasks", "--by-unit", "-o", "duties.docx"],
    *(["export", f"plan.{end}"] for end in ("docx", "md")),
    ["site", "-o", "site.html"],
)


def shown(path: Path) -> str:
    """Return what a written file shows to its reader, with a blank for each tag."""
    if path.suffix in (".docx", ".xlsx"):
        with ZipFile(path) as parts:
            text = "\n".join(
                parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")
            )
    else:
        text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".md":
        text = re.sub(r"\\(.)", r"\1", text)
        return re.sub("</?(?:br|ins|del)>", " ", text)
    if path.suffix in (".docx", ".xlsx", ".html"):
        text = re.sub(r"(?s)<(style|script)\b.*?</\1>|<!--.*?-->", " ", text)
        # where one word of Word ends another begins: 17 and .1 of one run are not told apart
        return re.sub("<[^>]*>", " ", text)
    return text


def keys(repository: Repository) -> set[str]:
    """Return the keys of all states of a plan that are no number or title by themselves."""
    found: set[str] = set()
    figures: set[str] = set()
    for round_ in repository.rounds:
        for outline in (round_.workspace.draft, round_.plan):
            found.update(outline.in_reading_order)
            cells = (spot.paragraph.text for spot in outline.spots.values() if spot.row is not None)
            # 2.1 in a column of figures is one, though a paragraph is called so
            figures.update(cells)
    return {key for key in found if "/" in key or "." in key} - figures


def told(words: str, known: set[str]) -> set[str]:
    """Return the keys that stand in a text by themselves; figures have units behind them."""
    found = set(re.findall(r"(?<![\w.,，-])[\w/-]+\.\d+(?![\w.%‰])|\w+(?:/\w+)+", words))
    return found & known


@pytest.fixture(scope="module", params=PLANS)
def plan(request: pytest.FixtureRequest) -> tuple[Path, list[str], set[str]]:
    """The folder of a plan of the repository, which is only read, its drafts, and its keys."""
    folder = PLANS[request.param]
    repository = load(read_files(folder))
    return folder, [round_.draft.draft for round_ in repository.rounds], keys(repository)


@pytest.mark.parametrize("words", WRITTEN, ids=" ".join)
def test_no_published_output_prints_a_key(
    words: list[str], plan: tuple[Path, list[str], set[str]], tmp_path: Path, run: Run
) -> None:
    folder, rounds, known = plan
    if words[0] in OF_THE_LAST_ROUND:
        rounds = rounds[-1:]
    for draft in rounds:
        out = tmp_path / draft
        out.mkdir()
        named = [str(out / word) if "." in word or word == "letters" else word for word in words]
        assert run(folder, *named, "--draft", draft).code < 2
        written = [path for path in out.rglob("*") if path.is_file()]
        assert written
        for path in written:
            assert told(shown(path), known) == set(), path.name
