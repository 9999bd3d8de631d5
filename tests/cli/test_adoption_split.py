"""What is adopted is counted in three: in the text, not yet, in conflict; alike wherever a figure stands."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.conftest import Run

WIDER = """unit: {unit}
opinion: 面积改为{wording}。
edits:
  - {{replace: 不小于80平方米, with: {wording}}}
decision: {{status: 采纳}}
"""
FIGURES = {
    "zh": {"已采纳": 1, "拟采纳(尚未落实)": 1, "拟采纳(有冲突)": 2, "未采纳": 1},
    "en": {
        "Adopted": 1,
        "To be adopted (not yet)": 1,
        "To be adopted (in conflict)": 2,
        "Not adopted": 1,
    },
}
ALL = 5


@pytest.fixture(params=["zh", "en"])
def split(example: Path, request: pytest.FixtureRequest) -> tuple[Path, dict[str, int]]:
    """A plan with one comment in the text, one that waits, two that are in conflict, one that is declined."""
    waiting = example / "comments/镇财政所/02.yaml"
    waiting.write_text(
        waiting.read_text(encoding="utf-8").replace("待定", "采纳"), encoding="utf-8"
    )
    sides = {"镇财政所/03": "不小于70平方米", "镇文化站/01": "不小于90平方米"}
    for name, wording in sides.items():
        file = example / f"comments/{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(WIDER.format(unit=file.parent.name, wording=wording), encoding="utf-8")
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8").replace("    reply: 无意见\n", "")
    text = re.sub(r"^language: .*\n", "", text, flags=re.MULTILINE)
    manifest.write_text(f"language: {request.param}\n{text}", encoding="utf-8")
    return example, FIGURES[request.param]


def written(folder: Path, run: Run, *words: str) -> Path:
    output = folder.parent / f"out.{words[-1]}"
    done = run(folder, *words[:-1], "-o", str(output), "--internal")
    assert done.code == 0, done.err
    return output


def narrow(text: str) -> str:
    """Return text with half-width marks: the width of papers follows the plan, that of pages the reader."""
    return text.translate(str.maketrans("（）：", "():"))


def figures_in(text: str, labels: dict[str, int]) -> dict[str, int]:
    """Return the number that stands behind each label, first of the longest."""
    found: dict[str, int] = {}
    text = narrow(text)
    for label in sorted(labels, key=len, reverse=True):
        match = re.search(re.escape(label) + r"[: ]*(\d+)", text)
        assert match is not None, label
        found[label] = int(match[1])
        text = text.replace(label, "")
    return {label: found[label] for label in labels}


def text_of_docx(file: Path) -> str:
    document = Document(str(file))
    rows = [cell.text for table in document.tables for cell in table._cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *rows])


def text_of(file: Path) -> str:
    return text_of_docx(file) if file.suffix == ".docx" else file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("report", "md"),
        ("report", "docx"),
        ("report", "html"),
        ("report", "--preset", "narrative", "md"),
        ("report", "--preset", "narrative", "docx"),
        ("cover", "md"),
        ("cover", "docx"),
        ("cover", "html"),
    ],
)
def test_every_paper_that_counts(
    split: tuple[Path, dict[str, int]], run: Run, words: tuple[str, ...]
) -> None:
    folder, expected = split
    assert figures_in(text_of(written(folder, run, *words)), expected) == expected
    assert sum(expected.values()) == ALL


@pytest.mark.parametrize("command", ["report", "cover"])
def test_pdf(split: tuple[Path, dict[str, int]], run: Run, command: str) -> None:
    pytest.importorskip("typst", reason='PDF needs the extra "typeset"')
    pdfium = pytest.importorskip("pypdfium2")
    folder, expected = split
    pages = pdfium.PdfDocument(written(folder, run, command, "pdf").read_bytes())
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert figures_in(re.sub(r"[\r\n]+", "", text), expected) == expected


def test_the_page_of_totals_adds_up(split: tuple[Path, dict[str, int]], run: Run) -> None:
    folder, expected = split
    book = load_workbook(BytesIO(written(folder, run, "report", "xlsx").read_bytes()))
    found = book.worksheets[1].iter_rows(values_only=True)
    rows = [[narrow(cell) if isinstance(cell, str) else cell for cell in row] for row in found]
    heads = next(row for row in rows if set(expected) <= set(row))
    columns = {label: heads.index(label) for label in expected}
    *units, together, shares = rows[rows.index(heads) + 1 :]
    assert {label: together[column] for label, column in columns.items()} == expected
    assert {label: shares[column] for label, column in columns.items()} == {
        label: f"{20 * number}%" for label, number in expected.items()
    }
    for column in columns.values():
        assert sum(int(row[column]) for row in units) == together[column]


def test_the_standard_paragraph(split: tuple[Path, dict[str, int]], run: Run) -> None:
    folder, expected = split
    assert figures_in(run(folder, "report", "--summary", "--internal").out, expected) == expected


def test_the_review_page(split: tuple[Path, dict[str, int]], run: Run) -> None:
    folder, expected = split
    page = narrow(written(folder, run, "site", "html").read_text(encoding="utf-8"))
    for label, number in expected.items():
        assert f"<b>{number}</b> {label} {20 * number}%</li>" in page
        assert f'<th scope="col">{label}</th>' in page
    assert len(re.findall(r'<rect class="block in-conflict', page)) == 3  # its legend, two bars


def test_each_card_and_balloon_says_what_its_decision_lacks(
    split: tuple[Path, dict[str, int]], run: Run
) -> None:
    folder, expected = split
    page = narrow(written(folder, run, "site", "html").read_text(encoding="utf-8"))
    cards, tag = page[page.index('<section class="cards"') :], '<span class="tag {}">{}</span>'
    looks = dict(zip(expected, ("adopted", "open", "in-conflict", "declined"), strict=True))
    for label, look in looks.items():
        assert cards.count(tag.format(look, label)) == expected[label]
        assert tag.format(look, label) in page[: page.index('<section class="cards"')]
    read = narrow(written(folder, run, "audit", "md").read_text(encoding="utf-8"))
    # the reading calls what is proved as the comment does
    assert all(label in read for label in list(expected)[1:3])


def test_answers_for_programs(split: tuple[Path, dict[str, int]], run: Run) -> None:
    folder, _expected = split
    report = json.loads(run(folder, "report", "--json", "--internal").out)
    counts = report["counts"]
    assert (counts["adopted"], counts["declined"]) == (1, 1)
    assert (counts["intended"], counts["in_conflict"]) == ({"采纳": 3}, {"采纳": 2})
    assert [row["in_text"] for row in report["rows"] if "in_text" in row] == [
        "not-yet",
        "in-conflict",
        "in-conflict",
    ]
    states = json.loads(run(folder, "status", "--json").out)["states"]
    assert (states["in-text"], states["waiting"], states["in-conflict"]) == (1, 1, 2)
    assert sum(states.values()) == ALL
    units = json.loads(run(folder, "audit", "--json", "--internal").out)["units"]
    split_of = [(unit["adopted"], unit["not_yet"], unit["in_conflict"]) for unit in units]
    assert [sum(column) for column in zip(*split_of, strict=True)] == [1, 1, 2]


def test_the_morning_view_and_the_reading(split: tuple[Path, dict[str, int]], run: Run) -> None:
    folder, _expected = split
    shown = run(folder, "status").out
    assert re.search(r"镇财政所 +3 +2 +0 +1 +1", shown)
    assert re.search(r"镇民政办 +1 +0 +1 +0 +0", shown)
    read = written(folder, run, "audit", "md").read_text(encoding="utf-8")
    assert "| 镇财政所 | 3 | 0 | 0 | 0 | 1 | 1 |" in read
    assert "| --- |" + " ---: |" * 7 in read
