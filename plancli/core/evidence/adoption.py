"""What a comment asked for beside what was adopted: wording by wording, and the share that was adopted."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.merge.placed import Placed, together
from plancli.core.merge.structure import Addition, Moving
from plancli.core.merge.units import units_after
from plancli.core.merge.words import merge
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Column, Paragraph
from plancli.core.plan.outline import Outline, Spot, parts_of
from plancli.core.plan.printed import fields_of
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of
from plancli.core.text.diff import exact, readable
from plancli.core.text.marked import Run
from plancli.core.text.matchkey import fold

_TELLING = 4
"""Fewer characters that two wordings share tell nothing."""

PLACE = "place"
"""The field of a wording that says where a part stands: in what, and (↑) behind what."""
_A_MOVE = 4
"""As many characters as this a move counts for."""

Key = tuple[str, str]
"""Id of a paragraph, and the field: heading, text, units or place."""


class Wording(NamedTuple):
    """One field as the draft has it, as a comment asked for it, and as it was adopted; empty where absent."""

    paragraph: str
    field: str
    draft: str
    asked: str
    adopted: str

    @property
    def runs(self) -> list[Run]:
        """What was asked against what was adopted."""
        return _runs(self.field, self.asked, self.adopted)

    def changed_to(self, new: str) -> list[Run]:
        """Return what turns the draft into what was asked, or into what was adopted."""
        return _runs(self.field, self.draft, new)


def _runs(field: str, old: str, new: str) -> list[Run]:
    """Compare two values of a field; a place is another one as a whole."""
    if field != PLACE or old == new:
        return readable(old, new)
    return [Run("-", old), Run("+", new)]


class Comparison(NamedTuple):
    """All wordings that a comment asked to change or that were changed for it, in order."""

    wordings: tuple[Wording, ...]

    @property
    def differing(self) -> list[Wording]:
        """Where other words were adopted than were asked; a mark more or less is no other wording."""
        return [wording for wording in self.wordings if _otherwise(wording)]

    @property
    def share(self) -> float | None:
        """The share of the asked characters (new ones, and ones to go) that was adopted; None: none asked."""
        gone, kept = self._deletions()
        asked = "".join(_new(wording.draft, wording.asked) for wording in self._worded)
        adopted = "".join(_taken(wording).new for wording in self._worded)
        moves = [wording for wording in self.wordings if wording.field == PLACE and _asks(wording)]
        moved = [wording for wording in moves if wording.asked == wording.adopted]
        come = max(_shared(asked, adopted), sum(map(_come, self._worded)))
        total = gone + kept + len(asked) + _A_MOVE * len(moves)
        return (gone + come + _A_MOVE * len(moved)) / total if total else None

    @property
    def untouched(self) -> bool:
        """Whether nothing of what was asked was adopted, not even a part too short to count in the share."""
        return self.share == 0 and not any(map(_touched, self.wordings))

    @property
    def asked_for(self) -> "Comparison":
        """Only where the comment asked for something."""
        return Comparison(tuple(filter(_asks, self.wordings)))

    @property
    def kept(self) -> list[Wording]:
        """Where words that the comment asked to take out stay: as `asked` the words."""
        return [
            wording._replace(asked=words)
            for wording in self._worded
            for words in _staying(wording)
            if any(map(str.isalnum, words)) and len(words) > 1
        ]

    @property
    def _worded(self) -> list[Wording]:
        """The wordings in words: all but places."""
        return [wording for wording in self.wordings if wording.field != PLACE]

    def _deletions(self) -> tuple[int, int]:
        """Return how many characters that were to go went, and how many stayed."""
        gone = kept = 0
        for wording in self._worded:
            wanted, done = _removed(wording.draft, wording.asked), _taken(wording).gone
            gone, kept = gone + len(wanted & done), kept + len(wanted - done)
        return gone, kept


def compare(draft: Outline, asked: Placed, adopted: Placed) -> Comparison:
    """Put what one comment asked for beside what was adopted, both at their places in the draft."""
    one, other = (dict(_wordings(draft, placed)) for placed in (asked, adopted))
    return Comparison(
        tuple(
            Wording(*key, before, one.get(key, before), other.get(key, before))
            for key in dict.fromkeys([*one, *other])
            for before in [_before(draft, key)]
        )
    )


_MARKS = "[" + re.escape(".,;:!?、\"'()[]{}《》〈〉·…") + "]+"
_IDLE_MARKS = re.compile(rf"(?<![0-9]){_MARKS}|{_MARKS}(?![0-9])")
"""Marks that say nothing: 2.5, 1:3 and 20、30 are not what they are without them, and < is a condition."""


def _asks(wording: Wording) -> bool:
    """Whether the comment asked for something here."""
    return wording.asked != wording.draft


def _otherwise(wording: Wording) -> bool:
    """Whether something else was adopted than asked."""
    asked, adopted = wording.asked, wording.adopted
    return asked != adopted and (wording.field == PLACE or _bare(asked) != _bare(adopted))


def _bare(text: str) -> str:
    return _IDLE_MARKS.sub("", fold(text))


def _wordings(draft: Outline, placed: Placed) -> Iterator[tuple[Key, str]]:
    """Yield every field that a comment changes, with its new words."""
    for removal in placed.removals:
        for spot in _spots(draft, removal.key):
            yield from (((spot.paragraph.id, field), "") for field in ("heading", "text"))
    for addition in placed.additions:
        yield from _added(addition, draft.joints)
    for key in dict.fromkeys(change[:2] for change in placed.texts):
        changes = [text.change for text in placed.texts if text[:2] == key]
        yield key, merge(_before(draft, key), changes).text
    for change in placed.units:
        names = draft.spots[change.paragraph].paragraph.units or ()
        yield (change.paragraph, "units"), draft.joints.comma.join(units_after(names, change))
    for moving in placed.moves:
        yield (moving.key, PLACE), place_words(*goal(draft, moving))


def place_words(container: str, after: str | None) -> str:
    """Return a place in a list as words: what holds it, and (↑) what stands before it."""
    return f"{container} {after or ''} ↑".strip() if after or not container else container


def goal(draft: Outline, moving: Moving) -> tuple[str, str | None]:
    """Return where a part is to go: the list, and behind which part of it."""
    after = moving.after
    if moving.before:
        listed = [key for key in draft.siblings(moving.before) if key != moving.key]
        after = _ahead(listed, moving.before)
    return moving.container, after


def _ahead(listed: list[str], key: str) -> str | None:
    """Return what stands before `key` in a list; None where it is the first."""
    at = listed.index(key)
    return listed[at - 1] if at else None


def _added(addition: Addition, joints: Joints) -> Iterator[tuple[Key, str]]:
    new = addition.new
    if not isinstance(new, Paragraph):
        yield (addition.key, "heading"), new.title
    for part in _paragraphs(addition):
        yield (part.id, "heading"), part.heading
        yield (part.id, "text"), part.text
        if part.units:
            yield (part.id, "units"), joints.comma.join(part.units)


def _paragraphs(addition: Addition) -> Iterable[Paragraph]:
    new = addition.new
    if isinstance(new, Paragraph):
        return [new]
    parts = new.items if isinstance(new, Column) else parts_of(new)
    return [part for part in parts if isinstance(part, Paragraph)]


def _spots(draft: Outline, key: str) -> list[Spot]:
    return [spot for spot in draft.spots.values() if draft.covers(key, spot)]


def _before(draft: Outline, key: Key) -> str:
    if key[1] == PLACE:
        return place_words(draft.container(key[0]), _ahead(draft.siblings(key[0]), key[0]))
    spot = draft.spots.get(key[0])
    if spot is None:
        return ""
    return str(getattr(fields_of(spot.paragraph, draft.joints), key[1]))


class _Taken(NamedTuple):
    """What an adopted wording has that is new, and the characters of the draft that it no longer has."""

    new: str
    gone: set[int]


def _taken(wording: Wording) -> _Taken:
    """Read an adopted wording from the draft, or from what was asked where it is nearer to that."""
    draft, asked, adopted = wording.draft, wording.asked, wording.adopted
    if _distance(asked, adopted) >= _distance(draft, adopted):
        return _Taken(_new(draft, adopted), _removed(draft, adopted))
    origins, new, kept, at = _origins(draft, asked), "", set[int](), 0
    for op, text in exact(asked, adopted):
        if op == "+":
            start, end = _gap(origins, at, len(draft))
            again = _origins(draft[start:end], text)
            kept |= {start + origin for origin in again if origin is not None}
            new += "".join(char for char, origin in zip(text, again, strict=True) if origin is None)
            continue
        if op == "=":
            own = origins[at : at + len(text)]
            kept |= {origin for origin in own if origin is not None}
            new += "".join(char for char, origin in zip(text, own, strict=True) if origin is None)
        at += len(text)
    return _Taken(new, set(range(len(draft))) - kept)


def _gap(origins: list[int | None], at: int, length: int) -> tuple[int, int]:
    """Return the stretch of the draft between what stands before and behind a place of the asked wording."""
    before = next((origin for origin in reversed(origins[:at]) if origin is not None), -1)
    behind = next((origin for origin in origins[at:] if origin is not None), length)
    return before + 1, behind


def _origins(draft: str, wording: str) -> list[int | None]:
    """Return for each character of a wording its place in the draft; None where it is new."""
    found: list[int | None] = []
    at = 0
    for op, text in exact(draft, wording):
        if op != "-":
            found += [None] * len(text) if op == "+" else range(at, at + len(text))
        at += len(text) if op != "+" else 0
    return found


def _distance(one: str, other: str) -> int:
    return sum(len(text) for op, text in exact(one, other) if op != "=")


def _new(draft: str, wording: str) -> str:
    return "".join(text for op, text in exact(draft, wording) if op == "+")


def _removed(draft: str, wording: str) -> set[int]:
    """Return the characters of the draft that a wording no longer has."""
    return set(range(len(draft))) - set(_origins(draft, wording))


def _staying(wording: Wording) -> Iterator[str]:
    """Yield the words of the draft that were to go and stay, each stretch by itself."""
    staying = _removed(wording.draft, wording.asked) - _taken(wording).gone
    words = ""
    for at, char in enumerate(wording.draft):
        if at in staying:
            words += char
        elif words:
            yield words
            words = ""
    if words:
        yield words


def _shared(asked: str, adopted: str) -> int:
    """Return how many characters of `asked` stand in `adopted`, in stretches long enough to tell."""
    return sum(
        len(run) for run, _ in _stretches(asked, adopted) if len(run) >= min(_TELLING, len(asked))
    )


def _come(wording: Wording) -> int:
    """Return how many new characters came at their place: what tells something, and whole parts of a list."""
    asked = _new(wording.draft, wording.asked)
    enough = min(_TELLING, len(asked))
    return sum(
        len(run)
        for run, whole in _stretches(asked, _taken(wording).new)
        if len(run) >= enough or whole
    )


def _touched(wording: Wording) -> bool:
    """Whether some of what was asked came at its place: words, or for a part that moved another place."""
    if wording.field == PLACE:
        return _asks(wording) and wording.adopted != wording.draft
    stretches = _stretches(_new(wording.draft, wording.asked), _taken(wording).new)
    return any(whole or sum(map(str.isalnum, run)) > 1 for run, whole in stretches)


def _stretches(asked: str, adopted: str) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of `asked` that `adopted` has, and whether they are whole: from mark to mark."""
    at = 0
    for op, text in exact(asked, adopted):
        if op == "=":
            edges = asked[:at][-1:] + text[:1], text[-1:] + asked[at + len(text) :][:1]
            open_ends = any(len(edge) == 2 and edge.isalnum() for edge in edges)
            yield text, not open_ends and any(map(str.isalnum, text))
        at += len(text) if op != "+" else 0


def comparison(round_: Round, comment: Comment) -> Comparison:
    """Put what a comment asked for beside what was adopted, by its decision or that of another comment."""
    place, draft = round_.workspace.place, round_.workspace.draft
    asked = place(comment.id, Patch.of(comment.at, comment.edits))
    answers = round_.answers(comment)
    adopted = [place(answer.id, patch_of(answer)) for answer in answers if answer.meaning.merges]
    found = compare(draft, asked, together(comment.id, adopted))
    return found if answers == (comment,) else found.asked_for
