"""The responsible units at the end of a paragraph: (责任单位:甲、乙), (牵头单位:甲;配合单位:乙)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.plan.names import unstorable


class Responsible(NamedTuple):
    """The units of a paragraph, and its words without them.

    `has_roles`: the list told who leads and who helps, which is left to the order of the names.
    """

    words: str
    units: tuple[str, ...]
    has_roles: bool = False


_ROLE = (
    r"(?:(?:主要|第一)?责任(?:单位|部门|主体)|(?:牵头|主责|主办|主管|负责|实施|承办)(?:责任)?(?:单位|部门)|"
    r"(?:配合|协办|协同|参与|参加|协作|支持|会同)(?:责任)?(?:单位|部门)|牵头|配合|responsible|lead|support)"
)
_LIST = re.compile(
    rf"(?P<open>[(（【\[]\s*)?(?P<lists>{_ROLE}\s*[:：].+?)(?P<close>\s*[)）】\]])?(?P<mark>[。.;；]?)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(rf"(?:\A|[;；,，。]\s*){_ROLE}\s*[:：]", re.IGNORECASE)
_LEADS_OR_HELPS = re.compile(
    r"\s*[;；,，。]?\s*(?:牵头|配合|协|参与|参加|会同|lead|support)", re.IGNORECASE
)
_BETWEEN = re.compile(r"[、,，;；/／]|\s{2,}")


def responsible_in(words: str) -> Responsible | None:
    """Return the units with which words end; None where they end with no list, none of one that is unfit.

    A list that has no brackets round it must be a line of its own. The mark of the sentence that stands
    behind the list is put where the list began.
    """
    for match in _candidates(words):
        ahead = words[: match.start()].rstrip()
        has_brackets = bool(match["open"]) and bool(match["close"])
        if not has_brackets and (ahead or match["open"] or match["close"]):
            continue
        units = _units(match["lists"])
        if not units:
            return Responsible(words, ())
        mark = match["mark"] if ahead and ahead[-1] not in "。.;；" else ""
        has_roles = _LEADS_OR_HELPS.search(match["lists"]) is not None
        return Responsible(ahead + mark, units, has_roles)
    return None


def _candidates(words: str) -> Iterator[re.Match[str]]:
    """Yield where a list may begin, the last bracket first."""
    end = len(words)
    for _ in range(_BRACKETS):
        end = max(words.rfind(bracket, 0, end) for bracket in "(（【[")
        if end < 0:
            break
        if match := _LIST.match(words, end):
            yield match
    if match := _LIST.match(words):
        yield match


_BRACKETS = 4
"""So many brackets from the end on are looked at: a list has few of its own."""


def _units(lists: str) -> tuple[str, ...]:
    """Return the names in one list, or in several with a role each; none where one cannot be a name."""
    found: list[str] = []
    for part in filter(None, _HEAD.split(lists)):
        found += [name.strip() for name in _BETWEEN.split(part)]
    names = list(dict.fromkeys(filter(None, found)))
    return tuple(names) if all(map(_is_name, names)) else ()


def _is_name(name: str) -> bool:
    """Whether words can be a name of a unit, or of several: short, and without marks of a sentence."""
    return len(name) <= _LONGEST and unstorable(name) is None and "。" not in name


_LONGEST = 40
