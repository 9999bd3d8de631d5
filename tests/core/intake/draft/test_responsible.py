"""The units at the end of a paragraph."""

import pytest

from plancli.core.intake.draft.responsible import Responsible, responsible_in


@pytest.mark.parametrize(
    ("words", "rest", "units"),
    [
        ("每月巡河。(责任单位:县水利局、各乡镇)", "每月巡河。", ("县水利局", "各乡镇")),
        ("每月巡河（责任单位：县水利局，各乡镇）。", "每月巡河。", ("县水利局", "各乡镇")),
        ("（含支流）巡河。（责任部门：县水利局）", "（含支流）巡河。", ("县水利局",)),
        ("责任单位:县水利局;各乡镇", "", ("县水利局", "各乡镇")),
        ("Patrol. (responsible: Water Office, towns)", "Patrol.", ("Water Office", "towns")),
    ],
)
def test_lists_in_brackets_or_on_a_line_of_their_own(
    words: str, rest: str, units: tuple[str, ...]
) -> None:
    found = responsible_in(words)
    assert found is not None
    assert (found.words, found.units, found.has_roles) == (rest, units, False)


def test_a_list_of_what_can_be_no_name_is_told_and_left() -> None:
    words = f"巡河。(责任单位:{'县' * 60})"
    assert responsible_in(words) == Responsible(words, ())


def test_who_leads_is_first_and_who_helps_follows() -> None:
    found = responsible_in("巡河。（牵头单位：县水利局；配合单位：县公安局、各乡镇）")
    assert found is not None
    assert found.units == ("县水利局", "县公安局", "各乡镇")
    assert found.has_roles


@pytest.mark.parametrize(
    "words",
    [
        "落实责任单位:县水利局负责巡河",
        "（责任单位另行公布）",
        "巡河(责任单位:县水利局)每月一次",
        "巡河(每月一次)。",
    ],
)
def test_what_is_no_list_stays_in_the_text(words: str) -> None:
    assert responsible_in(words) is None
