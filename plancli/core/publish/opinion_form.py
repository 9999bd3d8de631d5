"""The form on which units answer: what is filled in on it is read again without any grammar."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.intake.circulated import Circulated
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.day import day
from plancli.core.plan.manifest import UnitKind
from plancli.core.publish.naming import Naming, name_by_place, name_of
from plancli.core.rounds.round import Round


class FormWords(NamedTuple):
    """The words of a form in the language of its plan.

    `heads` are those of its columns, in the order of `FORM_COLUMNS`; `choose` stands where a part is to be
    chosen.
    """

    title: str
    unit: str
    until: str
    how: tuple[str, ...]
    heads: tuple[str, ...]
    choose: str


FORM_COLUMNS = ("number", "page", "line", "part", "original", "wording", "opinion", "reason")
"""What the columns of a form hold, in their order; the words over them say so in a language."""


class OpinionForm(NamedTuple):
    """A form on a draft: what it says, the parts and the units to choose from, and the mark that it bears."""

    words: FormWords
    parts: tuple[str, ...]
    units: tuple[str, ...]
    mark: str
    language: str


def deadline_of(round_: Round) -> str:
    """Return the day until which units answer, as people of the plan's language write it; "" for none."""
    if round_.manifest.deadline is None:
        return ""
    until = day(round_.manifest.deadline)
    if round_.manifest.language.startswith("zh"):
        return f"{until.year}年{until.month}月{until.day}日"
    return until.isoformat()


def opinion_form(round_: Round, words: FormWords, naming: Naming) -> OpinionForm:
    """Return the form for the draft of a round."""
    name = round_.draft.draft
    frozen = round_.manifest.frozen(name)
    digest = "" if frozen is None else frozen.digest
    # the public is on the roster, too, and sends its opinions in other ways
    units = [unit.name for unit in round_.manifest.units if unit.kind is UnitKind.UNIT]
    parts = tuple(parts_to_choose(round_.workspace.corpus, naming))
    mark = Circulated(name, digest).mark
    return OpinionForm(words, parts, tuple(units), mark, round_.manifest.language)


def parts_to_choose(corpus: Corpus, naming: Naming) -> Iterator[str]:
    """Yield what the parts of a draft are called, in reading order: each name is read as that part alone.

    Where people call two parts the same, or a number in a title misleads, their places tell them apart. What
    no name tells from all others is left out, as some cells are: what holds it stands there. Only paragraphs
    of a language whose names are not read yet have their key.
    """
    outline = corpus.outline
    for key in outline.in_reading_order:
        by_place = name_by_place(outline, key, naming)
        for name in (name_of(outline, key, naming), by_place, key if by_place else ""):
            shown = " ".join(name.split())
            if shown and corpus.names.keys(shown) == [key]:
                yield shown
                break
