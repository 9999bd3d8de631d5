"""Whether edits give what stands in a file: placed, merged, printed, and compared word for word."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Edit
from plancli.core.comments.record import Patch
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.plan.model import Column
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import printed, printed_title
from plancli.core.text.matchkey import fold


class Becomes(NamedTuple):
    """What becomes of a part of the draft as it is printed: what comes ahead of it, itself, what behind.

    `own` is None where it goes.
    """

    ahead: tuple[str, ...]
    own: str | None
    behind: tuple[str, ...]


def printed_lines(outline: Outline) -> dict[str, str]:
    """Return titles and paragraphs as they are printed, by key, in reading order."""
    found: dict[str, str] = {}
    for section in outline.with_cover:
        found[section.key] = printed_title(section).text
        for part in section.body:
            if isinstance(part, Column):
                title = printed_title(section, part)
                found[title.spot.paragraph.id] = title.text
                for item in part.items:
                    found[item.id] = printed(outline.spots[item.id]).text
            else:
                found[part.id] = printed(outline.spots[part.id]).text
    return found


def gives(
    corpus: Corpus,
    lines: Mapping[str, str],
    at: Cited,
    edits: Sequence[Edit],
    becomes: Mapping[str, Becomes],
) -> bool:
    """Whether edits alone turn the `lines` of the draft into what `becomes` of them, and nothing else."""
    placed = place(corpus, "new", Patch.of(at, tuple(edits)))
    if placed.refusals or placed.obstacles:
        return False
    composed = compose(corpus.outline, [placed])
    if composed.conflicts:
        return False
    return _bare(printed_lines(Outline(composed.sections)).values()) == _bare(
        _expected(lines, becomes)
    )


def changes_nothing(lines: Mapping[str, str], becomes: Mapping[str, Becomes]) -> bool:
    """Whether what becomes of the lines is what they were: a paragraph that moved to where it stood."""
    return _bare(_expected(lines, becomes)) == _bare(lines.values())


def _expected(lines: Mapping[str, str], becomes: Mapping[str, Becomes]) -> list[str]:
    found: list[str] = []
    for key, words in lines.items():
        one = becomes.get(key)
        if one is None:
            found.append(words)
            continue
        found += one.ahead
        found += [] if one.own is None else [one.own]
        found += one.behind
    return found


def _bare(lines: Iterable[str]) -> list[str]:
    """Return lines to be compared: in one width of marks, blanks between words kept, empty ones left out."""
    found: list[str] = []
    for line in lines:
        words = " ".join(fold(word) for word in line.split())
        if words:
            found.append(words)
    return found
