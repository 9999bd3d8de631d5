"""A letter as opinions: each numbered part is one, and what it numbers inside of one place are its points."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.intake.courtesies import stripped
from plancli.core.intake.grid import Grid
from plancli.core.intake.letter_layout import LetterParts, laid_apart
from plancli.core.intake.letter_parts import LetterLine
from plancli.core.intake.opinions import Answered, FileOpinions, RowNote, RowOpinion, RowRemark
from plancli.core.intake.points import in_points, leading_number, numbers_in
from plancli.core.intake.reading import Spoken
from plancli.core.intake.replies import is_no_opinion
from plancli.core.intake.signature import Senders
from plancli.core.intake.tables import opinions_in
from plancli.core.intake.together import said_of_all
from plancli.core.locate.citation import parse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.locate import cited_places
from plancli.core.text.characters import ends_sentence


class LetterItem(NamedTuple):
    """A part of a letter that stands by itself: its lines, the first without its number."""

    lines: tuple[LetterLine, ...]

    @property
    def row(self) -> int:
        """The number of its first line."""
        return self.lines[0].number

    @property
    def words(self) -> str:
        """Its lines as one text."""
        return "\n".join(line.words for line in self.lines)

    def rows_from(self, words: str) -> Iterator[int]:
        """Yield the numbers of the lines from that on in which some of its words begin."""
        before = self.words.partition(words)[0]
        for line in self.lines[before.count("\n") :]:
            yield line.number


def opinions_of_letter(
    lines: Sequence[LetterLine],
    grids: Sequence[Grid],
    senders: Senders,
    corpus: Corpus,
    unit: str | None,
) -> list[FileOpinions]:
    """Return what a letter says, and each of its tables: opinions, and what is none, line by line.

    Who signs it speaks, also where the roster has no such unit: `unit` does where nobody signs.
    """
    paper = laid_apart(lines, senders)
    sender = "、".join(paper.units) or paper.name or unit or ""
    found: list[FileOpinions] = []
    noted: list[RowNote] = []
    for grid in grids:
        tables = opinions_in((grid,), senders.names, sender or None)
        found += tables
        for row in () if tables else grid.rows:
            if not row.is_empty:
                noted.append(RowNote(row.number, RowRemark.NOT_READ, " ".join(row.said)))
    words = _in_words(_LetterReader(paper, sender, senders, corpus), noted)
    # what a letter says of its opinions it says of those in its tables, too
    tables = [table._replace(said_of_all=table.said_of_all + words.said_of_all) for table in found]
    return [words, *tables]


def _in_words(reader: "_LetterReader", noted: Sequence[RowNote]) -> FileOpinions:
    """Return what a letter says outside of its tables."""
    paper = reader.paper
    for body in paper.bodies:
        reader.read(body)
    nothing: tuple[Answered, ...] = ()
    silent = [note.row for note in reader.notes if note.remark is RowRemark.AGREES]
    if silent and not reader.opinions:
        nothing = (Answered(silent[0], reader.unit),)
    notes = sorted([*paper.notes, *reader.notes, *noted])
    of_all = said_of_all(notes, reader.own_names())
    return FileOpinions(
        "", tuple(reader.opinions), nothing, tuple(notes), said_of_all=tuple(of_all)
    )


class _LetterReader:
    """Reads the bodies of a letter and its annexes."""

    def __init__(self, paper: LetterParts, unit: str, senders: Senders, corpus: Corpus) -> None:
        self.unit = unit
        self.notes: list[RowNote] = []
        self.opinions: list[RowOpinion] = []
        self.paper, self._senders, self._corpus = paper, senders, corpus

    def own_names(self) -> Iterator[str]:
        """Yield the names, long and short, of the units that speak."""
        speaking = {self.unit, *self.paper.units}
        yield from speaking
        for name, unit in self._senders.names.items():
            if unit in speaking:
                yield name

    def read(self, body: Sequence[LetterLine]) -> None:
        """Take the opinions of a body in."""
        for item in self._items(list(self._without_courtesies(body))):
            self._take(item)

    def _without_courtesies(self, body: Sequence[LetterLine]) -> Iterator[LetterLine]:
        """Yield the lines of a body without sentences that ask for nothing.

        Behind a number only the last sentences can be such: what begins a numbered part belongs to it.
        """
        numbered_before = False
        for line in body:
            number = leading_number(line.words.strip())
            numbered_before = numbered_before or number is not None
            kept = stripped(line.number, line.words.strip(), self._senders.said_in)
            left_out = kept.left_out
            if numbered_before:
                left_out = tuple(note for note in left_out if note.remark is RowRemark.COURTESY)
            words = line.words.strip()
            for note in left_out:
                words = words.replace(note.words, "", 1).strip()
            self.notes += left_out
            if words:
                yield LetterLine(line.number, words)

    def _items(self, lines: Sequence[LetterLine]) -> Iterator[LetterItem]:
        """Yield the parts of a body, by the outermost form of numbers that begins a line.

        Lines ahead of the first number, and those of a letter without any, are each a part, but for those
        that only go on with the one before: reasons, and words that are quoted.
        """
        outermost: int | None = None
        expected = 1
        item: list[LetterLine] = []
        for line in lines:
            quoted = _opens_quotation(item)
            numbers = [] if quoted else numbers_in(line.words)
            if numbers and outermost in (None, numbers[0].form):
                if numbers[0].value != expected:
                    self.notes.append(RowNote(line.number, RowRemark.OUT_OF_ORDER, line.words))
                for number in numbers:
                    if item:
                        yield LetterItem(tuple(item))
                    item = [LetterLine(line.number, number.behind)] if number.behind else []
                outermost, expected = numbers[-1].form, numbers[-1].value + 1
            elif item and (outermost is not None or quoted or _GOES_ON.match(line.words)):
                item.append(line)
            else:
                if item:
                    yield LetterItem(tuple(item))
                item = [line]
        if item:
            yield LetterItem(tuple(item))

    def _take(self, item: LetterItem) -> None:
        """Take a part in as one opinion, or as several where it only groups them."""
        found = in_points(item.words)
        if found is None:
            self._take_one(item)
            return
        place = self._place(found.ahead)
        if place is None and (not found.ahead or _is_category(found.ahead)):
            if found.ahead:
                self.notes.append(RowNote(item.row, RowRemark.HEADING, found.ahead))
            for point in found.points:
                self._take(_part_of(item, point))
            return
        at = Cited(cites=place) if place else Cited()
        self._add(item.row, at, item.words, item.words, found.points)

    def _take_one(self, item: LetterItem) -> None:
        """Take a part in that numbers nothing; a heading over it says the place, or what kind it is."""
        heading, rest = item.lines[0].words, LetterItem(item.lines[1:])
        if is_no_opinion(item.words):
            self.notes.append(RowNote(item.row, RowRemark.AGREES, item.words))
        elif not rest.lines or not _is_heading(heading):
            self._add(item.row, Cited(), item.words, item.words)
        elif _is_category(heading):
            self.notes.append(RowNote(item.row, RowRemark.HEADING, heading))
            self._take_one(rest)
        else:
            place = self._place(heading)
            at = Cited(cites=place) if place else Cited()
            self._add(item.row, at, item.words, rest.words)

    def _add(
        self, row: int, at: Cited, opinion: str, said: str, points: tuple[str, ...] = ()
    ) -> None:
        self.opinions.append(
            RowOpinion(
                row,
                self.unit,
                at,
                opinion,
                Spoken(said, at),
                points,
                received=self.paper.day,
                letter=self.paper.letter,
            )
        )

    def _place(self, words: str) -> str | None:
        """Return the place that a heading names, without the words round it; None where it names none."""
        said = _ROUND_PLACE.sub("", words.strip())
        if not said or "\n" in said:
            return None
        if self._corpus.names.whole(said):
            return said
        places = cited_places(self._corpus, parse(said))
        # a page on which nothing of the draft stands is no place in it
        return said if places and all(place.spots for place in places) else None


def _part_of(item: LetterItem, point: str) -> LetterItem:
    """Return a point of a part as a part of its own, with the numbers of its lines."""
    lines: list[LetterLine] = []
    rows = item.rows_from(point)
    for words in point.split("\n"):
        lines.append(LetterLine(next(rows, item.lines[-1].number), words))
    return LetterItem(tuple(lines))


_GOES_ON = re.compile(
    r"^(?:修改)?(?:理由|依据|原因|说明|原文|原表述|修改为|建议修改为|修改后|建议表述|改为|其中|即"
    r"|(?i:reason|rationale))"
    r"[^。；;]{0,8}[:：]|^(?:理由|依据)[是为]"
)
"""How a line begins that belongs to the one above it."""
_ROUND_PLACE = re.compile(
    "^(?:关于|对于?|针对|就|在|(?i:on |regarding |concerning ))"
    "|(?:的?(?:部分|方面|内容|章节)?(?:中|的)?(?:有关|具体|几点|文字)?(?:修改)?(?:意见|建议|问题|表述)*"
    "(?:和|及|与)?(?:意见|建议)?(?:如下)?)[:：。,，]?$"
)
_CATEGORY = re.compile(
    "(?:关于|对)?(?:规划|方案|文稿|稿件|全文|文本|征求意见稿)?(?:的)?"
    "(?:总体|总的|整体|具体|文字|内容|其他|其它|主要|几点|个别|结构|框架|格式|补充|相关|有关|修改|完善|表述|规范"
    "|方面|上|性|类|工作|几个)*(?:的)?(?:意见|建议|修改|完善|问题|方面|表述)(?:和|及|与|、)?(?:意见|建议|完善)*(?:如下)?[:：。]?"
    r"|(?:.{0,30})(?:以下|如下)[^。]{0,12}[:：。]?"
    r"|(?i:(?:general|specific|detailed|other|editorial|further) (?:comments?|suggestions?|remarks?)"
    r"|comments?)[:.]?"
)
_LONGEST_HEADING = 40


def _is_category(words: str) -> bool:
    """Whether a heading only says what kind of opinions follows: 文字修改意见, 总体建议."""
    if len(words) > _LONGEST_HEADING:
        return False
    return _CATEGORY.fullmatch("".join(words.split()) if not words.isascii() else words) is not None


def _is_heading(words: str) -> bool:
    """Whether the first line of a part stands over the others: it is short, and no sentence."""
    if len(words) > _LONGEST_HEADING or ends_sentence(words) or _GOES_ON.match(words):
        return False
    says_what = words.startswith(("关于", "对", "针对", "第", "专栏", "附件"))
    return says_what or words.endswith((":", "：")) or _is_category(words)


def _opens_quotation(lines: Sequence[LetterLine]) -> bool:
    """Whether a quotation is open at the end of some lines."""
    words = "".join(line.words for line in lines)
    return words.count("“") > words.count("”")
