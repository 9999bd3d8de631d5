"""Marks of punctuation: in two widths, and one too many."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from plancli.core.check.text.flaw import Flaw
from plancli.core.text.characters import HAN

_WIDE = dict(zip(",:;?!()", "，：；？！（）", strict=True)) | {".": "。"}
_BESIDE = f"[{HAN}”’》）〕】]"
_NARROW_MARK = re.compile(
    rf"(?<={_BESIDE})[,:;?!)]|(?<={_BESIDE})\.(?![.…\w])|\((?=[{HAN}“《])|(?<=[{HAN}])\("
)
_WIDE_MARK = re.compile("[，：；？！（）。]")


def marks(texts: Iterable[str]) -> Counter[str]:
    """Count the marks beside Chinese characters, in both widths."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WIDE_MARK.findall(text))
        counts.update(_NARROW_MARK.findall(text))
    return counts


def mixed_width(text: str, counts: Counter[str]) -> Iterator[Flaw]:
    """Yield the marks that the plan elsewhere writes in the other width, where that is the more usual."""
    rare = _rarer_ones(counts)
    if not rare:
        return
    for pattern in (_NARROW_MARK, _WIDE_MARK):
        for match in pattern.finditer(text):
            mark = match[0]
            if mark in rare:
                yield Flaw(match.start(), mark, rare[mark])


def _rarer_ones(counts: Counter[str]) -> dict[str, str]:
    """Return the marks that stand in both widths, in their rarer one, with what is more usual.

    Where both are as frequent, the narrow one is the slip: the text is Chinese.
    """
    found: dict[str, str] = {}
    for narrow, wide in _WIDE.items():
        if not counts[narrow] or not counts[wide]:
            continue
        if counts[narrow] <= counts[wide]:
            found[narrow] = wide
        else:
            found[wide] = narrow
    return found


_DOUBLED = re.compile(
    r"[。，、；：,;:](?<!://)[。，、；：,;:]+|[！!]{2,}|[？?]{2,}|(?<![.…])\.(?:[，。、；;]|(?<![A-Za-z]\.),)"
)


def doubled(text: str) -> Iterator[Flaw]:
    """Yield marks that follow each other and should be one; …… and —— are one mark each, Co., is short."""
    for match in _DOUBLED.finditer(text):
        yield Flaw(match.start(), match[0], match[0][-1])
