"""Whether edits give what stands in a file: placed, merged, printed, and compared word for word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Edit
from plancli.core.comments.record import Patch
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import Composition, compose
from plancli.core.merge.place import place
from plancli.core.plan.footnotes import in_order
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import printed, printed_titles
from plancli.core.text.matchkey import fold


def _lines_of(section: Section) -> Iterator[tuple[str, str]]:
    """Yield the title and the paragraphs of a section as they are printed, by key, in reading order."""
    outline = Outline([section])
    titles = dict(printed_titles(section))
    for key in outline.in_reading_order:
        if key in outline.spots:
            yield key, printed(outline.spots[key]).text
        elif key in titles:
            yield key, titles[key].text


class NotedPlace(NamedTuple):
    """A new footnote: behind so many characters of the line of its paragraph, and so many other notes."""

    at: int
    rank: int
    words: str


class PrintedDraft:
    """A draft as it is printed, and as it would be with edits: only sections that change are printed anew."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        # held by their place in memory: a section in which nothing changes is the very value that it was
        self._sections = {
            id(section): dict(_lines_of(section)) for section in corpus.outline.with_cover
        }
        self.lines: dict[str, str] = {}
        for lines in self._sections.values():
            self.lines |= lines

    def after(self, composed: Composition) -> dict[str, str]:
        """Return the lines of the draft with something merged into it."""
        found: dict[str, str] = {}
        for section in composed.sections:
            known = self._sections.get(id(section))
            found.update(dict(_lines_of(section)) if known is None else known)
        return found

    def gives(
        self,
        at: Cited,
        edits: Sequence[Edit],
        becomes: Mapping[str, Sequence[str]],
        noted: Mapping[str, Sequence[NotedPlace]] | None = None,
    ) -> bool:
        """Whether edits alone put what `becomes` says in the place of lines, and change nothing else.

        `noted` are the places of new footnotes in the lines of paragraphs.
        """
        placed = place(self.corpus, "new", Patch.of(at, tuple(edits)))
        if placed.refusals or placed.obstacles:
            return False
        composed = compose(self.corpus.outline, [placed])
        if composed.conflicts:
            return False
        if not _same(list(self.after(composed).values()), self._expected(becomes)):
            return False
        return not noted or self._places_are(noted, Outline(composed.sections))

    def _places_are(self, noted: Mapping[str, Sequence[NotedPlace]], outline: Outline) -> bool:
        """Whether the marks of new footnotes stand where they should in the lines of paragraphs."""
        for key, places in noted.items():
            spot = outline.spots[key]
            starts = [field.start for field in printed(spot).fields if field.name == "text"]
            found: list[NotedPlace] = []
            for rank, (at, note) in enumerate(in_order(spot.paragraph)):
                if note.id not in self.corpus.outline.spots:
                    found.append(NotedPlace(sum(starts[:1]) + at, rank, note.text))
            if found != list(places):
                return False
        return True

    def stays(self, becomes: Mapping[str, Sequence[str]]) -> bool:
        """Whether what becomes of the lines is what they were: a paragraph that moved to where it stood."""
        return _same(list(self.lines.values()), self._expected(becomes))

    def _expected(self, becomes: Mapping[str, Sequence[str]]) -> list[str]:
        found: list[str] = []
        for key, words in self.lines.items():
            found += becomes.get(key, (words,))
        return found


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two states say the same; what is equal to the letter at both ends is not looked at twice."""
    least = min(len(one), len(other))
    head = tail = 0
    while head < least and one[head] == other[head]:
        head += 1
    while tail < least - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return _bare(one[head : len(one) - tail]) == _bare(other[head : len(other) - tail])


def _bare(lines: Iterable[str]) -> list[str]:
    """Return lines to be compared: in one width of marks, blanks between words kept, empty ones left out."""
    found: list[str] = []
    for line in lines:
        words = " ".join(fold(word) for word in line.split())
        if words:
            found.append(words)
    return found
