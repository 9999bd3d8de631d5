"""Numbers that follow: the plan as comments cite it, and the same plan as it is printed.

Comments cite the numbers of the draft. After parts came, went or moved the plan is printed with other
numbers, and what refers to a part says its new one. That is the same plan: everything is merged, proved and
attributed with the numbers of the draft, and only what is printed has the new ones.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from plancli.core.plan.bindings import PartNumbers
from plancli.core.plan.counting import counted
from plancli.core.plan.mention import Mention
from plancli.core.plan.model import Captioned, Column, Figure, Paragraph, Part, Section, Table
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import TITLE, Outline, number_in_heading, number_of, part_key
from plancli.core.plan.series import split_number
from plancli.core.plan.throughout import part_with
from plancli.core.plan.wording import node_of
from plancli.core.revision.carrying import own_changes
from plancli.core.revision.rewriting import LeftReference, rewritten, rewritten_to_be_read
from plancli.core.revision.taking_back import (
    OwnText,
    Reach,
    TakenBack,
    as_it_stands,
    is_touched,
    shifted,
    taken_back,
)
from plancli.core.text.diff import Splice, apply

_Numbered = TypeVar("_Numbered", Section, Column, Table, Figure, Paragraph)
_Titled = TypeVar("_Titled", bound=Section | Captioned)


def following(draft: Outline, plan: Outline, numbering: Numbering) -> dict[str, str]:
    """Return the numbers that parts ought to have, of those that have another one, by key.

    They have another one in the draft, or in the plan, where the office wrote it or the part came since.
    """
    found: dict[str, str] = {}
    for key, number in counted(draft, plan, numbering).items():
        now = plan.all_numbers.get(key, "")
        if number != draft.all_numbers.get(key, now) or number != now:
            found[key] = number
    return found


def words_apart(before: Outline, after: Outline) -> Iterator[tuple[str, str, str, str]]:
    """Yield the words that differ between two states of the same parts: key, field, old and new."""
    for key in after.in_reading_order:
        for field in (TITLE, "heading", "text"):
            old, new = before.words(key, field), after.words(key, field)
            if old != new:
                yield key, field, old, new


_Field = tuple[str, str]
"""A text of a plan: the key of its part, and title, heading or text."""


class AsCited(NamedTuple):
    """A plan with the numbers of the draft, and where references stand in it that are read by no numbers.

    The office wrote those when no part had their number, or when the part went.
    """

    sections: tuple[Section, ...]
    unread: dict[_Field, list[Reach]]


class LeftIn(NamedTuple):
    """A reference that is left in a text."""

    key: str
    field: str
    reference: LeftReference


class Renumbered(NamedTuple):
    """A plan with other numbers, and the references in it that are left; their words are kept, by part."""

    sections: tuple[Section, ...]
    left: list[LeftIn]
    kept: dict[str, tuple[str, ...]]


class Renumbering:
    """The numbers that some parts of a plan were given, by key, and the references that were left, by part.

    `draft` is the draft, `expected` that with the recorded comments: references mean what they mean there.
    """

    def __init__(
        self,
        draft: Outline,
        expected: Outline,
        numbers: Mapping[str, str],
        left: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        self.numbers = dict(numbers)
        self.left = dict(left)
        self._expected = expected
        self._draft = draft

    @cached_property
    def _drafted(self) -> PartNumbers:
        """What references mean in the draft, and in what comments brought."""
        return PartNumbers(self._draft, self._expected)

    @cached_property
    def _given(self) -> PartNumbers:
        """The numbers that parts have now."""
        return PartNumbers(self._draft, self._expected, numbers=self.numbers)

    def printed_again(
        self, sections: Sequence[Section], before: AsCited, paper: Outline
    ) -> tuple[Section, ...]:
        """Return what `printed` does; words that stood so `before` are those of `paper`, as it was printed.

        No text in which nothing changed is written anew.
        """
        plan = Outline(before.sections)

        def words(key: str, field: str, text: str) -> str:
            was = plan.words(key, field)
            if text and was == text:
                return paper.words(key, field)
            unread = shifted(before.unread.get((key, field), ()), was, text)
            return apply(text, self.replaced(key, field, text, unread))

        return self._each(sections, _Change(self._with_given, words))

    def printed(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Return a plan with the new numbers, in its parts and in what refers to them."""

        def words(key: str, field: str, text: str) -> str:
            return apply(text, self.replaced(key, field, text))

        return self._each(sections, _Change(self._with_given, words))

    def cited(self, paper: Sequence[Section]) -> AsCited:
        """Return a plan that was printed with the new numbers as it is with those of the draft.

        What the office wrote in it since refers to parts by the new numbers, and is read so.
        """
        outline = Outline(paper)
        now = PartNumbers(outline, without=self._come_back(outline))
        unread: dict[_Field, list[Reach]] = {}

        def words(key: str, field: str, text: str) -> str:
            before = self._expected.words(key, field)
            replaced = self.replaced(key, field, before)
            if apply(before, replaced) == text:
                return before
            own = rewritten(text, key, now, self._drafted, lambda _: False)
            changes = own_changes(before, replaced, text, own)
            back = self._office(OwnText(key, before, changes, text), field, now)
            if back.unread:
                unread[key, field] = back.unread
            return back.text

        return AsCited(_each(paper, _Change(self._taken_back, words)), unread)

    def _each(self, sections: Sequence[Section], change: "_Change") -> tuple[Section, ...]:
        """Return sections in which every part is changed; as they are where no part was given a number."""
        if not self.numbers:
            return tuple(sections)
        return _each(sections, change)

    def _come_back(self, paper: Outline) -> list[str]:
        """Return the parts by whose numbers nothing is read that the office wrote.

        A part that comes back has its number of the draft, which another one was given meanwhile:
        until the next renumbering the paper has it twice. The office wrote while that other one had it alone.
        """
        drafted = Counter(self._draft.numbers.values())
        given = set(self.numbers.values())
        found: list[str] = []
        for key, number in paper.numbers.items():
            came_back = key not in self.numbers and self._draft.numbers.get(key) == number
            if came_back and number in given and drafted[number] == 1:
                found.append(key)
        return found

    def _office(self, own: OwnText, field: str, now: PartNumbers) -> TakenBack:
        """Return what the office wrote with the numbers of the draft, if it is printed again as it stands."""
        left = self.left.get(own.key, ())
        back = taken_back(own, now, self._drafted, lambda one: one.words in left)
        again = apply(back.text, self.replaced(own.key, field, back.text, back.unread))
        return back if again == own.text else as_it_stands(own)

    def renumbered(self, before: AsCited) -> Renumbered:
        """Return a plan with the new numbers where they are read as the parts that are meant."""
        given = PartNumbers(Outline(before.sections), numbers=self.numbers)
        left: list[LeftIn] = []
        kept: dict[str, dict[str, None]] = {}

        def find(key: str, field: str, text: str) -> str:
            unread = before.unread.get((key, field), ())
            written = _own_words(self._expected.words(key, field), text)
            ahead = self._ahead(key, field, text)
            for one in self._left_in(key, text, given, unread):
                if one.start < len(ahead):
                    continue
                left.append(LeftIn(key, field, one))
                if one.is_bound or is_touched(one.start, one.end, written):
                    kept.setdefault(key, {})[one.words] = None
            return text

        _each(before.sections, _Change(_as_it_is, find))
        keeping = {key: tuple(words) for key, words in kept.items()}
        final = Renumbering(self._draft, self._expected, self.numbers, keeping)

        def words(key: str, field: str, text: str) -> str:
            return apply(
                text, final.replaced(key, field, text, before.unread.get((key, field), ()))
            )

        return Renumbered(_each(before.sections, _Change(self._with_given, words)), left, keeping)

    def _left_in(
        self, key: str, text: str, given: PartNumbers, unread: Collection[Reach]
    ) -> list[LeftReference]:
        """Return the references of a text that are left, and with each all of the same words."""
        found: dict[Reach, LeftReference] = {}
        words: set[str] = set()

        def is_left(mention: Mention) -> bool:
            return mention.words in words or (mention.start, mention.end) in unread

        while True:
            for one in rewritten_to_be_read(text, key, self._drafted, given, is_left).left:
                found.setdefault((one.start, one.end), one)
            more = {one.words for one in found.values() if one.is_bound} - words
            if not more:
                return [found[at] for at in sorted(found)]
            words |= more

    def replaced(
        self, key: str, field: str, text: str, unread: Collection[Reach] = ()
    ) -> list[Splice]:
        """Return the numbers in a text that refer to parts which have another one now, with that.

        So is the number with which the heading of a renumbered part begins.
        """
        left = self.left.get(key, ())

        def is_left(mention: Mention) -> bool:
            return mention.words in left or (mention.start, mention.end) in unread

        found = rewritten(text, key, self._drafted, self._given, is_left)
        ahead = self._ahead(key, field, text)
        if not ahead:
            return found
        # what a heading begins with is its own number, and no reference
        behind = [one for one in found if one.start >= len(ahead)]
        return [Splice(0, len(ahead), self.numbers[key]), *behind]

    def _ahead(self, key: str, field: str, text: str) -> str:
        """Return the number with which a text begins that is the heading or title of a renumbered part.

        Empty where the part has its number as data.
        """
        if key not in self.numbers or field == "text":
            return ""
        known = self._expected if self._expected.has_part(key) else self._draft
        if known.has_part(key) and not number_in_heading(node_of(known, key)):
            return ""
        return split_number(text)[0]

    def _with_given(self, key: str, part: _Numbered) -> _Numbered:
        """Return a part with the number that it was given, where its heading does not begin with that."""
        if number_in_heading(part):
            return part
        return with_number(part, self.numbers.get(key, number_of(part)))

    def _taken_back(self, key: str, part: _Numbered) -> _Numbered:
        """Return a part with its number of the draft; one that the office gave it since stays."""
        if self.numbers.get(key) != number_of(part):
            return part
        if self._expected.knows(key):
            return with_number(part, self._expected.numbers.get(key, ""))
        return part


def with_number(part: _Numbered, number: str) -> _Numbered:
    """Return a part that is printed with a number; what its key says is not written."""
    bare = part.model_copy(update={"number": None})
    wanted = None if number_of(bare) == number else number
    return part if part.number == wanted else part.model_copy(update={"number": wanted})


def _own_words(before: str, text: str) -> list[Reach]:
    """Return where a text has other words than before."""
    return [(change.own_start, change.own_end) for change in own_changes(before, (), text)]


def _as_it_is(_key: str, part: _Numbered) -> _Numbered:
    return part


# --- every part of a plan -----------------------------------------------------------------------------------


class _Change(NamedTuple):
    """What becomes of each part for its number, and of each title, heading and text."""

    number: Callable[[str, Any], Any]
    words: Callable[[str, str, str], str]

    def title(self, key: str, part: _Titled) -> _Titled:
        """Return a section or column with its new number and title."""
        changed = self.number(key, part)
        title = self.words(key, TITLE, part.title)
        if title != part.title:
            changed = changed.model_copy(update={"title": title})
        return changed  # type: ignore[no-any-return]

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        changed: Paragraph = self.number(paragraph.id, paragraph)
        words: dict[str, str] = {}
        for field in ("heading", "text"):
            text = getattr(paragraph, field)
            new = self.words(paragraph.id, field, text)
            if new != text:
                words[field] = new
        return changed.model_copy(update=words) if words else changed


def _each(sections: Iterable[Section], change: _Change) -> tuple[Section, ...]:
    """Return sections in which every part is changed; one in which nothing changes is the very value."""
    return tuple(_section(section, change) for section in sections)


def _section(section: Section, change: _Change) -> Section:
    body = tuple(_part(section, part, change) for part in section.body)
    changed = change.title(section.key, section)
    if any(one is not other for one, other in zip(body, section.body, strict=True)):
        changed = changed.model_copy(update={"body": body})
    return changed


def _part(section: Section, part: Part, change: _Change) -> Part:
    if isinstance(part, Paragraph):
        return part_with(part, change.paragraph)
    key = part_key(section, part)
    titled: Part = change.title(key, part)
    return part_with(titled, change.paragraph)
