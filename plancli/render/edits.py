"""An edit in words."""

from plancli.core.model import Add, ChangeUnits, Delete, Edit, Insert, Remove, Replace, Rewrite
from plancli.messages import _


def edit_in_words(edit: Edit) -> str:
    """Return what an edit asks for, as a person would say it."""
    match edit:
        case Replace():
            return _("replace “{old}” by “{new}”").format(old=edit.replace, new=edit.wording)
        case Delete():
            return _("delete “{old}”").format(old=edit.delete)
        case Insert():
            return f"{_inserted_where(edit)}: “{edit.insert}”"
        case Rewrite():
            return _("rewrite {paragraph}: “{new}”").format(paragraph=edit.rewrite, new=edit.wording)
        case Add():
            new = "。".join(part for part in (edit.add.heading, edit.add.text) if part)
            return _("add to {container}: “{new}”").format(container=edit.to, new=new)
        case Remove():
            return _("remove {paragraph}").format(paragraph=edit.remove)
        case ChangeUnits():
            return _units(edit)


def _inserted_where(edit: Insert) -> str:
    if edit.after is not None:
        return _("insert behind “{words}”").format(words=edit.after)
    if edit.before is not None:
        return _("insert before “{words}”").format(words=edit.before)
    return _("insert at the end of {paragraph}").format(paragraph=edit.into)


def _units(edit: ChangeUnits) -> str:
    if edit.set is not None:
        units = "、".join(edit.set)
        return _("responsible units of {paragraph}: {units}").format(paragraph=edit.units, units=units)
    changes = [f"+{unit}" for unit in edit.add] + [f"-{unit}" for unit in edit.remove]
    return _("responsible units of {paragraph}: {units}").format(
        paragraph=edit.units, units="、".join(changes)
    )
