"""The evidence on each comment as a reading: what it asked, what was adopted, where that stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from plancli.core.adoption import Comparison
from plancli.core.blame import Blame, Stretch, blame
from plancli.core.case import Case
from plancli.core.comment import Comment, Status
from plancli.core.counts import adopted_whole, final_statuses
from plancli.core.diff import Run
from plancli.core.finding import Finding
from plancli.core.locate import Anchor, Hint
from plancli.core.printed import printed
from plancli.core.rules.asked import comparison
from plancli.core.standing import State, standings, whole_states
from plancli.core.wording import focused


class Passage(NamedTuple):
    """Words of the plan on which a comment left its mark: + are its own, - are those that it took out."""

    paragraph: str
    container: str
    runs: list[Run]


class Reading(NamedTuple):
    """One comment with its evidence; `findings` are those of `check` that are about it."""

    comment: Comment
    state: State
    compared: Comparison
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...]


class Total(NamedTuple):
    """One unit's comments, a compound one counted once, and the mean share of what they asked.

    `adopted` are those adopted whole, `partly` in part, `in_text` those in the text. What was withdrawn asks
    for nothing any more.
    """

    unit: str
    comments: int
    adopted: int
    partly: int
    in_text: int
    share: float | None


def readings(
    rounds: Sequence[Case], case: Case, wanted: Iterable[Comment], found: Iterable[Finding]
) -> Iterator[Reading]:
    """Yield the reading of each comment of one round, in publication order."""
    of_comment: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.subject and finding.subject.kind == "comment":
            of_comment.setdefault(finding.subject.key, []).append(finding)
    states = {s.comment.id: s.state for s in standings(case.current, case.workspace, case.trial)}
    blamed = cache(partial(blame, rounds))
    for comment in wanted:
        passages = (*_written(case, comment, blamed), *_pointed_to(case, comment))
        about = tuple(of_comment.get(comment.id, ()))
        yield Reading(comment, states[comment.id], comparison(case, comment), passages, about)


def totals(case: Case, found: Iterable[Reading]) -> list[Total]:
    """Return the sums by unit, in the order of the readings; a decision is that on the whole comment."""
    states = whole_states(standings(case.current, case.workspace, case.trial))
    statuses = final_statuses(case.current)
    by_unit: dict[str, list[Reading]] = {}
    for reading in found:
        by_unit.setdefault(reading.comment.unit, []).append(reading)
    return [_total(unit, own, statuses, states) for unit, own in by_unit.items()]


def _total(
    unit: str, own: list[Reading], statuses: Mapping[str, Status], states: Mapping[str, State]
) -> Total:
    whole = {reading.comment.part_of or reading.comment.id for reading in own}
    standing = [reading for reading in own if reading.comment.decision.status is not Status.WITHDRAWN]
    shares = [share for reading in standing if (share := reading.compared.share) is not None]
    return Total(
        unit,
        len(whole),
        sum(adopted_whole(statuses[name]) for name in whole),
        sum(statuses[name] is Status.PARTLY for name in whole),
        sum(states[name] is State.IN_TEXT for name in whole),
        sum(shares) / len(shares) if shares else None,
    )


def _written(case: Case, comment: Comment, blamed: Callable[[str], Blame]) -> Iterator[Passage]:
    """Yield the paragraphs of the plan that hold a comment's words, or from which it took some."""
    for answer in case.answers(comment):
        yield from _written_by(case, answer, blamed)


def _written_by(case: Case, comment: Comment, blamed: Callable[[str], Blame]) -> Iterator[Passage]:
    placed = case.trial.placed.get(comment.id)
    if placed is None or comment.id not in case.workspace.recorded:
        return
    touched = placed.paragraphs | {name for addition in placed.additions for name in addition.holds}
    for name, spot in case.plan.spots.items():
        if name in touched:
            yield from (Passage(name, spot.container, runs) for runs in _marked(blamed(name), comment.id))
    for name in sorted(touched - case.plan.spots.keys()):
        if before := case.workspace.draft.spots.get(name):
            yield Passage(name, before.container, [Run("-", printed(before).text)])


def _marked(found: Blame, by: str) -> Iterator[list[Run]]:
    """Yield the fields that bear the mark of a comment, as runs around its words."""
    for stretches in (found.heading, found.text, _separated(found.units)):
        runs = [run for stretch in stretches for run in _runs(stretch, by)]
        if any(run.op != "=" for run in runs):
            yield focused(runs)


def _separated(units: tuple[Stretch, ...]) -> list[Stretch]:
    return [part for unit in units for part in (Stretch("、", ""), unit)][1:]


def _runs(stretch: Stretch, by: str) -> Iterator[Run]:
    if by not in stretch.by:
        yield from [Run("=", stretch.text)] if stretch.text else []
        return
    yield from [Run("-", stretch.gone)] if stretch.gone else []
    yield from [Run("+", stretch.text)] if stretch.text else []


def _pointed_to(case: Case, comment: Comment) -> Iterator[Passage]:
    """Yield the passages on which a decision relies instead of a change."""
    for passage in comment.decision.already:
        found = case.corpus.locate(passage.quote, Hint(within=passage.within))
        if isinstance(found, Anchor):
            spot = case.plan.spots[found.paragraph]
            yield Passage(found.paragraph, spot.container, [Run("=", case.corpus.words(found))])
