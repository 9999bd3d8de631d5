"""A letter laid apart: its head, its tail, and the lines between them that say what is wanted."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.intake.letter_parts import (
    LetterLine,
    begins_annex,
    contacts_in,
    day_in,
    formal_part,
    is_salutation,
    letter_number,
)
from plancli.core.intake.opinions import RowNote, RowRemark
from plancli.core.intake.points import leading_number
from plancli.core.intake.signature import Senders, Signature, sender_in_head, signature_in
from plancli.core.text.characters import ends_sentence


class LetterParts(NamedTuple):
    """A letter: the lines of its body, an annex behind it, and what its head and tail say.

    `units` are those of the roster that sign it, `name` is the signature where none of them does.
    """

    bodies: tuple[tuple[LetterLine, ...], ...]
    notes: tuple[RowNote, ...]
    units: tuple[str, ...]
    name: str
    day: str | None
    letter: str | None


_TALLEST_HEAD = 12
"""Within so many lines a letter says to whom it is."""
_LONGEST_TITLE = 60
_TITLE = re.compile(
    "^关于|(?:意见|建议|复函|回函|函|反馈|回复|报告|说明|情况)(?:书|表|稿)?$"
    "|^(?i:re|subject|title|comments on)\\b"
)
_SIGN_OFF = re.compile(
    r"^(?:此致|敬礼|此致敬礼|(?i:yours .*|.*regards|sincerely.*|respectfully))[,，。.!！]?$"
)
_LONGEST_TAIL = 8


def laid_apart(lines: Sequence[LetterLine], senders: Senders) -> LetterParts:
    """Return a letter laid apart; blank lines are none."""
    laying = _Laying(senders)
    bodies: list[tuple[LetterLine, ...]] = []
    for part in _parts([line for line in lines if line.words.strip()]):
        bodies.append(tuple(laying.body(part)))
    return LetterParts(
        tuple(body for body in bodies if body),
        tuple(laying.notes),
        tuple(dict.fromkeys(laying.units or laying.in_head)),
        laying.name,
        laying.day,
        laying.letter,
    )


def _parts(lines: Sequence[LetterLine]) -> Iterator[list[LetterLine]]:
    """Yield the letter itself, and each annex with its head."""
    part: list[LetterLine] = []
    for line in lines:
        if part and begins_annex(line.words):
            yield part
            part = []
        part.append(line)
    yield part


class _Laying:
    """Takes the formal lines of a letter away, part by part."""

    def __init__(self, senders: Senders) -> None:
        self._senders = senders
        self.notes: list[RowNote] = []
        self.units: list[str] = []
        self.in_head: list[str] = []
        self.name = ""
        self.day: str | None = None
        self.letter: str | None = None

    def body(self, lines: Sequence[LetterLine]) -> list[LetterLine]:
        """Return the lines of a part that are none of its form."""
        rest = list(self._without_formal(lines))
        rest = rest[self._head(rest) :]
        return rest[: self._tail(rest)]

    def _note(self, line: LetterLine, part: RowRemark) -> None:
        self.notes.append(RowNote(line.number, part, line.words.strip()))

    def _without_formal(self, lines: Sequence[LetterLine]) -> Iterator[LetterLine]:
        """Yield the lines but for those that are formal wherever they stand; an annex may list several."""
        listed = 0
        for line in lines:
            part = formal_part(line.words)
            number = leading_number(line.words)
            goes_on = number is not None and number.value == listed + 1
            if listed and goes_on and not ends_sentence(line.words):
                listed += 1
                self._note(line, RowRemark.ANNEXED)
                continue
            listed = 1 if part is RowRemark.ANNEXED else 0
            if part is RowRemark.CONTACT:
                # whom to ask is personal: not even here are more than the labels said
                labels = "、".join(contacts_in(line.words))
                self.notes.append(RowNote(line.number, part, labels))
            elif part is not None and not _SIGN_OFF.match(line.words.strip()):
                self._note(line, part)
            else:
                yield line

    # --- head -----------------------------------------------------------------------------------------------

    def _head(self, lines: Sequence[LetterLine]) -> int:
        """Take note of the head; return how many lines it has."""
        addressed = _addressed(lines)
        if addressed is not None:
            for line in lines[:addressed]:
                self._headed(line)
            self._note(lines[addressed], RowRemark.ADDRESSED)
            return addressed + 1
        for at, line in enumerate(lines):
            if not self._is_head(line.words.strip(), last=at + 1 == len(lines)):
                return at
            self._headed(line)
        return len(lines)

    def _is_head(self, words: str, last: bool) -> bool:
        if letter_number(words) or begins_annex(words):
            return True
        if leading_number(words) or ends_sentence(words) or len(words) > _LONGEST_TITLE or last:
            return False
        named = self._senders.unit(words) or sender_in_head(words, self._senders)
        return bool(named) or _is_day(words) or _TITLE.search(words) is not None

    def _headed(self, line: LetterLine) -> None:
        words = line.words.strip()
        self.letter = self.letter or letter_number(words)
        if _is_day(words):
            signed = signature_in(words, self._senders)
            self.day = self.day or (signed.day if signed else None)
        unit = self._senders.unit(words) or sender_in_head(words, self._senders)
        if unit:
            self.in_head.append(unit)
        self._note(line, RowRemark.LETTERHEAD)

    # --- tail -----------------------------------------------------------------------------------------------

    def _tail(self, lines: Sequence[LetterLine]) -> int:
        """Take note of the tail; return where it begins."""
        signed_off = len(lines)
        for at in range(max(len(lines) - _LONGEST_TAIL, 0), len(lines)):
            if _SIGN_OFF.match(lines[at].words.strip()):
                signed_off = at
                break
        dated = False
        for at in range(len(lines) - 1, -1, -1):
            words = lines[at].words.strip()
            signed = None if leading_number(words) else signature_in(words, self._senders)
            # without a unit of the roster, a day or a seal beside it says that a name is a signature
            stranger = (dated and not self.units) or _is_sealed(words)
            if signed is not None and (signed.unit or signed.day or not signed.name or stranger):
                self._signed(lines[at], signed)
                dated = dated or signed.day is not None or not signed.name
            elif at == signed_off:
                self._note(lines[at], RowRemark.COURTESY)
            elif at > signed_off and not ends_sentence(words):
                # a person signs for the unit
                self._note(lines[at], RowRemark.SIGNED)
            else:
                return at + 1
        return 0

    def _signed(self, line: LetterLine, signed: Signature) -> None:
        self.day = signed.day or self.day
        if signed.unit:
            self.units.insert(0, signed.unit)
        elif signed.name:
            self.name = self.name or signed.name
        if signed.name:
            self._note(line, RowRemark.SIGNED)
        else:
            self._note(line, RowRemark.DAY if signed.day else RowRemark.NO_DAY)


def _addressed(lines: Sequence[LetterLine]) -> int | None:
    """Return which line says to whom the letter is; none stands behind a sentence or a number."""
    for at, line in enumerate(lines[:_TALLEST_HEAD]):
        if is_salutation(line.words):
            return at
        if leading_number(line.words) or ends_sentence(line.words):
            return None
    return None


def _is_day(words: str) -> bool:
    found = day_in(words)
    return found is not None and not found.beside


def _is_sealed(words: str) -> bool:
    return re.search(r"[（(](?:盖章|公章|印章|章)[）)]|单位[^:：]{0,8}[:：]", words) is not None
