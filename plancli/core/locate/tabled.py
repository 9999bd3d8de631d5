"""Places in tables as people write them: 表1“城镇化率”2025年目标值, 表1第3行第2列, 表2“2020年”一列.

Each word of such a place names the table, a row, a column, or nothing; a name that several have, or none, is
told as it is written, and the place names nothing then.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from plancli.core.locate.citation import Citation
from plancli.core.locate.tablenames import TableNames
from plancli.core.plan.outline import Outline
from plancli.core.text.characters import NARROW
from plancli.core.text.numerals import CITED, COUNTS, number


class TablePlace(NamedTuple):
    """What a place names in a table: its rows, its columns, or `parts` that are neither, by their keys.

    `keys` are the parts that are meant: of a row and a column the cell. `unclear` are words that name
    nothing, or more than one.
    """

    table: str
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    unclear: str = ""

    @property
    def unread(self) -> tuple[str, ...]:
        """The words that are unclear, if any."""
        return (self.unclear,) if self.unclear else ()


class KnowingTables(Protocol):
    """What says which parts a name stands for."""

    def whole(self, name: str) -> bool:
        """Whether a name is a key, a whole title, or a citation of numbers and such titles."""

    def outside_tables(self, name: str) -> list[str]:
        """Return the keys that a name stands for by numbers and titles, and nothing inside a table."""


class TablePlaces:
    """Reads places in the tables of a draft; `names` knows the tables by number and title."""

    def __init__(self, outline: Outline, names: KnowingTables) -> None:
        self.outline, self._names = outline, names
        self._tables: dict[str, TableNames] = {}

    def table(self, key: str) -> TableNames:
        """Return what the rows and columns of a table are called."""
        if key not in self._tables:
            self._tables[key] = TableNames(key, self.outline.tables[key])
        return self._tables[key]

    def read(self, words: str, around: str = "") -> TablePlace | None:
        """Return what words name in a table that they name themselves; None where they name no such place.

        Where they only say that it is a table, it is the one `around`, or the only one of the draft.
        """
        if not self._may_name(words):
            return None
        for prefix, rest in _cuts(words):
            key = self._named(prefix, around)
            if key:
                return self.within(key, rest)
        return None

    def cited(self, citation: Citation) -> TablePlace | None:
        """Return what a citation of one place names in a table; None where it names none."""
        if len(citation.references) != 1:
            return None
        return self.read(citation.raw)

    def within(self, key: str, words: str) -> TablePlace:
        """Return what words name in the table with a key."""
        return _Reading(self.table(key)).read(words)

    def _may_name(self, words: str) -> bool:
        """Whether words speak of a table at all: most do not."""
        if not self.outline.tables:
            return False
        return "表" in words or any(title in words for title in self._titles)

    @cached_property
    def _titles(self) -> list[str]:
        return [table.title for table in self.outline.tables.values() if table.title]

    def _named(self, prefix: str, around: str) -> str | None:
        """Return the key of the table that the beginning of a place names; None where it is not one."""
        said = _ROUND.sub("", prefix)
        if _COUNTS_INSIDE.search(said):
            return None
        if _ANY_TABLE.fullmatch(said):
            only = list(self.outline.tables)
            return around or (only[0] if len(only) == 1 else None)
        for name in dict.fromkeys((said, _CALLED_TABLE.sub("", said))):
            keys = self._names.outside_tables(name) if name and self._names.whole(name) else []
            if len(keys) == 1 and keys[0] in self.outline.tables:
                return keys[0]
        return None


_ROUND = re.compile(
    r"^(?:[\s,、:;]|建议|请|[将把对就在由]|关于|对于)+|(?:[\s,、:;]|中的?|[内里的])+$"
)
"""What stands round the name of a table, and is none of it."""
_COUNTS_INSIDE = re.compile("第[^第]{1,9}[行列栏]|[后末][一1]?[行列栏]")
"""Rows and columns by number: they stand in a table, and are none of its name."""
_ANY_TABLE = re.compile("[该此本上下]?(?:一?张)?表格?")
_CALLED_TABLE = re.compile("(?:一|这张|该)?表格?$")
_CUT = re.compile(
    r"[”\"」》]|表(?![头题名末注])(?:\s*(?:[0-9]+|[A-Z])(?:[-.][0-9]+)*|格)?|[中内里]"
)
"""Behind what the name of a table may end."""


def _cuts(words: str) -> Iterator[tuple[str, str]]:
    """Yield a place as what may name the table and what may name something in it: the longest first."""
    narrow = words.translate(NARROW)
    ends = {match.end() for match in _CUT.finditer(narrow)}
    ends |= {match.end() for match in re.finditer(f"表[{CITED}]+", narrow)}
    ends.add(len(words))
    for end in sorted(ends, reverse=True):
        yield words[:end], words[end:]


# --- what is named in a table ---------------------------------------------------------------------------

_NUMERAL = f"(?:[0-9]{{1,3}}|[{CITED}]{{1,4}})"
_NUMERALS = rf"{_NUMERAL}(?:\s*(?:[、,和及与]|[-~至到])\s*第?\s*{_NUMERAL}){{0,20}}"
_QUOTED = '[“"「『《](?P<quoted>[^“”"「」『』《》]+)[”"」』》]'
_NOT_LINE = "(?![业动政为程])"
_TOKEN = re.compile(
    f"{_QUOTED}"
    rf"|第\s*(?P<rows>{_NUMERALS})\s*行{_NOT_LINE}"
    rf"|(?P<last_row>(?:最后|最?末)[一1]?行)|倒数第\s*(?P<row_behind>{_NUMERAL})\s*行{_NOT_LINE}"
    rf"|第\s*(?P<columns>{_NUMERALS})\s*[列栏]"
    rf"|(?P<last_column>(?:最后|最?末)[一1]?[列栏])|倒数第\s*(?P<column_behind>{_NUMERAL})\s*[列栏]"
    rf"|序号\s*[为是第]?\s*(?P<serial>{_NUMERAL})(?:的?[那这]?[一1]?(?:行|项|条|指标))?"
    rf"|第\s*(?P<nth>{_NUMERAL})\s*[项条个](?:指标|任务|工程|项目)?"
    "|(?P<note>(?:表?(?:注释?|附注|备注)|资料来源))(?P<which>[0-9]{0,2})(?=的?$)"
)
_KIND = re.compile(
    "(?:的|这|该|那)?(?:[一1两]|[23二三])?(?:个|项)?(?P<kind>[行列栏]|指标|条|项)(?![业动政为程目值])"
)
"""What stands behind a name and says what it is the name of."""
_IDLE = re.compile(
    r"(?:[\s,、:;()的中内里]|其中|对应|所在|相应|位置|[这该此]?处|单元格|一格|表头|[这该]一?|和|与|及|以及|交叉)*"
)
_GENERIC = re.compile("(?:目标|规划|指标)?(?:数值|数据|数|值|目标|指标|内容|要求)")
"""What is said of a cell that is named already."""
_GENERIC_OF_ROW = re.compile("指标?(?:数值|数据|数|值)?|数值|数据|数|值|内容|要求")
"""The same of a row: its aim is the figure of one column, of which it has to be clear which."""
_LISTING = re.compile("[、,和与及]")
_SEVERAL = re.compile(
    f"(?<![第0-9{COUNTS}、,和及与至到~-])(?!一)[{COUNTS}2-9][个项条]?(?:行|列|栏|指标|项|条)$"
)


class _UnclearError(Exception):
    """Words that name nothing in the table, or more than one."""


class _Reading:
    """Reads one place in one table, name by name."""

    def __init__(self, names: TableNames) -> None:
        self.names = names
        self.rows: list[str] = []
        self.columns: list[str] = []
        self.parts: list[str] = []
        self._left: list[str] = []
        self._listed = self._several = False

    def read(self, words: str) -> TablePlace:
        """Return what words name; they are `unclear` where some of them name no one thing."""
        try:
            self._read(words)
            keys = self._keys()
        except _UnclearError as error:
            return TablePlace(self.names.key, unclear=str(error))
        return TablePlace(self.names.key, tuple(self.rows), tuple(self.columns), keys)

    def _read(self, words: str) -> None:
        narrow, at = words.translate(NARROW), 0
        self._several = _SEVERAL.search(narrow) is not None
        for token in _TOKEN.finditer(narrow):
            if token.start() < at:
                continue
            self._plain(narrow[at : token.start()])
            at = self._token(token, narrow)
        self._plain(narrow[at:])
        for word in self._left:
            self._column_or_nothing(word)

    def _token(self, token: re.Match[str], narrow: str) -> int:
        """Take one name or number; return where what follows it begins."""
        kind, said = next((name, value) for name, value in token.groupdict().items() if value)
        end = token.end()
        if kind == "quoted":
            told = _KIND.match(narrow, end)
            self._name(said, told["kind"] if told else "")
            return told.end() if told else end
        if kind == "note":
            self.parts += self._one(self.names.notes(token["which"]), token[0])
        elif kind in _OF_COLUMNS:
            self._take(self.columns, self.names.columns_at(_counted(kind, said)), token[0])
        elif kind in ("serial", "nth"):
            self._take(self.rows, self._one(self.names.numbered(number(said)), token[0]), token[0])
        else:
            self._take(self.rows, self.names.rows_at(_counted(kind, said)), token[0])
        return end

    def _take(self, named: list[str], found: Sequence[str], said: str) -> None:
        """Take rows or columns; two names that stand side by side, and in no list, have to name the same."""
        if not found or (named and not self._listed and not set(found) <= set(named)):
            raise _UnclearError(said)
        named += [one for one in found if one not in named]
        self._listed = self._several

    def _plain(self, words: str) -> None:
        """Take words without marks: the name of a row or column, or both, one behind the other."""
        said = _bare(words)
        self._listed = self._several or _LISTING.search(words) is not None
        if not said or self._takes(said):
            return
        row, rest = self.names.row_in(said)
        if row:
            self._take(self.rows, self._one(row, said), said)
            rest = _bare(_KIND.sub("", rest, count=1) if _KIND.match(rest) else rest)
        if rest:
            self._left.append(rest)

    def _takes(self, said: str) -> bool:
        """Whether words say of what kind they are the name: 城镇化率一行, 2020年列."""
        told = _TOLD.fullmatch(said)
        if told is None:
            return False
        self._name(told["name"], told["kind"])
        return True

    def _name(self, said: str, kind: str) -> None:
        """Take a name; `kind` is what it is said to be the name of."""
        called = self.names.rows_named if self.rows else self.names.rows_called
        rows = [] if kind == "列" else called(said)
        columns = [] if kind in _ROW_KINDS else self.names.columns_called(said)
        if rows and columns:
            raise _UnclearError(said)
        if columns:
            self._take(self.columns, self._one(columns, said), said)
            return
        if self.rows and len(rows) != 1:
            # one of its group: 一、经济 has a row of that name, 二、民生 has another
            rows = self.names.in_group(self.rows[-1], rows)
        if self.rows and rows and self.names.is_group(self.rows[-1], rows[0]):
            self.rows.pop()
        self._take(self.rows, self._one(rows, said), said)

    def _column_or_nothing(self, said: str) -> None:
        """Take words that are left as the name of a column, or as words that say nothing more of a cell."""
        if self.names.is_unit(said) and not self.rows and not self.columns:
            self.parts += self._one(self.names.unit(said), said)
            return
        columns = self.names.columns_called(said)
        if len(columns) == 1 and not self.columns:
            self.columns += columns
            return
        generic = _GENERIC if self.columns else _GENERIC_OF_ROW
        if not ((self.rows or self.columns) and generic.fullmatch(said)):
            raise _UnclearError(said)

    def _one(self, found: Sequence[str], said: str) -> Sequence[str]:
        if len(found) != 1:
            raise _UnclearError(said)
        return found

    def _keys(self) -> tuple[str, ...]:
        if self.parts:
            if self.rows or self.columns:
                raise _UnclearError("、".join(self.parts))
            return tuple(self.parts)
        if self.rows and self.columns:
            cells = [self.names.cell(row, column) for row in self.rows for column in self.columns]
            if not all(cells):
                raise _UnclearError("、".join(self.rows))
            return tuple(cells)
        if self.columns:
            heads = [self.names.head(column) for column in self.columns]
            if not all(heads):
                raise _UnclearError("、".join(self.columns))
            return tuple(heads)
        return tuple(self.rows) or (self.names.key,)


_OF_COLUMNS = ("columns", "last_column", "column_behind")
_ROW_KINDS = ("行", "指标", "条", "项")
_TOLD = re.compile("(?P<name>.{2,}?)(?:[这该]?[一1](?P<one>)(?:项)?)?(?P<kind>[行列栏])")
"""A name without marks, and what it is the name of."""


def _bare(words: str) -> str:
    """Return words without those at their ends that name nothing."""
    begin = _IDLE.match(words)
    said = words[begin.end() if begin else 0 :]
    while said and (end := _IDLE_END.search(said)) and end[0]:
        said = said[: end.start()]
    return said


_IDLE_END = re.compile(r"(?:[\s,、:;()的中内里]|其中|位置|[这该此]?处|单元格|一格|和|与|及|以及)+$")


def _counted(kind: str, said: str) -> list[int]:
    """Return the numbers of rows or columns; what is counted from behind is negative."""
    if kind.startswith("last"):
        return [-1]
    if kind.endswith("behind"):
        return [-number(said)]
    found: list[int] = []
    for part in re.split("[、,和及与]", said.replace("第", "")):
        first, *last = (number(end.strip()) for end in re.split("[-~至到]", part))
        found += range(first, last[0] + 1) if last else [first]
    return found
