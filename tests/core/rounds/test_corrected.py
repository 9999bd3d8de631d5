"""A corrected file beside a draft: what is a slip of words, and what is more than that."""

from collections.abc import Sequence

import pytest

from plancli.core.plan.model import Paragraph, Section, with_cover
from plancli.core.rounds.corrected import Correction, corrected
from plancli.core.rounds.mend import Slip, mended

TEXT = "每月巡河一次,由河长负责。"
OWN = Paragraph(id="1.1", heading="巡河", text=TEXT, units=("县水利局", "山口镇"))
OTHER = Paragraph(id="1.2", heading="清淤", text="每年清淤十里,验收后付款。")


def plan(*body: Paragraph, title: str = "水情") -> list[Section]:
    return list(with_cover("河湖规划", [Section(key="第一章", title=title, body=body)]))


def changed(**update: object) -> list[Section]:
    return plan(OWN.model_copy(update=update), OTHER)


UNIT = Slip("1.1", "units", 0)
DRAFT = plan(OWN, OTHER)


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        (changed(text="每月巡查河道一次,由河长负责。"), None),
        (changed(text="每月巡河,由河长负责。"), None),
        (changed(text="各村每月巡河一次,由河长负责"), None),
        (changed(heading="逐月巡河"), None),
        (plan(OWN, OTHER, title="水情概况"), None),
        (
            changed(units=("县水务局", "山口镇")),
            [Correction(UNIT, "县水利局", "县水务局")],
        ),
        (changed(units=("山口镇",)), [Correction(UNIT, "县水利局", "")]),
    ],
)
def test_slips_made_one_by_one_give_the_file(
    file: list[Section], wanted: list[Correction] | None
) -> None:
    found = corrected(DRAFT, file)
    assert (found.gone, found.came, found.other) == ((), (), ())
    assert wanted is None or list(found.corrections) == wanted
    sections: Sequence[Section] = DRAFT
    for slip, words, new in found.corrections:
        assert words
        sections = mended(sections, slip, words, new)
    assert list(sections) == file
    assert (found.equal, found.whole) == (3, 4)


def test_blanks_are_no_slips() -> None:
    assert corrected(DRAFT, changed(text=TEXT.replace(",", ", "))).corrections == ()


def test_what_came_and_went_is_told() -> None:
    new = Paragraph(id="1.2", heading="护岸", text="逐段护岸。")
    found = corrected(DRAFT, plan(OWN, new))
    assert (found.gone, found.came) == (("1.2",), ("护岸。逐段护岸。",))
    assert corrected(DRAFT, plan(OWN)).gone == ("1.2",)


@pytest.mark.parametrize(
    "update",
    [
        {"number": "（一）"},
        {"separator": ":"},
        {"units": ("县水利局", "山口镇", "县公安局")},
        {"heading": "", "text": f"巡河{TEXT}"},
    ],
)
def test_what_is_no_word_of_a_part_is_told(update: dict[str, object]) -> None:
    found = corrected(DRAFT, changed(**update))
    assert (found.other, found.corrections) == (("1.1",), ())
