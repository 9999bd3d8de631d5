"""Changes that a file shows as sentences in which a unit would ask for them, in the language of the plan."""

from collections.abc import Iterable
from typing import NamedTuple

from plancli.core.comments.edits import (
    Add,
    ChangePicture,
    ChangeUnits,
    Delete,
    Edit,
    Insert,
    Move,
    NewNote,
    NewParagraph,
    NewRow,
    Remove,
    Replace,
    Retitle,
    Rewrite,
    new_words,
)
from plancli.core.intake.originals import ChangedInset
from plancli.core.intake.tracked import InsetKind
from plancli.core.plan.cells import in_a_line, row_name
from plancli.core.plan.outline import Outline
from plancli.core.text.marked import shortened


class Asking(NamedTuple):
    """The sentences of one language, each with its places in braces."""

    replaced: str
    deleted: str
    after: str
    before: str
    ending: str
    rewritten: str
    retitled: str
    added: str
    added_before: str
    added_into: str
    removed: str
    moved_after: str
    moved_before: str
    moved_into: str
    units_added: str
    units_removed: str
    units_set: str
    reason: str
    added_row: str
    pictured: str
    noted: str
    unnoted: str
    endnoted: str
    unendnoted: str
    pictured_at: str
    unpictured: str
    margin: str


def asked_for(edits: Iterable[Edit], draft: Outline, asking: Asking) -> str:
    """Return what edits ask for, a sentence a line; what holds for several cells alike is said once."""
    return "\n".join(dict.fromkeys(_sentence(edit, draft, asking) for edit in edits))


def _sentence(edit: Edit, draft: Outline, asking: Asking) -> str:
    match edit:
        case Replace():
            return asking.replaced.format(old=edit.replace, new=edit.wording)
        case Delete():
            return asking.deleted.format(old=edit.delete)
        case Insert(after=str(anchor)):
            return asking.after.format(anchor=anchor, new=edit.insert)
        case Insert(before=str(anchor)):
            return asking.before.format(anchor=anchor, new=edit.insert)
        case Insert():
            return asking.ending.format(part=_called(edit.into, draft), new=edit.insert)
        case Rewrite() | Retitle() | ChangePicture():
            return _anew(edit, draft, asking)
        case ChangeUnits():
            return _of_units(edit, draft, asking)
        case _:
            return _of_part(edit, draft, asking)


def _anew(edit: Rewrite | Retitle | ChangePicture, draft: Outline, asking: Asking) -> str:
    match edit:
        case Rewrite():
            return asking.rewritten.format(part=_called(edit.rewrite, draft), new=edit.wording)
        case Retitle():
            return asking.retitled.format(part=_called(edit.title, draft), new=edit.wording)
        case ChangePicture():
            return asking.pictured.format(part=_called(edit.image, draft), new=edit.wording)


def _of_part(edit: Add | Remove | Move, draft: Outline, asking: Asking) -> str:
    match edit:
        case Remove():
            spot = draft.spots.get(edit.remove)
            if spot is not None and spot.noted is not None:
                return asking.unnoted.format(old=spot.paragraph.text)
            return asking.removed.format(part=_called(edit.remove, draft))
        case Move():
            part = _called(edit.move, draft)
            for said, beside in (
                (asking.moved_after, edit.after),
                (asking.moved_before, edit.before),
                (asking.moved_into, edit.to),
            ):
                if beside is not None:
                    return said.format(part=part, beside=_called(beside, draft))
        case Add():
            return _added(edit, draft, asking)
    raise AssertionError("no file shows such an edit")


def _added(edit: Add, draft: Outline, asking: Asking) -> str:
    match edit:
        case Add(add=NewRow(cells=cells), after=str(above)):
            beside = _called(above, draft)
            return asking.added_row.format(beside=beside, new=in_a_line(cells))
        case Add(add=NewNote(note=words, after=anchor), to=str(key)):
            ahead = anchor or draft.spots[key].paragraph.text[-_NEAR:]
            return asking.noted.format(anchor=ahead, new=words)
        case Add(add=NewParagraph()):
            new = " ".join(new_words(edit))
            if edit.after is not None:
                return asking.added.format(beside=_called(edit.after, draft), new=new)
            return asking.added_into.format(beside=_called(edit.to, draft), new=new)
    raise AssertionError("no file shows such an edit")


def _of_units(edit: ChangeUnits, draft: Outline, asking: Asking) -> str:
    part, comma = _called(edit.units, draft), draft.joints.comma
    if edit.set is not None:
        return asking.units_set.format(part=part, names=comma.join(edit.set))
    said: list[str] = []
    if edit.add:
        said.append(asking.units_added.format(part=part, names=comma.join(edit.add)))
    if edit.remove:
        said.append(asking.units_removed.format(part=part, names=comma.join(edit.remove)))
    return "\n".join(said)


def inset_in_words(words: str, change: ChangedInset, asking: Asking) -> str:
    """Return what somebody put between the words of a paragraph, or took out, as a sentence."""
    sentences = {
        InsetKind.FOOTNOTE: (asking.noted, asking.unnoted),
        InsetKind.ENDNOTE: (asking.endnoted, asking.unendnoted),
        InsetKind.PICTURE: (asking.pictured_at, asking.unpictured),
    }
    comes, goes = sentences[change.inset.kind]
    if not change.comes:
        return goes.format(old=change.inset.before)
    ahead = words[max(change.at - _NEAR, 0) : change.at]
    return comes.format(anchor=ahead or words[:_NEAR], new=change.inset.words)


_NEAR = 8
"""With so many characters the words are named behind which something stands."""
_LONGEST = 24
"""With so many characters of its words a paragraph without a heading is named."""


def _called(key: str | None, draft: Outline) -> str:
    """Return what a part is called by: its title or heading, else how its text begins."""
    if key is None:
        return ""
    if key in draft.titles:
        return draft.titles[key] or key
    if key in draft.rows:
        return row_name(draft.tables[draft.container(key)], draft.rows[key])
    spot = draft.spots.get(key)
    if spot is None:
        return key
    return spot.paragraph.heading or shortened(spot.paragraph.text, _LONGEST)
