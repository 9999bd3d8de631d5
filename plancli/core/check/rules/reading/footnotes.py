"""The mark of each footnote has one place in the words of its paragraph, and these words are still there."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.evidence.attribution import pieces_of
from plancli.core.evidence.pieces import each_once
from plancli.core.finding import Finding, Subject
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.footnotes import (
    gone_words,
    lost_words,
    note_following,
    place_following,
    place_said,
    places_of,
)
from plancli.core.plan.model import Footnote
from plancli.core.plan.outline import Spot
from plancli.core.rounds.round import Round
from plancli.core.text.characters import LIST_MARK


def unbound(round_: Round) -> Iterator[Finding]:
    """A mark stands behind words that the text has once."""
    for spot, path in round_.plan.places():
        note = spot.paragraph
        if spot.noted is None or not isinstance(note, Footnote) or note.after is None:
            continue
        if place_said(spot.noted.text, note) is None:
            times = len(places_of(spot.noted.text, note.after))
            params = {"id": note.id, "words": note.after, "key": spot.noted.id, "times": str(times)}
            code = SEVERAL.code if times else UNBOUND.code
            yield Finding(code, params, Subject("section", spot.section.key), (*path, "after"))


def in_several_places(round_: Round) -> Iterator[Finding]:
    """Words behind which a mark stands are said to be those of one place."""
    yield from (found for found in unbound(round_) if found.code == SEVERAL.code)


def without_place(round_: Round) -> Iterator[Finding]:
    """Words behind which a mark stands are in the text."""
    yield from (found for found in unbound(round_) if found.code == UNBOUND.code)


def left_behind(round_: Round) -> Iterator[Finding]:
    """A mark whose words were taken out is looked at by a person: it stands where they were."""
    draft = round_.workspace.draft
    for spot, path in round_.plan.places():
        before = draft.spots.get(spot.paragraph.id)
        if spot.noted is None or before is None or before.noted is None:
            continue
        params = _left(round_, before, spot)
        if params is not None:
            subject = Subject("section", spot.section.key)
            yield Finding(LEFT.code, params, subject, (*path, "after"))


def _left(round_: Round, before: Spot, now: Spot) -> dict[str, str] | None:
    """Return what is said of a mark that stands where its words were.

    None where a person has put it elsewhere.
    """
    was, note, old, new = before.paragraph, now.paragraph, before.noted, now.noted
    assert old is not None
    assert new is not None
    if not isinstance(was, Footnote) or not isinstance(note, Footnote) or old.id != new.id:
        return None
    gone = gone_words(was, old.text, new.text) or _lost(was, note, old.text, new.text)
    place = place_said(old.text, was)
    if not gone or place is None:
        return None
    at = place_said(new.text, note)
    if at is None or at != place_following(place, old.text, new.text):
        return None
    by = _takers(round_, old.id, place - len(gone), place)
    return {
        "id": note.id,
        "words": gone,
        "key": new.id,
        "by": LIST_MARK.join(by),
        "now": new.text[max(at - _SHOWN, 0) : at],
    }


def _lost(was: Footnote, note: Footnote, old: str, new: str) -> str:
    """Return words in whose stead others stand; "" where a person says that the mark belongs there."""
    by_itself = note_following(was, old, new).after or ""
    return "" if len(note.after or "") > len(by_itself) else lost_words(was, old, new)


_SHOWN = 8
"""So many characters ahead of a mark say where it stands."""


def _takers(round_: Round, paragraph: str, start: int, end: int) -> list[str]:
    """Return who took out characters of the draft: comments, or the drafting office."""
    found: list[str] = []
    at = 0
    for piece in pieces_of(round_, paragraph).text:
        if piece.added:
            continue
        if at < end and at + len(piece.text) > start:
            found += piece.gone
        at += len(piece.text)
    return list(each_once(found)) or [OFFICE]


UNBOUND = PlanRule(
    code="P526",
    find=without_place,
    order=226,
    message=N_("The mark of footnote {id} is to stand behind “{words}”, which {key} does not say."),
    hint=N_("Write under after: words of the text, as they stand there; or leave it out."),
    meaning=N_(
        "A footnote says under after: behind which words of its paragraph its mark is printed. The words "
        "are not there, so that the mark stands behind the whole text. When comments change the text, "
        "plancli follows the words itself; so it was the text or the note that was typed otherwise."
    ),
)
SEVERAL = PlanRule(
    code="P527",
    find=in_several_places,
    order=227,
    message=N_(
        "The mark of footnote {id} is to stand behind “{words}”, which {key} says {times} times."
    ),
    hint=N_(
        "Write some more of the words ahead of it under after:, or nth: which of the places is meant."
    ),
    meaning=N_(
        "The words under after: stand in the paragraph several times, so that they do not say where the "
        "mark of the footnote is printed; it stands at the first of them."
    ),
)
LEFT = PlanRule(
    code="P528",
    find=left_behind,
    order=228,
    weight=Severity.WARNING,
    message=N_(
        "The words “{words}” of {key}, behind which the mark of footnote {id} stood, were taken out by {by}; "
        "it stands behind “{now}” now."
    ),
    hint=N_(
        "Take the footnote out, too, or say under after: where its mark belongs; behind new words that are "
        "meant, say some more of them."
    ),
    meaning=N_(
        "A footnote is bound to words. Where they are replaced its mark stands behind the new ones; where "
        "they are taken out it stays at the joint. Then, and where nothing is left of what the sentence said "
        "ahead of the mark, somebody has to look whether the note is still one of what stands there. Another "
        "number in the stead of a number is nothing to look at."
    ),
)
