"""A mark is told that stands elsewhere than where its words went, with what is ahead of it there and here."""

from plancli.core.plan.model import Footnote, Paragraph, Section
from plancli.core.plan.moved_marks import MovedMark, moved_marks
from plancli.core.plan.outline import Outline

TEXT = "整修引水隧洞进口和出口的闸门,改造引水隧洞进口和出口的闸门。"


def state(paragraph: str, after: str | None, nth: int | None = None) -> Outline:
    note = Footnote(id="注", text="含启闭机。", after=after, nth=nth)
    body = (
        Paragraph(id="1", text=TEXT, notes=(note,) if paragraph == "1" else ()),
        Paragraph(id="2", text=TEXT, notes=(note,) if paragraph == "2" else ()),
    )
    return Outline([Section(key="第一章", title="水源", body=body)])


def moved(before: Outline, now: Outline) -> list[MovedMark]:
    return list(moved_marks(before, now))


def test_words_ahead_tell_where_a_mark_stood_and_stands() -> None:
    before = state("1", "整修")
    assert moved(before, state("1", "改造")) == [
        MovedMark("注", "整修", "洞进口和出口的闸门,改造", True)
    ]
    assert moved(before, state("1", "")) == [MovedMark("注", "整修", "", True)]
    (behind,) = moved(before, state("1", None))
    assert (behind.new, behind.is_said) == (TEXT[-12:], False)
    # where the same words are ahead of both, all of them are told
    first, second = "引水隧洞进口和出口的闸", ("引水隧洞进口和出口的闸", 2)
    (again,) = moved(state("1", first, 1), state("1", *second))
    assert again.old != again.new


def test_a_note_that_stays_or_goes_to_another_paragraph_has_no_moved_mark() -> None:
    before = state("1", "整修")
    assert moved(before, before) == []
    assert moved(before, state("1", "整修", 1)) == []
    assert moved(before, state("2", "改造")) == []
