"""A reference as a value: what it names step by step, and where its words and numbers stand."""

from enum import StrEnum
from typing import NamedTuple

from plancli.core.plan.series import Ordinal


class Kind(StrEnum):
    """What a step of a reference or a citation counts, from wide to narrow."""

    PAGE = "页"
    LINE = "行"
    ANNEX = "附件"
    APPENDIX = "附录"
    ANNEXED_TABLE = "附表"
    ANNEXED_FIGURE = "附图"
    TOME = "卷"
    BOOK = "编"
    VOLUME = "篇"
    DIVISION = "部分"
    CHAPTER = "章"
    PART = "节"
    LEVEL_1 = "一、"
    LEVEL_2 = "(一)"
    LEVEL_3 = "1."
    LEVEL_4 = "(1)"
    CLAUSE = "1.1"
    COLUMN = "专栏"
    TABLE = "表"
    FIGURE = "图"
    LISTING = "清单"
    FORMULA = "式"
    EXAMPLE = "例"
    NOTE = "注"
    ROW = "表格行"
    CELL = "列"
    PARAGRAPH = "段"
    INNER_LINE = "段内行"
    ITEM = "条"
    SUBITEM = "款"
    ENTRY = "项"
    SUBENTRY = "目"
    POINT = "点"
    SENTENCE = "句"


class MentionStep(NamedTuple):
    """One step of a reference: its kind, its number as a value and as written, and where that stands.

    A relative step (本章, 前款) has no value; its words stand where a number would.
    """

    kind: Kind
    value: Ordinal | None
    numeral: str
    start: int
    end: int


_DASHES = ("-", "－", "–", "—")


def within_annex(text: str, before: MentionStep | None, start: int, value: Ordinal) -> bool:
    """Whether a number counts within the annex before it: 附件2-1 is no range, since it would fall."""
    if before is None or before.kind is not Kind.ANNEX or not isinstance(before.value, int):
        return False
    falls = isinstance(value, int) and value <= before.value
    return falls and text[before.end : start] in _DASHES


class Mention(NamedTuple):
    """A reference to one part: the characters `start:end` of the text are its own, no other's.

    `words` say it whole where the text shares words between several: of 专栏3、5 the second is 专栏5. The
    last rung is the part itself, its number stands in `start:end`; those before it may stand in the
    reference before. `foreign` is what belongs to another document. `through` says that all are meant
    from the reference before this one: 专栏3至5.
    """

    start: int
    end: int
    words: str
    rungs: tuple[MentionStep, ...]
    foreign: bool = False
    through: bool = False

    @property
    def relative(self) -> bool:
        """Whether the part itself has no number, and depends on where the words stand: 前款, 本章."""
        return self.rungs[-1].value is None
