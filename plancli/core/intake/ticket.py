"""What a row of a ledger carries unseen for its way back: its comment, and what was written of it."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.text.characters import printable

_NAME = "plancli"
_TICKET = re.compile(rf"{_NAME} ([0-9a-f]+) ([0-9a-f]+) (\S+) (\S.*)", re.DOTALL)
_HEAD = re.compile(rf"{_NAME} (\{{.*\}})", re.DOTALL)
_DIGITS = 12
"""Hexadecimal digits of a digest: nobody makes two opinions agree by chance."""
_CELL_DIGITS = 6
"""Those of a cell: it only tells whether the same cell was typed into."""


class Ticket(NamedTuple):
    """The id of a comment, digests of its opinion and decision, and of each cell by what it holds."""

    id: str
    opinion: str
    decision: str
    cells: Mapping[str, str]

    @property
    def written(self) -> str:
        """The ticket as a cell has it."""
        cells = ",".join(f"{name}={digest}" for name, digest in self.cells.items())
        return f"{_NAME} {self.opinion} {self.decision} {cells} {self.id}"

    def has_changed(self, name: str, words: str) -> bool:
        """Whether a cell says something else than what was written; "" is a column that was not there then.

        Of a cell without a digest, one with marked words, nothing is known.
        """
        before = self.cells.get(name) if name else _NO_WORDS
        return before not in (None, cell_digest(words))


def ticket_of(comment: Comment, cells: Mapping[str, str]) -> Ticket:
    """Return the ticket of the row of a comment, whole if it is compound, with the words of its cells."""
    digests = {name: cell_digest(words) for name, words in cells.items()}
    return Ticket(comment.id, opinion_digest(comment), decision_digest(comment), digests)


def ticket_in(cell: str) -> Ticket | None:
    """Return the ticket that a cell holds, if it is one."""
    match = _TICKET.fullmatch(cell)
    if match is None:
        return None
    pairs = (pair.partition("=") for pair in match[3].split(","))
    cells = {name: digest for name, _equals, digest in pairs}
    return Ticket(match[4], match[1], match[2], cells)


def ticket_head(labels: Mapping[str, str]) -> str:
    """Return the head over the tickets: it says which words stand over which column."""
    return f"{_NAME} {json.dumps(dict(labels), ensure_ascii=False)}"


def labels_in(cell: str) -> dict[str, str] | None:
    """Return which words stand over which column, if a cell is the head over tickets."""
    match = _HEAD.fullmatch(cell)
    if match is None:
        return None
    try:
        found = json.loads(match[1])
    except (ValueError, RecursionError):
        return None
    return {str(name): str(label) for name, label in found.items()}


def opinion_digest(comment: Comment) -> str:
    """Return the digest of the words of a comment, and of its points."""
    return _digest([comment.opinion, *(item.opinion for item in comment.items)], _DIGITS)


def decision_digest(comment: Comment) -> str:
    """Return the digest of what is decided on a comment, or on its points."""
    return _digest(
        (part.decision.model_dump_json(exclude_defaults=True) for part in comment.parts), _DIGITS
    )


def cell_digest(words: str) -> str:
    """Return the digest of a cell; programs change its blanks and line breaks without being asked."""
    return _digest(["".join(printable(words).split())], _CELL_DIGITS)


def _digest(texts: Iterable[str], digits: int) -> str:
    return hashlib.sha256("\x00".join(texts).encode()).hexdigest()[:digits]


_NO_WORDS = cell_digest("")
