"""Who sent a letter, and when: the name and the day at its end, or the unit in its head."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from plancli.core.intake.entries import full_unit
from plancli.core.intake.letter_parts import day_in

_SEALED = re.compile(
    r"[（(](?:盖章|公章|印章|章|加盖公章|单位公章|代章|seal)[）)]|[：:]\s*$", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?:反馈|填报|报送|回复|发文|来文|提出)?(?:单位|部门)(?:名称)?(?:[（(][^（）()]*[）)])?\s*[：:]\s*"
)
_ABOUT = re.compile(r"^(.{2,24}?)(?:办公室)?(?:关于|对)(?=.{4,})")
_PAPER = re.compile("(?:文件|便笺|函|用笺|办公室文件)$")
_REGIONAL = "省市县区镇乡州盟旗"
"""With one of these begins a short name to which the name of the place belongs: 市教育局 of 六安市教育局."""
_ORGANISATION = re.compile(
    "(?:局|委|委员会|办|办公室|政府|处|科|院|中心|公司|集团|部|厅|会|联合会|协会|馆|站|所|校|大学|学院|支队|大队|银行|段)$"
    "|(?i:office|department|bureau|council|commission|centre|center|agency|authority|university|committee)"
)


class Senders:
    """The units that can have sent a letter, by all the names under which they sign.

    `region` are the words in which the office names its place, as the title of the plan does: 六安市教育局
    is the 市教育局 of that roster, and 巢湖市教育局 is not.
    """

    def __init__(self, names: Mapping[str, str], region: str) -> None:
        self.names = names
        self._region = region

    def unit(self, words: str) -> str | None:
        """Return the unit of the roster that a line names and nothing else; None where it names none."""
        line = _LABEL.sub("", words.strip())
        line = " ".join(_SEALED.sub("", line).split())
        for name in (line, "".join(line.split())):
            found = full_unit(self.names, name) or self._in_its_region(name)
            if found:
                return found
        return None

    def _in_its_region(self, name: str) -> str | None:
        for known, unit in self.names.items():
            place = name.removesuffix(known)
            if place and place != name and known[0] in _REGIONAL and place in self._region:
                return unit
        return None

    def said_in(self, words: str) -> str:
        """Return words in which a unit that is named speaks of itself: 市教育局无意见 is 我局无意见."""
        for name in sorted(self.names, key=len, reverse=True):
            words = words.replace(name, "我局")
        return words


class Signature(NamedTuple):
    """A line at the end of a letter: the unit of the roster, or the name as it stands there, and the day.

    Without any of them it says a day that is none: the 30th of February.
    """

    unit: str | None = None
    name: str = ""
    day: str | None = None


def signature_in(line: str, senders: Senders) -> Signature | None:
    """Return what a line at the end says of sender and day; None where it says more than that."""
    dated = day_in(line)
    name = dated.beside if dated else line.strip()
    name = re.sub(r"^(?:日期|时间|成文日期|(?i:date))\s*[:：]?$", "", name).strip()
    day = dated.day if dated else None
    if not name:
        return Signature(day=day) if dated else None
    unit = senders.unit(name)
    if unit:
        return Signature(unit, name, day)
    return Signature(None, _bare(name), day) if _is_name(name) else None


def _bare(name: str) -> str:
    return " ".join(_SEALED.sub("", _LABEL.sub("", name)).split())


_LONGEST_NAME = 40


def _is_name(words: str) -> bool:
    """Whether words look like the name of an office: they end as such names do, and are no sentence."""
    bare = _bare(words)
    if re.search("[。；;，,！？!?“”]|[.]$", bare) or len(bare) > _LONGEST_NAME:
        return False
    return _ORGANISATION.search(bare) is not None and not re.search("建议|意见|修改|应当", bare)


def sender_in_head(line: str, senders: Senders) -> str | None:
    """Return the unit that a line of the head names: 市教育局关于…的复函, 市教育局文件."""
    about = _ABOUT.match(line.strip())
    for words in (about[1] if about else "", _PAPER.sub("", line.strip())):
        unit = senders.unit(words) if words else None
        if unit:
            return unit
    return None
