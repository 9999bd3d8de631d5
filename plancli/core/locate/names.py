"""Which sections, columns and paragraphs a person means by a key, a title or a citation."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from plancli.core.locate.citation import Citation, Kind, Reference, Step, parse
from plancli.core.plan.model import Column, Paragraph
from plancli.core.plan.outline import Outline
from plancli.core.text.matchkey import fold
from plancli.core.text.numerals import chinese

_CLEAR = 3
"""Fewer characters of a title name nothing."""


class NamedPart(NamedTuple):
    """A section, column or paragraph with the folded titles it goes by and the keys above it."""

    key: str
    titles: tuple[str, ...]
    above: frozenset[str]


class Named(NamedTuple):
    """The keys that one place of a citation stands for, and what in it names nothing here."""

    keys: tuple[str, ...]
    unread: tuple[str, ...] = ()


class Names:
    """The names in a plan or draft."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self._known: dict[str, list[str]] = {}

    def keys(self, name: str) -> list[str]:
        """Return the keys that `name` stands for: a key, a title in whole or clear part, or a citation."""
        outline = self.outline
        if name in outline.sections or name in outline.columns or name in outline.spots:
            return [name]
        if name not in self._known:
            whole = self._titled(fold(name))
            places = [] if whole else self.places(parse(name))
            self._known[name] = whole or [key for p in places for key in p.keys if not p.unread]
        return self._known[name]

    def whole(self, name: str) -> bool:
        """Whether `name` is a key, a title from end to end, or a citation of numbers and such titles."""
        if self.outline.knows(name) or self._titled(fold(name)):
            return True
        references = parse(name).references
        named = [self._place(reference) for reference in references]
        titles = [
            self._titled(fold(words)) for reference in references for words in reference.words
        ]
        return (
            bool(named) and all(titles) and all(place.keys and not place.unread for place in named)
        )

    def places(self, citation: Citation) -> list[Named]:
        """Return what each place of a citation names; printed pages and lines name nothing."""
        return [self._place(reference) for reference in citation.references]

    def _place(self, reference: Reference) -> Named:
        """Take the widest nodes that every step and every title agrees on."""
        counted = [step for step in reference.steps if step.kind in (Kind.PARAGRAPH, Kind.ITEM)]
        steps = [
            s for s in reference.steps if s not in counted and s.kind not in (Kind.PAGE, Kind.LINE)
        ]
        numbers = [(str(step), self._numbered(step)) for step in steps]
        titles = [(words, keys) for words in reference.words for keys in self._called(words)]
        wanted = numbers + titles
        unread = [words for words, keys in wanted if not keys]
        known = [keys for _, keys in wanted if keys]
        unread += [
            str(s) for s in reference.steps if s.kind is Kind.PAGE and reference.page is None
        ]
        unread += [
            str(s) for s in reference.steps if s.kind is Kind.LINE and reference.line is None
        ]
        keys = self._agreed(known)
        if not keys and self._agreed([named for _, named in titles if named]):
            unread += [
                number for number, named in numbers if named
            ]  # 第18项“…” where that title is the 19th
        for step in counted:
            keys = [found for key in keys for found in self._counted(key, step)]
            unread += [] if keys else [str(step)]
        return Named(tuple(keys), tuple(unread))

    def _agreed(self, known: list[set[str]]) -> list[str]:
        """Return nodes that are named, and lie in what every other name says; the widest of them."""
        named = set().union(*known)
        agreed = {
            node.key: node
            for node in self._nodes
            if node.key in named and all(keys & (node.above | {node.key}) for keys in known)
        }
        return [key for key, node in agreed.items() if not node.above & agreed.keys()]

    def _numbered(self, step: Step) -> set[str]:
        tails = [tail for number in _numbers(step) for tail in _tails(step.kind, number)]
        heads = tuple(
            fold(tail) for tail in tails if step.kind in _WRITTEN and not tail[-1].isdecimal()
        )
        heads += tuple(f"{fold(tail)} " for tail in tails if step.kind in (Kind.TABLE, Kind.ANNEX))
        return {
            node.key
            for node in self._nodes
            if node.key.rpartition("/")[2] in tails
            or any(_begins(node.titles[0], head) for head in heads)
        }

    def _counted(self, key: str, step: Step) -> list[str]:
        """Return the paragraphs that a step counts in a section or column: 第2条, 倒数第一段."""
        column, section = self.outline.columns.get(key), self.outline.sections.get(key)
        parts: Iterable[object] = column.items if column else section.body if section else ()
        names = [part.id for part in parts if isinstance(part, Paragraph)]
        numbers = [int(numeral) for numeral in _numbers(step) if numeral.lstrip("-").isdecimal()]
        positions = [number - 1 if number > 0 else len(names) + number for number in numbers]
        return [names[at] for at in positions if 0 <= at < len(names)]

    def _called(self, words: str) -> list[set[str]]:
        """Return the nodes whose title is `words` or holds them, else those of each title in `words`."""
        if self.outline.knows(words):
            return [{words}]
        words = fold(words)
        if whole := self._titled(words):
            return [set(whole)]
        if len(words) < _CLEAR:
            return [set()]
        if holding := {
            node.key for node in self._nodes if any(words in title for title in node.titles)
        }:
            return [holding]
        held = {
            title
            for node in self._nodes
            for title in node.titles
            if len(title) > _CLEAR and title in words
        }
        widest = [
            title
            for title in sorted(held)
            if not any(title != other and title in other for other in held)
        ]
        return [set(self._titled(title)) for title in widest] or [set()]

    def _titled(self, words: str) -> list[str]:
        """Return the nodes with exactly this title; sections and columns before paragraphs."""
        found = self._by_title.get(words.rstrip("."), []) if words else []
        wide = [key for key in found if key not in self.outline.spots]
        return wide or found

    @cached_property
    def _by_title(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for node in self._nodes:
            for title in dict.fromkeys(node.titles):
                found.setdefault(title, []).append(node.key)
        return found

    @cached_property
    def _nodes(self) -> list[NamedPart]:
        outline = self.outline
        sections = [
            NamedPart(key, (fold(section.title),), frozenset(outline.ancestry(section.above)))
            for key, section in outline.sections.items()
        ]
        columns = [
            NamedPart(key, _column_titles(column), frozenset(outline.ancestry(key)) - {key})
            for key, column in outline.columns.items()
        ]
        paragraphs = [
            NamedPart(
                key, (fold(spot.paragraph.heading),), frozenset(outline.ancestry(spot.container))
            )
            for key, spot in outline.spots.items()
        ]
        return [*sections, *columns, *paragraphs]


_WRITTEN = (
    Kind.LEVEL_1,
    Kind.LEVEL_2,
    Kind.LEVEL_3,
    Kind.LEVEL_4,
    Kind.CLAUSE,
    Kind.TABLE,
    Kind.ANNEX,
)
"""Numbers that a title may carry itself."""


def _begins(title: str, head: str) -> bool:
    """Whether a title begins with a number; a blank at the end stands for anything but a digit."""
    if not head.endswith(" "):
        return title.startswith(head)
    return title.startswith(head[:-1]) and not title[len(head) - 1 : len(head)].isdecimal()


def _numbers(step: Step) -> list[str]:
    if step.first == step.last or not (step.first.isdecimal() and step.last.isdecimal()):
        return list(dict.fromkeys((step.first, step.last)))
    return [
        str(number)
        for number in range(int(step.first), min(int(step.last), int(step.first) + 99) + 1)
    ]


def _tails(kind: Kind, number: str) -> list[str]:
    """Return how the last part of a key, or the beginning of a title, may spell a number."""
    numeral = chinese(int(number)) if number.isdecimal() else number
    match kind:
        case Kind.CHAPTER | Kind.PART:
            return [f"第{numeral}{kind}", f"第{number}{kind}"]
        case Kind.LEVEL_1:
            return [numeral, f"{numeral}、"]
        case Kind.LEVEL_2:
            return [f"({numeral})"]
        case Kind.LEVEL_3:
            return [number, f"{number}.", f"{number}、"]
        case Kind.LEVEL_4:
            return [f"({number})"]
        case Kind.COLUMN | Kind.TABLE | Kind.ANNEX:
            return [f"{kind}{number}", f"{kind}{numeral}"]
        case _:
            return [number]


def _column_titles(column: Column) -> tuple[str, ...]:
    names = (column.title, column.column, column.column + column.title)
    return tuple(fold(name) for name in names if name)
