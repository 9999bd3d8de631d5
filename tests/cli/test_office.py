"""The drafting office's own edits: one more side of the merge, never lost, never blamed on a unit."""

import json
from pathlib import Path

from plancli.core.plan.outline import Outline
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import Run, plan_files

PLAN = "plan/第四章/17-智慧交通工程.yaml"


def office(folder: Path, old: str, new: str, file: str = PLAN) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def text(folder: Path, paragraph: str) -> str:
    return Outline(load(read_files(folder)).sections).spots[paragraph].paragraph.text


def codes(folder: Path, run: Run) -> list[str]:
    """Return the codes of the errors; the record's own warnings are judged in test_record."""
    found = json.loads(run(folder, "check", "--json").out)["findings"]
    return [finding["code"] for finding in found if finding["severity"] == "error"]


def test_an_edit_elsewhere_in_the_paragraph_survives_apply_and_revert(
    circulated: Path, run: Run
) -> None:
    office(circulated, "探索网约车等新业态", "探索网约车、顺风车等新业态")
    assert run(circulated, "apply", "--all").code == 0
    assert "顺风车" in text(circulated, "17.1")
    assert "城铁通" not in text(circulated, "17.1")
    assert run(circulated, "revert", "--all").code == 0
    assert "顺风车" in text(circulated, "17.1")
    assert "城铁通" in text(circulated, "17.1")


def test_an_edit_of_the_same_words_makes_the_comment_wait(circulated: Path, run: Run) -> None:
    office(circulated, "汽车站、城铁通等重点区域", "汽车站、城铁通站等重点区域")
    done = run(circulated, "apply", "--all")
    assert done.code == 1
    assert "the drafting office" in done.out
    assert "城铁通站" in text(circulated, "17.1")
    assert "加强公交治安管理" in text(circulated, "17.1")
    assert "市交通运输局-01" not in load(read_files(circulated)).record.comments


def test_what_the_office_changed_inside_an_adopted_wording_is_not_reverted_away(
    adopted: Path, run: Run
) -> None:
    office(adopted, "加强公交治安管理,加强", "加强公交治安管理和巡查,加强")
    before = plan_files(adopted)
    done = run(adopted, "revert", "市公安局-02")
    assert done.code == 1
    assert plan_files(adopted) == before
    assert codes(adopted, run) == ["P409", "P423", "P405"]


def test_an_unexplained_change_is_a_finding_until_a_note_explains_it(
    adopted: Path, run: Run
) -> None:
    office(adopted, "探索网约车等新业态", "探索网约车、顺风车等新业态")
    done = run(adopted, "check")
    assert " P405 " in done.out
    assert "{+、顺风车+}" in done.out
    with (adopted / "plan/plan.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write('notes:\n  - {paragraph: "17.1", reason: 统一用语}\n')
    assert run(adopted, "check").code == 0


def test_a_paragraph_of_the_office_stays(circulated: Path, run: Run) -> None:
    with (circulated / PLAN).open("a", encoding="utf-8") as file:
        file.write("      - id: 专栏15.8\n        heading: 自编\n")
    assert run(circulated, "apply", "--all").code == 0
    assert run(circulated, "revert", "--all").code == 0
    assert "专栏15.8" in Outline(load(read_files(circulated)).sections).spots


def test_a_paragraph_that_the_office_removed_makes_its_comments_wait(
    circulated: Path, run: Run
) -> None:
    path = circulated / "plan/第四章/19-医疗健康工程.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("body:")[0], encoding="utf-8")
    done = run(circulated, "apply", "--all")
    assert done.code == 1
    assert "市医保局-01" not in load(read_files(circulated)).record.comments
    assert len(load(read_files(circulated)).record.comments) == 24


def test_units_changed_by_the_office_stay(circulated: Path, run: Run) -> None:
    office(
        circulated,
        "市投创中心, 金安区人民政府",
        "市投创中心, 市财政局",
        file="plan/第四章/02-智能计算基建工程.yaml",
    )
    assert run(circulated, "apply", "--all").code == 0
    spots = Outline(load(read_files(circulated)).sections).spots
    assert spots["2.1"].paragraph.units == ("市数管局", "市财政局")


def test_a_changed_decision_replaces_what_is_in_the_text(adopted: Path, run: Run) -> None:
    path = adopted / "comments/市医保局/01.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("  - delete: 、线上购药\n", ""), encoding="utf-8"
    )
    assert codes(adopted, run) == ["P402"]
    assert run(adopted, "apply", "市医保局-01").code == 0
    assert "、线上购药" in text(adopted, "19.1")
    assert codes(adopted, run) == ["P423"]  # the reply still quotes the wording of before


def test_a_comment_whose_file_is_gone_can_still_be_reverted(adopted: Path, run: Run) -> None:
    (adopted / "comments/市医保局/01.yaml").unlink()
    assert set(codes(adopted, run)) == {
        "P208",
        "P222",
    }  # and one comment less than plan.yaml states
    assert run(adopted, "revert", "市医保局-01").code == 0
    assert "电子医保凭证" in text(adopted, "19.1")
    assert set(codes(adopted, run)) == {"P222"}
