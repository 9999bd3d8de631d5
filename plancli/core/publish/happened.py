"""What became of a part as a whole (it came, went, moved), in the same words in every format."""

from collections.abc import Collection
from typing import NamedTuple

from plancli.core.evidence.changed_line import ChangedLine
from plancli.core.evidence.moved_parts import neighbours
from plancli.core.evidence.redline import LineKind
from plancli.core.plan.outline import Outline
from plancli.core.publish.drawn import MarkedWords
from plancli.core.publish.naming import Naming, Paper, formerly, name_of
from plancli.core.text.marked import Run


class Happened(NamedTuple):
    """How a language says it.

    `come`, `gone` and `moved` are the words; `behind` puts one (`what`) behind a `name`, `alone` is what
    stands instead of words that are not there: nobody takes them for forgotten. What moved stood, and now
    stands, after, before or in a `place`. A picture is told by these words, never by its file.
    """

    come: str
    gone: str
    moved: str
    behind: str
    alone: str
    stood_after: str
    stood_before: str
    stood_in: str
    stands_after: str
    stands_before: str
    stands_in: str
    picture: str
    other_picture: str


CHINESE_HAPPENED = Happened(
    come="新增",
    gone="删除",
    moved="移动",
    behind="{name}（{what}）",
    alone="（{what}）",
    stood_after="（原在{place}之后）",
    stood_before="（原在{place}之前）",
    stood_in="（原在{place}）",
    stands_after="（移至{place}之后）",
    stands_before="（移至{place}之前）",
    stands_in="（移至{place}）",
    picture="（图片）",
    other_picture="（另换图片）",
)

_WITH_PARTS = (LineKind.TABLE, LineKind.ROW, LineKind.HEAD)
"""What is told with the words of its parts."""


class ChangesTold(NamedTuple):
    """Tells changes on a paper in a language; `parts` are the keys of all that moved."""

    paper: Paper
    naming: Naming
    happened: Happened
    parts: Collection[str]

    def word(self, change: ChangedLine) -> str:
        """Return whether a part came, went or moved; "" where it stays."""
        if change.moved:
            return self.happened.moved
        if not change.before and change.after:
            return self.happened.come
        if change.before and not change.after:
            return self.happened.gone
        return ""

    def named(self, change: ChangedLine, name: str) -> str:
        """Return the name of a part with what became of it behind it.

        That paragraphs came or went is seen by their words.
        """
        told = change.moved or change.kind in _WITH_PARTS
        what = self.word(change) if told else ""
        return self.happened.behind.format(name=name, what=what) if what else name

    def sides(self, change: ChangedLine) -> tuple[MarkedWords, MarkedWords]:
        """Return what stands before and after: marked words, and where it stood and stands if it moved.

        Of what moved and was not reworded no words are told: they are no change.
        """
        before, after = self._words(change)
        if not change.moved:
            what = (Run("=", self.happened.alone.format(what=self.word(change))),)
            return before or what, after or what
        if not change.is_reworded:
            before = after = ()
        stood, stands = self.places(change.key)
        return _with_line(before, stood), _with_line(after, stands)

    def places(self, key: str) -> tuple[str, str]:
        """Return where a part that moved stood, and where it stands."""
        return (
            self._place(self.paper.draft, key, self._stood),
            self._place(self.paper.plan, key, self._stands),
        )

    def _words(self, change: ChangedLine) -> tuple[MarkedWords, MarkedWords]:
        """Return the words before and after; another number is told, not marked: 专栏2(原专栏3)."""
        if change.kind is LineKind.PICTURE:
            return self._pictures(change)
        if change.number is None:
            return change.before, change.after
        old, new = change.number
        before = (Run("=", old), *change.before[1:])
        return before, (Run("=", formerly(new, old, self.naming)), *change.after[1:])

    def _pictures(self, change: ChangedLine) -> tuple[MarkedWords, MarkedWords]:
        picture = self.happened.picture
        if not change.before:
            return (), (Run("+", picture),)
        if not change.after:
            return (Run("-", picture),), ()
        return (Run("-", picture),), (Run("+", self.happened.other_picture),)

    @property
    def _stood(self) -> tuple[str, str, str]:
        return self.happened.stood_after, self.happened.stood_before, self.happened.stood_in

    @property
    def _stands(self) -> tuple[str, str, str]:
        return self.happened.stands_after, self.happened.stands_before, self.happened.stands_in

    def _place(self, outline: Outline, key: str, forms: tuple[str, str, str]) -> str:
        """Return where a part stands: after or before what did not move, else beside what did."""
        found = neighbours(outline, key, self.parts)
        if not any(found[:2]):
            found = neighbours(outline, key, ())
        for beside, form in zip(found, forms, strict=True):
            if beside:
                place = name_of(outline, beside, self.naming)
                return form.format(place=self.paper.plan.joints.published(place))
        return self.happened.alone.format(what=self.happened.moved)


def _with_line(words: MarkedWords, line: str) -> MarkedWords:
    """Return words with a line below them."""
    return (*words, Run("=", f"\n{line}" if words else line))
