"""The addresses on the page: of rows and of cards."""

import re
from collections.abc import Iterable, Mapping

from plancli.core.comments.comment import Comment
from plancli.core.evidence.redline import Line
from plancli.core.rounds.counts import wholes

RESERVED = re.compile(r"(?:row|office|part)-")
"""How the addresses of everything but comments begin."""


def distinct(names: Iterable[str], reserved: re.Pattern[str] | None = None) -> list[str]:
    """Return an address for each name: fit for a file and a link, and none twice, whatever case is."""
    taken: set[str] = set()
    found: list[str] = []
    for name in names:
        word = re.sub(r"[^\w.-]|^\.", "_", name)
        if reserved and reserved.match(word):
            word = f"_{word}"
        number = 1
        address = word
        # Some file systems know no case: A and a would be one file.
        while address.casefold() in taken:
            number += 1
            address = f"{word}_{number}"
        taken.add(address.casefold())
        found.append(address)
    return found


def row_addresses(lines: Iterable[Line]) -> list[str]:
    """Return an address for each line of the plan."""
    words = distinct(line.key for line in lines)
    return [f"row-{word}" for word in words]


def comment_addresses(comments: Mapping[str, Comment]) -> dict[str, str]:
    """Return an address for each comment by id: for a compound one, and for each of its items."""
    ids: dict[str, None] = {}
    for name, items in wholes(comments).items():
        ids[name] = None
        for item in items:
            ids[item.id] = None
    return dict(zip(ids, distinct(ids, RESERVED), strict=True))
