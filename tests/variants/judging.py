"""What becomes of a variant when it is read: right, asked, or wrong."""

from enum import StrEnum

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Edit, Replace
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.everywhere import list_places
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from tests.variants.drafts import Lines, Variant, lines_of


class Outcome(StrEnum):
    """What became of a variant."""

    RIGHT = "right"
    """Taken, and the plan is the one that must come out."""
    PART = "part"
    """Some of it is taken, as it must come out; the rest is asked."""
    PROPOSED = "proposed"
    """Asked, with the edits that it means."""
    ASKED = "asked"
    NONE = "none"
    """Read as asking for nothing, which it may."""
    OTHERWISE = "otherwise"
    """Asked, with edits that it does not mean: a person who does not look closely takes them."""
    LOST = "lost"
    """Read as asking for nothing, though it says what it wants."""
    WRONG = "wrong"


def judged(variant: Variant) -> Outcome:
    """Return what became of a variant."""
    corpus = Corpus(variant.sections)
    found = OpinionReader(corpus, variant.unit).read(variant.opinion)
    if found.edits:
        return _of_taken(variant, _after(corpus, found.edits), found.certainty)
    meant = variant.meant or variant.plan
    if found.certainty is Certainty.NONE:
        return Outcome.NONE if meant is None else Outcome.LOST
    if not found.all_edits or meant is None:
        return Outcome.ASKED
    proposed = _after(corpus, [_with_places(corpus, edit) for edit in found.all_edits])
    return Outcome.PROPOSED if _same(proposed, meant) else Outcome.OTHERWISE


def _of_taken(variant: Variant, lines: Lines, certainty: Certainty) -> Outcome:
    if _same(lines, variant.plan):
        return Outcome.RIGHT
    before = lines_of(variant.sections)
    wanted = variant.plan or before
    partly = all(lines[key] in (before.get(key), wanted.get(key)) for key in lines)
    asks = certainty in (Certainty.PROPOSED, Certainty.REFUSED)
    return Outcome.PART if asks and partly and variant.plan is not None else Outcome.WRONG


def _same(lines: Lines, wanted: Lines | None) -> bool:
    """Whether lines are those that were wanted, in their order."""
    return wanted is not None and lines == wanted and list(lines) == list(wanted)


def _after(corpus: Corpus, edits: "list[Edit] | tuple[Edit, ...]") -> Lines:
    placed = place(corpus, "x", Patch(at=Cited(), edits=tuple(edits)))
    return lines_of(compose(corpus.outline, [placed]).sections)


def _with_places(corpus: Corpus, edit: Edit) -> Edit:
    if isinstance(edit, Replace) and edit.everywhere:
        return list_places(corpus, edit, "already").edit
    return edit
