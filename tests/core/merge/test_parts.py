"""Where whole parts can be put and moved to, and where they cannot."""

from typing import Any

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Add, Move
from plancli.core.finding import Code
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.finder import Finder
from plancli.core.merge.parts import addition, moving
from plancli.core.plan.model import Column, Paragraph, Section

DRAFT = Corpus(
    [
        Section(
            key="第一章",
            title="目标",
            body=(
                Paragraph(id="1.1", text="建桥。"),
                Paragraph(id="1.2", text="修路。"),
                Column(
                    column="专栏1",
                    title="重点",
                    items=(
                        Paragraph(id="栏.1", text="设备。"),
                        Paragraph(id="栏.2", text="软件。"),
                    ),
                ),
            ),
        ),
        Section(key="第一章/1", title="交通", body=(Paragraph(id="1.3", text="公交。"),)),
        Section(key="第二章", title="保障", body=(Paragraph(id="2.1", text="资金。"),)),
    ]
)
NEW: dict[str, Any] = {"text": "新段。"}


def finder() -> Finder:
    return Finder(DRAFT, "甲-1", Cited())


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        ({"add": NEW, "to": "第一章"}, "1.2"),  # ahead of the column
        ({"add": NEW, "to": "第一章", "after": "1.1"}, "1.1"),
        ({"add": NEW, "to": "第一章/专栏1"}, "栏.2"),
        ({"add": {"column": "专栏2", "items": [NEW]}, "to": "第一章"}, "第一章/专栏1"),
        ({"add": {"key": "第三章", "title": "附则"}}, "第二章"),
        ({"add": {"key": "第一章/2", "title": "水利"}}, "第一章/1"),
        ({"add": {"key": "第二章/1", "title": "水利"}}, "第二章"),
        ({"add": {"key": "第二章/1", "title": "水利"}, "after": "第二章"}, "第二章"),
    ],
)
def test_an_addition_stands_behind_something(edit: dict[str, Any], after: str) -> None:
    found = addition(finder(), Add.model_validate(edit), ("edits", 0), 1)
    assert found is not None
    assert found.after == after


@pytest.mark.parametrize(
    ("edit", "code", "key"),
    [
        ({"add": {**NEW, "id": "2.1"}, "to": "第一章"}, Code.DUPLICATE_ID, "add"),
        ({"add": {"column": "专栏1"}, "to": "第一章"}, Code.DUPLICATE_ID, "add"),
        ({"add": {"column": "专栏2"}, "to": "第一章/专栏1"}, Code.NO_CONTAINER, "add"),
        ({"add": {"column": "专栏2"}, "to": "1.1"}, Code.NO_CONTAINER, "add"),
        ({"add": {"table": "表2"}, "to": "1.1"}, Code.NO_CONTAINER, "add"),
        ({"add": NEW, "to": "第九章"}, Code.UNKNOWN_SECTION, "to"),
        ({"add": NEW, "to": "第一章", "after": "2.1"}, Code.NOT_INSIDE, "after"),
        ({"add": NEW, "to": "第一章", "after": "9.9"}, Code.UNKNOWN_PARAGRAPH, "after"),
        (
            {"add": {"key": "第三章", "title": "附则"}, "after": "第一章/1"},
            Code.NOT_BESIDE,
            "after",
        ),
        ({"add": {"key": "第三章", "title": "附则"}, "after": "2.1"}, Code.NOT_BESIDE, "after"),
    ],
)
def test_an_addition_that_has_no_place(edit: dict[str, Any], code: Code, key: str) -> None:
    looking = finder()
    assert addition(looking, Add.model_validate(edit), ("edits", 0), 1) is None
    (finding,) = looking.findings
    assert (finding.code, finding.path) == (code, ("edits", 0, key))


def test_paragraphs_without_an_id_are_named_by_comment_and_number() -> None:
    alone = addition(finder(), Add.model_validate({"add": NEW, "to": "第二章"}), ("edits", 2), 3)
    column = {"add": {"column": "专栏9", "items": [NEW, {**NEW, "id": "甲"}, NEW]}, "to": "第二章"}
    inside = addition(finder(), Add.model_validate(column), ("edits", 0), 1)
    assert alone is not None
    assert inside is not None
    assert (alone.key, alone.holds) == ("甲-1.3", [])
    assert (inside.key, inside.holds) == ("第二章/专栏9", ["专栏9.1", "甲", "专栏9.3"])


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        ({"move": "1.2", "before": "1.1"}, ("第一章", None, "1.1")),
        ({"move": "1.1", "after": "1.2"}, ("第一章", "1.2", None)),
        ({"move": "1.1", "to": "第二章"}, ("第二章", "2.1", None)),
        ({"move": "1.1", "after": "栏.1"}, ("第一章/专栏1", "栏.1", None)),
        ({"move": "第一章", "after": "第二章"}, ("", "第二章", None)),
        ({"move": "第一章/专栏1", "before": "1.1"}, ("第一章", None, "1.1")),
    ],
)
def test_a_part_moves(edit: dict[str, Any], place: tuple[str, str | None, str | None]) -> None:
    found = moving(finder(), Move.model_validate(edit), ("edits", 0))
    assert found is not None
    assert (found.container, found.after, found.before) == place


@pytest.mark.parametrize(
    "edit",
    [
        {"move": "1.2", "after": "1.1"},
        {"move": "1.1", "before": "1.2"},
        {"move": "栏.2", "to": "第一章/专栏1"},
        {"move": "第一章", "before": "第二章"},
    ],
)
def test_a_part_that_stands_there_already(edit: dict[str, Any]) -> None:
    looking = finder()
    assert moving(looking, Move.model_validate(edit), ("edits", 0)) is None
    assert looking.findings == []


@pytest.mark.parametrize(
    "edit",
    [
        {"move": "1.1", "after": "第二章"},
        {"move": "第二章", "to": "第一章"},
        {"move": "第二章", "after": "第一章/1"},
        {"move": "第一章/专栏1", "to": "第二章"},
        {"move": "第一章", "after": "第一章/1"},
        {"move": "1.1", "after": "1.1"},
    ],
)
def test_a_part_that_cannot_stand_there(edit: dict[str, Any]) -> None:
    looking = finder()
    assert moving(looking, Move.model_validate(edit), ("edits", 0)) is None
    assert [finding.code for finding in looking.findings] == [Code.NOT_BESIDE]
