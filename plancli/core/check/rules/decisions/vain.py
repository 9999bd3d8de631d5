"""What is adopted changes something."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.comments.edits import ChangeUnits, Edit, Move, Retitle
from plancli.core.comments.record import Patch
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path
from plancli.core.locate.anchors import Anchor
from plancli.core.merge.placed import Placed
from plancli.core.plan.printed import headline
from plancli.core.rounds.round import Round


class There(NamedTuple):
    """What the draft says already where an edit was to change it: the place, and words of it to point to."""

    paragraph: str
    words: str


def vain_edits(round_: Round) -> Iterator[Finding]:
    """An edit that is adopted changes the draft."""
    for name in round_.due:
        comment = round_.current[name]
        own = comment.decision.edits is not None
        path: Path = ("decision", "edits") if own else ("edits",)
        for position, edit in enumerate(comment.adopted_edits):
            placed = round_.workspace.place(name, Patch.of(comment.at, (edit,)))
            there = _standing(round_, edit, placed)
            if there is not None:
                params = {"id": name, "paragraph": there.paragraph, "words": there.words}
                yield on_comment(comment, VAIN.code, (*path, position), **params)
            for absent in _absent(round_, edit):
                params = {"id": name, "paragraph": absent.paragraph, "unit": absent.words}
                yield on_comment(comment, NO_SUCH_UNIT.code, (*path, position), **params)


def _standing(round_: Round, edit: Edit, placed: Placed) -> There | None:
    """Return what the draft says already; None where an edit changes it, or has no place at all."""
    # What is refused has a finding of its own.
    if placed.refusals or placed.obstacles or placed.changes(round_.workspace.draft):
        return None
    match edit:
        case ChangeUnits():
            return _listed(round_, edit)
        case Move():
            return _titled(round_, edit.move)
    anchors = [one.found for one in placed.evidence if one.path[0] == "edits"]
    for found in anchors:
        if isinstance(found, Anchor):
            return There(found.paragraph, round_.workspace.corpus.words(found))
    if isinstance(edit, Retitle):
        return _titled(round_, edit.title)
    spot = round_.workspace.draft.spots.get(getattr(edit, "rewrite", ""))
    if spot is None:
        return None
    return There(spot.paragraph.id, spot.paragraph.text)


def _listed(round_: Round, edit: ChangeUnits) -> There | None:
    """Return the units that a paragraph has; None where the edit takes out one that it has not.

    That has a finding of its own: there is nothing that says already what was asked.
    """
    units = round_.workspace.draft.units(edit.units)
    if list(_absent(round_, edit)):
        return None
    return There(edit.units, round_.plan.joints.comma.join(units))


def _absent(round_: Round, edit: Edit) -> Iterator[There]:
    """Yield the units that an edit takes out of a paragraph that does not have them."""
    if not isinstance(edit, ChangeUnits):
        return
    spot = round_.workspace.draft.spots.get(edit.units)
    if spot is None:
        return
    for unit in edit.remove:
        if unit not in (spot.paragraph.units or ()):
            yield There(edit.units, unit)


def _titled(round_: Round, name: str) -> There:
    """Return a part that stays where it is, with its title or heading."""
    draft = round_.workspace.draft
    if name in draft.spots:
        paragraph = draft.spots[name].paragraph
        return There(name, paragraph.heading or paragraph.text)
    keys = round_.workspace.corpus.names.keys(name)
    for key in keys:
        if key in draft.sections:
            return There(key, headline(draft.sections[key]))
        if key in draft.captioned:
            return There(key, headline(draft.captioned[key]))
    return There(name, name)


VAIN = RoundRule(
    code="P431",
    find=vain_edits,
    order=85,
    while_writing=(Writing.DECISION,),
    message=N_("{id} adopts an edit that changes nothing: {paragraph} says already “{words}”."),
    hint=N_(
        "Decide what is so (plancli decide {id} --status 已体现 --already WORDS, with words from "
        "there), or mend the edit, or take it out of those that are adopted."
    ),
    meaning=N_(
        "What is adopted leaves the draft as it is: words are replaced by the same, a part goes "
        "to where it stands, a unit is added that is there. The table would say 已采纳, and no "
        "word of the text proves it. What the text says already is 已体现, with the passage."
    ),
)

NO_SUCH_UNIT = RoundRule(
    code="P432",
    find=vain_edits,
    order=85,
    while_writing=(Writing.DECISION,),
    message=N_("{id} takes {unit} out of the units of {paragraph}, which do not have it."),
    hint=N_("Write the name as it stands in that list, or mend the decision."),
    meaning=N_(
        "An adopted edit takes a responsible unit out of a list in which it does not stand, "
        "perhaps because the list has its full name. Nothing changes, and the unit that was "
        "meant stays responsible."
    ),
)
