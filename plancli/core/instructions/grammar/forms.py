"""The forms of an instruction, a family for each verb.

Several may match at one place. Each is tried; what they give has to be the same.
"""

import re

from plancli.core.instructions.grammar.pieces import FormFamily, InstructionForm
from plancli.core.instructions.grammar.said_in_english import IN_ENGLISH
from plancli.core.instructions.grammar.said_of_parts import OF_PARTS
from plancli.core.instructions.grammar.said_of_tables import OF_TABLES
from plancli.core.instructions.grammar.said_of_words import OF_WORDS, WITHOUT_MARKS

_IN_CHINESE: tuple[FormFamily, ...] = (*OF_WORDS, *OF_PARTS, *OF_TABLES, *WITHOUT_MARKS)
FAMILIES: tuple[FormFamily, ...] = (*OF_WORDS, *OF_PARTS, *OF_TABLES, *IN_ENGLISH, *WITHOUT_MARKS)
_ENGLISH = re.compile("[A-Za-z→]|->")


def forms_for(sentence: str) -> list[InstructionForm]:
    """Return the forms that a sentence can have, by the verbs that stand in it."""
    found: list[InstructionForm] = []
    for family in FAMILIES if _ENGLISH.search(sentence) else _IN_CHINESE:
        if family.cue.search(sentence):
            found += family.forms
    return found
