"""A draft that came back without marks: compared with the draft, so that it reads as if it had some.

Paragraphs that stand in both, word for word and in one order, are the frame. What lies between two of them
in the file stands in the place of what lies between them in the draft: whatever the comparison calls a
change there, all changes together give the file.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from plancli.core.intake.matching import Match
from plancli.core.intake.originals import PARTED
from plancli.core.intake.tracked import TrackedFile, TrackedParagraph, TrackedRun
from plancli.core.plan.model import PLAN
from plancli.core.text.diff import readable

_WHOLE = 0.8
"""A file with so much of the draft is all of it, and what it does not have was taken out of it."""


class PlainLine(NamedTuple):
    """A paragraph of a file by its number, with its words."""

    row: int
    text: str


def compared(
    texts: Sequence[PlainLine],
    found: Mapping[int, Match],
    lines: Mapping[str, str],
    author: str,
) -> TrackedFile:
    """Return the paragraphs of a file as if an author had tracked what differs from the draft.

    `found` says which part of the draft each of them is, by its place; `lines` are all parts in order, as
    printed. What an excerpt does not have, ahead of it, behind it or left out of it, was not taken out.
    """
    draft = [(key, words) for key, words in lines.items() if words]
    if not any(one.key == PLAN for one in found.values()):
        # the title of the plan stands on a cover, or nowhere
        draft = [(key, words) for key, words in draft if key != PLAN]
    ranks = {key: at for at, (key, _) in enumerate(draft)}
    frame = [(-1, -1), *((at, ranks[one.key]) for at, one in found.items())]
    gaps = list(pairwise([*frame, (len(texts), len(draft))]))
    beside = sum(min(other[0] - one[0], other[1] - one[1]) for one, other in gaps)
    is_whole = beside >= _WHOLE * len(draft)
    paragraphs: list[TrackedParagraph] = []
    for (at, rank), (following, other) in gaps:
        if at >= 0:
            paragraphs.append(TrackedParagraph((TrackedRun(texts[at].text),), row=texts[at].row))
        new = texts[at + 1 : following]
        old = [words for _, words in draft[rank + 1 : other]]
        at_edge = at < 0 or following == len(texts)
        row = texts[max(at, 0)].row if texts else 1
        if old and (at_edge or not new) and not is_whole:
            old = []
        paragraphs += _between(old, new, author, row)
    return TrackedFile(tuple(paragraphs))


def _between(
    old: Sequence[str], new: Sequence[PlainLine], author: str, row: int
) -> Iterator[TrackedParagraph]:
    """Yield what stands in the place of paragraphs of the draft."""
    if not old:
        for line in new:
            yield TrackedParagraph((TrackedRun(line.text, author),), added=author, row=line.row)
    elif not new:
        for words in old:
            yield TrackedParagraph((TrackedRun(words, gone=author),), gone=author, row=row)
    else:
        yield from _instead(old, new, author)


def _instead(
    old: Sequence[str], new: Sequence[PlainLine], author: str
) -> Iterator[TrackedParagraph]:
    """Yield paragraphs that others stand instead of; the breaks between them are compared with the words."""
    rows = [line.row for line in new]
    runs: list[TrackedRun] = []
    for op, text in readable(PARTED.join(old), PARTED.join(line.text for line in new)):
        added = author if op == "+" else ""
        gone = author if op == "-" else ""
        first, *others = text.split(PARTED)
        runs.append(TrackedRun(first, added, gone))
        for words in others:
            yield TrackedParagraph(tuple(runs), added, gone, row=rows[0])
            runs = [TrackedRun(words, added, gone)]
            if not gone and len(rows) > 1:
                rows.pop(0)
    yield TrackedParagraph(tuple(runs), row=rows[0])
