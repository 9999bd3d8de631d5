"""What each column of the table shows of a comment."""

from plancli.core.comments.comment import Cited, Comment, Decision, Item
from plancli.core.comments.edits import Delete, Move, Replace
from plancli.core.comments.status import Status
from plancli.core.plan.span import Span
from plancli.core.plan.tables import Value
from plancli.core.publish.columns import COLUMNS, CellFor, CellSource
from plancli.core.publish.sheet import Cell
from plancli.core.publish.table import Row, feedback_table
from plancli.core.rounds.round import Round
from plancli.core.text.marked import Run
from tests.core.ferry import comment, round_of

SIXTY, NIGHT = Replace(replace="60件", wording="80件"), Delete(delete="夜间停航。")


AHEAD = Run("=", "⋯ ")
"""What is left out ahead of the words of a cell."""


def row_of(round_: Round) -> Row:
    ((row,),) = (
        unit.rows for unit in feedback_table(round_.manifest, round_.comments, round_.compounds)
    )
    return row


def cell(value: Value, row: Row, number: int | None, source: CellSource) -> Cell:
    return COLUMNS[value].cell(CellFor(row, number, source))


def shown(value: Value, *comments: Comment, number: int | None = 1) -> object:
    round_ = round_of(*comments)
    return cell(value, row_of(round_), number, CellSource(round_, {"水运站": "公函"}))


def test_what_the_row_says_itself() -> None:
    one = comment(
        "水运站-01",
        SIXTY,
        reply="已改。",
        topic=["救生", "码头"],
        units=["水运站", "林业站"],
        attachments=["来函.pdf", "照片.jpg"],
        letter="7号",
        received="2021-03-01",
        handler="老王",
        note="催过",
    )
    assert {value: shown(value, one) for value in Value if value.value not in "page line"} == {
        Value.NUMBER: "1",
        Value.UNIT: "水运站、林业站",
        Value.OPINION: "请改。",
        Value.DECISION: "已采纳。已改。",
        Value.STATUS: "已采纳",
        Value.ANSWER: "已改。",
        Value.CHANNEL: "公函",
        Value.ID: "水运站-01",
        Value.TOPIC: "救生、码头",
        Value.LETTER: "7号",
        Value.RECEIVED: "2021-03-01",
        Value.HANDLER: "老王",
        Value.APPROVAL: "",
        Value.NOTE: "催过",
        Value.ATTACHMENTS: "来函.pdf\n照片.jpg",
        Value.PLACE: "第一章“渡口”中“码头”",
        Value.ORIGINAL: "60件",
        Value.ASKED: (
            AHEAD,
            Run("=", "添置救生衣"),
            Run("-", "60件"),
            Run("+", "80件"),
            Run("=", "。"),
        ),
        Value.BEFORE: (AHEAD, Run("=", "添置救生衣"), Run("-", "60件"), Run("=", "。")),
        Value.AFTER: (AHEAD, Run("=", "添置救生衣"), Run("+", "80件"), Run("=", "。")),
    }
    assert shown(Value.NUMBER, one, number=None) == ""


def test_what_there_is_not_is_empty() -> None:
    one = comment("林业站-01")
    values = (Value.CHANNEL, Value.TOPIC, Value.NOTE, Value.PLACE, Value.PAGE, Value.ORIGINAL)
    assert [shown(value, one) for value in values] == [""] * 6
    assert [shown(value, one) for value in (Value.ASKED, Value.BEFORE, Value.AFTER)] == [()] * 3


def test_a_unit_without_comments_has_no_places() -> None:
    row = Row("", "林业站", "无", "无", "", "无", "")
    source = CellSource(round_of(), {})
    assert [cell(value, row, None, source) for value in (Value.UNIT, Value.PLACE, Value.NOTE)] == [
        "林业站",
        "",
        "",
    ]
    whole = row_of(round_of(comment("水运站-01", SIXTY)))
    assert cell(Value.PLACE, whole, 1, CellSource(None, {})) == ""


def test_what_a_comment_cites_comes_before_where_its_words_were_found() -> None:
    cited = comment(
        "水运站-01",
        SIXTY,
        at=Cited(page=Span(3, 4), line=Span(5, 5), original="救生衣60件", section="第一章"),
    )
    assert shown(Value.PAGE, cited) == "3-4"
    assert shown(Value.LINE, cited) == "5"
    assert shown(Value.ORIGINAL, cited) == "救生衣60件"
    assert shown(Value.PAGE, comment("水运站-01", SIXTY)) == ""


def test_a_comment_without_edits_stands_where_it_cites() -> None:
    assert shown(Value.PLACE, comment("水运站-01", at=Cited(section="第二章"))) == "第二章“保障”"


def compound() -> Comment:
    points = (
        Item(opinion="一", edits=(NIGHT,), decision=Decision(status=Status.ADOPTED)),
        Item(
            opinion="二",
            edits=(SIXTY,),
            at=Cited(page=Span(3, 3)),
            decision=Decision(status=Status.ADOPTED),
        ),
        Item(
            opinion="三",
            edits=(SIXTY,),
            at=Cited(page=Span(3, 3)),
            decision=Decision(status=Status.REJECTED),
        ),
    )
    return Comment(id="水运站-01", unit="水运站", opinion="三点。", items=points)


def test_the_points_of_a_comment_share_a_cell() -> None:
    assert shown(Value.PLACE, compound()) == "第一章“渡口”中第2段\n第一章“渡口”中“码头”"
    assert shown(Value.PAGE, compound()) == "3"
    assert shown(Value.ORIGINAL, compound()) == "夜间停航。\n60件"
    after = shown(Value.AFTER, compound())
    assert isinstance(after, tuple)
    assert "".join(run.text for run in after).split("\n") == [
        "汛期每日巡查。",
        "⋯ 添置救生衣80件。",
    ]


def test_words_that_were_all_that_there_was_leave_a_dash() -> None:
    whole = Delete(delete="安排经费12万元。")
    assert shown(Value.AFTER, comment("水运站-01", whole)) == (Run("=", "—"),)
    assert shown(Value.BEFORE, comment("水运站-01", whole)) == (Run("-", "安排经费12万元。"),)


def test_a_move_is_no_wording() -> None:
    assert shown(Value.ASKED, comment("水运站-01", Move(move="1.2", to="第二章"))) == ()


def test_what_is_for_the_office_is_never_published() -> None:
    internal = {str(value) for value, column in COLUMNS.items() if column.internal}
    assert internal == {"id", "letter", "received", "handler", "approval", "note", "attachments"}
    assert set(COLUMNS) == set(Value)
