"""Numbers that follow: the plan as comments cite it, and the same plan as it is printed.

Comments cite the numbers of the draft. After parts came, went or moved the plan is printed with other
numbers, and what refers to a part says its new one. That is the same plan: everything is merged, proved and
attributed with the numbers of the draft, and only what is printed has the new ones.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from plancli.core.plan.counting import counted
from plancli.core.plan.model import Column, Paragraph, Part, Section
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import TITLE, Outline, column_key, number_in_heading, number_of
from plancli.core.plan.references import Numbers, spelled_like
from plancli.core.plan.series import split_number
from plancli.core.plan.wording import node_of
from plancli.core.revision.carrying import OwnChange, own_changes
from plancli.core.text.diff import Splice, apply

_Numbered = TypeVar("_Numbered", Section, Column, Paragraph)
_Titled = TypeVar("_Titled", Section, Column)


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


class Renumbering:
    """The numbers that some parts of a plan were given, by key.

    `draft` is the draft, `expected` that with the recorded comments: references mean what they mean there.
    """

    def __init__(self, draft: Outline, expected: Outline, numbers: Mapping[str, str]) -> None:
        self.numbers = dict(numbers)
        self._expected = expected
        self._draft = draft

    @cached_property
    def _drafted(self) -> Numbers:
        """What references mean in the draft, and in what comments brought."""
        return Numbers({**self._expected.numbers, **self._draft.numbers})

    @cached_property
    def _given(self) -> Numbers:
        """The numbers that parts have now."""
        return Numbers({**self._expected.numbers, **self._draft.numbers, **self.numbers})

    def printed(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Return a plan with the new numbers, in its parts and in what refers to them."""

        def words(key: str, field: str, text: str) -> str:
            return apply(text, self._replaced(key, field, text))

        return self._each(sections, _Change(self._with_given, words))

    def printed_again(
        self, sections: Sequence[Section], plan: Outline, paper: Outline
    ) -> tuple[Section, ...]:
        """Return what `printed` does; words that stand so in `plan` are those of `paper`, as it was printed.

        No text in which nothing changed is written anew.
        """

        def words(key: str, field: str, text: str) -> str:
            if text and plan.words(key, field) == text:
                return paper.words(key, field)
            return apply(text, self._replaced(key, field, text))

        return self._each(sections, _Change(self._with_given, words))

    def cited(self, paper: Sequence[Section]) -> tuple[Section, ...]:
        """Return a plan that was printed with the new numbers as it is with those of the draft.

        What the office wrote in it since refers to parts by the new numbers, and is read so.
        """
        now = Numbers(self._read_in(Outline(paper)))

        def words(key: str, field: str, text: str) -> str:
            before = self._expected.words(key, field)
            replaced = self._replaced(key, field, before)
            if apply(before, replaced) == text:
                return before
            own = list(_renumbered(text, now, self._drafted))
            changes = own_changes(before, replaced, text, own)
            return apply(before, [_own(change, text, own) for change in changes])

        return self._each(paper, _Change(self._taken_back, words))

    def _each(self, sections: Sequence[Section], change: "_Change") -> tuple[Section, ...]:
        """Return sections in which every part is changed; as they are where no part was given a number."""
        if not self.numbers:
            return tuple(sections)
        return _each(sections, change)

    def _read_in(self, paper: Outline) -> dict[str, str]:
        """Return the numbers by which what the office wrote is read, by key.

        A part that comes back has its number of the draft, which another one was given meanwhile:
        until the next renumbering the paper has it twice. The office wrote while that other one had it alone.
        """
        drafted = Counter(self._draft.numbers.values())
        given = set(self.numbers.values())
        found = dict(paper.numbers)
        for key, number in paper.numbers.items():
            came_back = key not in self.numbers and self._draft.numbers.get(key) == number
            if came_back and number in given and drafted[number] == 1:
                del found[key]
        return found

    def replaced(self, text: str) -> list[Splice]:
        """Return the numbers in a text that refer to parts which have another one now, with that."""
        return list(_renumbered(text, self._drafted, self._given))

    def _replaced(self, key: str, field: str, text: str) -> list[Splice]:
        """Return what `replaced` does, and the number with which the heading of a renumbered part begins."""
        ahead = self._ahead(key, field, text)
        if not ahead:
            return self.replaced(text)
        found = [Splice(0, len(ahead), self.numbers[key])]
        for one in self.replaced(text):
            # what a heading begins with is its own number, and no reference
            if one.start >= len(ahead):
                found.append(one)
        return found

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


def _renumbered(text: str, meant: Numbers, wanted: Numbers) -> Iterator[Splice]:
    """Yield what turns the numbers that are `meant` in a text into the `wanted` ones of the same parts."""
    for start, end, key in meant.bound(text):
        value = wanted.value(key)
        new = text[start:end] if value is None else spelled_like(text[start:end], value)
        if new != text[start:end]:
            yield Splice(start, end, new)


def with_number(part: _Numbered, number: str) -> _Numbered:
    """Return a part that is printed with a number; what its key says is not written."""
    bare = part.model_copy(update={"number": None})
    wanted = None if number_of(bare) == number else number
    return part if part.number == wanted else part.model_copy(update={"number": wanted})


def _own(change: OwnChange, text: str, numbers: Iterable[Splice]) -> Splice:
    """Return a change of the office with the numbers of the draft in its words."""
    start, end = change.own_start, change.own_end
    inside = [
        Splice(one.start - start, one.end - start, one.text)
        for one in numbers
        if start <= one.start and one.end <= end
    ]
    return Splice(change.start, change.end, apply(text[start:end], inside))


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
        return change.paragraph(part)
    changed = change.title(column_key(section, part), part)
    items = tuple(map(change.paragraph, part.items))
    if any(one is not other for one, other in zip(items, part.items, strict=True)):
        changed = changed.model_copy(update={"items": items})
    return changed
