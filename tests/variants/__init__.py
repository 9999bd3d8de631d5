"""Opinions with the plan that must come out, made by string operations alone: seeded, many as wanted.

Neither the grammar nor the locator has a part in making them: a draft is put together from invented clauses,
a sentence of a known form is written about words of it, and what must come out is computed with `str.replace`
and list operations. `make variants` judges thousands of them, the tests a few of each form.
"""

import random
from collections.abc import Callable

from plancli.core.plan.model import Section
from tests.variants import chinese, english, open_chinese, tables
from tests.variants.drafts import UNITS, DraftMaker, EnglishMaker, Said, Variant

Made = tuple[tuple[Section, ...], Said]
"""A draft, and what is said of it."""


def _in_chinese(form: chinese.Form) -> Callable[[random.Random], Made]:
    def made(dice: random.Random) -> Made:
        draft = DraftMaker(dice)
        said = form(draft)
        return draft.sections(), said

    return made


def _of_tables(form: tables.TableForm) -> Callable[[random.Random], Made]:
    def made(dice: random.Random) -> Made:
        draft = tables.TableMaker(dice)
        said = form(draft)
        return draft.sections(), said

    return made


def _in_english(form: english.EnglishForm) -> Callable[[random.Random], Made]:
    def made(dice: random.Random) -> Made:
        draft = EnglishMaker(dice)
        said = form(draft)
        return draft.sections(), said

    return made


FORMS = {
    **{form.__name__.strip("_"): _in_chinese(form) for form in chinese.COMPLETE},
    **{form.__name__.strip("_"): _in_chinese(form) for form in open_chinese.OPEN},
    **{form.__name__.strip("_"): _of_tables(form) for form in (*tables.COMPLETE, *tables.OPEN)},
    **{form.__name__.strip("_"): _in_english(form) for form in english.COMPLETE},
    **{form.__name__.strip("_"): _in_english(form) for form in english.OPEN},
}


def variants(seed: int, count: int) -> list[Variant]:
    """Return so many variants, form after form."""
    dice = random.Random(seed)
    names = list(FORMS)
    found: list[Variant] = []
    for number in range(count):
        name = names[number % len(names)]
        sections, said = FORMS[name](dice)
        unit = dice.choice(UNITS)
        found.append(Variant(name, sections, unit, said.opinion, said.plan, said.meant))
    return found
