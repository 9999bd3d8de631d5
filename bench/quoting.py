"""Quotations as units write them, drawn from a plan by a fixed seed."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from random import Random
from typing import NamedTuple

from bench import wording
from bench.truth import as_printed
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.span import Span
from plancli.core.text.atoms import whole

_TYPOS = (0.01, 0.03, 0.05, 0.10)
_NARROW = {
    ord(wide): narrow for wide, narrow in zip("，。；：？！（）％", ",.;:?!()%", strict=True)
}
_WIDE = {ord(narrow): chr(ord(narrow) + 0xFEE0) for narrow in "0123456789%,;:()"}
_QUOTES = ("「」", '""', "『』", "''", "‘’")
_BLANKS = (" ", "　", "\n", "  ")
_ELLIPSES = ("……", "…", "...", "......")
_TRIES = 50


class Query(NamedTuple):
    """A quotation, the words that were meant (None: words that stand nowhere), and the page cited."""

    kind: str
    quote: str
    meant: str | None
    page: Span | None = None


def queries(
    sections: Sequence[Section],
    count: int,
    twins: Sequence[tuple[str, str]],
    repeats: Sequence[str],
    seed: int,
) -> list[Query]:
    """Return `count` queries of each kind, kind after kind; fewer where the plan has no room for more."""
    unit = _Unit(sections, twins, repeats, Random(seed))
    return [query for draw in unit.kinds for query in islice(_drawn(draw, count), count)]


def _drawn(draw: Callable[[], Query | None], count: int) -> Iterator[Query]:
    return (query for _ in range(2 * count) if (query := draw()) is not None)


class _Unit:
    """Somebody who quotes a plan, more or less carefully."""

    def __init__(
        self,
        sections: Sequence[Section],
        twins: Sequence[tuple[str, str]],
        repeats: Sequence[str],
        rng: Random,
    ) -> None:
        self.rng, self.twins, self.repeats = rng, twins, repeats
        spots = [spot for spot in Outline(sections).spots.values() if spot.paragraph.text]
        self.paragraphs = [spot.paragraph for spot in spots]
        self.neighbours = [
            (one.paragraph, other.paragraph)
            for one, other in pairwise(spots)
            if one.container == other.container
        ]
        self.text = "\n".join(paragraph.text for paragraph in self.paragraphs)
        self.letters = sorted(set(self.text) - {"\n"})
        self.lengths = [len(paragraph.text) for paragraph in self.paragraphs]

    @property
    def kinds(self) -> list[Callable[[], Query | None]]:
        careful = [
            self.exact,
            self.width,
            self.blanks,
            self.quote_style,
            self.ellipsis,
            self.wrong_page,
        ]
        hard = [self.across, self.twin, self.twice, self.twice_with_page, self.absent]
        typing = [lambda rate=rate: self.typos(rate) for rate in _TYPOS]
        return [*careful, *hard, *typing]

    def exact(self) -> Query | None:
        _, words = self._passage()
        return Query("exact", words, words)

    def width(self) -> Query | None:
        _, words = self._passage()
        table = self.rng.choice((_NARROW, _WIDE, _NARROW | _WIDE))
        return Query("width", words.translate(table), words)

    def blanks(self) -> Query | None:
        _, words = self._passage()
        spaced = [
            c + (self.rng.choice(_BLANKS) if self.rng.random() < 0.15 else "")
            for c in words
            if c != " "
        ]
        return Query("blanks", "".join(spaced), words)

    def quote_style(self) -> Query | None:
        for _ in range(_TRIES):
            _, words = self._passage()
            if "“" in words or "”" in words:
                marks = self.rng.choice(_QUOTES)
                return Query(
                    "quote style", words.replace("“", marks[0]).replace("”", marks[1]), words
                )
        return None

    def ellipsis(self) -> Query | None:
        text = self._paragraph().text
        lengths = [self.rng.randint(6, 20) for _ in range(self.rng.choice((2, 2, 3)))]
        slack = len(text) - sum(lengths)
        if slack < 2 * len(lengths):
            return None
        gaps = sorted(self.rng.sample(range(slack + 1), len(lengths)))
        starts = [gap + sum(lengths[:at]) for at, gap in enumerate(gaps)]
        ends = [start + length for start, length in zip(starts, lengths, strict=True)]
        if not whole(text, starts[0], ends[-1]):
            return None
        fragments = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        return Query(
            "ellipsis", self.rng.choice(_ELLIPSES).join(fragments), text[starts[0] : ends[-1]]
        )

    def wrong_page(self) -> Query | None:
        for _ in range(_TRIES):
            paragraph, words = self._passage()
            page, other = paragraph.page, self._paragraph().page
            if page and other and not page.meets(other):
                return Query("wrong page", words, words, other)
        return None

    def across(self) -> Query | None:
        one, other = self.rng.choice(self.neighbours)
        tail = as_printed(one)[-self.rng.randint(4, 40) :]
        head = as_printed(other)[: self.rng.randint(4, 40)]
        return Query("paragraph break", f"{tail}\n{head}", tail + head)

    def twin(self) -> Query | None:
        if not self.twins:
            return None
        words = self.rng.choice(self.rng.choice(self.twins))
        return Query("near twin", words, words)

    def twice(self) -> Query | None:
        words = self._repeated()
        return Query("twice", words, words) if words else None

    def twice_with_page(self) -> Query | None:
        words = self._repeated()
        holding = [paragraph for paragraph in self.paragraphs if words and words in paragraph.text]
        page = self.rng.choice(holding).page if holding else None
        return Query("twice, page", words, words, page) if page else None

    def absent(self) -> Query | None:
        words = wording.sentence(self.rng)
        return Query("absent", words[: self.rng.randint(8, 120)], None)

    def typos(self, rate: float) -> Query | None:
        _, words = self._passage()
        typed = "".join(self._typed(char) if self.rng.random() < rate else char for char in words)
        return Query(f"typos {rate:.0%}", typed, words)

    def _typed(self, char: str) -> str:
        return self.rng.choice((self.rng.choice(self.letters), "", char + char))

    def _paragraph(self) -> Paragraph:
        return self.rng.choices(self.paragraphs, self.lengths)[0]

    def _passage(self) -> tuple[Paragraph, str]:
        """Return 8 to 120 characters of a paragraph that has so many; no number or word is cut."""
        while True:
            paragraph, length = self._paragraph(), self.rng.randint(8, 120)
            if (room := len(paragraph.text) - length) >= 0:
                start = self.rng.randint(0, room)
                if whole(paragraph.text, start, start + length):
                    return paragraph, paragraph.text[start : start + length]

    def _repeated(self) -> str:
        """Return a repeated sentence, or where none is known a phrase that stands twice."""
        if self.repeats:
            return self.rng.choice(self.repeats)
        for _ in range(_TRIES):
            phrase = self._passage()[1][:8]
            if self.text.count(phrase) > 1:
                return phrase
        return ""
