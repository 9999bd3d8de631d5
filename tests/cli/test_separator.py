"""What is printed between heading, text and units: one form in all that plancli prints, in each language."""

import csv
import json
import re
from html import unescape
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plancli.core.evidence.compare import changes
from plancli.core.evidence.pieces import accepted
from plancli.core.evidence.redline import plain, redline
from plancli.core.locate.anchors import Anchor
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.joints import joints_of
from plancli.core.plan.model import Paragraph, Section
from plancli.papers.pdf.table import source
from plancli.render.tables.compare import comparison
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import Run


class Printing(NamedTuple):
    """A plan of one paragraph: its lines in plan.yaml, and how it is printed before and after a comment."""

    manifest: str
    heading: str
    text: str
    before: str
    after: str


CHINESE = Printing(
    "", "修渠", "修渠两里,农闲开工。",
    "修渠。修渠两里,农闲开工。(责任单位:水利站、农技站)",
    "修渠。修渠三里,农闲开工。(责任单位:水利站、农技站)",
)  # fmt: skip
ASKING = Printing(
    "", "谁来修渠？", "修渠两里,农闲开工。",
    "谁来修渠？修渠两里,农闲开工。(责任单位:水利站、农技站)",
    "谁来修渠？修渠三里,农闲开工。(责任单位:水利站、农技站)",
)  # fmt: skip
COLON = Printing(
    "format: 1\nseparator: ：\n", "修渠", "修渠两里,农闲开工。",
    "修渠：修渠两里,农闲开工。(责任单位:水利站、农技站)",
    "修渠：修渠三里,农闲开工。(责任单位:水利站、农技站)",
)  # fmt: skip
BLANK = Printing(
    'format: 1\nseparator: "　"\n', "修渠", "修渠两里,农闲开工。",
    "修渠　修渠两里,农闲开工。(责任单位:水利站、农技站)",
    "修渠　修渠三里,农闲开工。(责任单位:水利站、农技站)",
)  # fmt: skip
ENGLISH = Printing(
    "language: en\n", "Canals", "Repair 两里 before spring.",
    "Canals. Repair 两里 before spring. (responsible: 水利站, 农技站)",
    "Canals. Repair 三里 before spring. (responsible: 水利站, 农技站)",
)  # fmt: skip
EVERY = pytest.mark.parametrize(
    "printing", [CHINESE, ASKING, COLON, BLANK, ENGLISH], ids=["zh", "ask", "colon", "blank", "en"]
)


def written(folder: Path, printing: Printing, run: Run) -> Path:
    """Write the plan, freeze it, and put the comment of one unit into its text."""
    files = {
        "plan/plan.yaml": f"{printing.manifest}title: 渠\nissuer: 乡\nunits: [{{name: 水利站}}]\n"
        "sections: [一]\n",
        "plan/一.yaml": f"""
            key: 一
            title: 水
            body:
              - id: "1"
                heading: {printing.heading}
                text: |-
                  {printing.text}
                units: [水利站, 农技站]
              - id: "2"
                text: |-
                  别的事,别的人,另说。
            """,
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(content).lstrip(), encoding="utf-8")
    assert run(folder, "freeze", "初稿").code == 0
    return folder


def comment(folder: Path, replace: str, wording: str) -> None:
    path = folder / "comments/水利站/01.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    edit = json.dumps({"replace": replace, "with": wording}, ensure_ascii=False)
    path.write_text(
        f"unit: 水利站\nopinion: 改三里。\nedits:\n  - {edit}\ndecision: {{status: 采纳}}\n",
        encoding="utf-8",
    )


def changed(folder: Path, printing: Printing, run: Run) -> Path:
    """Return the plan with a comment in it that quotes the whole paragraph as it is printed."""
    written(folder, printing, run)
    comment(folder, printing.before, printing.after)
    assert run(folder, "apply", "--all").code == 0
    assert run(folder, "check").code == 0
    return folder


def words_of_docx(path: Path) -> list[str]:
    """Return the words of each paragraph of a document, those that are struck out left out."""
    with ZipFile(path) as parts:
        body = parts.read("word/document.xml").decode()
    found = re.findall(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", body, re.DOTALL)
    return [unescape("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", one))) for one in found]


def words_of_html(path: Path) -> str:
    """Return what is read on a page, without what went."""
    text = path.read_text(encoding="utf-8")
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<del\b.*?</del>", "", text, flags=re.DOTALL)))


def without_marks(text: str) -> str:
    """Return Markdown as it is read when every change is made."""
    return re.sub(r"</?ins>|\*\*", "", re.sub(r"<del>.*?</del>", "", text)).replace("\\", "")


@EVERY
def test_the_terminal(printing: Printing, tmp_path: Path, run: Run) -> None:
    folder = changed(tmp_path, printing, run)
    assert f"  {printing.after}\n" in run(folder, "show", "1").out
    whole = run(folder, "locate", printing.before)
    assert (whole.code, whole.out.splitlines()[1]) == (0, "  → 一 水 1: word for word")


@EVERY
def test_an_export(printing: Printing, tmp_path: Path, run: Run) -> None:
    folder = changed(tmp_path, printing, run)
    for option, wanted in (("--clean", printing.after), ("--draft-only", printing.before)):
        for name in ("稿.md", "稿.docx"):
            assert run(folder, "export", name, option).code == 0
        assert wanted in (folder / "稿.md").read_text(encoding="utf-8").splitlines()
        assert wanted in words_of_docx(folder / "稿.docx")
    for name in ("改.md", "改.docx"):
        assert run(folder, "export", name).code == 0
    marked = (folder / "改.md").read_text(encoding="utf-8")
    assert printing.after in map(without_marks, marked.splitlines())
    assert printing.after in words_of_docx(folder / "改.docx")


def compared(printed: str) -> str:
    """Return a paragraph as the comparison has it: units that stay stand for no change, and are left out."""
    return re.sub(r" ?\((?:责任单位|responsible).*\)$", " ⋯", printed)


@EVERY
def test_the_comparison_in_every_format(printing: Printing, tmp_path: Path, run: Run) -> None:
    folder = changed(tmp_path, printing, run)
    for ending in ("html", "csv", "json", "docx", "xlsx"):
        assert run(folder, "compare", "-o", f"表.{ending}").code == 0
    before, after = compared(printing.before), compared(printing.after)
    assert without_marks(run(folder, "compare").out).count(after) == 1
    assert after in words_of_html(folder / "表.html")
    assert any(after in words for words in words_of_docx(folder / "表.docx"))
    with (folder / "表.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell.rstrip() for row in csv.reader(file) for cell in row]
    assert {before, after, f"一、水\n{printing.heading}"} <= {*cells}
    answer = json.loads((folder / "表.json").read_text(encoding="utf-8"))
    row = answer["blocks"][0]["rows"][0]
    assert ["".join(text for _, text in runs).rstrip() for runs in row[1:3]] == [before, after]


@EVERY
def test_the_comparison_on_paper(printing: Printing, tmp_path: Path, run: Run) -> None:
    round_ = load(read_files(changed(tmp_path, printing, run))).open_round
    lines = source(comparison(round_, changes(round_, redline(round_)))).splitlines()
    literals = [re.findall(r'"((?:[^"\\]|\\.)*)"', line) for line in lines]
    words = ["".join(one for one in each if one[:1] != "#").rstrip() for each in literals]
    assert {compared(printing.before), compared(printing.after)} <= {*words}


@EVERY
def test_the_page_and_the_letter(printing: Printing, tmp_path: Path, run: Run) -> None:
    folder = changed(tmp_path, printing, run)
    assert run(folder, "site", "-o", "页.html").code == 0
    assert printing.after in words_of_html(folder / "页.html")
    page = (folder / "页.html").read_text(encoding="utf-8")
    assert f">{printing.heading}</a>" in page
    assert run(folder, "reply", "水利站").code == 0


ADDED = """
unit: 水利站
opinion: 增加一段。
edits:
  - {{add: {{heading: {0}, text: {1}, units: [水利站, 农技站]}}, to: 一}}
decision: {{status: 采纳}}
"""


@EVERY
def test_a_paragraph_that_a_comment_adds(printing: Printing, tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, printing._replace(heading="蓄水", text="修塘。"), run)
    path = folder / "comments/水利站/01.yaml"
    path.parent.mkdir(parents=True)
    text = json.dumps(printing.text, ensure_ascii=False)
    path.write_text(ADDED.format(printing.heading, text), encoding="utf-8")
    said = printing.before.partition(" (responsible")[0].partition("(责任单位")[0]
    assert f"“{said}”" in run(folder, "show", "水利站-01").out
    assert run(folder, "apply", "--all").code == 0
    assert run(folder, "check").code == 0
    assert f"  {printing.before}\n" in run(folder, "show", "水利站-01.1").out
    for name in ("信.md", "信.docx"):
        assert run(folder, "reply", "水利站", "-o", name).code == 0
    assert printing.before in without_marks((folder / "信.md").read_text(encoding="utf-8"))
    assert any(printing.before in words for words in words_of_docx(folder / "信.docx"))


# --- a separator of a plan, a draft, a paragraph ------------------------------------------------------------


def in_file(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_draft_keeps_what_it_was_circulated_with(tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, COLON, run)
    assert "separator: ：\n" in (folder / "plan/drafts/初稿.yaml").read_text(encoding="utf-8")
    in_file(folder / "plan/plan.yaml", "separator: ：", "separator: ——")
    assert run(folder, "locate", COLON.before).code == 0
    assert run(folder, "check").code == 0
    assert f"{COLON.heading}——{COLON.text}" in run(folder, "show", "1").out
    shown = run(folder, "compare").out
    assert "<del>：</del>" in shown
    assert "<ins>——</ins>" in shown


def test_a_draft_of_before_is_told_its_separator(tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, CHINESE, run)
    assert run(folder, "locate", COLON.before).code == 1
    in_file(folder / "plan/plan.yaml", "title: 渠", "format: 1\nseparator: ：\ntitle: 渠")
    in_file(folder / "plan/drafts/初稿.yaml", "draft: 初稿", "draft: 初稿\nseparator: ：")
    assert run(folder, "locate", COLON.before).code == 0
    assert run(folder, "check").code == 0


def test_a_separator_that_was_frozen_is_part_of_the_draft(tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, COLON, run)
    in_file(folder / "plan/drafts/初稿.yaml", "separator: ：\n", "separator: 。\n")
    done = run(folder, "check")
    assert (done.code, "P407" in done.out) == (1, True)


def test_a_paragraph_with_a_separator_of_its_own(tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, CHINESE, run)
    (folder / "plan/drafts/初稿.yaml").unlink()
    own = 'heading: 修渠\n    separator: " — "\n'
    in_file(folder / "plan/一.yaml", "heading: 修渠\n", own)
    manifest = "format: 1\ntitle: 渠\nissuer: 乡\nunits: [{name: 水利站}]\nsections: [一]\n"
    (folder / "plan/plan.yaml").write_text(manifest, encoding="utf-8")
    assert run(folder, "freeze", "初稿").code == 0
    assert 'separator: " — "' in (folder / "plan/drafts/初稿.yaml").read_text(encoding="utf-8")
    comment(folder, "修渠 — 修渠两里", "修沟 — 修沟三里")
    assert run(folder, "apply", "--all").code == 0
    assert run(folder, "fmt").code == 0
    section = (folder / "plan/一.yaml").read_text(encoding="utf-8")
    assert 'heading: 修沟\n    separator: " — "\n    text: |-\n      修沟三里' in section
    assert run(folder, "check").code == 0
    assert "  修沟 — 修沟三里" in run(folder, "show", "1").out
    assert json.loads(run(folder, "show", "1", "--json").out)
    assert run(folder, "revert", "--all").code == 0
    assert own in (folder / "plan/一.yaml").read_text(encoding="utf-8")


def test_the_office_changes_the_separator_of_a_paragraph(tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, COLON, run)
    in_file(folder / "plan/一.yaml", "heading: 修渠\n", "heading: 修渠\n    separator: ——\n")
    done = run(folder, "check")
    assert (done.code, "P405" in done.out) == (1, True)
    assert "plan/一.yaml:6:" in done.out
    assert "[-：-]{+——+}" in done.out
    comment(folder, "两里", "三里")
    assert run(folder, "apply", "--all").code == 0
    assert "separator: ——\n" in (folder / "plan/一.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("plan/plan.yaml", "title: 渠"),
        ("plan/一.yaml", "    heading: 修渠"),
        ("plan/drafts/初稿.yaml", "draft: 初稿"),
    ],
)
@pytest.mark.parametrize("number", [None, "1", "2"])
def test_a_separator_needs_no_number_of_a_format(
    place: str, line: str, number: str | None, tmp_path: Path, run: Run
) -> None:
    folder = written(tmp_path, CHINESE, run)
    margin = line[: len(line) - len(line.lstrip())]
    in_file(folder / place, line, f'{line}\n{margin}separator: "："')
    if number:
        in_file(folder / "plan/plan.yaml", "title: 渠", f"title: 渠\nformat: {number}")
    assert run(folder, "status").code == 0


@pytest.mark.parametrize("separator", ['"a"', "与", '"\\n"', '"\\t"', "３", '"\\u2028"'])
def test_words_and_line_breaks_are_no_separator(separator: str, tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, CHINESE, run)
    in_file(folder / "plan/plan.yaml", "title: 渠", f"format: 1\nseparator: {separator}\ntitle: 渠")
    assert run(folder, "status").code == 2


# --- the format has a number -------------------------------------------------------------------------------


EVERY_COMMAND = [
    ["check"], ["status"], ["show", "1"], ["locate", "修渠"], ["apply"], ["revert", "--all"],
    ["conflicts"], ["diff"], ["blame", "1"], ["ripple"], ["misquotes"], ["report"], ["compare"],
    ["export", "a.md"], ["reply"], ["tasks"], ["audit"], ["site", "-o", "a.html"], ["freeze", "二稿"],
    ["rebase", "水利站-01"], ["fmt"], ["decide", "水利站-01", "--status", "采纳"],
    ["new", "--unit", "水利站", "--opinion", "改"], ["upgrade"], ["unit"], ["note", "1", "--reason", "改"],
    ["mend", "--replace", "修渠", "--with", "挖渠", "--reason", "看错"], ["blacken", "水利站-01", "改"],
    ["check", "--all"],
]  # fmt: skip


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda command: command[0])
@pytest.mark.parametrize("number", ["3", "010", "99999999999999999999"])
def test_a_newer_format_is_one_clear_error(
    command: list[str], number: str, tmp_path: Path, run: Run
) -> None:
    folder = written(tmp_path, CHINESE, run)
    in_file(folder / "plan/plan.yaml", "title: 渠", f"title: 渠\nformat: {number}\nnovelty: 甲")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = run(folder, *command)
    said = done.out + done.err
    assert done.code != 0
    assert said.count("plan/plan.yaml:2:1: P125 ") == 1
    assert len(re.findall(r"\bP\d{3}\b", said)) == 1
    assert "pip install --upgrade plancli" in said
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("number", ["one", "0", "-1", "1.5", '""', "[1]"])
def test_what_is_no_format(number: str, tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, CHINESE, run)
    in_file(folder / "plan/plan.yaml", "title: 渠", f"format: {number}\ntitle: 渠")
    done = run(folder, "status")
    assert done.code == 2
    assert "plan/plan.yaml:1:" in done.err
    assert "P125" not in done.err


@pytest.mark.parametrize("number", ["1", "2", "002"])
def test_a_known_format_may_be_stated(number: str, tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, CHINESE, run)
    in_file(folder / "plan/plan.yaml", "title: 渠", f"format: {number}\ntitle: 渠")
    assert run(folder, "check").code == 0


# --- what is printed is found ------------------------------------------------------------------------------

WORDS = st.text("渠塘修abA19。，？!：—… “”（）()-·、.", min_size=1, max_size=8)
SEPARATORS = st.sampled_from([None, "：", "　", " ", "", "——", ": ", "…", " - ", "。"])


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, WORDS, SEPARATORS, SEPARATORS, st.sampled_from(["zh", "en"]), st.booleans())
def test_the_words_that_are_printed_are_located_there(
    heading: str, text: str, everywhere: str | None, own: str | None, language: str, units: bool
) -> None:
    paragraph = Paragraph(
        id="1",
        heading=heading,
        separator=own,
        text=text,
        units=("水利站", "农技站") if units else None,
    )
    body = (Paragraph(id="0", text="头一段说别的事。"), paragraph)
    section = Section(key="一", title="水", body=body).printed_with(joints_of(language, everywhere))
    corpus = Corpus([section])
    printed = accepted([*plain(corpus.outline)][-1].pieces)
    assume(any(map(str.isalnum, printed)) and printed not in "头一段说别的事。")
    found = corpus.locate(printed)
    assert isinstance(found, Anchor)
    assert found.paragraph == "1"
    assert corpus.words(found) == printed.strip()
    assert corpus.line("1").text == printed
