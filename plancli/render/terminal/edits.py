"""An edit in words."""

from plancli.core.comments.edits import (
    Add,
    ChangePicture,
    ChangeUnits,
    Delete,
    Edit,
    Insert,
    Move,
    New,
    NewColumn,
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
from plancli.core.plan.model import Figure, Paragraph, Table
from plancli.core.plan.printed import fields_of
from plancli.core.plan.wording import words_of
from plancli.core.text.marked import LEFT_OUT_BRIEFLY, shortened
from plancli.messages import _


def edit_in_words(edit: Edit, joints: Joints) -> str:
    """Return what an edit asks for, as a person would say it; the plan prints its parts with `joints`."""
    match edit:
        case Replace():
            return _replaced(edit)
        case Delete():
            return _("delete “{old}”").format(old=edit.delete)
        case Insert():
            return f"{_inserted_where(edit)}: “{edit.insert}”"
        case Rewrite() | Retitle() | ChangePicture():
            return _anew(edit)
        case Add():
            return f"{_added_where(edit)}: “{_new(edit.add, joints)}”"
        case Remove():
            return _("remove {paragraph}").format(paragraph=edit.remove)
        case Move():
            return _moved(edit)
        case ChangeUnits():
            return _units(edit, joints)


_BEGINNING = 80
"""So many characters of words tell on a line of a list what they are; a paragraph anew has hundreds."""


def edit_in_brief(edit: Edit, joints: Joints) -> str:
    """Return what an edit asks for, on a line of a list: of long words, old and new ones, the beginning."""
    words: dict[str, str] = {}
    for name, said in edit:
        if isinstance(said, str) and len(said) > _BEGINNING:
            words[name] = shortened(said, _BEGINNING, LEFT_OUT_BRIEFLY)
    brief = edit.model_copy(update=words) if words else edit
    return shortened(edit_in_words(brief, joints), 3 * _BEGINNING, LEFT_OUT_BRIEFLY)


def _replaced(edit: Replace) -> str:
    if not edit.everywhere:
        return _("replace “{old}” by “{new}”").format(old=edit.replace, new=edit.wording)
    if edit.places is None:
        # nobody has taken it yet: its places are listed when it is written
        words = _("replace “{old}” by “{new}” everywhere")
        return words.format(old=edit.replace, new=edit.wording)
    places = [place for place in edit.places if not place.waived]
    words = _("replace “{old}” by “{new}” everywhere ({count} places)")
    return words.format(old=edit.replace, new=edit.wording, count=len(places))


def _anew(edit: Rewrite | Retitle | ChangePicture) -> str:
    if isinstance(edit, ChangePicture):
        return _("show another picture in {figure}: {new}").format(
            figure=edit.image, new=edit.wording
        )
    if isinstance(edit, Rewrite):
        words = _("rewrite {paragraph}: “{new}”")
        return words.format(paragraph=edit.rewrite, new=edit.wording)
    return _("retitle {part}: “{new}”").format(part=edit.title, new=edit.wording)


def _added_where(edit: Add) -> str:
    if edit.after and edit.to:
        return _("add to {container} behind {place}").format(container=edit.to, place=edit.after)
    if edit.after:
        return _("add behind {place}").format(place=edit.after)
    return _("add to {container}").format(container=edit.to)


def _moved(edit: Move) -> str:
    if edit.after:
        return _("move {paragraph} behind {place}").format(paragraph=edit.move, place=edit.after)
    if edit.before:
        return _("move {paragraph} before {place}").format(paragraph=edit.move, place=edit.before)
    return _("move {paragraph} to {place}").format(paragraph=edit.move, place=edit.to)


def _new(added: New, joints: Joints) -> str:
    if isinstance(added, NewRow):
        return in_a_line(added.cells)
    if isinstance(added, NewNote):
        return f"{added.after or ''}[{added.note}]"
    if isinstance(added, NewTableHead):
        return in_a_line((added.head, *added.cells.values()))
    if isinstance(added, Table | Figure):
        return words_of(added, joints).replace("\n", joints.separator)
    if isinstance(added, NewParagraph):
        paragraph = Paragraph(id=added.id or "-", heading=added.heading, text=added.text)
        own = fields_of(paragraph, joints).said
        return joints.separator.join([own, *(_new(item, joints) for item in added.items)])
    parts = added.items if isinstance(added, NewColumn) else added.body
    return joints.separator.join([added.title, *(_new(part, joints) for part in parts)])


def _inserted_where(edit: Insert) -> str:
    if edit.after is not None:
        return _("insert behind “{words}”").format(words=edit.after)
    if edit.before is not None:
        return _("insert before “{words}”").format(words=edit.before)
    return _("insert at the end of {paragraph}").format(paragraph=edit.into)


def _units(edit: ChangeUnits, joints: Joints) -> str:
    if edit.set is not None:
        units = joints.comma.join(edit.set)
        return _("responsible units of {paragraph}: {units}").format(
            paragraph=edit.units, units=units
        )
    changes = [f"+{unit}" for unit in edit.add] + [f"-{unit}" for unit in edit.remove]
    return _("responsible units of {paragraph}: {units}").format(
        paragraph=edit.units, units=joints.comma.join(changes)
    )
