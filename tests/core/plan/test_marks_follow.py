"""Where marks of footnotes go, judged by an oracle of its own: it knows the edits, and compares no texts.

A text is made of parts that nobody cuts: a character, a number, what the number counts. No part stands in it
twice, so that what stays is never in doubt. Behind a part that stays the mark stays; behind one that goes it
stands ahead of the next one that stays, and so behind all that came in the stead of what went.
"""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.plan.footnotes import (
    bound_at,
    lost_words,
    note_following,
    place_following,
    place_said,
)
from plancli.core.plan.model import Footnote
from plancli.core.text.diff import Splice

WORDS = "春夏秋冬东南西北金木水火土"
FRESH = "梅兰竹菊松柏桃李杏桂"
UNITS = "处%家座吨"
NUMBERS = st.sampled_from(["7", "63", "65", "290", "2905", "6653", "1.5", "12万", "1,450"])


class Part(NamedTuple):
    """A part of a text, what stands in its stead (None: it stays), and what is put in behind it."""

    text: str
    instead: str | None = None
    behind: str = ""

    @property
    def now(self) -> str:
        return (self.text if self.instead is None else self.instead) + self.behind


@st.composite
def edited(draw: st.DrawFn) -> list[Part]:
    """A text whose numbers get other values, and whose words stay, go, or are replaced."""
    fresh = list(draw(st.permutations(FRESH)))
    units = list(draw(st.permutations(UNITS)))
    found: list[Part] = []
    for word in draw(st.permutations(WORDS))[: draw(st.integers(1, 8))]:
        happens = draw(st.sampled_from(["stays", "stays", "goes", "replaced", "behind"]))
        instead = {"goes": "", "replaced": fresh[-1]}.get(happens)
        found.append(Part(word, instead, fresh.pop() if happens == "behind" else ""))
        if happens == "replaced":
            fresh.pop()
        if not units or not draw(st.booleans()):
            continue
        number = draw(NUMBERS)
        other = draw(st.sampled_from(["stays", "other", "words"]))
        value = {"other": draw(NUMBERS), "words": "若干"}.get(other)
        found.append(Part(number, None if value == number else value))
        found.append(Part(units.pop()))
    return found


def image(parts: list[Part], behind: int) -> int:
    """Return where the mark belongs that stood behind so many parts."""
    ahead = "".join(part.now for part in parts[: behind - 1])
    if parts[behind - 1].instead is None:
        return len(ahead) + len(parts[behind - 1].text)
    place = len(ahead) + len(parts[behind - 1].now)
    for part in parts[behind:]:
        if part.instead is None:
            break
        place += len(part.now)
    return place


def hides_its_unit(parts: list[Part]) -> bool:
    """Whether words stand for a number whose unit is followed by a change.

    7家东 → 若干家: two texts do not tell that it is the same 家.
    """
    ends = zip(parts, parts[1:], parts[2:], strict=False)
    return any(
        number.instead == "若干" and behind.instead is not None for number, _, behind in ends
    )


def changes_of(parts: list[Part]) -> list[Splice]:
    """Return the edits, each by itself."""
    found: list[Splice] = []
    at = 0
    for part in parts:
        end = at + len(part.text)
        if part.instead is not None:
            found.append(Splice(at, end, part.now))
        elif part.behind:
            found.append(Splice(end, end, part.behind))
        at = end
    return found


@given(edited(), st.data())
def test_a_mark_stands_where_the_edits_say(parts: list[Part], data: st.DataObject) -> None:
    behind = data.draw(st.integers(1, len(parts)))
    old, new = "".join(part.text for part in parts), "".join(part.now for part in parts)
    place = len("".join(part.text for part in parts[:behind]))
    wanted = image(parts, behind)
    assert place_following(place, old, new, changes_of(parts)) == wanted
    if hides_its_unit(parts):
        return
    assert place_following(place, old, new) == wanted
    note = bound_at(Footnote(id="注1", text="口径。", after="-"), old, place)
    assert place_said(new, note_following(note, old, new)) == wanted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("整治河道290①处。", "整治河道6653①处。"),
        ("达到63①%以上。", "达到65①%以上。"),
        ("达到63①%以上。", "达到六成①以上。"),
        ("达到63%①以上。", "达到65%①以上。"),
        ("建成290①处。", "建成2905①处。"),
        ("建成290①处。", "建成若干①处。"),
        ("建成若干①处。", "建成290①处。"),
        ("到2025①年6月建成。", "到2030①年9月建成。"),
        ("到2025年6①月建成。", "到2025年9①月建成。"),
        ("新增1.2万①亩。", "新增8①亩。"),
    ],
)
def test_marks_as_an_editor_sets_them(old: str, new: str) -> None:
    place = old.index("①")
    assert place_following(place, old.replace("①", ""), new.replace("①", "")) == new.index("①")


def test_two_texts_do_not_tell_which_of_two_alike_went_but_the_edit_does() -> None:
    old, new = "东东西", "东西"
    assert place_following(1, old, new, [Splice(1, 2, "")]) == 1
    assert place_following(1, old, new, [Splice(0, 1, "")]) == 0


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("建成城区供水管网①,保障用水。", "推进医院改造升级①,保障用水。", True),
        ("建成城区供水管网①,保障用水。", "改造城区供水管网①,保障用水。", False),
        ("达到63①%以上。", "提高到65①%以上。", False),
        ("63①%", "65①%", False),
        ("63①%", "持续提高①", True),
        ("甲乙。建成城区管网①。", "甲乙。推进医院升级①。", True),
    ],
)
def test_a_person_looks_where_nothing_is_left_ahead_of_a_mark(
    old: str, new: str, lost: bool
) -> None:
    before = old.replace("①", "")
    note = bound_at(Footnote(id="注1", text="口径。", after="-"), before, old.index("①"))
    assert bool(lost_words(note, before, new.replace("①", ""))) is lost


def test_a_mark_behind_the_whole_text_is_lost_with_all_of_it() -> None:
    note = Footnote(id="注1", text="口径。")
    assert lost_words(note, "建成供水管网。", "推进医院升级。") == "建成供水管网。"
    assert lost_words(note, "建成供水管网。", "改造供水管网。") == ""
