"""Where in a draft an instruction is meant: the place that it names, read wholly or not at all."""

import re
from typing import NamedTuple

from plancli.core.instructions.grammar.english_places import as_citation
from plancli.core.locate.anchors import Anchor, Aspect, Hint, Refusal, Target, Why
from plancli.core.locate.citation import Citation, Reference, Step, parse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.tabled import TablePlace
from plancli.core.plan.mention import Kind
from plancli.core.plan.outline import table_around
from plancli.core.text.matchkey import fold


class PlaceScope(NamedTuple):
    """What a place names: where to look, and the keys of the parts that are meant exactly.

    `host` is the passage that is quoted to show where words stand, `sentence` the number of the sentence that
    is counted in the part, -1 for the last one; `astray` says that it has numbers which the draft has not.
    `table` is what is named in a table: rows, columns, cells; `carried` says that its table, or its row, was
    named before.
    """

    targets: tuple[Target, ...] = ()
    host: Anchor | None = None
    keys: tuple[str, ...] = ()
    sentence: int | None = None
    astray: bool = False
    table: TablePlace | None = None
    carried: bool = False

    @property
    def is_unclear(self) -> bool:
        """Whether it names a table, and something in it that is not one."""
        return self.table is not None and self.table.unclear != ""


class Scoping:
    """Reads the places that one opinion names; a page holds for the lines that are named after it.

    So does a table, and in it a row, for the rows and columns that are named after it.
    """

    def __init__(self, corpus: Corpus, cites: str | None) -> None:
        self.corpus = corpus
        self._page: Target | None = None
        self._table: TablePlace | None = None
        # several forms ask for the same place
        self._known: dict[tuple[str, Target | None, TablePlace | None], PlaceScope | None] = {}
        read = self._read(cites, _IDLE.sub("", cites)) if cites else None
        self.cited = read or PlaceScope()

    def of(self, words: str) -> PlaceScope | None:
        """Return the scope that words name, that of the whole opinion where they name none.

        None where anything in them is not explained.
        """
        asked = words, self._page, self._table
        if asked not in self._known:
            named = _IDLE.sub("", words)
            self._known[asked] = self._named(words, named) if named.strip(_MARKS) else self.cited
        return self._known[asked]

    def _named(self, words: str, named: str) -> PlaceScope | None:
        """Return what words name by themselves, or else in the table that was named before."""
        read = self._read(words, named)
        if read is None or (read.table is None and self._is_in_table(read)):
            # a column that is named behind its row is a cell of that
            return self._continued_in_table(words) or read
        return read

    def _is_in_table(self, scope: PlaceScope) -> bool:
        """Whether all that a scope names are rows and columns of tables."""
        outline = self.corpus.outline
        return bool(scope.keys) and all(
            key in outline.heads or key in outline.rows for key in scope.keys
        )

    def within(self, quote: str, words: str) -> PlaceScope | None:
        """Return the scope of a passage that shows where words stand, in the place that is named."""
        around = self.of(words)
        if around is None or around.is_unclear:
            return None
        found = found_in(self.corpus, quote, around)
        if isinstance(found, Refusal) or not is_sure(found, quote, around):
            return None
        return around._replace(host=found)

    def beside(self, words: str, key: str) -> PlaceScope | None:
        """Return the part that words count in the list of another one: 专栏3第1项移至第2项之后."""
        outline = self.corpus.outline
        table = table_around(outline, key) if key in (*outline.rows, *outline.heads) else None
        if table is not None:
            return self.in_table(words, table)
        step = _only_step(words)
        if step is None or step.kind not in _COUNTED or key not in outline.spots:
            return None
        siblings = outline.children(outline.container(key))
        at = int(step.first) - 1 if step.first.isdecimal() else -1
        return PlaceScope(keys=(siblings[at],)) if 0 <= at < len(siblings) else None

    def _read(self, words: str, named: str) -> PlaceScope | None:
        """Return what the words of a place name, each of them; None where something is left over.

        `named` are the words without those that name nothing.
        """
        bare = words.strip(_MARKS)
        for name in (named, bare):
            if self.corpus.outline.has_part(name):
                return PlaceScope((Target((name,)),), keys=(name,))
        in_table = self._in_table(words)
        if in_table is not None:
            return in_table
        quoted = _ONE_QUOTATION.fullmatch(bare)
        if quoted and not _CITES.search(quoted[1]) and not self.corpus.names.says_title(quoted[1]):
            # words of the draft, as most quotations are: no place
            return None
        if listed := self._listed(words):
            return PlaceScope((Target(listed),), keys=listed)
        cited = _CALLED.sub("", as_citation(_ANNOUNCED.sub("", words)))
        if not self._may_be_read(cited):
            return None
        found: list[PlaceScope] = []
        for reference in parse(cited).references:
            one = self._reference(reference)
            if one is None:
                return None
            found.append(one)
        return _together(found)

    # --- places in tables -----------------------------------------------------------------------------------

    def _in_table(self, words: str) -> PlaceScope | None:
        """Return the scope of words that name something in a table; None where they name no table."""
        around = self._table.table if self._table else ""
        place = self.corpus.names.tables.read(words, around)
        if place is None:
            counted = self._page is None and _COUNTED_IN_TABLE.search(words)
            return self._continued_in_table(words) if counted else None
        if not place.unclear and (place.rows or place.table != around):
            # another form may read no more than the table: the row that was named still holds
            self._table = place
        return _scope_of(place)

    def _continued_in_table(self, words: str) -> PlaceScope | None:
        """Return the scope of what is named in the table that was named before, and in its row; else None."""
        if self._table is None:
            return self._in_no_table(words)
        before = self._table
        place = self.corpus.names.tables.within(before.table, words)
        if place.unclear or place.keys == (before.table,):
            return None
        if place.rows:
            sure = _COUNTED_IN_TABLE.search(words) or self._only_there(place, words)
            if not sure and not place.columns:
                return None
            self._table = place
            return _scope_of(place)._replace(carried=not sure)
        if not place.columns or len(before.rows) != 1:
            return None
        names = self.corpus.names.tables.table(before.table)
        cells = tuple(names.cell(before.rows[0], column) for column in place.columns)
        if not all(cells):
            return None
        continued = place._replace(rows=before.rows, keys=cells)
        return _scope_of(continued)._replace(carried=True)

    def _in_no_table(self, words: str) -> PlaceScope | None:
        """Return the scope of a row that is named without its table, where its name stands nowhere else."""
        tables = self.corpus.names.tables
        places = [tables.within(key, words) for key in self.corpus.outline.tables]
        found = [place for place in places if place.rows and not place.unclear]
        if len(found) != 1 or not self._only_there(found[0], words):
            return None
        return _scope_of(found[0])

    def _only_there(self, place: TablePlace, words: str) -> bool:
        """Whether words call rows by names that stand nowhere but in these rows."""
        names = self.corpus.names.tables.table(place.table)
        for row in place.rows:
            name = names.name(row)
            if fold(name) not in fold(words):
                return False
            for hit in self.corpus.everywhere(name):
                if any(piece.paragraph.rpartition("/")[0] != row for piece in hit.pieces):
                    return False
        return True

    def in_table(self, words: str, table: str) -> PlaceScope | None:
        """Return the scope of words that name something in a table with a key; None where they do not."""
        place = self.corpus.names.tables.read(words, table)
        place = place or self.corpus.names.tables.within(table, words)
        return None if place.unclear or place.table != table else _scope_of(place)

    def _may_be_read(self, cited: str) -> bool:
        """Whether what stands beside quotations is read: these are long, and it is mostly short."""
        beside = _ANY_QUOTATION.sub(_SOMETHING, cited)
        if beside == cited or _NAMES_PAPERS.search(cited):
            return True
        for reference in parse(beside).references:
            if reference.page:
                # it holds for lines that are named later, whether or not this place is read
                return True
            for words in reference.words:
                if _SOMETHING[1] not in words and not self.corpus.names.says_title(words):
                    return False
        return True

    def _listed(self, words: str) -> tuple[str, ...]:
        """Return the keys of parts that are listed by id or title; none where one of them is no such."""
        pieces = _AND.split(words)
        if len(pieces) == 1:
            # most places name one part
            return ()
        named = [_IDLE.sub("", piece) for piece in pieces]
        has_part = self.corpus.outline.has_part
        if not all(has_part(name) for name in named if name.strip(_QUOTES) == name):
            # a key is looked up sooner than a title
            return ()
        keys: list[str] = []
        for name in named:
            title = name.strip(_QUOTES)
            found = [name] if title == name else self.corpus.names.keys(title)
            if len(found) != 1 or not has_part(found[0]):
                return ()
            keys += found
        return tuple(keys)

    def _reference(self, reference: Reference) -> PlaceScope | None:
        """Return what one place of a citation names.

        Numbers that the draft does not have name nothing, but they are read: whoever quotes words that stand
        only once is understood without them.
        """
        counted = [step for step in reference.steps if step.kind is Kind.SENTENCE]
        if not all(map(_is_one, counted)) or not all(
            map(self.corpus.names.says_title, reference.words)
        ):
            return None
        (named,) = self.corpus.names.places(Citation("", (reference,)))
        if not set(named.unread) <= set(map(str, reference.steps)):
            return None
        if named.unread and any(step.kind in _BESIDE for step in reference.steps):
            return None
        target = self._continued(Target(named.keys, reference.page, reference.line))
        sentence = int(counted[0].first) if counted else None
        # on a page parts are counted from its top
        astray = bool(named.unread) and not reference.page
        # of a range only the ends are named: what is between them is meant, too
        is_range = any(step.first != step.last for step in reference.steps)
        keys = () if named.unread or is_range else named.keys
        return PlaceScope((target,), keys=keys, sentence=sentence, astray=astray)

    def _continued(self, target: Target) -> Target:
        """Return a target with the page of the one before it, where it names only a line."""
        if target.page:
            self._page = target
        elif target.line and self._page and not target.keys:
            return target._replace(page=self._page.page)
        return target


def _scope_of(place: TablePlace) -> PlaceScope:
    """Return the scope of a place in a table; one that is unclear names nothing."""
    if place.unclear:
        return PlaceScope(table=place)
    return PlaceScope((Target(place.keys),), keys=place.keys, table=place)


_BESIDE = (
    Kind.ANNEX,
    Kind.APPENDIX,
    Kind.ANNEXED_TABLE,
    Kind.ANNEXED_FIGURE,
    Kind.TABLE,
    Kind.FIGURE,
)
"""What has words of its own, of which the draft may have none: nothing of the text is meant by it."""
_COUNTED_IN_TABLE = re.compile("第[^第]{1,6}[行列]|倒数第|最?[末后][一1]?[行列]")
"""Rows and columns by number, where no page is named whose lines these may be."""
_COUNTED = (Kind.ENTRY, Kind.ITEM, Kind.LEVEL_3, Kind.POINT, Kind.PARAGRAPH)
"""What may count the paragraphs of one list."""


def _only_step(words: str) -> Step | None:
    """Return the one step of words that are nothing else."""
    references = parse(words).references
    if len(references) != 1 or references[0].words or len(references[0].steps) != 1:
        return None
    step = references[0].steps[0]
    return step if _is_one(step) else None


def _is_one(step: Step) -> bool:
    """Whether a step is one number, and no range."""
    return step.first == step.last and step.first.lstrip("-").isdecimal()


def _together(found: list[PlaceScope]) -> PlaceScope | None:
    """Return several places as one scope; None where there are none."""
    if not found:
        return None
    targets = tuple(target for scope in found for target in scope.targets)
    keys = dict.fromkeys(key for scope in found for key in scope.keys)
    astray = any(scope.astray for scope in found)
    return PlaceScope(targets, keys=tuple(keys), sentence=found[-1].sentence, astray=astray)


_MARKS = " ,、:;。()"
_SAID = "(?:原文|原稿|原表述|原条文)[为是]?"
_IDLE = re.compile(
    rf"[\s,、:]|建议|请|[将把对就由从在的里内现误仅]|中的?|其中|[这该此]句话?|{_SAID}|文中|关于|表述|内容|处|文字"
    r"|\b(?i:section|paragraph|clause|item|part|the|in|of)\b"
)
"""Words of a place that name nothing."""
_ANNOUNCED = re.compile(r"^\s*(?:in|on|at|of|from)\s+", re.IGNORECASE)
_AND = re.compile("[、和与及]|以及| and | with ")
_QUOTES = '“”"「」'
_ONE_QUOTATION = re.compile('[“"「]([^“”"「」]+)[”"」]')
_ANY_QUOTATION = re.compile('[“"「][^“”"「」『』《》]+[”"」]')
_NAMES_PAPERS = re.compile("[『』《》]")
_SOMETHING = "“□”"
"""A quotation, whatever it says."""
_CITES = re.compile("第|专栏|附|[pP页行章节]|^[0-9.]+$")
_CALLED = re.compile(rf"{_SAID}|建议|请|现有?|仅|其中|\b(?i:section|paragraph|clause|item|the)\b")
"""Those of them that are no filler of a citation."""


def found_in(
    corpus: Corpus, quote: str, scope: PlaceScope, field: str | None = None
) -> Anchor | Refusal:
    """Return where quoted words stand in a scope: in the passage that shows them, where there is one."""
    if scope.host is not None:
        inside = _inside(corpus, quote, scope.host)
        return inside or Refusal(quote, Why.NOT_FOUND)
    targets = tuple(target for target in scope.targets if target != Target())
    return corpus.locate(quote, Hint(targets=targets, field=field))


def _inside(corpus: Corpus, quote: str, host: Anchor) -> Anchor | None:
    """Return the one place of words inside a passage; None where there is none, or several."""
    hits: list[Anchor] = []
    for hit in corpus.everywhere(quote):
        if host.start <= hit.start and hit.end <= host.end:
            hits.append(hit)
    return hits[0] if len(hits) == 1 else None


_LONG = 6
"""Characters of a quotation from which on no other words can be meant, though a wrong page is cited."""


def is_sure(found: Anchor, quote: str, scope: PlaceScope) -> bool:
    """Whether words that have one place in the draft are meant there, for all that was cited."""
    if Aspect.SECTION in found.miscited:
        return False
    return not (found.miscited or scope.astray) or len(fold(quote)) >= _LONG
