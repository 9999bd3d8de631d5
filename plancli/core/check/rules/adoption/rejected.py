"""What is not adopted is not in the text all the same."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import (
    Delete,
    Edit,
    new_words,
)
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Share
from plancli.core.entry import N_, Severity
from plancli.core.evidence.credit import brought_by_comments, taken_out
from plancli.core.evidence.wordings import goal, place_words
from plancli.core.finding import Finding
from plancli.core.locate.anchors import Hint, Refusal
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.placed import Placed, TextChange
from plancli.core.merge.units import UnitsChange, units_after
from plancli.core.merge.wanted import Moving
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round
from plancli.core.text.diff import splices
from plancli.core.text.matchkey import fold

_TELLING = 4
"""In the paragraph that a comment is about, fewer characters tell nothing, unless at the very place.

Two or three are a common word such as 建设, which comes and goes there for other reasons.
"""
_TELLING_ELSEWHERE = 8
"""So many characters tell something wherever they stand: nobody writes them there by chance."""


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
    """Yield what the plan has (or lacks, if `gone`) as a comment asked that was not adopted."""
    for comment in _not_adopted(round_):
        for position, edit in enumerate(comment.edits):
            for echo in _echoes(round_, comment, edit, gone):
                params = {"id": comment.id, "words": echo.words, "paragraph": echo.paragraph}
                yield on_comment(comment, code, ("edits", position), **params)


def _not_adopted(round_: Round) -> Iterator[Comment]:
    """Yield the comments that are decided and not adopted; what was withdrawn says nothing any more."""
    for comment in round_.current.values():
        if comment.meaning.share is Share.DECLINED:
            yield comment


def _echoes(round_: Round, comment: Comment, edit: Edit, gone: bool) -> list[Echo]:
    """Return what the plan has (or lacks, if `gone`) of an edit at its very place, else of its words."""
    placed = round_.workspace.place(comment.id, Patch.of(comment.at, (edit,)))
    at_its_place = list(_in_place(round_, placed))
    if at_its_place:
        return [echo for echo in at_its_place if echo.gone == gone]
    return list(_lacked(round_, edit) if gone else _worded(round_, edit, placed.paragraphs))


def _in_place(round_: Round, placed: Placed) -> Iterator[Echo]:
    """Yield what the plan has of an edit at the place where it was asked for."""
    yield from _changed(round_, placed.texts)
    for units in placed.units:
        yield from _responsible(round_, units)
    for removal in placed.removals:
        if not round_.plan.knows(removal.key):
            yield Echo(removal.key, removal.key, gone=True)
    for moving in placed.moves:
        yield from _moved(round_, moving)


def _changed(round_: Round, wanted: Iterable[TextChange]) -> list[Echo]:
    """Return the changes of words of one edit; none unless the plan has made all of them at their places."""
    found: list[Echo] = []
    for paragraph, field, change in wanted:
        draft = round_.workspace.draft.words(paragraph, field)
        plan = draft
        if round_.plan.knows(paragraph):
            plan = round_.plan.words(paragraph, field)
        wished = draft[: change.start] + change.text + draft[change.end :]
        asked = splices(draft, wished)
        made = set(splices(draft, plan))
        if not made.issuperset(asked):
            return []
        if not asked:
            continue  # it asks for what the draft says anyway
        if change.text:
            found.append(Echo(paragraph, change.text, gone=False))
        else:
            found.append(Echo(paragraph, draft[change.start : change.end], gone=True))
    return found


def _moved(round_: Round, wanted: Moving) -> Iterator[Echo]:
    """Yield a part that was moved, and stands where it was to go; what is new beside it does not count."""
    key = wanted.key
    draft = round_.workspace.draft
    plan = round_.plan
    if not plan.knows(key) or plan.container(key) != wanted.container:
        return
    now = _old_siblings(round_, plan, key)
    stayed = draft.container(key) == wanted.container
    if stayed and _same_order(_old_siblings(round_, draft, key), now):
        return  # it was not moved
    container, after = goal(draft, wanted)
    if after == _predecessor(key, now):
        yield Echo(place_words(container, after), key, gone=False)


def _old_siblings(round_: Round, outline: Outline, key: str) -> list[str]:
    """Return the parts of the row in which a part stands that were there in the draft."""
    draft = round_.workspace.draft
    return [name for name in outline.siblings(key) if draft.knows(name)]


def _predecessor(key: str, row: list[str]) -> str | None:
    """Return what stands before a part in a row; None where it is the first."""
    at = row.index(key)
    if at == 0:
        return None
    return row[at - 1]


def _same_order(before: list[str], now: list[str]) -> bool:
    """Whether what stands in both lists stands in the same order."""
    return _both(before, now) == _both(now, before)


def _responsible(round_: Round, change: UnitsChange) -> Iterator[Echo]:
    """Yield the units that came or went as was asked, and the order in which they were to stand and do."""
    name = change.paragraph
    if name not in round_.plan.spots:
        return
    before = round_.workspace.draft.units(name)
    now = round_.plan.units(name)
    asked = units_after(before, change)
    comma = round_.plan.joints.comma
    come = _neither(_both(asked, now), before)
    if come:
        yield Echo(name, comma.join(come), gone=False)
    gone = _neither(before, asked, now)
    if gone:
        yield Echo(name, comma.join(gone), gone=True)
    # The order counts, too: the first unit leads. Only units that are in all three lists have one.
    stayed = _both(_both(before, asked), now)
    wanted = _both(asked, stayed)
    asked_for = wanted != stayed
    if asked_for and wanted == _both(now, stayed):
        yield Echo(name, comma.join(wanted), gone=False)


def _both(first: Iterable[str], second: Iterable[str]) -> list[str]:
    """Return what stands in both lists, in the order of the first."""
    others = set(second)
    return [one for one in first if one in others]


def _neither(names: Iterable[str], *lists: Iterable[str]) -> list[str]:
    """Return the names that stand in none of the lists."""
    others = set(chain.from_iterable(lists))
    return [one for one in names if one not in others]


def _lacked(round_: Round, edit: Edit) -> Iterator[Echo]:
    """Yield the words that an edit takes out and the plan lacks, wherever they were."""
    if isinstance(edit, Delete) and len(edit.delete) >= _TELLING:
        lacking = _gone_from_plan(round_, edit)
        if lacking:
            yield Echo(lacking, edit.delete, gone=True)


def _worded(round_: Round, edit: Edit, own: set[str]) -> Iterator[Echo]:
    """Yield the words of an edit that the plan has, wherever they came into it.

    `own` are the paragraphs that the comment is about.
    """
    for words in new_words(edit):
        for name in _new_in_plan(round_, words):
            if name in own:
                telling = _TELLING
            elif brought_by_comments(round_, name, words):
                continue  # another unit asked for the same words there, and got them
            else:
                telling = _TELLING_ELSEWHERE
            if len(words) >= telling:
                yield Echo(name, words, gone=False)
                break


def _new_in_plan(round_: Round, words: str) -> Iterator[str]:
    """Yield the paragraphs that hold `words` now and did not in the draft."""
    wanted = fold(words)
    draft = round_.workspace.corpus
    for name in round_.corpus.having(wanted):
        if not _stood(draft, name, wanted):
            yield name


def _stood(draft: Corpus, paragraph: str, wanted: str) -> bool:
    """Whether the paragraph of the draft had the words, which are folded."""
    if paragraph not in draft.outline.spots:
        return False
    return wanted in draft.folded(paragraph)


def _gone_from_plan(round_: Round, edit: Delete) -> str | None:
    """Return the paragraph in which the draft has the words, and the plan no longer."""
    found = round_.workspace.corpus.locate(edit.delete, Hint(within=edit.within))
    # Of a paragraph that is gone as a whole nothing is said: another comment removed it.
    if isinstance(found, Refusal) or not round_.plan.knows(found.paragraph):
        return None
    if fold(edit.delete) in fold(round_.corpus.said(found.paragraph)):
        return None
    if not taken_out(round_, found.pieces):
        return None
    return found.paragraph


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
