"""Which sections, columns and paragraphs a person means by a key, a title or a citation."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from plancli.core.locate.citation import Citation, Reference, Step, parse
from plancli.core.locate.tabled import TablePlaces
from plancli.core.plan.cells import levels
from plancli.core.plan.mention import Kind
from plancli.core.plan.model import PLAN, Captioned, Paragraph, Section, TableHead
from plancli.core.plan.outline import Outline, number_of, table_around
from plancli.core.text.characters import sentences
from plancli.core.text.matchkey import fold
from plancli.core.text.numerals import chinese

_CLEAR = 3
"""Fewer characters of a title name nothing: 规划 or 建设 stand in half of all titles.

A title that is itself as short as this is named only whole, and not in the midst of other words.
"""


class NamedPart(NamedTuple):
    """A section, column or paragraph with its number, the folded titles it goes by, and the keys above it.

    `number` is what its paper prints, folded; "" where that is the last component of the key.
    """

    key: str
    number: str
    titles: tuple[str, ...]
    above: frozenset[str]

    def lies_in(self, known: Iterable[frozenset[str]]) -> bool:
        """Whether this part is one of each set of keys, or stands below one of it."""
        around = self.above | {self.key}
        return all(keys & around for keys in known)


class Named(NamedTuple):
    """The keys that one place of a citation stands for, and what in it names nothing here."""

    keys: tuple[str, ...]
    unread: tuple[str, ...] = ()

    @property
    def understood(self) -> tuple[str, ...]:
        """The keys, where nothing in the place is left over."""
        if self.unread:
            return ()
        return self.keys


class _Meant(NamedTuple):
    """A number or title of a citation as it is said, and the keys of what it names, if anything."""

    said: str
    keys: frozenset[str]


class _Level(NamedTuple):
    """How far the levels of a place have been followed: what is named on the way, and the keys there."""

    named: list[_Meant]
    keys: list[str]


class Names:
    """The names in a plan or draft."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self._known: dict[str, list[str]] = {}
        self._steps: dict[Step, frozenset[str]] = {}

    def keys(self, name: str) -> list[str]:
        """Return the keys that `name` stands for: a key, a title in whole or clear part, or a citation."""
        if self.outline.has_part(name):
            return [name]
        if name not in self._known:
            self._known[name] = self._titled(fold(name)) or self._cited(name) or self._plan(name)
        return self._known[name]

    def of_plan(self, name: str) -> bool:
        """Whether `name` is what the plan itself is called, and no part: its key, or its whole title."""
        cover = self.outline.cover
        if cover is None:
            return False
        called = {fold(cover.title), *_PLAN_NAMES}
        return fold(name) in called and not self._titled(fold(name))

    def _plan(self, name: str) -> list[str]:
        """Return the key of the plan where `name` is what it is called."""
        if self.of_plan(name):
            return [PLAN]
        return []

    def _cited(self, name: str) -> list[str]:
        """Return the keys that a name stands for as a citation.

        A place that holds something which is not understood names nothing: it may have meant another one.
        """
        return _understood(self.places(parse(name)))

    def outside_tables(self, name: str) -> list[str]:
        """Return the keys that a name stands for by numbers and titles, and nothing inside a table."""
        return self._titled(fold(name)) or _understood(self._plainly(parse(name)))

    def whole(self, name: str) -> bool:
        """Whether `name` is a key, a title from end to end, or a citation of numbers and such titles."""
        if self.outline.has_part(name) or self._titled(fold(name)):
            return True
        references = parse(name).references
        return bool(references) and all(map(self._wholly, references))

    def heads(self, words: str) -> list[str]:
        """Return the columns of tables that print `words` at their head: the whole of it, or one level."""
        return self._heads.get(fold(words), [])

    @cached_property
    def _heads(self) -> dict[str, list[str]]:
        """The columns of all tables by what is printed at their head, folded, and by each level of it."""
        found: dict[str, list[str]] = {}
        for key, head in self.outline.heads.items():
            for words in {head.title, *levels(head.title)}:
                found.setdefault(fold(words), []).append(key)
        return found

    def _wholly(self, reference: Reference) -> bool:
        """Whether one place names something with all that it says, its words being whole titles.

        A part of a title is enough to find a section, and not to say that nothing else was meant.
        """
        place = self._place(reference)
        if not place.keys or place.unread:
            return False
        return all(self._titled(fold(words)) for words in reference.words)

    def says_title(self, words: str) -> bool:
        """Whether words are a key, a title, or a clear part of one, from end to end."""
        key = fold(words)
        if self.outline.has_part(words) or self._titled(key):
            return True
        return len(key) >= _CLEAR and bool(self._holding(key))

    def places(self, citation: Citation) -> list[Named]:
        """Return what each place of a citation names; printed pages and lines name nothing."""
        place = self.tables.cited(citation)
        if place is not None:
            return [Named(place.keys, place.unread)]
        return self._plainly(citation)

    def _plainly(self, citation: Citation) -> list[Named]:
        return [self._place(reference) for reference in citation.references]

    @cached_property
    def tables(self) -> TablePlaces:
        """Places in tables, which are read by the names of rows and columns."""
        return TablePlaces(self.outline, self)

    # --- one place of a citation ----------------------------------------------------------------------------

    def _place(self, reference: Reference) -> Named:
        """Take the widest nodes that every step and every title agrees on.

        What counts inside a node (第2条, 倒数第一段) is counted in these, level by level.
        """
        numbers, titles = self._numbers_in(reference), self._titles_in(reference)
        nameless, named = _told_apart([*numbers, *titles])
        unread = [*nameless, *_unreadable(reference)]
        keys = self._agreed(named)
        if not keys and self._agreed(titles):
            # 第18项“…” where that title is the 19th: the number is what was not understood
            _, contradicted = _told_apart(numbers)
            unread += [meant.said for meant in contradicted]
        for step in reference.steps:
            if step.kind in _COUNTED:
                level = self._level(named, keys, step)
                named, keys = level.named, level.keys
                if not keys:
                    # there are fewer, or nothing to count them in
                    unread.append(str(step))
        return Named(tuple(keys), tuple(unread))

    def _level(self, named: list[_Meant], keys: list[str], step: Step) -> _Level:
        """Go down one level: to the part that carries its number (第十六条), else to the one that it counts.

        A number that agrees with nothing said before it is counted: 专栏1第3条 where there is a 第三条, too.
        """
        if step.kind is Kind.SENTENCE:
            return _Level(named, self._with_sentences(keys, step))
        carrying = self._numbered(step)
        if carrying:
            numbered = [*named, _Meant(str(step), carrying)]
            agreed = self._agreed(numbered)
            # a number that several parts carry, with nothing beside it, tells of none of them
            alone = not named and len(agreed) > len(_numbers(step))
            if agreed and not alone:
                return _Level(numbered, agreed)
        below = self._numbered_below(keys, step)
        if len(below) > len(_numbers(step)):
            # 2. and (二) of one part are two, and which one is meant is not said
            return _Level(named, [])
        if below:
            return _Level(named, below)
        counted = self._counted_in(keys, step)
        return _Level(named, counted)

    def _numbered_below(self, keys: list[str], step: Step) -> list[str]:
        """Return the parts of some nodes that are numbered 2. or (二), and are called 第2点 or 第2项.

        Other kinds say by their name how they are numbered.
        """
        if step.kind not in _NUMBERED_ANYHOW:
            return []
        numerals = _numbers(step)
        wanted = self._with_number(Kind.LEVEL_3, numerals)
        wanted |= self._with_number(Kind.LEVEL_2, numerals)
        found: list[str] = []
        for node in self._nodes:
            if node.key in wanted and not node.above.isdisjoint(keys):
                found.append(node.key)
        return found

    def _with_sentences(self, keys: list[str], step: Step) -> list[str]:
        """Return the keys if they are paragraphs that have so many sentences, else none.

        A sentence is no part by itself: the paragraph in which it is counted is what is named.
        """
        first, last = int(step.first), int(step.last)
        needed = max(abs(first), abs(last))
        for key in keys:
            if key not in self.outline.spots:
                return []
            text = self.outline.spots[key].paragraph.text
            if len(list(sentences(text))) < needed:
                return []
        return keys

    def _numbers_in(self, reference: Reference) -> list[_Meant]:
        """Return what the numbers of a place mean, but for those that are printed or count inside a node.

        Pages and lines are looked up by who knows the printed draft; what counts inside a node waits until
        the node is known.
        """
        found: list[_Meant] = []
        for step in reference.steps:
            if step.kind not in (*_COUNTED, *_PRINTED):
                found.append(_Meant(str(step), self._numbered(step)))
        return found

    def _titles_in(self, reference: Reference) -> list[_Meant]:
        """Return what the words of a place mean; words may hold several titles, of which each counts.

        Each is one more name that the node must agree with: a section and its column, said in one breath.
        """
        found: list[_Meant] = []
        for words in reference.words:
            for keys in self._called(words):
                found.append(_Meant(words, keys))
        return found

    def _agreed(self, meant: Iterable[_Meant]) -> list[str]:
        """Return nodes that are named, and lie in what every other name says; the widest of them.

        What names nothing here has no say: 第17项 agrees with a title even where the plan counts no items.
        """
        _, named = _told_apart(meant)
        known = [one.keys for one in named]
        keys = frozenset[str]().union(*known)
        agreed: dict[str, NamedPart] = {}
        # a node that nobody named may lie in all that is named, too: it is not what is meant
        for at in sorted(at for key in keys for at in self._of_key.get(key, ())):
            node = self._nodes[at]
            if node.lies_in(known):
                agreed[node.key] = node
        widest: list[str] = []
        for key, node in agreed.items():
            # what stands below an agreed node is meant with it
            if node.above.isdisjoint(agreed):
                widest.append(key)
        return widest

    def _counted_in(self, keys: Iterable[str], step: Step) -> list[str]:
        """Return the paragraphs that a step counts in each of some sections or columns."""
        found: list[str] = []
        for key in keys:
            found += self._counted(key, step)
        return found

    def _counted(self, key: str, step: Step) -> list[str]:
        """Return the paragraphs that a step counts in a section or column: 第2条, 倒数第一段.

        Numbers beyond the list, and what is no number, count nothing.
        """
        names = self._paragraphs_of(key)
        found: list[str] = []
        for numeral in _numbers(step):
            if not numeral.lstrip("-").isdecimal():
                continue
            number = int(numeral)
            # the first is 1, the last -1
            at = number - 1 if number > 0 else len(names) + number
            if 0 <= at < len(names):
                found.append(names[at])
        return found

    def _paragraphs_of(self, key: str) -> list[str]:
        """Return the ids of the paragraphs in the list of a section or column; columns do not count.

        The empty key would stand for the list of all sections, in which there are none.
        """
        found: list[str] = []
        for name in self.outline.children(key):
            if name in self.outline.spots:
                found.append(name)
        return found

    # --- numbers and titles ---------------------------------------------------------------------------------

    def _numbered(self, step: Step) -> frozenset[str]:
        """Return the nodes with a number of a step: as printed, or as the beginning of a title.

        Numbers begin anew in each section, so there are often several; the rest of the place tells which.
        """
        if step not in self._steps:
            self._steps[step] = self._having_number(step)
        return self._steps[step]

    def _having_number(self, step: Step) -> frozenset[str]:
        found = self._with_number(step.kind, _numbers(step))
        if not found and step.kind is Kind.DIVISION:
            found = self._divisions(step)
        if not found and step.kind in _LABELLED and "-" in step.first:
            # a paper that numbers its tables through means tables 1 to 3 by 表1-3
            first, _, last = step.first.partition("-")
            found = self._with_number(step.kind, _numbers(Step(step.kind, first, last)))
        return frozenset(found)

    def _with_number(self, kind: Kind, numerals: Iterable[str]) -> set[str]:
        """Return the nodes that carry one of some numbers as parts of a kind do."""
        tails: list[str] = []
        for numeral in numerals:
            tails += _tails(kind, numeral)
        heads = _heads(kind, tails)
        numbers = set(map(fold, tails))
        found: set[str] = set()
        by_key: set[str] = set()
        for node in self._nodes:
            named = node.key.rpartition("/")[2] in tails
            numbered = node.number in numbers if node.number else named
            if numbered or any(head.begins(node.titles[0]) for head in heads):
                found.add(node.key)
            elif named:
                by_key.add(node.key)
        # who knows a part by the number that it had when it got its key means it where no other has that
        return found or by_key

    def _divisions(self, step: Step) -> set[str]:
        """Return the sections that 第二部分 means where no title says so: the widest that have the number.

        Plans number them 二、 or 第二章; that of another number below a chapter is none of them.
        """
        numbered: set[str] = set()
        for kind in (Kind.CHAPTER, Kind.LEVEL_1):
            numbered |= self._with_number(kind, _numbers(step))
        return {node.key for node in self._nodes if node.key in numbered and not node.above}

    def _called(self, words: str) -> list[frozenset[str]]:
        """Return the nodes whose title is `words` or holds them, else those of each title in `words`.

        From what says most to what says least: a key, a whole title, a part of a title, titles among other
        words. Each set is one title; a set that is empty says that the words name nothing.
        """
        if self.outline.has_part(words):
            return [frozenset((words,))]
        words = fold(words)
        whole = self._titled(words)
        if whole:
            return [frozenset(whole)]
        if len(words) < _CLEAR:
            return [frozenset()]
        holding = self._holding(words)
        if holding:
            return [holding]
        found = [frozenset(self._titled(title)) for title in self._widest_titles_in(words)]
        return found or [frozenset()]

    def _holding(self, words: str) -> frozenset[str]:
        """Return the nodes of which a title holds some words."""
        found: set[str] = set()
        if words not in self._all_titles:  # most words stand in none
            return frozenset()
        for node in self._nodes:
            if _in_any(words, node.titles):
                found.add(node.key)
        return frozenset(found)

    def _widest_titles_in(self, words: str) -> list[str]:
        """Return the titles that stand in some words, but for those that stand in another one of them."""
        held: set[str] = set()
        for at in range(len(words) - _CLEAR):
            for title in self._by_beginning.get(words[at : at + _CLEAR + 1], ()):
                if words.startswith(title, at):
                    held.add(title)
        widest: list[str] = []
        for title in sorted(held):
            if not _in_any(title, held - {title}):
                widest.append(title)
        return widest

    def _titled(self, words: str) -> list[str]:
        """Return the nodes with exactly this title; paragraphs only where no section or column has it.

        A heading is quoted with its full stop, which is printed behind it and belongs to no title.
        """
        if not words:
            # most paragraphs have no heading: the empty one names none of them
            return []
        found = self._by_title.get(words.rstrip("."), [])
        wide = [key for key in found if key not in self.outline.spots]
        return wide or found

    @cached_property
    def _by_title(self) -> dict[str, list[str]]:
        """The keys of the nodes by each title that they go by."""
        found: dict[str, list[str]] = {}
        for node in self._nodes:
            for title in dict.fromkeys(node.titles):
                found.setdefault(title, []).append(node.key)
        return found

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """The titles that other words may hold, by the first characters of each."""
        found: dict[str, list[str]] = {}
        for title in self._by_title:
            if len(title) > _CLEAR:
                found.setdefault(title[: _CLEAR + 1], []).append(title)
        return found

    @cached_property
    def _all_titles(self) -> str:
        """Every title, with a mark between them that no title has."""
        return "\0".join(self._by_title)

    @cached_property
    def _of_key(self) -> dict[str, list[int]]:
        """Which of the nodes have a key."""
        found: dict[str, list[int]] = {}
        for at, node in enumerate(self._nodes):
            found.setdefault(node.key, []).append(at)
        return found

    @cached_property
    def _nodes(self) -> list[NamedPart]:
        """All sections, then all columns, then all paragraphs, with their titles as match keys."""
        outline = self.outline
        found: list[NamedPart] = []
        for key, section in outline.sections.items():
            above = frozenset(outline.ancestry(section.above))
            found.append(NamedPart(key, _written_number(section), (fold(section.title),), above))
        for key, part in outline.captioned.items():
            above = frozenset(outline.ancestry(key)) - {key}
            found.append(NamedPart(key, _written_number(part), _column_titles(part), above))
        for key, head in outline.heads.items():
            above = frozenset(outline.ancestry(key)) - {key}
            found.append(NamedPart(key, "", (_short_name(outline, key, head),), above))
        for key, spot in outline.spots.items():
            above = frozenset(outline.ancestry(spot.container))
            number, heading = _written_number(spot.paragraph), fold(spot.paragraph.heading)
            found.append(NamedPart(key, number, (heading,), above))
        return found


def _understood(places: Iterable[Named]) -> list[str]:
    """Return the keys of places that are read wholly."""
    found: list[str] = []
    for place in places:
        found += place.understood
    return found


def _written_number(part: Section | Captioned | Paragraph) -> str:
    """Return the number that a part's file gives it, folded; "" where it gives none."""
    return "" if part.number is None else fold(part.number)


_PLAN_NAMES = (PLAN, "规划名称", "规划标题", "plan")
"""What people write for the title of the plan itself, beside the title."""

_LABELLED = (
    Kind.TABLE,
    Kind.FIGURE,
    Kind.LISTING,
    Kind.FORMULA,
    Kind.EXAMPLE,
    Kind.NOTE,
    Kind.ANNEX,
    Kind.APPENDIX,
    Kind.ANNEXED_TABLE,
    Kind.ANNEXED_FIGURE,
)
"""What a paper shows beside its text, with a name before the number: 图3-2."""

_COUNTED = (
    Kind.PARAGRAPH,
    Kind.ITEM,
    Kind.SUBITEM,
    Kind.ENTRY,
    Kind.SUBENTRY,
    Kind.POINT,
    Kind.SENTENCE,
)
"""Numbers that count inside what the rest of the place names, unless a title carries them."""

_NUMBERED_ANYHOW = (Kind.ENTRY, Kind.POINT)
"""Numbers that people call so whatever mark the draft has behind them."""

_WRITTEN = (
    Kind.TOME,
    Kind.BOOK,
    Kind.VOLUME,
    Kind.DIVISION,
    Kind.LEVEL_1,
    Kind.LEVEL_2,
    Kind.LEVEL_3,
    Kind.LEVEL_4,
    Kind.CLAUSE,
    *_LABELLED,
    *_COUNTED,
)
"""Numbers that a title may carry itself."""

_PRINTED = (Kind.PAGE, Kind.LINE)
"""Numbers that belong to the paper, and name nothing in the plan."""


class _Head(NamedTuple):
    """How a title may begin that carries a number.

    Of 表1 no digit may follow, or it were 表12, and no part of a number, as of 表1.2; 一、 and (一) have a
    mark of their own at the end.
    """

    words: str
    no_digit_behind: bool = False

    def begins(self, title: str) -> bool:
        """Whether a title, as its match key, begins so."""
        if not title.startswith(self.words):
            return False
        behind = title[len(self.words) :]
        return not (self.no_digit_behind and _MORE_DIGITS.match(behind))


_MORE_DIGITS = re.compile(r"[.-]?\d")


def _heads(kind: Kind, tails: Iterable[str]) -> list[_Head]:
    """Return how a title may begin that carries one of some numbers, as `_tails` spells them."""
    found: list[_Head] = []
    for tail in tails:
        # a bare digit at the beginning of a title says nothing
        if kind in _WRITTEN and not tail[-1].isdecimal():
            found.append(_Head(fold(tail)))
        if kind in _LABELLED:
            found.append(_Head(fold(tail), no_digit_behind=True))
    return found


def _in_any(words: str, titles: Iterable[str]) -> bool:
    """Whether words stand in one of several titles."""
    return any(words in title for title in titles)


def _unreadable(reference: Reference) -> list[str]:
    """Return the pages and lines of a place that are no range: 第5行至倒数第2行."""
    spans = {Kind.PAGE: reference.page, Kind.LINE: reference.line}
    found: list[str] = []
    for kind in _PRINTED:
        if spans[kind] is None:
            found += [str(step) for step in reference.steps if step.kind is kind]
    return found


def _told_apart(meant: Iterable[_Meant]) -> tuple[list[str], list[_Meant]]:
    """Return the words that name nothing here, and what does name something."""
    nameless: list[str] = []
    named: list[_Meant] = []
    for one in meant:
        if one.keys:
            named.append(one)
        else:
            nameless.append(one.said)
    return nameless, named


_LONGEST = 99
"""How far a range reaches at most: 第1至5000条 is a slip of the pen, and must not take long."""


def _numbers(step: Step) -> list[str]:
    """Return the numbers of a step, a range one by one; labels that do not count stand as they are.

    Of a clause (3.2.7-3.2.9), or of a range that is counted from behind, only the ends are known.
    """
    if step.first == step.last:
        return [step.first]
    if not (step.first + step.last).isdecimal():
        return [step.first, step.last]
    first, last = int(step.first), int(step.last)
    last = min(last, first + _LONGEST)
    return [str(number) for number in range(first, last + 1)]


_ONE_OF = ("第{numeral}{kind}", "第{number}{kind}")
_SPELLED: dict[Kind, tuple[str, ...]] = {
    Kind.TOME: _ONE_OF,
    Kind.BOOK: _ONE_OF,
    Kind.VOLUME: _ONE_OF,
    Kind.DIVISION: _ONE_OF,
    Kind.CHAPTER: _ONE_OF,
    Kind.PART: _ONE_OF,
    Kind.LEVEL_1: ("{numeral}", "{numeral}、"),
    Kind.LEVEL_2: ("({numeral})",),
    Kind.LEVEL_3: ("{number}", "{number}.", "{number}、"),
    Kind.LEVEL_4: ("({number})",),
    Kind.ENTRY: _ONE_OF,
    Kind.POINT: _ONE_OF,
    Kind.PARAGRAPH: _ONE_OF,
    Kind.ITEM: _ONE_OF,
    Kind.SUBITEM: _ONE_OF,
    Kind.SUBENTRY: _ONE_OF,
    **dict.fromkeys((Kind.COLUMN, *_LABELLED), ("{kind}{number}", "{kind}{numeral}")),
}
"""How a draft may spell the number of a part; of a clause (3.2.7) it is the number as it is."""


def _tails(kind: Kind, number: str) -> list[str]:
    """Return how the last part of a key, or the beginning of a title, may spell a number.

    The draft writes chapters in Chinese numerals and items in digits, people write either.
    """
    numeral = chinese(int(number)) if number.isdecimal() else number
    forms = _SPELLED.get(kind, ("{number}",))
    return [form.format(kind=kind, number=number, numeral=numeral) for form in forms]


def _short_name(outline: Outline, key: str, head: TableHead) -> str:
    """Return what a column of a table is called by its keys, folded: 表1/2025年."""
    table = outline.tables[table_around(outline, key) or ""]
    return fold(f"{table.table}/{head.key}")


def _column_titles(column: Captioned) -> tuple[str, ...]:
    """Return what a column is called, folded: by its title, its number (专栏3), or both in one.

    The title stands first where there is one: it is what carries a number at its beginning.
    """
    number = number_of(column)
    if not column.title:
        return (fold(number),)
    return (
        fold(column.title),
        fold(number),
        fold(number + column.title),
    )
