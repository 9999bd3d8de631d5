"""Read instructions about parts, titles and units. What is not sure raises UnclearError."""

import re
from collections.abc import Sequence

from plancli.core.comments.edits import ChangeUnits, Edit, Move, Remove, Rewrite
from plancli.core.instructions.grammar.found import Found
from plancli.core.instructions.grammar.scope import PlaceScope
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.instructions.grammar.vocabulary import Q


def removed(found: Found) -> list[Edit]:
    """删除第3段, 删除3.1和3.2, 第3段第二句删除."""
    scope = found.scope()
    if scope.sentence is None or scope.host is not None:
        gone = [_gone(found, key) for key in found.tools.spotting.parts(scope)]
        if not _is_said_to_be_part(found, scope):
            # who strikes the words of a heading, or of a cell, may mean no more than these
            raise UnclearError(Doubt.READINGS, edits=tuple(gone))
        return list(gone)
    key = found.tools.spotting.paragraph(scope)
    return [found.tools.wording.changed(found.tools.spotting.sentence(key, scope.sentence), "")]


def _gone(found: Found, key: str) -> Edit:
    """Return the edit that removes a part; a cell stays, and is emptied."""
    spot = found.tools.spotting.outline.spots.get(key)
    if spot is None or not spot.is_fixed:
        return Remove(remove=key)
    if spot.row is None:
        raise UnclearError(Doubt.NO_PART)
    return Rewrite.model_validate({"rewrite": key, "with": ""})


def _is_said_to_be_part(found: Found, scope: PlaceScope) -> bool:
    """Whether the words say that a part is to go, and not the words by which it is called."""
    said = found.match[0]
    if scope.table is None or scope.table.keys == (scope.table.table,):
        return Q not in said or _PART.search(said) is not None
    if bool(scope.table.rows) is bool(scope.table.columns):
        return True
    return (_ROW if scope.table.rows else _COLUMN).search(said) is not None


_ROW = re.compile("[行项条]|指标|序号")
_COLUMN = re.compile("[列栏]")
_PART = re.compile(
    "[0-9条段项款章节整表]|专栏|部分|内容|全部|任务|工程|(?i:section|paragraph|item|box|chapter|clause|point|bullet)"
)


def retitled(found: Found) -> list[Edit]:
    """第三章名称改为“A”."""
    key = found.tools.spotting.part(found.scope())
    return [found.tools.wording.retitled(key, found.said("new"), found.said("was"))]


def part_moved(found: Found) -> list[Edit]:
    """将A移至B之后."""
    what = found.tools.spotting.part(found.scope())
    goal = found.tools.spotting.part(found.goal(what))
    outline = found.tools.spotting.outline
    in_table = what in outline.rows or what in outline.heads
    if in_table and outline.container(what) != outline.container(goal):
        raise UnclearError(Doubt.NO_PART)
    side = "before" if found.match["side"] in _AHEAD else "after"
    return [Move.model_validate({"move": what, side: goal})]


_AHEAD = ("前", "before", "in front of", "ahead of")


def swapped(found: Found) -> list[Edit]:
    """A和B顺序互换, where they stand one behind the other."""
    scope = found.scope()
    if scope.host is not None or len(scope.keys) != 2:
        raise UnclearError(Doubt.NO_PART)
    outline = found.tools.spotting.outline
    siblings = outline.children(outline.container(scope.keys[0]))
    if not set(scope.keys) <= set(siblings):
        raise UnclearError(Doubt.NO_PART)
    first, second = sorted(scope.keys, key=siblings.index)
    if siblings.index(second) - siblings.index(first) != 1:
        raise UnclearError(Doubt.NO_PART)
    return [Move.model_validate({"move": first, "after": second})]


# --- units --------------------------------------------------------------------------------------------------


def units_added(found: Found) -> list[Edit]:
    """A责任单位增加B."""
    units = found.tools.units
    names = units.named(found.listed("names"))
    keys = found.tools.spotting.paragraphs(found.scope())
    _nobody_leads(found, [units.led(key, names) for key in keys])
    return [units.changed(key, new=names) for key in keys]


def units_led(found: Found) -> list[Edit]:
    """A由B牵头."""
    units = found.tools.units
    names = units.named(found.listed("names"))
    keys = found.tools.spotting.paragraphs(found.scope())
    raise UnclearError(Doubt.LEADING, edits=tuple(units.led(key, names) for key in keys))


def units_removed(found: Found) -> list[Edit]:
    """A责任单位删除B."""
    names = found.tools.units.named(found.listed("names"))
    keys = found.tools.spotting.paragraphs(found.scope())
    return [found.tools.units.changed(key, gone=names) for key in keys]


def units_out(found: Found) -> list[Edit]:
    """B不再作为A责任单位: only where the sentence says that it no longer is."""
    if "不再" not in found.match[0] and "取消" not in found.match[0]:
        raise UnclearError(Doubt.NOT_READ, found.match[0])
    return units_removed(found)


def units_changed(found: Found) -> list[Edit]:
    """A责任单位由B改为C; without A, where one list alone has B."""
    units, scope = found.tools.units, found.scope()
    old, new = units.named(found.listed("old")), units.named(found.listed("new"))
    named = scope.keys or scope.host is not None
    keys = found.tools.spotting.paragraphs(scope) if named else [units.listing(old)]
    edits = [units.changed(key, old, new) for key in keys]
    _nobody_leads(found, [units.led(key, new, old) for key in keys])
    return edits


def units_set(found: Found) -> list[Edit]:
    """A责任单位改为B: all of them; fewer than before may be meant for one of these."""
    units = found.tools.units
    names = units.named(found.listed("names"))
    keys = found.tools.spotting.paragraphs(found.scope())
    _nobody_leads(found, [units.led(key, names) for key in keys])
    edits: list[Edit] = [ChangeUnits(units=key, set=tuple(names)) for key in keys]
    if any(len(names) < len(units.outline.units(key)) for key in keys):
        raise UnclearError(Doubt.READINGS, "、".join(names), tuple(edits))
    return edits


def _nobody_leads(found: Found, meant: Sequence[Edit]) -> None:
    """Only propose what is meant where a leading unit is spoken of: that it is the first is convention."""
    if "牵头" in found.match[0]:
        raise UnclearError(Doubt.LEADING, edits=tuple(meant))
