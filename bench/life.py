"""Consultations as hard as life, the same for the same seed, with the text that they must give.

Units cite a wrong page or chapter, quote words that stand at several places, ask for several edits in one
comment or make several points; offices decline, adopt in part and in other words. Two comments never touch
one sentence, but where they are rivals: so what must come out is known beforehand.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from random import Random
from typing import NamedTuple

from bench import wording
from bench.consultation import (
    Request,
    Sentence,
    Splice,
    edit_of,
    figures_of,
    quoted,
    sentences_of,
    texts_after,
    words_of,
)
from plancli.core.comments.comment import Cited, Comment, Decision, Item
from plancli.core.comments.edits import Edit, Replace
from plancli.core.comments.status import Status
from plancli.core.plan.model import Section
from plancli.core.plan.span import Span

SHORTEST = 8
"""Characters of a quotation; shorter ones stand at too many places to mean one of them."""


class Kind(StrEnum):
    """What makes a comment hard."""

    PLAIN = "one edit, the place cited rightly"
    WRONG_PAGE = "the page and the lines cited are others"
    NO_SECTION = "only the page and the lines are cited"
    TWIN = "the words stand at several places, the section cited says which is meant"
    LOOSE = "quoted with other punctuation than is printed"
    SEVERAL = "several edits in one comment"
    POINTS = "several points, each decided for itself"
    DECLINED = "not adopted, with a reason"
    OPINION = "an opinion without an edit"
    PARTLY = "adopted in part: other edits than were asked for"
    MISQUOTED = "words quoted that the draft does not have"
    UNCLEAR = "the words stand at several places, nothing says which is meant"
    CELL = "another figure in a cell of a table"
    RIVALS = "two units want other words at one place"


SHARES = {
    Kind.PLAIN: 20,
    Kind.WRONG_PAGE: 8,
    Kind.NO_SECTION: 6,
    Kind.TWIN: 6,
    Kind.LOOSE: 8,
    Kind.SEVERAL: 12,
    Kind.POINTS: 8,
    Kind.DECLINED: 12,
    Kind.OPINION: 5,
    Kind.PARTLY: 6,
    Kind.MISQUOTED: 1,
    Kind.UNCLEAR: 1,
    Kind.CELL: 6,
    Kind.RIVALS: 1,
}
"""Comments of each kind in a hundred; rivals come in twos."""

LEFT_OUT = (Kind.DECLINED, Kind.OPINION, Kind.MISQUOTED, Kind.UNCLEAR, Kind.RIVALS)
"""Kinds of which nothing may be in the text."""


class Filed(NamedTuple):
    """A comment, and what of it must be in the text: its adopted edits, as splices of their sentences."""

    kind: Kind
    comment: Comment
    adopted: tuple[Request, ...]


class Asked(NamedTuple):
    """One edit that somebody may ask for, and the splice that it amounts to."""

    sentence: Sentence
    edit: Edit
    splice: Splice

    @property
    def quote(self) -> str:
        return quoted(self.edit)


class RoomError(ValueError):
    """The plan is too short for so many comments."""


def lively(sections: Sequence[Section], wanted: int, seed: int = 3) -> list[Filed]:
    """Return `wanted` comments of all kinds, mixed as SHARES says; an error if the plan is too short."""
    office = _Office(sections, Random(seed))
    filed: list[Filed] = []
    while len(filed) < wanted:
        kind = office.kind()
        if kind is Kind.RIVALS and len(filed) + 2 > wanted:
            kind = Kind.PLAIN  # half a pair is contradicted by nobody
        filed += office.filed(kind)
    return filed


def wanted_texts(filed: Iterable[Filed]) -> dict[str, str]:
    """Return the texts that change, by paragraph, with everything in them that must be: the truth."""
    return texts_after(request for one in filed for request in one.adopted)


class _Office:
    """Draws comments from a plan; no sentence is drawn twice."""

    def __init__(self, sections: Sequence[Section], rng: Random) -> None:
        self.rng = rng
        own = {section.key: words_of(section) for section in sections}
        self.words = {key: "\n".join(_inside(key, own)) for key in own}
        self.everything = "\n".join(own.values())
        self.pages = sorted({s.paragraph.page for s in sentences_of(sections) if s.paragraph.page})
        self._numbers: Counter[str] = Counter()
        self._open: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in sentences_of(sections):
            self._open[sentence.section.key].append(sentence)
        for waiting in self._open.values():
            rng.shuffle(waiting)
        self._figures = list(figures_of(sections))
        rng.shuffle(self._figures)

    def kind(self) -> Kind:
        return self.rng.choices(tuple(SHARES), tuple(SHARES.values()))[0]

    def filed(self, kind: Kind) -> list[Filed]:
        """Return a comment of a kind; two, where they are rivals."""
        match kind:
            case Kind.SEVERAL:
                return [self._several()]
            case Kind.POINTS:
                return [self._points()]
            case Kind.PARTLY:
                return [self._partly()]
            case Kind.RIVALS:
                return self._rivals()
            case Kind.OPINION:
                return [self._opinion()]
            case Kind.LOOSE:
                return [self._loose()]
            case Kind.CELL:
                return [self._cell()]
        return [self._single(kind)]

    def _single(self, kind: Kind) -> Filed:
        """Return a comment with one edit."""
        asked = self._anywhere(self._fits(kind))
        if kind is Kind.MISQUOTED:
            asked = asked._replace(edit=Replace(replace=_mistyped(asked.quote), wording="酌情"))
        decision = _declined() if kind is Kind.DECLINED else _adopted()
        comment = self._comment(self._cited(kind, asked.sentence), [asked], decision)
        return _filed(kind, comment, [] if kind in LEFT_OUT else [asked])

    def _several(self) -> Filed:
        """Return a comment with two to four edits in one section, which is cited without a page."""
        asked = self._together(self.rng.randint(2, 4), _anything)
        comment = self._comment(Cited(section=asked[0].sentence.section.key), asked, _adopted())
        return _filed(Kind.SEVERAL, comment, asked)

    def _points(self) -> Filed:
        """Return a comment of two to four points, the first adopted and the last declined."""
        asked = self._together(self.rng.randint(2, 4), _anything)
        adopted = asked[:-1]
        items = [
            Item(
                opinion=_opinion(one),
                at=_where(one.sentence),
                edits=(one.edit,),
                decision=_adopted() if one in adopted else _declined(),
            )
            for one in asked
        ]
        unit, name = self._name()
        opinion = f"共提出{len(items)}点意见。"
        comment = Comment(id=name, unit=unit, opinion=opinion, items=tuple(items))
        return _filed(Kind.POINTS, comment, adopted)

    def _partly(self) -> Filed:
        """Return a comment of two edits, the first adopted in other words, the second not at all."""
        first, second = self._together(2, _replaces)
        other = wording.clause(self.rng)
        decision = Decision(
            status=Status.PARTLY,
            reply="已部分吸收,表述作了调整。",
            reason="其余内容已有专项规划安排。",
            edits=(Replace(replace=first.quote, wording=other),),
        )
        cited = Cited(section=first.sentence.section.key)
        comment = self._comment(cited, [first, second], decision)
        settled = first._replace(splice=first.splice._replace(words=other))
        return _filed(Kind.PARTLY, comment, [settled])

    def _rivals(self) -> list[Filed]:
        """Return two comments that want other words at one place: neither can be in the text."""
        one = self._anywhere(_replaces)
        wanted = wording.clause(self.rng) + "并逐年评估"  # never by chance what the other wants
        other = one._replace(edit=Replace(replace=one.quote, wording=wanted))
        return [
            _filed(Kind.RIVALS, self._comment(_where(one.sentence), [asked], _adopted()), [])
            for asked in (one, other)
        ]

    def _opinion(self) -> Filed:
        unit, name = self._name()
        decision = Decision(
            status=Status.EXPLAINED, reply="规划第一章已有说明。", reason="属于实施阶段的工作。"
        )
        wish = f"建议进一步研究{wording.clause(self.rng)}的可行性。"
        return _filed(
            Kind.OPINION, Comment(id=name, unit=unit, opinion=wish, decision=decision), []
        )

    def _loose(self) -> Filed:
        """Return a comment that quotes two clauses with a narrow comma between them."""
        asked = self._anywhere(_goes_on)
        sentence, old = asked.sentence, asked.quote
        start = sentence.text.index(old)
        printed = old + "，" + _next_clause(sentence.text, start + len(old))
        new = wording.clause(self.rng)
        at = sentence.start + start
        loose = asked._replace(
            edit=Replace(replace=printed.replace("，", ","), wording=new),
            splice=Splice(at, at + len(printed), new),
        )
        return _filed(Kind.LOOSE, self._comment(_where(sentence), [loose], _adopted()), [loose])

    def _cell(self) -> Filed:
        """Return a comment that wants another figure in a cell; no cell is drawn twice.

        Where no cell is left, it is a plain one.
        """
        if not self._figures:
            return self._single(Kind.PLAIN)
        cell = self._figures.pop()
        # the whole number goes: 9.9 is no part of 99.9
        new = f"{float(cell.text) + 0.3:.1f}"
        edit = Replace(replace=cell.text, wording=new, within=cell.paragraph.id)
        asked = Asked(cell, edit, Splice(0, len(cell.text), new))
        return _filed(Kind.CELL, self._comment(_where(cell), [asked], _adopted()), [asked])

    # --- what is drawn ------------------------------------------------------------------------------------

    def _anywhere(self, fits: "Fits") -> Asked:
        """Return an edit that fits, of the first section that has one, beginning somewhere."""
        return self._together(1, fits)[0]

    def _together(self, count: int, fits: "Fits") -> list[Asked]:
        """Return edits of one section that all fit; their sentences are used up."""
        keys = list(self._open)
        start = self.rng.randrange(len(keys))
        for key in (*keys[start:], *keys[:start]):
            drawn = [asked for _ in range(count) if (asked := self._in(key, fits))]
            if len(drawn) == count:
                return drawn
        raise RoomError("the plan has no room for so many comments")

    def _in(self, key: str, fits: "Fits") -> Asked | None:
        """Return an edit in a section that fits, or None."""
        waiting = self._open[key]
        for at, sentence in enumerate(waiting):
            asked = Asked(sentence, *edit_of(self.rng, sentence))
            if self._alone(asked) and fits(asked):
                del waiting[at]
                return asked
        return None

    def _alone(self, asked: Asked) -> bool:
        """Whether the words are long enough, and stand once in their section with all that it holds."""
        own = self.words[asked.sentence.section.key]
        return len(asked.quote) >= SHORTEST and own.count(asked.quote) == 1

    def _fits(self, kind: Kind) -> "Fits":
        """Return what the words of a comment of this kind must be like."""
        match kind:
            case Kind.WRONG_PAGE | Kind.NO_SECTION:
                return lambda asked: self.everything.count(asked.quote) == 1
            case Kind.TWIN | Kind.UNCLEAR:
                return lambda asked: self.everything.count(asked.quote) > 1
        return _anything

    def _cited(self, kind: Kind, sentence: Sentence) -> Cited:
        """Return where a unit says that its words stand."""
        cited = _where(sentence)
        match kind:
            case Kind.WRONG_PAGE:
                page = sentence.paragraph.page
                others = [other for other in self.pages if page and not other.meets(page)]
                wrong = {"page": self.rng.choice(others), "line": Span(1, 3)}
                return cited.model_copy(update=wrong)
            case Kind.NO_SECTION:
                return cited.model_copy(update={"section": None})
            case Kind.TWIN:
                return Cited(section=cited.section)
            case Kind.UNCLEAR:
                return Cited()
        return cited

    def _comment(self, cited: Cited, asked: Sequence[Asked], decision: Decision) -> Comment:
        unit, name = self._name()
        edits = tuple(one.edit for one in asked)
        opinion = "".join(map(_opinion, asked))
        return Comment(
            id=name, unit=unit, at=cited, opinion=opinion, edits=edits, decision=decision
        )

    def _name(self) -> tuple[str, str]:
        """Return a unit and the id of its next comment."""
        unit = self.rng.choice(wording.UNITS)
        self._numbers[unit] += 1
        return unit, f"{unit}-{self._numbers[unit]:02}"


Fits = Callable[[Asked], bool]


def _anything(_: Asked) -> bool:
    return True


def _replaces(asked: Asked) -> bool:
    return isinstance(asked.edit, Replace)


def _goes_on(asked: Asked) -> bool:
    """Whether the words are replaced and another clause follows them."""
    after = asked.sentence.text.partition(asked.quote)[2]
    return _replaces(asked) and after.startswith("，")


def _next_clause(text: str, end: int) -> str:
    """Return the clause behind the comma at `end`."""
    return text[end + 1 :].rstrip("。；").split("，")[0]


def _inside(key: str, own: Mapping[str, str]) -> list[str]:
    """Return the words of a section and of those below it: who cites a chapter cites its projects too."""
    return [words for other, words in own.items() if f"{other}/".startswith(f"{key}/")]


def _mistyped(words: str) -> str:
    """Return words with one character that no sentence has, as a slip of the hand leaves it."""
    middle = len(words) // 2
    return f"{words[:middle]}囧{words[middle + 1 :]}"


def _where(sentence: Sentence) -> Cited:
    paragraph = sentence.paragraph
    return Cited(section=sentence.section.key, page=paragraph.page, line=paragraph.line)


def _opinion(asked: Asked) -> str:
    return f"建议修改“{asked.quote}”的表述。"


def _adopted() -> Decision:
    return Decision(status=Status.ADOPTED, reply="已按意见修改。")


def _declined() -> Decision:
    reason = "现有表述与上位规划一致。"
    return Decision(status=Status.REJECTED, reply="维持原文。", reason=reason)


def _filed(kind: Kind, comment: Comment, adopted: Sequence[Asked]) -> Filed:
    requests = [Request(comment, asked.sentence, asked.splice) for asked in adopted]
    return Filed(kind, comment, tuple(requests))
