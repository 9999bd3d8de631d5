"""What a comment changed in one place and the plan still says elsewhere in its old form."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.locate.corpus import Corpus
from plancli.core.merge.placed import Placed
from plancli.core.plan.cells import by_column, column_of_cell, columns_of
from plancli.core.plan.model import Table
from plancli.core.plan.outline import Outline
from plancli.core.text.characters import (
    BREAKS,
    CLAUSE_MARKS,
    SENTENCE_MARKS,
    boundaries,
    sentences,
)
from plancli.core.text.matchkey import fold
from plancli.core.text.occurrences import EVERY, Occurrences
from plancli.core.text.words import edges as word_edges

_NEAR = 4
"""Changes with fewer unchanged characters between them change one term.

As many as a term has: what is as long as one between them is a term that stays.
"""
_LONG = 20
"""Of more than so many characters each clause is a term: no term is longer than a name of an office."""
_SHORT = 4
"""A term with fewer characters is looked for together with the word beside it."""
_ONE_WORD = re.compile("[a-z]+")
"""By itself rooms stands everywhere, as 平台 does; NB-IoT and Anhui are names."""
_MARKS = f"{SENTENCE_MARKS}{CLAUSE_MARKS}.()（）“”\"' "

"""What stands round a term and is no part of it."""
_CLAUSE_END = re.compile(f"[{SENTENCE_MARKS}{BREAKS}]")


class Form(NamedTuple):
    """The old form of a term that a comment changed in `paragraph`, and what stands there now."""

    comment: str
    paragraph: str
    old: str
    new: str


class Ripple(NamedTuple):
    """An old form that still stands somewhere, with its places in the match key."""

    form: Form
    there: Occurrences


class Region(NamedTuple):
    """A stretch of a text that one comment changes, with its new words."""

    start: int
    end: int
    new: str


def ripples(
    draft: Outline, comments: Iterable[Placed], text: Corpus, most: int = EVERY
) -> list[Ripple]:
    """Return for each comment the old forms that `text`, with all comments in it, still holds.

    Of each form up to `most` places are looked for. All forms are looked for in one pass over the text.
    """
    forms: list[Form] = []
    for placed in comments:
        forms += _forms(draft, placed)
    there = text.standing((form.old for form in forms), most)
    by_comment: dict[str, list[Ripple]] = defaultdict(list)
    for form in forms:
        places = there.get(form.old)
        if places is not None and places.starts:
            by_comment[form.comment].append(Ripple(form, places))
    found: list[Ripple] = []
    for own in by_comment.values():
        found += _widest(own)
    return found


def _forms(draft: Outline, placed: Placed) -> Iterator[Form]:
    """Yield the old forms of all terms that a comment changes, field by field."""
    regions: dict[tuple[str, str], list[Region]] = {}
    for paragraph, field, change in sorted(placed.texts, key=lambda text: text[:2]):
        own = regions.setdefault((paragraph, field), [])
        own.append(Region(change.start, change.end, change.text))
    for (paragraph, field), own in regions.items():
        base = draft.words(paragraph, field)
        if _is_one_of_a_list(draft, paragraph):
            continue
        written = "\n".join(fold(region.new) for region in own)
        for old, new in _terms(base, sorted(own)):
            # What the comment itself writes again beside it does not go: lunch, in lunch and dinner.
            if fold(old) not in written:
                yield Form(placed.by, paragraph, old, new)


def _is_one_of_a_list(draft: Outline, cell: str) -> bool:
    """Whether what a cell says stands in other rows of its column, too.

    约束性 stands in many rows: that one indicator becomes 预期性 changes no term.
    """
    spot = draft.spots.get(cell)
    if spot is None or spot.row is None or not isinstance(spot.column, Table):
        return False
    columns = columns_of(spot.column)
    beside = [
        by_column(row, columns).get(column_of_cell(cell))
        for row in spot.column.rows
        if row.id != spot.row.id
    ]
    return spot.paragraph.text in beside


def _widest(own: Iterable[Ripple]) -> Iterator[Ripple]:
    """Leave out a term of a comment that is part of a longer one of it and stands nowhere else."""
    kept: list[Ripple] = []
    for ripple in sorted(own, key=lambda ripple: -len(ripple.form.old)):
        if not any(_covers(wide, ripple) for wide in kept):
            kept.append(ripple)
            yield ripple


def _covers(wide: Ripple, narrow: Ripple) -> bool:
    """Whether a term is part of another one wherever it stands.

    Both are compared as they are looked for, folded.
    """
    within = fold(wide.form.old).find(fold(narrow.form.old))
    inside = {at + within for at in wide.there.starts}
    return within >= 0 and inside.issuperset(narrow.there.starts)


def _terms(base: str, changes: list[Region]) -> Iterator[tuple[str, str]]:
    """Yield the old forms that go, each with the words in its place.

    A form that the new words still contain does not go: 电子凭证 stands in 医保电子凭证.
    """
    for region in _regions(base, changes):
        if region.start == region.end:
            continue  # something is added, no form goes
        edges = _edges(base, region)
        # Whole words: 云平台 goes where only 云 was taken out of it.
        start = _last_up_to(edges, region.start)
        end = _first_from(edges, region.end)
        old = base[start:end].strip(_MARKS)
        if _names_nothing(old):
            continue
        widened = base[start : region.start] + region.new + base[region.end : end]
        new = widened.strip(_MARKS)
        near = _with_neighbours(base, edges, start, end)
        terms = _clauses(old) if len(old) > _LONG else near
        yield from _gone(terms, old, new)


_JOINING = re.compile(
    "(?:进一步|积极|大力|切实|加快|加强|推进|推动|促进|深入|深化|着力|全面|持续|不断|有序|有效|稳步|努力|继续|逐步"
    "|以及|[和与及或的之了等在于对将把从向以为是也都并而且其])+"
    "|(?:(?:and|or|the|an?|of|in|on|at|to|for|with|by|from|as|its?|their|this|that|is|are|be|was|were|been|has|have"
    "|shall|should|will|would|may|must|can|also|further|actively|gradually|continuously)[ ]?)+",
    re.IGNORECASE,
)
"""What joins words or only colours them: another one in its place is style, and changes no term."""


def _names_nothing(old: str) -> bool:
    """Whether what goes is no term, nor a part of one: marks, words that join others, words of style."""
    return not old or _JOINING.fullmatch(old) is not None


def _gone(terms: Iterable[str], old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the terms that go when `new` takes the place of `old`, each with what stands there then."""
    for term in terms:
        changed = new
        if old in term:
            changed = term.replace(old, new, 1)
        if fold(term) not in fold(changed):
            yield term, changed


def _last_up_to(edges: list[int], at: int) -> int:
    """Return the last edge of a word that is not behind an offset; `edges` are in order."""
    return edges[bisect_right(edges, at) - 1]


def _first_from(edges: list[int], at: int) -> int:
    """Return the first edge of a word that is not before an offset."""
    return edges[bisect_left(edges, at)]


def _edges(base: str, region: Region) -> list[int]:
    """Return where words begin and end in the sentences that a region touches.

    Offsets into the whole text; only these sentences are cut into words, since that is slow.
    """
    ends = boundaries(sentences(base))
    low = ends[bisect_right(ends, region.start) - 1]
    high = ends[bisect_left(ends, region.end)]
    return [low + edge for edge in sorted(word_edges(base[low:high]))]


def _regions(base: str, changes: list[Region]) -> list[Region]:
    """Join changes that stand so near that they change one term.

    A mark that parts clauses parts terms, too, however near they are.
    """
    found = changes[:1]
    for change in changes[1:]:
        last = found[-1]
        between = base[last.end : change.start]
        if _within_a_term(between):
            found[-1] = Region(last.start, change.end, last.new + between + change.new)
        else:
            found.append(change)
    return found


def _within_a_term(between: str) -> bool:
    """Whether so few unchanged characters can stand inside one term."""
    if len(between) >= _NEAR:
        return False
    return _CLAUSE_END.search(between) is None


def _clauses(old: str) -> list[str]:
    """Return the clauses of a long passage that are long enough to be terms of their own."""
    clauses = [clause.strip(_MARKS) for clause in _CLAUSE_END.split(old)]
    return [clause for clause in clauses if len(clause) > _SHORT + 1]


def _needs_a_neighbour(old: str) -> bool:
    """Whether a term by itself stands everywhere: short ones, numbers, one common word of letters."""
    if len(old) < _SHORT or old[0].isdigit():
        return True
    return _ONE_WORD.fullmatch(old) is not None


def _word_before(base: str, edges: list[int], start: int) -> int:
    """Return where the word before a term begins; the term's own start where its sentence begins with it.

    What only compares goes with the word before it.
    """
    begins = start
    for at in reversed(edges[: edges.index(start)]):
        word, begins = base[at:begins], at
        # between words of letters stands a blank, which is no word
        if not word.isspace() and _COMPARING.fullmatch(word) is None:
            break
    return begins


_COMPARING = re.compile("不|于|(?:不得?)?(?:[低少高多大小]于?|超过?|达到?|足)|至少|最多|约|近")
"""Words that compare with a number: 低于55% says of nothing what it is, and without its 不 the reverse."""


def _word_behind(base: str, edges: list[int], end: int) -> int:
    """Return where the word behind a term ends; the term's own end where its sentence ends with it."""
    for at in edges[edges.index(end) + 1 :]:
        if not base[at - 1].isspace():
            return at
    return end


def _with_neighbours(base: str, edges: list[int], start: int, end: int) -> list[str]:
    """Return the term, a short one or a number together with the word before it and behind it.

    By itself 2万 or 平台 stands everywhere, and mostly means something else there.
    """
    old = base[start:end].strip(_MARKS)
    if not _needs_a_neighbour(old):
        return [old]
    left, right = _word_before(base, edges, start), _word_behind(base, edges, end)
    found: list[str] = []
    for term in (base[left:end], base[start:right]):
        # A word with a mark on its outer side is none that belongs to the term.
        if term.strip(_MARKS) != term:
            continue
        if len(term) > len(old):
            found.append(term)
    return found
