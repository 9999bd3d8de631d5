"""The evidence on each comment, and the sums by unit."""

from plancli.core.comments.comment import Comment, Decision, Item, Passage
from plancli.core.comments.edits import Delete, Remove, Replace
from plancli.core.comments.status import Status
from plancli.core.evidence.audit import Proof, Reading, Total, readings, unit_totals
from plancli.core.evidence.misquotes import misquotes
from plancli.core.finding import Code, Finding, Subject
from plancli.core.rounds.round import Round
from plancli.core.rounds.standing import State
from plancli.core.text.marked import Run
from tests.core.ferry import applied, comment, round_of

NIGHT, SIXTY = Delete(delete="夜间停航。"), Replace(replace="60件", wording="80件")


def read(round_: Round, *findings: Finding) -> list[Reading]:
    return list(readings([round_], round_, round_.current.values(), findings))


def test_the_words_that_a_comment_brought_and_took() -> None:
    one, other = comment("水运站-01", SIXTY), comment("安监站-01", NIGHT)
    first, second = read(applied(one, other))
    assert (first.comment.id, first.state, second.state) == (
        "水运站-01",
        State.IN_TEXT,
        State.IN_TEXT,
    )
    assert [(proof.paragraph, proof.container) for proof in first.passages] == [("1.1", "第一章")]
    marked = [run for proof in first.passages for run in proof.runs if run.op != "="]
    assert marked == [Run("-", "60件"), Run("+", "80件")]
    assert [run for proof in second.passages for run in proof.runs if run.op != "="] == [
        Run("-", "夜间停航。")
    ]


def test_a_paragraph_that_is_gone_is_shown_as_it_was() -> None:
    (found,) = read(applied(comment("水运站-01", Remove(remove="2.1"))))
    assert found.passages == (Proof("2.1", "第二章", [Run("-", "安排经费12万元。")]),)


def test_what_waits_has_left_no_mark_yet() -> None:
    (found,) = read(round_of(comment("水运站-01", SIXTY)))
    assert (found.state, found.passages) == (State.WAITING, ())


def test_the_passage_that_already_says_it() -> None:
    already = (Passage(quote="每日巡查"), Passage(quote="没有这句"))
    (found,) = read(round_of(comment("水运站-01", status="已体现", already=already)))
    assert found.passages == (Proof("1.2", "第一章", [Run("=", "每日巡查")]),)


def test_findings_stand_with_their_comment() -> None:
    own = Finding(Code.SYNTAX, subject=Subject("comment", "水运站-01"))
    others = (
        Finding(Code.SYNTAX, subject=Subject("comment", "安监站-01")),
        Finding(Code.SYNTAX, subject=Subject("section", "水运站-01")),
        Finding(Code.SYNTAX),
    )
    (found,) = read(round_of(comment("水运站-01", SIXTY)), *others, own)
    assert found.findings == (own,)


def test_the_sums_of_a_unit() -> None:
    whole = Comment(
        id="水运站-02",
        unit="水运站",
        opinion="两点。",
        items=(
            Item(opinion="一", edits=(NIGHT,), decision=Decision(status=Status.ADOPTED)),
            Item(opinion="二", edits=(SIXTY,), decision=Decision(status=Status.REJECTED)),
        ),
    )
    round_ = applied(
        comment("水运站-01", Replace(replace="2座", wording="3座")),
        whole,
        comment("水运站-03", Delete(delete="木船"), status="撤回"),
        comment("安监站-01", status="留作参考"),
        comment("安监站-02", status="已体现"),
    )
    assert unit_totals(round_, read(round_)) == [
        Total("水运站", 3, 1, 1, 2, 0, 0, 2 / 3),
        Total("安监站", 2, 1, 0, 0, 0, 0, None),
    ]


def test_quotations_that_have_no_place() -> None:
    wrong = comment("水运站-01", Delete(delete="夜间停行。"), NIGHT)
    found = misquotes(round_of(wrong).workspace, {wrong.id: wrong})
    assert [(one.comment.id, one.quote) for one in found] == [("水运站-01", "夜间停行。")]
