"""Footnotes in Word, Markdown and on the page; in the text they move with their words, in any order."""

import zipfile
from itertools import permutations
from pathlib import Path

import pytest

from plancli.core.plan.footnotes import in_order
from plancli.core.plan.model import Paragraph, Part
from plancli.library.opening import open_repository
from tests.conftest import Run
from tests.noted import CHAPTER, COMMENTS, commented, read, written

DRAFT = [
    "到2028年,集中供水率[指由水厂供水的人口的比重。]达到92%以上,管网漏损率降到12%[2024年为15%。]以下。",
    "水源。划定两处水源保护区,设立界标。[保护区由县政府批准。]",
]
PLAN = [
    "到2028年,农村集中供水率[指由水厂供水的人口的比重。]达到95%以上[2024年为14%。]。",
    "水源。划定两处水源保护区,设立界标[界标按国家标准设立。]。",
]
IDS = [name.replace("/", "-") for name in COMMENTS]


@pytest.fixture
def noted(tmp_path: Path, run: Run) -> Path:
    folder = written(tmp_path / "plan")
    assert run(folder, "freeze", "征求意见稿").code == 0
    commented(folder)
    return folder


def test_accepted_it_is_the_plan_and_refused_the_draft(noted: Path, run: Run) -> None:
    assert run(noted, "apply", "--all").code == 0
    assert run(noted, "export", "修订稿.docx", "--internal").code in (0, 1)
    marked = (noted / "修订稿.docx").read_bytes()
    assert [line for line in read(marked, accept=True) if "。" in line] == PLAN
    assert [line for line in read(marked, accept=False) if "。" in line] == DRAFT
    run(noted, "export", "规划.docx", "--clean", "--internal")
    assert [line for line in read((noted / "规划.docx").read_bytes(), True) if "。" in line] == PLAN


@pytest.mark.parametrize("order", list(permutations(IDS))[::2])
def test_in_any_order_the_marks_stand_alike_and_taken_out_as_in_the_draft(
    noted: Path, run: Run, order: tuple[str, ...]
) -> None:
    file = noted / "plan/第一章.yaml"
    for name in order:
        assert run(noted, "apply", name).code == 0
    together = file.read_text(encoding="utf-8")
    assert "after: 农村集中供水率" in together or "after: 集中供水率" in together
    for name in order:
        assert run(noted, "revert", name).code == 0
    # a note that went and came again is written as it is in the draft
    assert [line.strip() for line in file.read_text(encoding="utf-8").splitlines()][:14] == [
        line.strip() for line in CHAPTER.splitlines()
    ][:14]
    assert run(noted, "apply", "--all").code == 0
    run(noted, "export", "修订稿.docx", "--internal")
    marked = (noted / "修订稿.docx").read_bytes()
    assert [line for line in read(marked, accept=True) if "。" in line] == PLAN


def test_a_mark_whose_words_were_taken_out_is_told(noted: Path, run: Run) -> None:
    run(noted, "apply", "--all")
    told = run(noted, "check").out
    assert "P528" in told
    assert "镇财政所-01" in told


def test_markdown_and_the_page_have_notes_at_the_end_of_the_section(noted: Path, run: Run) -> None:
    run(noted, "export", "规划.md", "--clean")
    text = (noted / "规划.md").read_text(encoding="utf-8")
    assert "集中供水率[^1]达到" in text
    assert "[^3]: 保护区由县政府批准。" in text
    run(noted, "site", "-o", "site", "--internal")
    page = (noted / "site/index.html").read_text(encoding="utf-8")
    assert 'href="#row-注1"' in page
    assert 'id="part-row-注1"' in page
    assert 'href="#part-row-注1"' in page


def test_numbers_begin_anew_where_plan_yaml_says_so(noted: Path, run: Run) -> None:
    manifest = noted / "plan/plan.yaml"
    declared = "numbering: {footnote: '({1})', per: {footnote: chapter}}\nsections:\n"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("sections:\n", declared), "utf-8"
    )
    assert run(noted, "export", "规划.docx", "--clean", "--internal").code in (0, 1)
    lines = read((noted / "规划.docx").read_bytes(), accept=True)
    assert any("(3)" in line for line in lines)


@pytest.mark.parametrize("series", ["", "numbering: {footnote: '[{1}]'}\n"])
def test_a_note_that_came_back_with_other_words_is_an_edit_of_these(
    noted: Path, run: Run, series: str
) -> None:
    manifest = noted / "plan/plan.yaml"
    manifest.write_text(f"{series}{manifest.read_text(encoding='utf-8')}", "utf-8")
    run(noted, "export", "稿.docx", "--draft-only")
    told = run(noted, "intake", "returned", "稿.docx", "--unit", "镇财政所", "--dry-run")
    assert "replace “" not in told.out
    _reworded(noted / "稿.docx", "2024年为15%。", "2024年为16%。")
    told = run(noted, "intake", "returned", "稿.docx", "--unit", "镇财政所", "--dry-run")
    assert "replace “15%” by “16%”" in told.out


def _reworded(file: Path, old: str, new: str) -> None:
    """Change words of the notes of a document, as somebody does who tracks nothing."""
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["word/footnotes.xml"] = parts["word/footnotes.xml"].replace(old.encode(), new.encode())
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


@pytest.mark.parametrize("counted", ["{①}", "〔{1}〕"], ids=["by Word", "as words"])
@pytest.mark.parametrize("ending", ["docx", "md"])
def test_what_was_written_is_read_back_with_the_same_notes(
    tmp_path: Path, run: Run, ending: str, counted: str
) -> None:
    folder = written(tmp_path / "plan")
    manifest = folder / "plan/plan.yaml"
    said = f'numbering:\n  footnote: "{counted}"\n'
    manifest.write_text(manifest.read_text(encoding="utf-8") + said, encoding="utf-8")
    assert run(folder, "freeze", "征求意见稿").code == 0
    assert run(folder, "export", f"稿.{ending}", "--clean", "--internal").code == 0
    done = run(folder, "intake", "draft", f"稿.{ending}", "--into", str(tmp_path / "again"))
    assert done.code == 0, done.err
    assert "footnote" not in done.out
    before, after = (open_repository(one).sections[0].body for one in (folder, tmp_path / "again"))
    assert _placed(after) == _placed(before)
    assert run(tmp_path / "again", "check").code == 0


def _placed(body: tuple[Part, ...]) -> list[tuple[str, list[tuple[int, str]]]]:
    """Return the texts of paragraphs, each with its notes and their places."""
    return [
        (one.text, [(at, note.text) for at, note in in_order(one)])
        for one in body
        if isinstance(one, Paragraph)
    ]
