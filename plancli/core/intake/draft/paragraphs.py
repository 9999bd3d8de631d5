"""A block as a paragraph of a plan: its number, its heading with what stands behind, its text, its units.

What cannot be told apart so that the paragraph is printed as it was stays together as text: no word is lost.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancli.core.intake.body import NUMBER_OF_EQUATION, BodyBlock
from plancli.core.intake.draft.drafted import Unclear
from plancli.core.intake.draft.numbers import Begins, head_number
from plancli.core.intake.draft.responsible import Responsible, responsible_in
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Paragraph
from plancli.core.plan.printed import ahead, fields_of
from plancli.core.plan.series import split_number
from plancli.core.text.characters import BREAKS, NARROW, SENTENCE_MARKS, ends_with_mark

LONGEST_HEADING = 60
"""Characters of a heading at the head of a paragraph; longer bold words are words with weight."""
_LONGEST_SENTENCE = 24
"""Characters of a first sentence that is taken for a heading because of the number ahead of it."""


class RunIn(NamedTuple):
    """A heading at the head of words, with what stands between it and the text; empty where there is none.

    `by_sentence`: only the number ahead of it says that it is one.
    """

    heading: str = ""
    separator: str = ""
    text: str = ""
    by_sentence: bool = False


class Shaped(NamedTuple):
    """A paragraph with what is not clear in it."""

    paragraph: Paragraph
    unclear: tuple[Unclear, ...] = ()


def shaped(block: BodyBlock, name: str, joints: Joints, sentences_head: bool = False) -> Shaped:
    """Return a block as a paragraph with this id, in a plan with these joints.

    `sentences_head`: first sentences are headings in this body, as `first_sentences_head` says.
    """
    if block.equation:
        return _formula(block, name)
    listed = responsible_in(block.words)
    words = block.words if listed is None else listed.words
    units = (listed.units if listed else ()) or None
    number, run_in = _headed(block, words, sentences_head)
    paragraph = Paragraph(
        id=name,
        number=number or None,
        heading=run_in.heading,
        separator=run_in.separator if run_in.heading else None,
        text=run_in.text,
        units=units,
    )
    plain = paragraph.model_copy(update={"separator": None})
    if _said(plain, joints) == _said(paragraph, joints):
        paragraph = plain
    wanted = _folded(block.number + words)
    if _folded(_said(paragraph, joints)) == wanted:
        return Shaped(paragraph, tuple(_unclear(run_in, listed)))
    return Shaped(Paragraph(id=name, text=block.number + words, units=units))


def _formula(block: BodyBlock, name: str) -> Shaped:
    """Return an equation as a formula, with the number at its end as its own."""
    words = block.printed
    numbers = list(NUMBER_OF_EQUATION.finditer(words))
    if not numbers or numbers[-1].end() < len(words) or not numbers[-1].start():
        return Shaped(Paragraph(id=name, formula=True, text=words))
    number = numbers[-1]
    text = words[: number.start()].rstrip()
    numbered = Paragraph(id=name, formula=True, number=number[0], text=text)
    if words[number.start() - 1].isspace():
        return Shaped(numbered)
    # what is set in brackets may be part of the equation, as in f(x); wide ones round figures look like none
    if _WIDE_NUMBER.fullmatch(number[0]) and "=" in text and text[-1].isalnum():
        return Shaped(numbered, (Unclear.EQUATION_NUMBER,))
    return Shaped(Paragraph(id=name, formula=True, text=words))


_WIDE_NUMBER = re.compile(r"（\d[\d.－—–-]*）")


def place_in_text(paragraph: Paragraph, block: BodyBlock, at: int) -> int | None:
    """Return where in the text of a paragraph the place behind so many characters of its block is.

    None where it is none of the text, but in the heading ahead of it, or in the units behind it.
    """
    listed = responsible_in(block.words)
    words = block.words if listed is None else listed.words
    before = block.words[:at]
    if not words.startswith(before):
        before = before.rstrip()  # the blank ahead of the units is none of the text
    whole = block.number + words
    if not paragraph.text or not words.startswith(before) or not whole.endswith(paragraph.text):
        return None
    place = len(block.number) + len(before) - (len(whole) - len(paragraph.text))
    return place if place >= 0 else None


def _headed(block: BodyBlock, words: str, sentences_head: bool = False) -> tuple[str, RunIn]:
    """Return the number and the heading of words, and what is left as text."""
    number = head_number(block._replace(words=words))
    if number.begins is not Begins.OTHER:
        number = number._replace(number="", words=words)
    ahead = len(words) - len(number.words)
    run_in = run_in_of(number.words, block.run_in - ahead)
    if not run_in.heading and (number.number or sentences_head):
        run_in = _by_sentence(number.words, sentences_head) or run_in
    return _number_of(number.number, number.bare), run_in


def run_in_of(words: str, bold: int) -> RunIn:
    """Return the heading of words whose first characters are `bold`: how many of them."""
    bold = min(bold, len(words))
    if bold <= 0:
        return RunIn(text=words)
    heading = words[: _whole(words, bold)].rstrip(f"{_SEPARATORS}{_BLANKS}")
    rest = words[len(heading) :]
    text = rest.lstrip(f"{_SEPARATORS}{_BLANKS}")
    separator = rest[: len(rest) - len(text)]
    is_sentence = any(mark in heading for mark in "。；;")
    if not heading or len(heading) > LONGEST_HEADING or is_sentence:
        return RunIn(text=words)
    if text and not separator and not ends_with_mark(heading):
        return RunIn(text=words)  # the beginning of a sentence, with weight
    if not text and not separator and bold >= len(words) and len(heading) > _LONGEST_SENTENCE:
        return RunIn(text=words)  # a sentence with weight, and nothing behind it
    return RunIn(heading, separator, text)


def _whole(words: str, bold: int) -> int:
    """Return where a heading ends that somebody set in bold a little short of its end."""
    apart = f"{_SEPARATORS}{_BLANKS}"
    if words[bold - 1] in apart or ends_with_mark(words[:bold]):
        return bold
    for end in range(bold, min(bold + _SHORT_BY + 1, len(words))):
        if words[end] in apart:
            return end
    return bold


_SHORT_BY = 2
"""So many characters short a heading may be set in bold."""
_SEPARATORS = "。．.:：—-"
"""What stands between a heading and its text, beside blanks."""
_BLANKS = " \u3000\xa0"


def _by_sentence(words: str, with_comma: bool = False) -> RunIn | None:
    """Return the first sentence as a heading where it is short, has no comma, and others follow it.

    `with_comma`: it may have one, as 坚持统筹规划，集约建设 has.
    """
    match = _FIRST.match(words) or (with_comma and _FIRST_OF_TWO.match(words))
    if not match:
        return None
    return RunIn(match[1], match[2], words[match.end() :], by_sentence=True)


_FIRST = re.compile(
    rf"([^{SENTENCE_MARKS}{BREAKS}]{{2,{_LONGEST_SENTENCE}}})(。[ \u3000]?)(?=.*[。；])", re.DOTALL
)


_FIRST_OF_TWO = re.compile(
    rf"([^{SENTENCE_MARKS}{BREAKS}]{{2,11}}[,，][^{SENTENCE_MARKS}{BREAKS}]{{2,11}})(。[ \u3000]?)"
    r"(?=.*[。；])",
    re.DOTALL,
)


def first_sentences_head(blocks: Sequence[BodyBlock]) -> bool:
    """Whether the first sentences of paragraphs are headings in a body.

    So they are where a plain text shows no type, and most paragraphs of several sentences begin with a short
    one.
    """
    if any(0 < block.run_in < len(block.words) for block in blocks):
        return False
    long = [block.words for block in blocks if block.words.count("。") > 1]
    begun = [words for words in long if _by_sentence(split_number(words)[1])]
    return len(begun) * 2 > len(long)


def _number_of(number: str, bare: str) -> str:
    """Return a number as a paragraph keeps it: without the mark that is printed behind it anyway."""
    is_printed_anyway = ahead(bare, "字") == number.translate(NARROW)
    return bare if is_printed_anyway else number


def _unclear(run_in: RunIn, listed: Responsible | None) -> Iterable[Unclear]:
    if run_in.by_sentence:
        yield Unclear.BY_SENTENCE
    if listed is not None and listed.has_roles:
        yield Unclear.LEAD
    if listed is not None and not listed.units:
        yield Unclear.UNITS


def _said(paragraph: Paragraph, joints: Joints) -> str:
    return fields_of(paragraph, joints).said


def _folded(words: str) -> str:
    """Return words without blanks, in half width: what is printed otherwise is not lost."""
    return "".join(words.translate(NARROW).split())


def separator_of(blocks: Iterable[BodyBlock], joints: Joints) -> str | None:
    """Return what stands behind most headings; None where it is what the language has there anyway."""
    counts: Counter[str] = Counter()
    for block in blocks:
        listed = responsible_in(block.words)
        words = block.words if listed is None else listed.words
        _number, run_in = _headed(block, words)
        if run_in.heading and run_in.text:
            counts[run_in.separator] += 1
    if not counts:
        return None
    (separator, _count), *_ = counts.most_common(1)
    return None if separator == joints.separator else separator
