"""What either branch added to a list of a comment is there, what either took out is not."""

from typing import Any

import pytest

from plancli.core.comments.comment import Comment
from plancli.core.revision.lists import both_changed, lists_joined
from plancli.core.revision.three import Three

ONE, OTHER = "sha256:" + "1" * 64, "sha256:" + "2" * 64


def versions(key: str, *values: Any) -> Three[Comment]:
    """Return a comment of a school with one key in three versions; None where a version has none."""
    made: list[Comment] = []
    for value in values:
        known = {"id": "镇小学-01", "unit": "镇小学", "opinion": "修路。"}
        made.append(Comment.model_validate(known if value is None else {**known, key: value}))
    return Three(*made)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "joined", "both"),
    [
        (None, ["甲"], ["乙"], ("甲", "乙"), True),
        (["甲"], ["甲", "乙"], ["甲", "丙"], ("甲", "乙", "丙"), True),
        (["甲", "乙"], ["甲"], ["甲", "乙", "丙"], ("甲", "丙"), True),
        (["甲", "乙"], ["乙", "甲"], ["甲", "乙"], ("乙", "甲"), False),
        (["甲", "乙"], ["甲", "乙"], None, (), False),
        (["甲"], ["甲", "乙"], ["甲", "乙"], ("甲", "乙"), False),
    ],
)
def test_topics_are_joined(base: Any, ours: Any, theirs: Any, joined: Any, both: bool) -> None:
    found = versions("topic", base, ours, theirs)
    assert lists_joined(found) == {"topic": joined}
    assert both_changed(found) == both


def test_who_signs_is_joined_behind_the_unit_itself() -> None:
    found = versions("units", None, ["镇小学", "镇中学"], ["镇小学", "镇卫生院"])
    assert lists_joined(found) == {"units": ("镇小学", "镇中学", "镇卫生院")}


def test_two_digests_of_one_file_are_for_a_person() -> None:
    noted = [[{"file": "来函.pdf", "digest": digest}] for digest in (ONE, OTHER)]
    assert lists_joined(versions("attachments", None, *noted)) == {}
    both = versions("attachments", ["来函.pdf"], ["来函.pdf", "照片.jpg"], noted[0])
    assert [one.file for one in lists_joined(both)["attachments"]] == ["照片.jpg", "来函.pdf"]


def test_what_is_the_same_everywhere_is_not_touched() -> None:
    assert lists_joined(versions("topic", ["甲"], ["甲"], ["甲"])) == {}
