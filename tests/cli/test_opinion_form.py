"""A form that goes out comes back as the comments that were meant, and for no other draft."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Run
from tests.papers.opinion_form import comes_back, filled_docx, filled_xlsx


@pytest.mark.parametrize("fill", [filled_xlsx, filled_docx])
def test_what_is_filled_in_comes_back_exactly(adopted: Path, run: Run, fill: object) -> None:
    ending = "xlsx" if fill is filled_xlsx else "docx"
    form = adopted.parent / f"form.{ending}"
    assert run(adopted, "intake", "form", "-o", str(form)).code == 0
    form.write_bytes(fill(form.read_bytes()))  # type: ignore[operator]
    comes_back(adopted, run, form)


def test_it_says_who_answers_until_when_and_offers_the_units(example: Path, run: Run) -> None:
    manifest = example / "plan/plan.yaml"
    before = manifest.read_text(encoding="utf-8")
    manifest.write_text(f"{before}deadline: 2026-04-08\n", encoding="utf-8")
    for ending, part in (("xlsx", "xl/sharedStrings.xml"), ("docx", "word/document.xml")):
        assert run(example, "intake", "form", "-o", f"form.{ending}").code == 0
        with zipfile.ZipFile(example / f"form.{ending}") as packed:
            said = packed.read(part).decode()
        assert "《示例镇社区食堂建设方案》(征求意见稿)意见表" in said
        assert "请于2026年4月8日前反馈" in said
        assert "镇文化站" in said
        assert "第二章" in said


def test_a_form_nobody_filled_in_has_no_opinions_and_no_unit(example: Path, run: Run) -> None:
    for ending in ("xlsx", "docx"):
        assert run(example, "intake", "form", "-o", f"form.{ending}").code == 0
        done = run(example, "intake", "sheet", str(example / f"form.{ending}"), "--dry-run")
        assert (done.code, done.out) == (0, "0 comments of 0 units\n")


def test_no_comments_goes_to_the_roster(example: Path, run: Run) -> None:
    assert run(example, "unit", "镇卫生院", "--add").code == 0
    assert run(example, "intake", "form", "-o", "form.xlsx").code == 0
    book = openpyxl.load_workbook(example / "form.xlsx")
    book.worksheets[0]["C3"], book.worksheets[0]["G8"] = "镇卫生院", "无意见"
    book.save(example / "form.xlsx")
    done = run(example, "intake", "sheet", str(example / "form.xlsx"))
    assert "镇卫生院  no opinion: noted on the roster" in done.out


def test_one_for_another_draft_is_refused_and_so_is_another_format(example: Path, run: Run) -> None:
    for ending in ("xlsx", "docx"):
        assert run(example, "intake", "form", "-o", f"form.{ending}").code == 0
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    for ending in ("xlsx", "docx"):
        done = run(example, "intake", "sheet", str(example / f"form.{ending}"))
        assert done.code == 2
        assert "P064" in done.err
        assert "(征求意见稿) than the one open now (送审稿)" in done.err
    assert "P009" in run(example, "intake", "form", "-o", "form.pdf").err


def test_one_for_a_draft_of_the_same_name_with_other_words_says_so(example: Path, run: Run) -> None:
    assert run(example, "intake", "form", "-o", "form.xlsx").code == 0
    book = openpyxl.load_workbook(example / "form.xlsx")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).startswith("plancli sha256:"):
                    cell.value = f"plancli sha256:{'0' * 64} 征求意见稿"
    book.save(example / "form.xlsx")
    done = run(example, "intake", "sheet", str(example / "form.xlsx"))
    assert (done.code, "P081" in done.err, "P064" in done.err) == (2, True, False)
    assert "a draft of the same name (征求意见稿) that has other words" in done.err


def test_in_an_english_plan_it_is_english_and_comes_back_too(example: Path, run: Run) -> None:
    manifest = example / "plan/plan.yaml"
    before = manifest.read_text(encoding="utf-8")
    units = before.replace("language: zh", "language: en").replace("镇文化站", "Culture Centre")
    manifest.write_text(units, encoding="utf-8")
    assert run(example, "intake", "form", "-o", "form.xlsx").code == 0
    book = openpyxl.load_workbook(example / "form.xlsx")
    page = book.worksheets[0]
    heads = [cell.value for cell in page[7]]
    assert heads[3:7] == ["Part", "Original text", "Proposed wording", "Comment (no wording)"]
    page["C3"], page["E8"], page["F8"] = "Culture Centre", "优先利用", "首先利用"
    book.save(example / "form.xlsx")
    done = run(example, "intake", "sheet", str(example / "form.xlsx"))
    assert "Culture Centre-01  read: replace" in done.out
