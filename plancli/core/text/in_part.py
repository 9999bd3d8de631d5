"""What is shown of a change: the sentences that it stands in, and that others are left out."""

from collections.abc import Iterable
from typing import Literal

from plancli.core.text.characters import ends_sentence, sentences
from plancli.core.text.marked import GAP, Op, Run, without_edge_gaps


def is_gap(run: Run) -> bool:
    """Whether a run stands for sentences that are left out, between words or at an edge of them."""
    return run.text.strip() == GAP.text.strip()


def focused(runs: list[Run]) -> list[Run]:
    """Leave out unchanged sentences, with a GAP in their place; keep the sentences that changes stand in."""
    kept: list[Run] = []
    for at, run in enumerate(runs):
        parts = sentences(run.text)
        if run.op != "=" or len(parts) < 2:
            kept.append(run)
            continue
        first, last = parts[0], parts[-1]
        # the first part may end the sentence of the change before it, the last one begin that of the next
        ends_one = at > 0 and not ends_sentence(runs[at - 1].text)
        begins_one = at + 1 < len(runs) and not ends_sentence(last)
        if ends_one:
            kept.append(Run("=", first))
        kept.append(GAP)
        if begins_one:
            kept.append(Run("=", last))
    return kept


def one_side(runs: Iterable[Run], without: Op | Literal[""]) -> list[Run]:
    """Return marked words without those that come, or go; what is left out beside these is left out once."""
    kept = [run for run in runs if run.op != without]
    once = (kept[at] for at in range(len(kept)) if kept[at - 1 : at + 1] != [GAP, GAP])
    return without_edge_gaps(once)


def left_out_behind(runs: list[Run]) -> list[Run]:
    """Say that something that stays is left out behind some runs, once."""
    if runs[-1:] == [GAP]:
        return runs
    return [*runs, GAP]
