"""The paragraphs that a text had before its changes were tracked, and what one author made of them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.intake.tracked import (
    CELL,
    Inset,
    TrackedFile,
    TrackedParagraph,
    TrackedRow,
    TrackedRun,
)
from plancli.core.text.matchkey import fold

PARTED = "\u2029"
"""Stands for a break between paragraphs that somebody put in; no file has this character as one of words."""


class Appearance(NamedTuple):
    """How a paragraph of a file looks: its frame, its level where it is a heading, whether that changed."""

    box: str = ""
    level: int = 0
    restyled: bool = False


class Original(NamedTuple):
    """A paragraph as it was, with all that was done to it; `row` is where it begins in the file, from 1.

    Breaks that were put in stand among its runs; `looks` are those of the paragraphs that they part.
    `joined` says who took away the break behind it. One that `repeats` another one, by the place of that in
    the file, stands in a cell that goes on from there. `cell_gone` says who took out its cell.
    """

    row: int
    runs: tuple[TrackedRun, ...]
    looks: tuple[Appearance, ...]
    joined: str = ""
    marks: tuple[int, ...] = ()
    place: str = ""
    line: TrackedRow | None = None
    repeats: int = 0
    cell_gone: str = ""

    @property
    def text(self) -> str:
        """Its words before any change."""
        return "".join(run.text for run in self.runs if not run.added)

    @property
    def has_insets(self) -> bool:
        return any(run.inset is not None for run in self.runs)

    @property
    def is_in_cell(self) -> bool:
        """Whether it stands in a cell of a table."""
        return self.place.startswith(CELL)

    @property
    def row_number(self) -> int:
        """The number of the row of a table in which it stands; 0 where it stands in none."""
        return 0 if self.line is None else self.line.number

    def comes_with_row(self, author: str) -> bool:
        return self.line is not None and self.line.added == author

    def goes_with_row(self, author: str) -> bool:
        return self.line is not None and self.line.gone == author

    def goes_with_cell(self, author: str) -> bool:
        return self.cell_gone == author

    def brings_formula(self, author: str) -> bool:
        return any(run.formula and run.added == author != run.gone for run in self.runs)

    def touched_by(self, author: str) -> bool:
        """Whether an author changed anything in it, or took away the break behind it."""
        return self.joined == author or any(author in (run.added, run.gone) for run in self.runs)


def originals_of(file: TrackedFile) -> list[Original]:
    """Return the paragraphs of a file as they were: those that an inserted break parts are one."""
    found: list[Original] = []
    held: list[TrackedParagraph] = []
    for paragraph in file.paragraphs:
        if held and held[-1].place != paragraph.place:
            # the last paragraph of a cell ends with the cell, whatever its mark says
            found.append(_original(held))
            held = []
        held.append(paragraph)
        if not paragraph.added:
            found.append(_original(held))
            held = []
    if held:
        found.append(_original(held))
    return found


def without_issue(originals: Sequence[Original], title: str, issue: str) -> list[Original]:
    """Return paragraphs in which the title of a plan stands without the name of its issue: (征求意见稿).

    What an author did to that name is none of the plan.
    """
    found = list(originals)
    for at, one in enumerate(found):
        bare = fold(one.text)
        if bare == fold(f"{title}({issue})"):
            found[at] = one._replace(runs=_cut(one.runs, len(title)))
            break
    return found


def _cut(runs: Sequence[TrackedRun], most: int) -> tuple[TrackedRun, ...]:
    """Return runs with so many characters of the original, and all that was put in before or behind them."""
    found: list[TrackedRun] = []
    for run in runs:
        if run.added:
            found.append(run)
            continue
        found.append(run._replace(text=run.text[:most]))
        most -= len(found[-1].text)
    return tuple(one for one in found if one.text or one.remarks or one.added)


def _original(held: Sequence[TrackedParagraph]) -> Original:
    runs: list[TrackedRun] = []
    marks: list[int] = []
    for at, paragraph in enumerate(held):
        runs += paragraph.runs
        marks += paragraph.marks
        if at + 1 < len(held):
            runs.append(TrackedRun(PARTED, paragraph.added, paragraph.gone))
    looks = tuple(Appearance(one.box, one.level, one.restyled) for one in held)
    last = held[-1]
    joined = "" if last.added else last.gone
    row = held[0].row
    place, line, repeats, cell_gone = last.place, last.line, held[0].repeats, last.cell_gone
    return Original(row, tuple(runs), looks, joined, tuple(marks), place, line, repeats, cell_gone)


class ChangedInset(NamedTuple):
    """What an author put between words, or took out: behind so many characters of the original's text.

    `in_others`: he put it into what somebody else had put in.
    """

    inset: Inset
    at: int
    comes: bool
    in_others: bool = False


def changed_insets(original: Original, author: str) -> Iterator[ChangedInset]:
    """Yield what an author put between the words of a paragraph, and what he took out of them."""
    if not original.has_insets:
        return
    done = 0
    within = within_others(original, author)
    for at, run in enumerate(original.runs):
        if run.inset is not None and run.added != run.gone:
            if run.added == author:
                yield ChangedInset(run.inset, done, True, at in within)
            elif run.gone == author and not run.added:
                yield ChangedInset(run.inset, done, False)
        done += 0 if run.added else len(run.text)


def within_others(original: Original, author: str) -> frozenset[int]:
    """Return which runs an author put into what another one had put in: a new paragraph, or new words.

    Without the other one's changes nobody can say where they belong. What only stands beside them belongs
    where it is: two authors may put in words at one place.
    """
    found: list[int] = []
    opener = ""
    inside: list[int] = []
    for at, run in enumerate((*original.runs, TrackedRun(PARTED))):
        if run.text != PARTED:
            inside += [at] if run.text or run.inset else []
            continue
        owners = [original.runs[one].added for one in inside]
        # a paragraph without a word that was there is one that came, by whoever parts it from the next
        ahead = (run.added or opener) if all(owners) else ""
        held = _held_by_others([ahead, *owners, ahead or run.added], author)
        found += (one for one, is_held in zip(inside, held[1:], strict=False) if is_held)
        opener, inside = run.added, []
    return frozenset(found)


def _held_by_others(owners: Sequence[str], author: str) -> list[bool]:
    """Return whether what an author put in stands between two things of one other author; "" is nobody."""
    ahead = _nearest_others(owners, author)
    behind = _nearest_others(owners[::-1], author)[::-1]
    return [
        owner == author and one == other != ""
        for owner, one, other in zip(owners, ahead, behind, strict=True)
    ]


def _nearest_others(owners: Sequence[str], author: str) -> list[str]:
    """Return for each place who is the nearest ahead of it that is not the author."""
    found: list[str] = []
    held = ""
    for owner in owners:
        found.append(held)
        held = held if owner == author else owner
    return found


class PutIntoOthers(NamedTuple):
    """Words that an author put into what another one had put in, `behind` and `ahead_of` some of it."""

    words: str
    behind: str
    ahead_of: str


def put_into_others(original: Original, author: str) -> Iterator[PutIntoOthers]:
    """Yield what an author put into what another one had put in, and did not take out again."""
    if not original.touched_by(author):
        return
    ahead = ""
    within = within_others(original, author)
    for at, run in enumerate(original.runs):
        if at in within and run.gone != author and run.text.strip():
            beside = (one.text for one in original.runs[at + 1 :] if one.text.strip())
            yield PutIntoOthers(run.text, ahead[-_AHEAD:], next(beside, "")[:_AHEAD])
        ahead = "" if run.text == PARTED else ahead + run.text


_AHEAD = 12
"""With so many characters the words are named behind which something was put in."""


def words_before(originals: Sequence[Original], at: int) -> str:
    """Return the words of the nearest paragraph ahead of one that has some."""
    texts = (originals[one].text for one in range(at - 1, -1, -1))
    return next((text for text in texts if text.strip()), "")


# --- what one author made of them ---------------------------------------------------------------------------


class Bit(NamedTuple):
    """Words of a paragraph that came of the changes: of which original, from which character, or new."""

    text: str
    original: int | None = None
    start: int = 0


class Made(NamedTuple):
    """A paragraph as one author has it, and how it looks.

    It ends in the original `end`: `ahead` of all that this had, or behind some of it. `insets` stand between
    its words, each behind so many characters.
    """

    bits: tuple[Bit, ...]
    look: Appearance
    end: int
    ahead: bool
    insets: tuple[tuple[int, Inset], ...] = ()

    @property
    def text(self) -> str:
        return "".join(bit.text for bit in self.bits)

    @property
    def originals(self) -> list[int]:
        """The originals of which it has words, in the order of these."""
        return list(dict.fromkeys(bit.original for bit in self.bits if bit.original is not None))


def chains(originals: Sequence[Original], author: str) -> Iterator[list[int]]:
    """Yield the places of the originals that an author changed; those that he joined come together."""
    held: list[int] = []
    for at, original in enumerate(originals):
        if original.comes_with_row(author) or original.goes_with_row(author):
            continue  # what comes and goes with its row is told by rows
        if not held and not original.touched_by(author):
            continue
        held.append(at)
        following = originals[at + 1] if at + 1 < len(originals) else None
        joins = original.joined == author and following is not None
        if not joins or (following is not None and following.place != original.place):
            yield held
            held = []
    if held:
        yield held


def made_of(originals: Sequence[Original], chain: Sequence[int], author: str) -> list[Made]:
    """Return the paragraphs that a chain of originals becomes when one author's changes alone are made."""
    found: list[Made] = []
    bits: list[Bit] = []
    insets: list[tuple[int, Inset]] = []
    length = 0
    for at in chain:
        original = originals[at]
        done = broken = 0
        within = within_others(original, author)
        for number, run in enumerate(original.runs):
            comes = run.added == author != run.gone and number not in within
            stays = not run.added and run.gone != author
            if run.inset is not None and (comes or stays):
                insets.append((length, run.inset))
            if run.text == PARTED:
                if comes:
                    look = original.looks[broken]
                    found.append(Made(tuple(bits), look, at, not done, tuple(insets)))
                    bits, insets, length = [], [], 0
                broken += 1
                continue
            if comes:
                bits.append(Bit(run.text))
            elif stays:
                bits.append(Bit(run.text, at, done))
            length += len(run.text) if comes or stays else 0
            done += 0 if run.added else len(run.text)
        if original.joined != author or at == chain[-1]:
            found.append(Made(tuple(bits), original.looks[-1], at, not done, tuple(insets)))
            bits, insets, length = [], [], 0
    return [made for made in found if made.text.strip()]


def meddled(original: Original, author: str) -> list[str]:
    """Return the words that an author took out and another one had put in."""
    found: list[str] = []
    for run in original.runs:
        if run.gone == author and run.added not in ("", author):
            found.append(run.text)
    return [words for words in found if words.strip()]


def remarked(original: Original) -> dict[str, tuple[str, set[str]]]:
    """Return of each remark the words of the original that it is about, and whose changes it touches."""
    found: dict[str, tuple[str, set[str]]] = {}
    for run in original.runs:
        authors = {run.added, run.gone} - {""}
        for number in run.remarks:
            words, known = found.get(number, ("", set()))
            found[number] = words + ("" if run.added else run.text), known | authors
    return found
