"""The evidence on each comment as a reading: what it asked, what was adopted, where that stands."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.evidence.adoption import Comparison, comparison
from plancli.core.evidence.blame import Blame, Stretch, blame
from plancli.core.finding import Finding
from plancli.core.locate.anchors import Anchor, Hint
from plancli.core.rounds.borne_out import InText, Unborne
from plancli.core.rounds.counts import adopted_whole, final_statuses
from plancli.core.rounds.round import Round
from plancli.core.rounds.standing import State, whole_states
from plancli.core.text.in_part import focused
from plancli.core.text.marked import Run


class Proof(NamedTuple):
    """Words of the plan on which a comment left its mark: + are its own, - are those that it took out.

    They are those of a paragraph, its heading or its title, or else the names `of_units`.
    """

    paragraph: str
    container: str
    runs: list[Run]
    of_units: bool = False


class Reading(NamedTuple):
    """One comment with its evidence; `findings` are those of `check` that are about it."""

    comment: Comment
    state: State
    compared: Comparison
    passages: tuple[Proof, ...]
    findings: tuple[Finding, ...]


class Total(NamedTuple):
    """One unit's comments, a compound one counted once, and the mean share of what they asked.

    `adopted` are those adopted whole, `partly` in part, as far as the text proves that, `in_text` those in
    it; `not_yet` and `in_conflict` are those to be adopted that it does not prove. What was withdrawn asks
    for nothing any more.
    """

    unit: str
    comments: int
    adopted: int
    partly: int
    in_text: int
    not_yet: int
    in_conflict: int
    share: float | None


def readings(
    rounds: Sequence[Round], round_: Round, wanted: Iterable[Comment], found: Iterable[Finding]
) -> Iterator[Reading]:
    """Yield the reading of each comment of one round, in publication order."""
    of_comment = _by_comment(found)
    states: dict[str, State] = {}
    for standing in round_.standings:
        states[standing.comment.id] = standing.state
    for comment, proofs in passages(rounds, round_, wanted):
        yield Reading(
            comment=comment,
            state=states[comment.id],
            compared=comparison(round_, comment),
            passages=proofs,
            findings=tuple(of_comment.get(comment.id, ())),
        )


def passages(
    rounds: Sequence[Round], round_: Round, wanted: Iterable[Comment]
) -> Iterator[tuple[Comment, tuple[Proof, ...]]]:
    """Yield comments, each with the passages that bear its mark or on which its decision relies."""
    marks = _Marks(round_, partial(blame, rounds))
    for comment in wanted:
        yield comment, (*marks.of(comment), *_pointed_to(round_, comment))


def _by_comment(found: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings that are about comments, by the comment."""
    of_comment: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        subject = finding.subject
        if subject is not None and subject.kind == "comment":
            of_comment[subject.key].append(finding)
    return of_comment


def unit_totals(
    round_: Round, found: Iterable[Reading], unborne: Unborne = MappingProxyType({})
) -> list[Total]:
    """Return the sums by unit, in the order of the readings; a decision is that on the whole comment.

    A joint comment stands in the sum of each that signed it.
    `unborne` are whole comments of which the text does not prove that they are adopted.
    """
    by_unit: dict[str, list[Reading]] = {}
    for reading in found:
        for unit in reading.comment.signatories:
            by_unit.setdefault(unit, []).append(reading)
    decided = _Decided.of(round_, unborne)
    return [decided.total(unit, own) for unit, own in by_unit.items()]


def whole_total(
    round_: Round, found: Sequence[Reading], unborne: Unborne = MappingProxyType({})
) -> Total:
    """Return the sum of all readings, of no one unit: a joint comment counts once."""
    return _Decided.of(round_, unborne).total("", found)


def decisions(round_: Round, found: Iterable[Reading]) -> dict[str, Status]:
    """Return the decisions on the comments that are read, by id: on a compound one as a whole."""
    read = {reading.comment.part_of or reading.comment.id for reading in found}
    decided = final_statuses(round_.current)
    return {name: status for name, status in decided.items() if name in read}


class _Decided(NamedTuple):
    """Whole comments: `statuses` of what is proved, what of the others is `lacking`, `states` of all."""

    statuses: Mapping[str, Status]
    lacking: Unborne
    states: Mapping[str, State]

    @classmethod
    def of(cls, round_: Round, unborne: Unborne) -> "_Decided":
        statuses = final_statuses(round_.current)
        lacking = {name: lacks for name, lacks in unborne.items() if statuses[name].meaning.adopted}
        for name in unborne:
            statuses.pop(name, None)
        return cls(statuses, lacking, whole_states(round_.standings))

    def total(self, name: str, own: Sequence[Reading]) -> Total:
        """Return the sums of some readings."""
        whole = {reading.comment.part_of or reading.comment.id for reading in own}
        decided = [self.statuses[name] for name in whole if name in self.statuses]
        lacks = [self.lacking[name] for name in whole if name in self.lacking]
        return Total(
            unit=name,
            comments=len(whole),
            adopted=sum(map(adopted_whole, decided)),
            partly=decided.count(Status.PARTLY),
            in_text=sum(self.states[name] is State.IN_TEXT for name in whole),
            not_yet=lacks.count(InText.NOT_YET),
            in_conflict=lacks.count(InText.CONFLICT),
            share=_mean_share(own),
        )


def _mean_share(own: Iterable[Reading]) -> float | None:
    """Return the mean share of what was asked; None where nothing was, or all of it was withdrawn."""
    shares: list[float] = []
    for reading in own:
        share = reading.compared.share
        withdrawn = reading.comment.decision.status is Status.WITHDRAWN
        if share is not None and not withdrawn:
            shares.append(share)
    if not shares:
        return None
    return sum(shares) / len(shares)


class _Marks:
    """Finds the marks of comments in the plan; what all of them need is found once."""

    def __init__(self, round_: Round, blamed: Callable[[str], Blame]) -> None:
        self._round = round_
        self._blamed = cache(blamed)  # many comments touch one paragraph
        self._order = {name: at for at, name in enumerate(round_.plan.in_reading_order)}

    def of(self, comment: Comment) -> Iterator[Proof]:
        """Yield the paragraphs of the plan that hold a comment's words, or from which it took some."""
        for answer in self._round.answers(comment):
            yield from self._written_by(answer)

    def _written_by(self, comment: Comment) -> Iterator[Proof]:
        """Yield the paragraphs that bear the mark of a recorded comment, those that are gone last."""
        draft, plan = self._round.workspace.draft, self._round.plan
        placed = self._round.trial.placed.get(comment.id)
        if placed is None or comment.id not in self._round.workspace.recorded:
            return
        touched = set(placed.paragraphs)
        for addition in placed.additions:
            touched.update(addition.holds)
        # In the order of the plan, as it is read.
        for name in sorted(touched & self._order.keys(), key=self._order.__getitem__):
            container = plan.container(name) or name
            blamed = self._blamed(name)
            for marks in _marked((blamed.heading, blamed.text), comment.id):
                yield Proof(name, container, marks)
            for marks in _marked_units(blamed, comment.id, plan.joints.comma):
                yield Proof(name, container, marks, of_units=True)
        for name in sorted(touched - self._order.keys()):
            # What the comment added and nobody has any more is in neither.
            if draft.knows(name):
                words = self._round.workspace.corpus.line(name).text
                yield Proof(name, draft.container(name) or name, [Run("-", words)])


def _marked(fields: Iterable[Iterable[Stretch]], by: str) -> Iterator[list[Run]]:
    """Yield the fields that bear the mark of a comment, as runs around its words.

    What others brought stands as it is, what others took out is not shown.
    """
    for field in fields:
        runs = _runs(field, by)
        if _bears_a_mark(runs):
            yield focused(runs)


def _marked_units(found: Blame, by: str, comma: str) -> Iterator[list[Run]]:
    """Yield the names of responsible units likewise, if one of them bears the mark of a comment."""
    units: list[Run] = []
    for name in found.units:
        shown = _runs([name], by)
        if units and shown:
            units.append(Run("=", comma))
        units += shown
    if _bears_a_mark(units):
        yield focused(units)


def _bears_a_mark(field: list[Run]) -> bool:
    """Whether a field has words that a comment brought or took out."""
    return any(run.op != "=" for run in field)


def _runs(stretches: Iterable[Stretch], by: str) -> list[Run]:
    """Return stretches as runs in which only the words of one comment are marked."""
    found: list[Run] = []
    for stretch in stretches:
        own = by in stretch.by
        if own and stretch.gone:
            found.append(Run("-", stretch.gone))
        if stretch.text:
            found.append(Run("+" if own else "=", stretch.text))
    return found


def _pointed_to(round_: Round, comment: Comment) -> Iterator[Proof]:
    """Yield the passages on which a decision relies instead of a change."""
    for passage in comment.decision.already:
        found = round_.corpus.locate(passage.quote, Hint(within=passage.within))
        if isinstance(found, Anchor):
            spot = round_.corpus.line(found.paragraph).spot
            yield Proof(found.paragraph, spot.container, [Run("=", round_.corpus.words(found))])
