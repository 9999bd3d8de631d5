"""What the references of a text mean in a plan, by the numbers of its parts: 专栏3, 第三、四章."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancli.core.plan.mentions import mentions
from plancli.core.plan.series import numbered_part
from plancli.core.text.numerals import chinese

KINDS = {
    "专栏{1}": "column",
    "专栏{一}": "column",
    "第{1}章": "chapter",
    "第{一}章": "chapter",
    "{1}": "project",
}
"""What the parts are called to which a text refers by numbers of a series."""


class Bound(NamedTuple):
    """The number in a reference, `start:end` of the text, and the key of the part that it means."""

    start: int
    end: int
    key: str


class Numbers:
    """The numbers of the parts of a plan, to look up what references mean."""

    def __init__(self, numbers: Mapping[str, str]) -> None:
        """`numbers` has what is printed before the titles of parts, by their keys."""
        self._values: dict[str, int] = {}
        self._keys: dict[tuple[str, int], list[str]] = {}
        for key, number in numbers.items():
            part = numbered_part(key, number)
            if part is None:
                continue
            self._values[key] = part.counted
            kind = KINDS.get(part.series.alike)
            if kind is not None:
                self._keys.setdefault((kind, part.counted), []).append(key)

    def value(self, key: str) -> int | None:
        """Return the number of a part, None where it has none."""
        return self._values.get(key)

    def bound(self, text: str) -> Iterable[Bound]:
        """Yield what the references of a text mean; one that means nothing, or several parts, is left out."""
        for mention in mentions(text):
            keys = self._keys.get((mention.kind, mention.value), [])
            if len(keys) == 1:
                yield Bound(mention.start, mention.end, keys[0])


def spelled_like(numeral: str, value: int) -> str:
    """Write a number in digits or in Chinese numerals, as another one is written."""
    if numeral.isdecimal():
        return str(value)
    return chinese(value)
