"""Marked words with their punctuation in one width: both states are printed as if each stood alone."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from plancli.core.text.marked import Run
from plancli.core.text.punctuation import Punctuation


def printed_runs(runs: Sequence[Run], punctuation: Punctuation | None) -> list[Run]:
    """Return marked words as a plan prints its marks; as they are where it does not say how."""
    return [run for found in printed_each(runs, punctuation) for run in found]


def printed_each(runs: Sequence[Run], punctuation: Punctuation | None) -> list[list[Run]]:
    """Return what becomes of each run where a plan prints its marks in one width.

    A mark that is Chinese in one state only, as in 3:1 of which 甲:1 is made, goes there and comes anew.
    """
    if punctuation is None:
        return [[run] for run in runs]
    old = punctuation.printed("".join(run.text for run in runs if run.op in "=-"))
    new = punctuation.printed("".join(run.text for run in runs if run.op in "=+"))
    found: list[list[Run]] = []
    gone = come = 0
    for run in runs:
        length = len(run.text)
        before, after = old[gone : gone + length], new[come : come + length]
        match run.op:
            case "=":
                found.append(list(_of_both(before, after)))
                gone, come = gone + length, come + length
            case "-":
                found.append([Run("-", before)])
                gone += length
            case "+":
                found.append([Run("+", after)])
                come += length
            case _:
                # what came and went is in neither state
                found.append([Run(run.op, punctuation.printed(run.text))])
    return found


def _of_both(before: str, after: str) -> Iterator[Run]:
    """Yield words that stay, with the marks between them that do not."""
    if before == after:
        yield Run("=", before)
        return
    for same, pairs in groupby(zip(before, after, strict=True), lambda pair: pair[0] == pair[1]):
        old, new = ("".join(letters) for letters in zip(*pairs, strict=True))
        if same:
            yield Run("=", old)
        else:
            yield Run("-", old)
            yield Run("+", new)
