"""What is not adopted is not in the text all the same."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import (
    Add,
    Delete,
    Edit,
    Insert,
    NewColumn,
    NewParagraph,
    NewSection,
    Replace,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Share
from plancli.core.entry import N_, Severity
from plancli.core.evidence.wordings import goal, place_words
from plancli.core.finding import Finding
from plancli.core.locate.anchors import Hint, Refusal
from plancli.core.merge.placed import Placed, TextChange
from plancli.core.merge.structure import Moving
from plancli.core.merge.units import UnitsChange, units_after
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round
from plancli.core.text.diff import splices
from plancli.core.text.matchkey import fold

_TELLING = 4
"""In the paragraph that a comment is about, fewer characters tell nothing, unless at the very place."""


_TELLING_ELSEWHERE = 8
"""So many characters tell something wherever they stand."""


class Echo(NamedTuple):
    """What a rejected edit asked for and the plan has: words that stand there, or are gone from it."""

    paragraph: str
    words: str
    gone: bool


def rejected_in_text(round_: Round) -> Iterator[Finding]:
    """What is not adopted is not in the text all the same."""
    yield from _echoed(round_, False, REJECTED_IN_TEXT.code)


def rejected_and_gone(round_: Round) -> Iterator[Finding]:
    """What a comment asked to take out, and was not adopted, is still there."""
    yield from _echoed(round_, True, REJECTED_GONE.code)


def _echoed(round_: Round, gone: bool, code: str) -> Iterator[Finding]:
    for comment in _not_adopted(round_):
        for position, edit in enumerate(comment.edits):
            for echo in _echoes(round_, comment, edit):
                if echo.gone == gone:
                    params = {"id": comment.id, "words": echo.words, "paragraph": echo.paragraph}
                    yield on_comment(comment, code, ("edits", position), **params)


def _not_adopted(round_: Round) -> Iterator[Comment]:
    """Yield the comments that are decided and not adopted; what was withdrawn says nothing any more."""
    for comment in round_.current.values():
        if comment.meaning.share is Share.DECLINED:
            yield comment


def _echoes(round_: Round, comment: Comment, edit: Edit) -> list[Echo]:
    """Return what the plan has of an edit at its very place, else its words where they tell something."""
    placed = round_.workspace.place(comment.id, Patch.of(comment.at, (edit,)))
    return list(_in_place(round_, placed)) or list(_worded(round_, edit, placed.paragraphs))


def _in_place(round_: Round, placed: Placed) -> Iterator[Echo]:
    yield from _changed(round_, placed.texts)
    for units in placed.units:
        yield from _responsible(round_, units)
    for removal in placed.removals:
        if not round_.plan.knows(removal.key):
            yield Echo(removal.key, removal.key, True)
    for moving in placed.moves:
        yield from _moved(round_, moving)


def _changed(round_: Round, wanted: Iterable[TextChange]) -> list[Echo]:
    """Return the changes of words of one edit; none unless the plan has made all of them at their places."""
    found: list[Echo] = []
    for paragraph, field, change in wanted:
        draft = _field(round_.workspace.draft, paragraph, field)
        plan = _field(round_.plan, paragraph, field) if paragraph in round_.plan.spots else draft
        asked = splices(draft, draft[: change.start] + change.text + draft[change.end :])
        if not set(asked) <= set(splices(draft, plan)):
            return []
        if asked:
            found.append(
                Echo(paragraph, change.text or draft[change.start : change.end], not change.text)
            )
    return found


def _field(outline: Outline, paragraph: str, field: str) -> str:
    return str(getattr(outline.spots[paragraph].paragraph, field))


def _moved(round_: Round, wanted: Moving) -> Iterator[Echo]:
    """Yield a part that was moved, and stands where it was to go; what is new beside it does not count."""
    key, draft, plan = wanted.key, round_.workspace.draft, round_.plan
    if not plan.knows(key) or plan.container(key) != wanted.container:
        return
    listed, before = (
        [name for name in one.siblings(key) if draft.knows(name)] for one in (plan, draft)
    )
    stayed = draft.container(key) == wanted.container and _same_order(before, listed)
    container, after = goal(draft, wanted)
    if not stayed and after == (listed[listed.index(key) - 1] if listed[0] != key else None):
        yield Echo(place_words(container, after), key, False)


def _same_order(before: list[str], now: list[str]) -> bool:
    """Whether what stands in both lists stands in the same order."""
    return [name for name in before if name in now] == [name for name in now if name in before]


def _responsible(round_: Round, change: UnitsChange) -> Iterator[Echo]:
    """Yield the units that came or went as was asked, and the order in which they were to stand and do."""
    name = change.paragraph
    if name not in round_.plan.spots:
        return
    before = round_.workspace.draft.spots[name].paragraph.units or ()
    now, asked = round_.plan.spots[name].paragraph.units or (), units_after(before, change)
    if come := [unit for unit in asked if unit in now and unit not in before]:
        yield Echo(name, "、".join(come), False)
    if gone := [unit for unit in before if unit not in asked and unit not in now]:
        yield Echo(name, "、".join(gone), True)
    # the order counts, too: the first unit leads
    stayed = [unit for unit in before if unit in asked and unit in now]
    wanted = [unit for unit in asked if unit in stayed]
    if wanted != stayed and wanted == [unit for unit in now if unit in stayed]:
        yield Echo(name, "、".join(wanted), False)


def _worded(round_: Round, edit: Edit, own: set[str]) -> Iterator[Echo]:
    """Yield the words of an edit that the plan has or lacks, wherever the change was made."""
    if (
        isinstance(edit, Delete)
        and len(edit.delete) >= _TELLING
        and (name := _gone_from_plan(round_, edit))
    ):
        yield Echo(name, edit.delete, True)
    for words in _asked_words(edit):
        name = _new_in_plan(round_, words)
        if name and len(words) >= (_TELLING if name in own else _TELLING_ELSEWHERE):
            yield Echo(name, words, False)


def _asked_words(edit: Edit) -> list[str]:
    match edit:
        case Replace() | Rewrite():
            return [edit.wording]
        case Insert():
            return [edit.insert]
        case Add(add=NewParagraph() as new):
            return [new.text]
        case Add(add=NewColumn() as new):
            return [item.text for item in new.items]
        case Add(add=NewSection() as new):
            return [part.text for part in new.body]
    return []


def _new_in_plan(round_: Round, words: str) -> str | None:
    """Return the paragraph that holds `words` now and did not in the draft."""
    wanted, draft = fold(words), round_.workspace.corpus
    if not wanted or wanted not in round_.corpus.key:
        return None
    for line in round_.corpus.lines:
        name = line.spot.paragraph.id
        stood = name in draft.outline.spots and wanted in draft.folded(name)
        if wanted in round_.corpus.folded(name) and not stood:
            return name
    return None


def _gone_from_plan(round_: Round, edit: Delete) -> str | None:
    """Return the paragraph in which the draft has the words, and the plan no longer."""
    found = round_.workspace.corpus.locate(edit.delete, Hint(within=edit.within))
    if isinstance(found, Refusal) or found.paragraph not in round_.plan.spots:
        return None
    return None if fold(edit.delete) in round_.corpus.folded(found.paragraph) else found.paragraph


REJECTED_IN_TEXT = RoundRule(
    code="P406",
    find=rejected_in_text,
    order=110,
    message=N_("{id} is not adopted, but its words “{words}” stand in {paragraph}."),
    hint=N_("Take them out, or mend the decision."),
    meaning=N_(
        "The table says that a comment was not adopted, and yet its words came into the plan. "
        "The unit would rightly ask."
    ),
)

REJECTED_GONE = RoundRule(
    code="P427",
    find=rejected_and_gone,
    order=120,
    weight=Severity.WARNING,
    message=N_(
        "{id} is not adopted, but “{words}”, which it asked to take out, are gone from {paragraph}."
    ),
    hint=N_("Put them back, or mend the decision."),
    meaning=N_(
        "A comment that is not adopted asked to take words out, and they are gone all the same: "
        "another comment or the office removed them. The unit will ask why its comment was not "
        "adopted."
    ),
)
