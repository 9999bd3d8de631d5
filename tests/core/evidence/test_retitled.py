"""The title of the plan among marked lines: all accepted that of the plan, all rejected that of the draft."""

from plancli.core.evidence.pieces import Piece, accepted, rejected
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.evidence.retitled import with_title

CHAPTER = Line(LineKind.SECTION, "第一章", "", 1, (Piece("第一章 总则"),))


def test_the_office_took_the_name_of_the_issue() -> None:
    title, rest = with_title("渡口规划", "（征求意见稿）", [CHAPTER])
    assert rest is CHAPTER
    assert accepted(title.pieces) == "渡口规划"
    assert rejected(title.pieces) == "渡口规划（征求意见稿）"


def test_a_title_that_changed_keeps_its_marks() -> None:
    changed = Line(LineKind.PLAN, "*", "", 0, (Piece("渡口", gone=("镇办-01",)), Piece("规划")))
    (title,) = with_title("规划", "（送审稿）", [changed])
    assert accepted(title.pieces) == "规划"
    assert rejected(title.pieces) == "渡口规划（送审稿）"


def test_without_an_issue_only_the_title_stands_there() -> None:
    (title,) = with_title("规划", "", [])
    assert title.authors == ()
