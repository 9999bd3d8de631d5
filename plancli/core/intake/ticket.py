"""What a row of a ledger carries unseen for its way back: its comment, and what was written of it."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.text.characters import printable

_NAME = "plancli"
_PART = r"(?:\[([1-9]\d{0,5})/([1-9]\d{0,5}):([\w,/-]*)\])?"
_TICKET = re.compile(rf"{_NAME}{_PART} ([0-9a-f]+) ([0-9a-f]+) (\S+) (\S.*)", re.DOTALL)
_HEAD = re.compile(rf"{_NAME} (\{{.*\}})", re.DOTALL)
_BREAK = "/"
"""Stands behind the name of a column in which a part ends with a line."""
_DIGITS = 12
"""Hexadecimal digits of a digest: nobody makes two opinions agree by chance."""
_CELL_DIGITS = 6
"""Those of a cell: it only tells whether the same cell was typed into."""


class Ticket(NamedTuple):
    """The id of a comment, digests of its opinion and decision, and of each cell by what it holds.

    Of a row that is too high for one it has the number of the `part`, how many there are, and in which
    columns words `flow` from part to part, with what ends its portion of them: programs trim cells.
    """

    id: str
    opinion: str
    decision: str
    cells: Mapping[str, str]
    part: int = 1
    parts: int = 1
    flow: Mapping[str, str] = MappingProxyType({})

    @property
    def written(self) -> str:
        """The ticket as a cell has it."""
        cells = ",".join(f"{name}={digest}" for name, digest in self.cells.items())
        flow = ",".join(f"{name}{_BREAK if end else ''}" for name, end in self.flow.items())
        part = f"[{self.part}/{self.parts}:{flow}]" if self.parts > 1 else ""
        return f"{_NAME}{part} {self.opinion} {self.decision} {cells} {self.id}"

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
    part, parts, flow, opinion, decision, listed, name = match.groups()
    pairs = (pair.partition("=") for pair in listed.split(","))
    cells = {name: digest for name, _equals, digest in pairs}
    flowing = {
        one.removesuffix(_BREAK): "\n" if one.endswith(_BREAK) else ""
        for one in filter(None, (flow or "").split(","))
    }
    return Ticket(name, opinion, decision, cells, int(part or 1), int(parts or 1), flowing)


def ticket_of_part(written: str, part: int, parts: int, flow: Mapping[str, str]) -> str:
    """Return the ticket of one part of a row, from that of the whole row, both as cells have them.

    `flow` has the words of this part by the names of the columns in which they go on.
    """
    whole = ticket_in(written)
    if whole is None or parts == 1:
        return written
    ends = {name: "\n" if words.endswith("\n") else "" for name, words in flow.items()}
    return whole._replace(part=part, parts=parts, flow=ends).written


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
