"""What the office wrote in a plan that was printed with new numbers, taken back to the numbers of the draft.

A reference that the office wrote means what the numbers of the plan in its hands say. Where these say nothing
certain it is left as it stands, and goes on being read by no numbers, whatever parts get them later.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plancli.core.plan.bindings import PartNumbers
from plancli.core.plan.mention import Mention
from plancli.core.plan.references import references
from plancli.core.revision.carrying import OwnChange
from plancli.core.revision.rewriting import rewritten_to_be_read
from plancli.core.text.diff import Splice, apply, splices

Reach = tuple[int, int]
"""Where a reference stands in a text: start and end."""


class OwnText(NamedTuple):
    """A text that the office changed: its part, the text without the changes, the changes, and what it is."""

    key: str
    before: str
    changes: Sequence[OwnChange]
    text: str


class TakenBack(NamedTuple):
    """A text with the numbers of the draft, and where references stand in it that are read by no numbers."""

    text: str
    unread: list[Reach]


def taken_back(
    own: OwnText,
    now: PartNumbers,
    drafted: PartNumbers,
    is_left: Callable[[Mention], bool],
) -> TakenBack:
    """Return a text that the office wrote by the numbers of `now` as it is by those of the draft."""
    read = rewritten_to_be_read(own.text, own.key, now, drafted, is_left)
    left = {(one.start, one.end) for one in read.left}
    mentions = _own_mentions(own)
    unread = [one for one in mentions if (one.start, one.end) in left]
    return _with(own, read.splices, unread)


def as_it_stands(own: OwnText) -> TakenBack:
    """Return a text with the words of the office as they are, and no number read into them."""
    return _with(own, [], _own_mentions(own))


def _own_mentions(own: OwnText) -> list[Mention]:
    """Return the references in which the office wrote."""
    edges = [(change.own_start, change.own_end) for change in own.changes]
    return [one for one in references(own.text) if is_touched(one.start, one.end, edges)]


def is_touched(start: int, end: int, changed: Iterable[Reach]) -> bool:
    """Whether a stretch has words that changed, or lost some."""
    return any(
        (first < end and start < last) or start < first == last < end for first, last in changed
    )


def _with(own: OwnText, numbers: Sequence[Splice], unread: Sequence[Mention]) -> TakenBack:
    """Return the text before with the changes of the office, and the numbers of the draft in these."""
    text = apply(own.before, [_changed(change, own.text, numbers) for change in own.changes])
    there, here = references(own.text), references(text)
    if len(there) != len(here):
        words = {one.words for one in unread}
        return TakenBack(text, [(one.start, one.end) for one in here if one.words in words])
    found: list[Reach] = []
    for old, new in zip(there, here, strict=True):
        if old in unread:
            found.append((new.start, new.end))
    return TakenBack(text, found)


def _changed(change: OwnChange, text: str, numbers: Iterable[Splice]) -> Splice:
    """Return a change of the office with the numbers of the draft in its words."""
    start, end = change.own_start, change.own_end
    inside: list[Splice] = []
    for one in numbers:
        if start <= one.start and one.end <= end:
            inside.append(Splice(one.start - start, one.end - start, one.text))
    return Splice(change.start, change.end, apply(text[start:end], inside))


def shifted(stretches: Iterable[Reach], old: str, new: str) -> list[Reach]:
    """Return where words of an old text stand in a new one; those that changed are left out."""
    changes = splices(old, new)
    found: list[Reach] = []
    for start, end in stretches:
        if not is_touched(start, end, [(one.start, one.end) for one in changes]):
            before = [one for one in changes if one.end <= start]
            shift = sum(len(one.text) - (one.end - one.start) for one in before)
            found.append((start + shift, end + shift))
    return found
