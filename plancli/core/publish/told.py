"""Wordings as people are told them: a row of a table that comes or goes is one, not one for each cell."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from plancli.core.evidence.audit import Proof
from plancli.core.evidence.wordings import PLACE, Wording
from plancli.core.plan.cells import LEVELS, in_a_line, levels, owner_of_list, row_of_cell
from plancli.core.plan.joints import Joints
from plancli.core.plan.outline import Outline
from plancli.core.text.marked import Run
from plancli.core.text.marked_punctuation import printed_runs

_Told = TypeVar("_Told", Wording, Proof)


def told(wordings: Iterable[Wording], draft: Outline) -> list[Wording]:
    """Return wordings with those of a row that is new, or of which nothing stays, in one."""

    def row_of(wording: Wording) -> str:
        spot = draft.spots.get(wording.paragraph)
        if spot is not None:
            return spot.row.id if spot.row is not None else ""
        return row_of_cell(wording.paragraph) if wording.new_row else ""

    def in_one(row: str, cells: Sequence[Wording]) -> list[Wording]:
        asked, adopted = [cell.asked for cell in cells], [cell.adopted for cell in cells]
        # it is asked to go, or goes, where nothing is left of any of its cells
        if row in draft.rows and any(asked) and any(adopted):
            return list(cells)
        whole = cells[0]._replace(
            draft=_line(cell.draft for cell in cells),
            asked=_line(asked),
            adopted=_line(adopted),
        )
        return [whole._replace(paragraph=row)]

    said = [_head_told(one, draft) for one in wordings if not _is_empty(one)]
    return [_published(one, draft.joints) for one in _by_rows(said, row_of, in_one)]


def _published(wording: Wording, joints: Joints) -> Wording:
    """Return a wording as its plan publishes it; a place is told by names, which come from the paper."""
    if wording.field == PLACE:
        return wording
    return wording._replace(
        draft=joints.published(wording.draft),
        asked=joints.published(wording.asked),
        adopted=joints.published(wording.adopted),
    )


def _line(cells: Iterable[str]) -> str:
    """Return cells in a line; nothing of a state in which there are none."""
    words = in_a_line(cells)
    return words if words.strip(f" {LEVELS}") else ""


def _is_empty(wording: Wording) -> bool:
    """Whether a wording says nothing in any state, as an empty cell that comes with its row does."""
    return not (wording.draft or wording.asked or wording.adopted)


def _head_told(wording: Wording, draft: Outline) -> Wording:
    """Return a wording of a head of a table without the marks between its levels."""
    is_head = wording.paragraph in draft.heads or owner_of_list(wording.container) is not None
    if wording.field != "heading" or not is_head:
        return wording
    states = (wording.draft, wording.asked, wording.adopted)
    before, asked, adopted = (" ".join(levels(words)) for words in states)
    return wording._replace(draft=before, asked=asked, adopted=adopted)


def told_proofs(proofs: Iterable[Proof], draft: Outline, plan: Outline) -> list[Proof]:
    """Return passages with those of a row that is new in one."""

    def row_of(proof: Proof) -> str:
        return proof.container if proof.container in plan.rows else ""

    def in_one(row: str, cells: Sequence[Proof]) -> list[Proof]:
        if row in draft.rows:
            return list(cells)
        runs: list[Run] = []
        for cell in cells:
            between = [Run("=", f" {LEVELS} ")] if runs else []
            runs += [*between, *cell.runs]
        return [cells[0]._replace(paragraph=row, runs=runs)]

    found: list[Proof] = []
    for proof in proofs:
        is_head = proof.paragraph in plan.heads or proof.paragraph in draft.heads
        found.append(proof._replace(runs=_apart(proof.runs)) if is_head else proof)
    punctuation = plan.joints.punctuation
    return [
        one._replace(runs=printed_runs(one.runs, punctuation))
        for one in _by_rows(found, row_of, in_one)
    ]


def _apart(runs: Iterable[Run]) -> list[Run]:
    """Return the words of a head of a table without the marks between its levels."""
    return [run._replace(text=run.text.replace(LEVELS, " ")) for run in runs]


def _by_rows(
    found: Iterable[_Told],
    row_of: Callable[[_Told], str],
    in_one: Callable[[str, Sequence[_Told]], list[_Told]],
) -> list[_Told]:
    """Return what is said of cells as `in_one` tells it for each row, all else as it is."""
    shown: list[_Told] = []
    for row, cells in groupby(found, row_of):
        own = list(cells)
        shown += in_one(row, own) if row else own
    return shown
