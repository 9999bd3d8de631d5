"""The file of a section with lists in lists: an entry stands on lines of its own, and only it changes."""

import pytest
from hypothesis import given

from plancli.core.comments.edits import Edit, Move, Remove, Replace
from plancli.core.comments.record import Patch
from plancli.core.finding import PlanError
from plancli.core.plan.digest import draft_digest, unprinted
from plancli.core.plan.model import Draft, Section
from plancli.store.sections import Written, formatted, parts_written, section_entry, updated
from plancli.store.validate import validate
from plancli.store.yaml import emit
from plancli.store.yaml.strict import parse
from tests.core.listed import DRAFT, wanted, workspace
from tests.store.test_tables import changed_lines

FILE = "plan/一.yaml"


def read(text: str) -> Section:
    return validate(Section, parse(FILE, text.encode()))


def written(text: str, new: Section) -> str:
    old = read(text)
    document = parse(FILE, text.encode())
    return updated(document, old, new, Written(parts_written(document, old))).decode()


TYPED = emit.document(section_entry(unprinted(DRAFT)[0]))
"""The first section of the plan as plancli writes it."""


def after(*edits: Edit) -> Section:
    return workspace().revise({"甲-1": Patch(edits=edits)}).sections[0]


def test_a_section_is_laid_down_as_it_is_read() -> None:
    for section in unprinted(DRAFT):
        assert read(emit.document(section_entry(section))) == section


@given(wanted)
def test_what_is_written_is_read_again(patches: dict[str, Patch]) -> None:
    before = unprinted(DRAFT)[0]
    new = workspace().revise(patches).sections[0]
    assert read(written(TYPED, new)) == new
    # and back, from whatever the file was then
    assert read(written(written(TYPED, new), before)) == before


def test_a_word_of_an_entry_is_a_line() -> None:
    new = after(Replace(replace="厚5厘米", wording="厚8厘米"))
    assert [line.strip("-+ ") for line in changed_lines(TYPED, written(TYPED, new))] == [
        "石材厚5厘米。",
        "石材厚8厘米。",
    ]


def test_what_moves_keeps_its_lines_with_what_it_holds() -> None:
    typed = TYPED.replace("  - id: 甲1\n", "  - id: 甲1  # 待核\n")
    assert typed != TYPED
    moved = written(typed, after(Move(move="甲1", after="甲2")))
    assert "# 待核" in moved
    assert sorted(moved.splitlines()) == sorted(typed.splitlines())
    gone = written(TYPED, after(Remove(remove="甲1")))
    assert "甲1" not in gone


def test_an_entry_in_braces_stays_in_them_until_it_changes() -> None:
    block = next(text for text in TYPED.split("          - ") if text.startswith("id: 甲1甲\n"))
    line = '{id: 甲1甲, number: ①, separator: "", text: 石材厚5厘米。接缝平。}\n'
    typed = TYPED.replace(block, line)
    assert read(typed).body[0].items[0].items[0].separator == ""  # type: ignore[union-attr]
    assert formatted(parse(FILE, typed.encode()), read(typed)).decode() == typed
    section = read(typed)

    changed = section.model_validate_json(section.model_dump_json().replace("厚5", "厚8"))
    lines = changed_lines(typed, written(typed, changed))
    assert [text.strip() for text in lines if text[0] == "+"][:2] == [
        "+          - id: 甲1甲",
        "+            number: ①",
    ]
    assert read(written(typed, changed)) == changed


def test_a_list_below_the_third_level_is_refused() -> None:
    deep = "  - id: a\n    items:\n      - id: b\n        items:\n          - id: c\n"
    deep += "            items:\n              - id: d\n"
    start = "key: 第一章\ntitle: 整治\nbody:\n"
    assert read(start + deep)
    with pytest.raises(PlanError) as refused:
        read(start + deep + "                items: [{id: e}]\n")
    (finding,) = refused.value.findings
    assert finding.path == ("body", 0, "items")


def test_lists_are_part_of_the_digest_of_a_draft() -> None:
    def digest(*sections: Section) -> str:
        return draft_digest(Draft(draft="稿", sections=sections))

    first, second = DRAFT
    drafted = digest(first, second)
    for edit in (
        Remove(remove="甲1甲"),
        Replace(replace="厚5厘米", wording="厚8厘米"),
        Move(move="乙1", to="丁"),
    ):
        assert digest(after(edit), second) != drafted
