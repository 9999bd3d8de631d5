"""What was done with a comment, in the sentences of a reply (已将“甲”改为“乙”。)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.comments.edits import (
    Add,
    ChangePicture,
    ChangeUnits,
    Delete,
    Edit,
    Insert,
    Move,
    New,
    NewNote,
    NewParagraph,
    NewRow,
    NewTableHead,
    Remove,
    Replace,
    Retitle,
    Rewrite,
)
from plancli.core.plan.cells import in_a_line
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Paragraph
from plancli.core.plan.printed import fields_of
from plancli.core.publish.naming import Paper, inner_quotes
from plancli.core.publish.words import Said


class Telling(NamedTuple):
    """In which words a plan tells what was done: its paper, its joints, and what its language says."""

    paper: Paper
    joints: Joints
    said: Said


def done_in_words(edits: Iterable[Edit], telling: Telling) -> str:
    """Return what putting edits into the text did, a sentence for each of them; "" for no edits."""
    sentences: list[str] = []
    for edit in edits:
        sentences += _sentences(edit, telling)
    return telling.said.after.join(sentences)


def _sentences(edit: Edit, telling: Telling) -> Iterator[str]:
    forms = telling.said.done
    match edit:
        case Replace() if edit.wording.strip():
            form = forms.everywhere if edit.everywhere else forms.replaced
            yield form.format(old=inner_quotes(edit.replace), new=inner_quotes(edit.wording))
        case Replace():
            yield forms.deleted.format(old=inner_quotes(edit.replace))
        case Delete():
            yield forms.deleted.format(old=inner_quotes(edit.delete))
        case Insert():
            yield _inserted(edit, telling)
        case ChangeUnits():
            yield from _units(edit, telling)
        case _:
            yield _of_part(edit, telling)


def _inserted(edit: Insert, telling: Telling) -> str:
    forms, new = telling.said.done, inner_quotes(edit.insert)
    if edit.after is not None:
        return forms.inserted_after.format(place=inner_quotes(edit.after), new=new)
    if edit.before is not None:
        return forms.inserted_before.format(place=inner_quotes(edit.before), new=new)
    return forms.inserted_into.format(place=_named(edit.into, telling), new=new)


def _of_part(
    edit: Rewrite | Retitle | ChangePicture | Add | Remove | Move, telling: Telling
) -> str:
    """Return what was done with a part as a whole, which is called as people call it."""
    forms = telling.said.done
    match edit:
        case Rewrite():
            new = inner_quotes(edit.wording)
            return forms.rewritten.format(part=_named(edit.rewrite, telling), new=new)
        case ChangePicture():
            new = edit.wording.rpartition("/")[2]
            return forms.pictured.format(part=_named(edit.image, telling), new=new)
        case Retitle():
            new = inner_quotes(edit.wording)
            return forms.retitled.format(part=_named(edit.title, telling), new=new)
        case Add():
            form = forms.added_after if edit.after else forms.added_to
            if isinstance(edit.add, NewNote):
                form = forms.noted
            place = _named(edit.after or edit.to, telling)
            return form.format(place=place, new=inner_quotes(_added(edit.add, telling.joints)))
        case Remove():
            return forms.removed.format(part=_named(edit.remove, telling))
        case Move():
            return _moved(edit, telling)


def _moved(edit: Move, telling: Telling) -> str:
    forms, part = telling.said.done, _named(edit.move, telling)
    if edit.after:
        return forms.moved_after.format(part=part, place=_named(edit.after, telling))
    if edit.before:
        return forms.moved_before.format(part=part, place=_named(edit.before, telling))
    return forms.moved_to.format(part=part, place=_named(edit.to, telling))


def _units(edit: ChangeUnits, telling: Telling) -> Iterator[str]:
    forms, comma = telling.said.done, telling.joints.comma
    part = _named(edit.units, telling)
    if edit.set is not None:
        yield forms.units_set.format(part=part, units=comma.join(edit.set))
    if edit.add:
        yield forms.units_added.format(part=part, units=comma.join(edit.add))
    if edit.remove:
        yield forms.units_removed.format(part=part, units=comma.join(edit.remove))


def _named(key: str | None, telling: Telling) -> str:
    return telling.paper.name(key or "", telling.said.naming)


def _added(new: New, joints: Joints) -> str:
    """Return the words by which an added part is known: all of a paragraph or row, else its title."""
    match new:
        case NewParagraph():
            paragraph = Paragraph(id=new.id or "-", heading=new.heading, text=new.text)
            return fields_of(paragraph, joints).said
        case NewRow():
            return in_a_line(new.cells)
        case NewTableHead():
            return new.head
        case NewNote():
            return new.note
        case _:
            return new.title
