"""An instruction as a pattern of sentences, and the pieces that such patterns share."""

import re
from typing import NamedTuple

from plancli.core.instructions.grammar.found import FormReader
from plancli.core.instructions.grammar.vocabulary import ADDS, ADVERBS, BECOMES, ENDS, SAID, Q


class InstructionForm(NamedTuple):
    """How an instruction is put, with an example, and what gives its edits."""

    example: str
    pattern: re.Pattern[str]
    reader: FormReader


class FormFamily(NamedTuple):
    """Forms of one verb: in a sentence that has none of its cues none of them is found."""

    cue: re.Pattern[str]
    forms: tuple[InstructionForm, ...]


def form(example: str, reader: FormReader, *pieces: str) -> InstructionForm:
    """Return a form that ends where a clause does."""
    return InstructionForm(example, re.compile("".join(pieces) + ENDS), reader)


def of_units(example: str, reader: FormReader, *pieces: str) -> InstructionForm:
    """Return a form that ends with names: a list of them goes on behind 、, where others may end."""
    return InstructionForm(example, re.compile("".join(pieces) + r"(?= *(?:[,;。]|$))"), reader)


def family(cue: str, *forms: InstructionForm) -> FormFamily:
    """Return forms that are tried where a sentence has a cue."""
    return FormFamily(re.compile(cue), forms)


# --- groups of a pattern ------------------------------------------------------------------------------------


def quotation(group: str) -> str:
    """One quotation."""
    return f"(?P<{group}>{Q})"


def quotation_list(group: str) -> str:
    """A list of quotations."""
    return f"(?P<{group}>{Q}(?:[、和及与]?{Q})*)"


def units(group: str) -> str:
    """Names of units, quoted or not."""
    return f"(?P<{group}>{Q}(?:[、和及与]{Q})*|[^,;。\n{Q}]{{2,40}}?)"


def bare_words(group: str, least: int, most: int) -> str:
    """Words without quotation marks: no more than a clause."""
    return f"(?P<{group}>[^,;。\n、{Q}]{{{least},{most}}}?)"


# --- what surrounds them ------------------------------------------------------------------------------------

AT_PLACE = "(?P<place>[^;\n]{0,80}?)"
TAKING = "(?:将|把|对|由|就)?"
MARK = " *[,:]? *"
VERB = f"{MARK}{ADVERBS}"
BECOMES_SAID = f"{MARK}{ADVERBS}{BECOMES}{SAID}"
ADDS_SAID = f"{MARK}{ADVERBS}{ADDS}{SAID}"
SIDE = "(?:之|的|以)?(?P<side>后|前)[面边]?"
WHOLE = "(?:(?:[这该]|这一|一整|整)[段条项款]|全段|全文)?(?:全部)?(?:内容|文字)?"
