"""Words with marks: what stands in both of two texts, what goes, what comes."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from plancli.core.text.characters import ends_sentence, sentences

Op = Literal["=", "-", "+"]


class Run(NamedTuple):
    """A stretch that stands in both texts (=), only in the old (-) or only in the new (+)."""

    op: Op
    text: str


_MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def marked(runs: Iterable[Run]) -> str:
    """Return runs with plain marks: [-removed-]{+new+}."""
    return "".join(_MARKS[run.op].format(run.text) for run in runs)


GAP = Run("=", " ⋯ ")
"""Stands for unchanged sentences that are left out."""


def focused(runs: list[Run]) -> list[Run]:
    """Leave out unchanged sentences, with a GAP in their place; keep the sentences that changes stand in."""
    kept: list[Run] = []
    for at, run in enumerate(runs):
        parts = sentences(run.text)
        if run.op != "=" or len(parts) < 2:
            kept.append(run)
            continue
        head = parts[0] if at and not ends_sentence(runs[at - 1].text) else ""
        tail = parts[-1] if at + 1 < len(runs) and not ends_sentence(parts[-1]) else ""
        kept += [piece for piece in (Run("=", head), GAP, Run("=", tail)) if piece.text]
    return kept


def abridged(runs: list[Run], around: int) -> list[Run]:
    """Keep of what is unchanged only so many characters before and behind each change."""
    kept: list[Run] = []
    for at, run in enumerate(runs):
        head = run.text[:around] if at else ""
        tail = run.text[-around:] if at + 1 < len(runs) else ""
        if run.op != "=" or len(run.text) <= len(head) + len(tail) + 1:
            kept.append(run)
        else:
            kept.append(Run("=", f"{head}…{tail}"))
    return kept
