"""The permanent keys of sections, and the names of the paragraphs in them, as people make them."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.intake.draft.headings import Heading
from plancli.core.plan.series import series_of


class Keyed(NamedTuple):
    """A heading with its key, that of what holds it ("" of a chapter), and the name of its paragraphs.

    `again`: another section had the key that its number gives.
    """

    heading: Heading
    title: str
    key: str
    parent: str
    paragraphs: str
    again: bool = False


def keyed(headings: Sequence[Heading]) -> list[Keyed]:
    """Return the headings with their keys, in the same order.

    A project whose number stands once in its chapter has the key of the chapter and that: 第四章/17. So a
    citation by its number finds it, whatever task it stands in.
    """
    chapters = _chapters(headings)
    counts = Counter(
        (chapter, heading.number.bare) for chapter, heading in zip(chapters, headings, strict=True)
    )
    tails = Counter(heading.number.bare for heading in headings)
    found: list[Keyed] = []
    taken: Counter[str] = Counter()
    open_keys: list[str] = []
    for chapter, heading in zip(chapters, headings, strict=True):
        del open_keys[heading.depth - 1 :]
        parent = open_keys[-1] if open_keys else ""
        bare = heading.number.bare
        title = _title(heading)
        tail = bare or title
        holder = parent
        if parent and bare.isdigit() and counts[chapter, bare] == 1:
            holder = open_keys[0]
        key = f"{holder}/{tail}" if holder else tail
        taken[key] += 1
        unique = key if taken[key] == 1 else f"{key}-{taken[key]}"
        alone = bare.isdigit() and tails[bare] == 1
        found.append(
            Keyed(heading, title, unique, parent, bare if alone else _flat(unique), unique != key)
        )
        open_keys.append(unique)
    return found


def _title(heading: Heading) -> str:
    """Return the title as it can be a name; one without words has those of its number."""
    number = heading.number
    title = " ".join((number.words or number.number).split())
    if _SPACED.fullmatch(title):
        title = title.replace(" ", "")  # 前 言 is set wide
    if not number.bare:
        # what has no number is called by its title, and a stroke would part the key
        title = title.replace("/", "／")
    return title


_SPACED = re.compile("(?:[\u4e00-\u9fff] )+[\u4e00-\u9fff]")


def _flat(key: str) -> str:
    return key.replace("/", "")


def _chapters(headings: Sequence[Heading]) -> list[int]:
    """Return for each heading which chapter it stands in, counted from 1."""
    found: list[int] = []
    chapter = 0
    for heading in headings:
        chapter += heading.depth == 1
        found.append(chapter)
    return found


def number_beside(key: str, number: str, title: str) -> str | None:
    """Return the number that a section says, where its key does not say it already."""
    tail = key.rpartition("/")[2]
    if tail == number or (not number and tail == title and series_of(tail) is None):
        return None
    return number or None
