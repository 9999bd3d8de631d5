"""The records of a table as opinions: who says what about which place, in the unit's own words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plancli.core.comments.comment import Cited, Decision
from plancli.core.comments.status import Status
from plancli.core.intake.circulated import circulated_in
from plancli.core.intake.cited import CitedRow, cited_of
from plancli.core.intake.heads import ColumnKind
from plancli.core.intake.opinions import Answered, FileOpinions, RowNote, RowOpinion, RowRemark
from plancli.core.intake.points import points_of
from plancli.core.intake.reading import Spoken
from plancli.core.intake.replies import decision_of, is_no_opinion
from plancli.core.intake.table import Banner, OpinionTable, RowRecord
from plancli.core.intake.together import said_of_all
from plancli.core.plan.day import day
from plancli.core.plan.manifest import Manifest
from plancli.core.text.numerals import DIGITS, TENS


def entries_of(table: OpinionTable, names: Mapping[str, str], unit: str | None) -> FileOpinions:
    """Return what the records of a table say.

    `names` are the units of the roster, also by their short names; `unit` speaks where no row names one, and
    no line ahead of the table anybody, on the roster or not.
    """
    opinions: list[RowOpinion] = []
    nothing: list[Answered] = []
    noted: list[RowNote] = []
    who = _Speaking(table, names, unit)
    for row in _without_dittos(table.records):
        speaking = who.speaks(row)
        record = row._replace(said=_answered(row.said))
        if _says_nothing(record):
            nothing.append(Answered(record.row, speaking))
        elif _wants_something(record):
            cited = _cited(record, who.place)
            entry = _entry(record, table, speaking, cited.at)
            opinions.append(entry)
            noted += _noted(record, cited, entry)
        else:
            noted.append(RowNote(row.row, RowRemark.NOT_READ, " ".join(row.said.values())))
    noted += who.unread()
    beside = [RowNote(0, RowRemark.NOT_READ, line) for line in (*table.before, *table.behind)]
    of_all = said_of_all([*noted, *beside], (unit,) if unit else ())
    noted += [RowNote(at, RowRemark.HIDDEN, words) for at, words in table.unshown]
    return FileOpinions(
        table.name,
        tuple(opinions),
        tuple(nothing),
        tuple(sorted(noted)),
        left_out=tuple(table.left_out),
        unknown=tuple(table.unknown),
        circulated=circulated_in(table.before),
        said_of_all=tuple(of_all),
    )


def _without_dittos(records: Sequence[RowRecord]) -> Iterator[RowRecord]:
    """Yield records with what stands above where a cell says: as above.

    An opinion keeps such words: whether it is all of the other one, a person says.
    """
    above: dict[ColumnKind, str] = {}
    for record in records:
        said = dict(record.said)
        for column, words in record.said.items():
            if column in _REPEATED and _DITTO.fullmatch(words):
                said[column] = above.get(column, "")
        said = {column: words for column, words in said.items() if words}
        above |= said
        yield record._replace(said=said)


_REPEATED = (
    ColumnKind.UNIT,
    ColumnKind.PLACE,
    ColumnKind.PAGE,
    ColumnKind.LINE,
    ColumnKind.RECEIVED,
    ColumnKind.LETTER,
    ColumnKind.CHANNEL,
)
_DITTO = re.compile("[同如][上前]|[〃″“”\"]|''|,,|〻")
"""What stands in a cell for the words of the one above it."""


# --- who ----------------------------------------------------------------------------------------------------

_NUMBERED = re.compile(rf"^(?:[（(]?[{TENS}{DIGITS}]{{1,3}}[、.．)）]\s*)")
_COUNTED = re.compile(r"[（(][^（）()]*[）)]$|[：:]$")
_AHEAD = re.compile(
    r"(?<!编制|起草|责任|牵头|主办|承办|印发|制定)"
    r"(?:填报|反馈|报送|提出|回复|征求意见|填表)?(?:单位|部门)(?:名称)?(?:[（(][^（）()]*[）)])?\s*[：:]\s*(\S+)"
    r"|^(?i:unit|organi[sz]ation|department)\s*:\s*(\S+(?: \S+)*)"
)
"""A line ahead of a table that says whose it is: 反馈单位(盖章):市教育局."""


def names_of(manifest: Manifest) -> dict[str, str]:
    """Return the unit of the roster that each name, or short name, stands for."""
    return {**manifest.aliases, **{unit.name: unit.name for unit in manifest.units}}


def full_unit(names: Mapping[str, str], words: str) -> str | None:
    """Return the unit that a cell or banner names, without its number and what is counted."""
    return names[words] if words in names else names.get(_bare(words))


def several_units(names: Mapping[str, str], words: str) -> list[str]:
    """Return the names in a cell that lists several, some of which the roster has; none where it does not."""
    listed = [name for name in map(str.strip, _LISTED.split(words)) if name]
    known = [name for name in listed if full_unit(names, name) is not None]
    return listed if known and len(listed) > 1 else []


def signing_units(names: Mapping[str, str], words: str) -> tuple[str, ...]:
    """Return the units that a cell names, each once in its order: those that sign what it says together.

    There are several only where all of them are known; what is no unit of the roster is returned as it is.
    """
    alone = full_unit(names, words)
    if alone is not None:
        return (alone,)
    known: list[str] = []
    for name in several_units(names, words):
        unit = full_unit(names, name)
        if unit is None:
            return (words,)
        known.append(unit)
    return tuple(dict.fromkeys(known)) or (words,)


_LISTED = re.compile("[、，,;；/／\\s]|(?<=[\u4e00-\u9fff])[和与及](?=[\u4e00-\u9fff])")


def _bare(words: str) -> str:
    """Return the name in a banner: 二、镇民政办(2条)."""
    return _COUNTED.sub("", _NUMBERED.sub("", words)).strip()


class _Speaking:
    """Who speaks in each row of a table, and about which part, as cells and banners above it say."""

    def __init__(self, table: OpinionTable, names: Mapping[str, str], unit: str | None) -> None:
        self.place = ""
        self._names = names
        self._banners = table.banners
        self._current: Banner | None = None
        self._used: set[Banner] = set()
        ahead = _said_ahead(table)
        # what the file says of itself goes before what is said of files that say nothing
        self._unit = full_unit(names, ahead) or ahead or unit or ""
        self._elsewhere = bool(table.head(ColumnKind.UNIT) or self._unit)

    def speaks(self, record: RowRecord) -> str:
        """Return the unit of the next row; a cell that is left blank means the one above it."""
        banner = record.banner
        if banner is not None and banner is not self._current:
            self._current = banner
            self._take(banner)
        self._unit = _name(record.said.get(ColumnKind.UNIT, "")) or self._unit
        return self._unit

    def _take(self, banner: Banner) -> None:
        """Take a banner for the unit or the part that it names; where nothing else names units it does."""
        words = _name(banner.words)
        named = full_unit(self._names, words)
        if named is None and _PART.match(words):
            self.place = words
        elif named is not None or not self._elsewhere:
            self._unit = named or _bare(words)
        else:
            return
        self._used.add(banner)

    def unread(self) -> Iterator[RowNote]:
        """Yield the banners that say neither."""
        for banner in self._banners:
            if banner not in self._used:
                yield RowNote(banner.row, RowRemark.NOT_READ, banner.words)


def _name(cell: str) -> str:
    """Return the name in a cell; the lines into which a narrow column breaks it vanish."""
    return "".join(line.strip() for line in cell.splitlines())


def _said_ahead(table: OpinionTable) -> str:
    for line in reversed(table.before):
        match = _AHEAD.search(line)
        name = match[1] or match[2] if match else ""
        if not _LEFT_BLANK.fullmatch(name):
            return name.rstrip("，,。;；")
    return ""


_LEFT_BLANK = re.compile("[_＿]*|[（(].*|.*[:：].*")
"""What stands behind the label where nobody wrote a unit: a seal is asked for, or the next label follows."""
_PART = re.compile("第[^\\s,，。]{1,4}[章编篇节部条]|专栏|附[件录表]|前言|总则")
"""A banner that names a part of the plan, to which the opinions below it belong."""


# --- what ---------------------------------------------------------------------------------------------------


def _answered(said: dict[ColumnKind, str]) -> dict[ColumnKind, str]:
    """Return what a row says with its answer to: is there an opinion? as part of the opinion.

    Yes says nothing beside the opinion itself, no only where there is none; other words are one.
    """
    answer = said.get(ColumnKind.WHETHER, "")
    rest = dict(said)
    rest.pop(ColumnKind.WHETHER, None)
    opinion = rest.get(ColumnKind.OPINION, "")
    if not answer or _YES.fullmatch(answer):
        return rest
    if not _NO.fullmatch(answer) and not is_no_opinion(answer):
        opinion = "\n".join(filter(None, (answer, opinion)))
    elif not opinion and ColumnKind.WORDING not in rest:
        opinion = _NOTHING
    return {**rest, ColumnKind.OPINION: opinion} if opinion else rest


_YES = re.compile("(?:有|是|存在|yes|y)(?:意见|建议|意见建议)?[。.]?", re.IGNORECASE)
_NO = re.compile("(?:否|no|n)[。.]?", re.IGNORECASE)
_NOTHING = "无意见"


def _says_nothing(record: RowRecord) -> bool:
    """Whether a row answers that there is no opinion, and says nothing else."""
    columns = (ColumnKind.OPINION, ColumnKind.WORDING, ColumnKind.REASON)
    said = [record.said[column] for column in columns if column in record.said]
    return bool(said) and all(map(is_no_opinion, said))


def _wants_something(record: RowRecord) -> bool:
    return ColumnKind.OPINION in record.said or ColumnKind.WORDING in record.said


def _cited(record: RowRecord, above: str) -> CitedRow:
    """Return what a row cites; where it says no place, the part that a banner above it names."""
    said = record.said
    place = said.get(ColumnKind.PLACE, "")
    page, line = said.get(ColumnKind.PAGE, ""), said.get(ColumnKind.LINE, "")
    return cited_of(place or above, page, line, _original(record))


def _original(record: RowRecord) -> str:
    """Return the words that a row quotes; one cell over them and the new ones is an opinion on the whole."""
    original = record.said.get(ColumnKind.ORIGINAL, "")
    return "" if original == record.said.get(ColumnKind.WORDING) else original


def _entry(record: RowRecord, table: OpinionTable, unit: str, at: Cited) -> RowOpinion:
    """Return a record as an opinion; every word of it that is the unit's own is kept."""
    said = record.said
    original, wording = _original(record), said.get(ColumnKind.WORDING, "")
    if not original and ColumnKind.OPINION not in said:
        # there is nothing beside which the words could stand: they say themselves what is wanted
        said = {**said, ColumnKind.OPINION: wording}
        wording = ""
    decision = decision_of(said.get(ColumnKind.RESULT, ""), said.get(ColumnKind.ANSWER, ""))
    opinion = _opinion(table, said, original, wording)
    in_sentences = said.get(ColumnKind.OPINION, "")
    points: list[str] = []
    # what was decided as one stays one, and so do old words beside new ones
    if decision == Decision() and not wording:
        points = points_of(in_sentences)
    return RowOpinion(
        row=record.row,
        unit=unit,
        at=at,
        opinion=opinion,
        said=Spoken(in_sentences, at, original, wording),
        points=tuple(points),
        decision=decision,
        received=_day(said.get(ColumnKind.RECEIVED, "")),
        letter=_name(said.get(ColumnKind.LETTER, "")) or None,
        channel=_name(said.get(ColumnKind.CHANNEL, "")) or None,
    )


def _opinion(table: OpinionTable, said: dict[ColumnKind, str], original: str, wording: str) -> str:
    """Return the words of a row as one opinion: each cell behind its head, the opinion itself as it is."""
    parts: list[str] = []
    if wording:
        if original:
            parts.append(f"{table.head(ColumnKind.ORIGINAL)}:{original}")
        parts.append(f"{table.head(ColumnKind.WORDING)}:{wording}")
    if ColumnKind.OPINION in said and said[ColumnKind.OPINION] != wording:
        parts.insert(0, said[ColumnKind.OPINION])
    if ColumnKind.REASON in said:
        parts.append(f"{table.head(ColumnKind.REASON)}:{said[ColumnKind.REASON]}")
    return "\n".join(parts)


def _day(words: str) -> str | None:
    """Return a day as all files write it, whatever its program showed; None where a cell says none."""
    try:
        return day(_TIME.sub("", words)).isoformat()
    except ValueError:
        return None


_TIME = re.compile(r"(?<=\d)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
"""The time of a day, which programs write even where only a day was typed."""


def _noted(record: RowRecord, cited: CitedRow, entry: RowOpinion) -> Iterator[RowNote]:
    """Yield what somebody should look at in a row that was taken in."""
    said = record.said
    for words in record.headless:
        yield RowNote(record.row, RowRemark.HEADLESS, words)
    for words in cited.dated:
        yield RowNote(record.row, RowRemark.DATED, words)
    received = said.get(ColumnKind.RECEIVED, "")
    if received and entry.received is None:
        yield RowNote(record.row, RowRemark.NO_DAY, received)
    result = said.get(ColumnKind.RESULT, "")
    if result and entry.decision.status is Status.PENDING:
        yield RowNote(record.row, RowRemark.UNDECIDED, result)
