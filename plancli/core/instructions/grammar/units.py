"""Write changes of responsible units as edits."""

import re
from collections.abc import Iterable, Sequence, Set
from functools import cached_property

from plancli.core.comments.edits import ChangeUnits, Edit
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.plan.outline import Outline

_OURS = re.compile("[我本](?:局|委|办|厅|单位|中心|会|院|行|公司|所|处|台|区|县|市|镇|校)")
_ENDS = "局委办厅院部处所站队会社行司县区镇乡心府校台团馆企业集"
_UNIT = re.compile(
    rf"(?!.*(?:等|或|单位|部门|责任|以下|如下|牵头|改为|改由))[\u4e00-\u9fff()（）]{{2,25}}[{_ENDS}]团?"
)
"""What a name of a unit looks like: it ends as units are called."""


class Units:
    """Reads names of units as the unit that comments says them, and writes edits of their lists."""

    def __init__(self, outline: Outline, own: str, roster: Set[str] = frozenset()) -> None:
        self.outline, self.own, self.roster = outline, own, roster

    def named(self, names: Iterable[str]) -> list[str]:
        """Return the names of units; 我局 is the unit that comments.

        Raises:
            UnclearError: one is no name of a unit.

        """
        return [self._named(name.strip()) for name in names if name.strip()]

    def _named(self, said: str) -> str:
        if _OURS.fullmatch(said) and self.own:
            return self.own
        known = self.knows(said)
        if _OURS.fullmatch(said) or not (known or _UNIT.fullmatch(said)):
            raise UnclearError(Doubt.UNKNOWN_UNIT, said)
        return said

    def knows(self, name: str) -> bool:
        """Whether a unit has this name: the one that comments, one that was asked, or one in a list."""
        return name == self.own or name in self._known

    @cached_property
    def _known(self) -> frozenset[str]:
        """The units in the lists of the draft, and those that were asked."""
        return self.outline.unit_names | self.roster

    def listing(self, names: Iterable[str]) -> str:
        """Return the id of the one paragraph whose list has all of some units.

        Raises:
            UnclearError: there is none, or several.

        """
        wanted = set(names)
        found = [key for key in self.outline.spots if wanted <= set(self.outline.units(key))]
        if len(found) != 1:
            raise UnclearError(Doubt.SEVERAL if found else Doubt.NOT_THERE, "、".join(names))
        return found[0]

    def changed(self, key: str, gone: Sequence[str] = (), new: Sequence[str] = ()) -> Edit:
        """Return the edit that takes units out of the list of a paragraph, and puts others in.

        Raises:
            UnclearError: the list has not all that are to go.

        """
        if not set(gone) <= set(self.outline.units(key)):
            raise UnclearError(Doubt.NOT_THERE, "、".join(gone))
        return ChangeUnits(units=key, add=tuple(new), remove=tuple(gone))

    def led(self, key: str, new: Sequence[str], gone: Sequence[str] = ()) -> Edit:
        """Return the edit that puts units at the head of the list of a paragraph, by convention its leaders.

        A leader whom others follow goes, unless these were in the list before and only change places with it.
        """
        own = self.outline.units(key)
        stays = bool(set(new) & set(own))
        rest = [unit for unit in own if unit not in new and (stays or unit not in gone)]
        return ChangeUnits(units=key, set=(*new, *rest))
