"""What may be said of a comment outside the house: adopted is only what the text proves and is signed off.

Every row, figure, letter and page takes its word for a decision from here, and every paper its stamp.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from plancli.core.comments.approval import approvals_of, to_be_approved
from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import image_put_by
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Share, Status
from plancli.core.entry import N_
from plancli.core.locate.anchors import Anchor, Hint, Why
from plancli.core.meaningful import Meaningful
from plancli.core.merge.meeting import OFFICE
from plancli.core.revision.revise import Outcome
from plancli.core.rounds.borne_out import InText, Unborne
from plancli.core.rounds.counts import Counts, final_status
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of


class Remedy(NamedTuple):
    """What a cause means, and what settles it: both in words, the second with the command that does it.

    `ids` are the comments, `listed` the same for a command line; `id` is the first of them, `others` are
    those that it meets in a conflict.
    """

    words: str
    advice: str


class Cause(Meaningful):
    """Why a decision is only intended, in the order in which causes are shown.

    Either the text does not prove it, or it is not approved at all levels that the plan requires.
    """

    meaning: Remedy

    CONFLICT = (
        "conflict",
        Remedy(
            N_("in conflict: {ids}"),
            N_(
                "See both sides: plancli conflicts. Then write the joint wording: "
                "plancli decide {id} --status 修改后采纳 --settles {others} "
                "--edit '{{replace: …, with: …}}'"
            ),
        ),
    )
    CLASH = (
        "clash",
        Remedy(
            N_("in conflict with the drafting office or with itself: {ids}"),
            N_(
                "See the sides: plancli conflicts. Then adopt what can stand: "
                "plancli decide {id} --status 修改后采纳 --edit '{{replace: …, with: …}}'"
            ),
        ),
    )
    NO_PLACE = (
        "no-place",
        Remedy(
            N_("its words have no one place in the draft: {ids}"),
            N_(
                "See why: plancli apply {id} --dry-run. Then adopt words that have one: "
                "plancli decide {id} --status 修改后采纳 --edit '{{replace: …, with: …}}'"
            ),
        ),
    )
    LOST = (
        "lost",
        Remedy(
            N_("merged before, but the drafting office has since changed it: {ids}"),
            N_("Restore the words in plan/, or decide anew: plancli decide {id}"),
        ),
    )
    WAITING = "waiting", Remedy(N_("not merged yet: {ids}"), N_("Merge: plancli apply {listed}"))
    LEFT = (
        "left",
        Remedy(
            N_("the next draft was circulated without it: {ids}"),
            N_("Carry over: plancli rebase {listed}"),
        ),
    )
    UNSAID = (
        "unsaid",
        Remedy(
            N_("no passage of the text is named that says it, or it is gone: {ids}"),
            N_("Name the passage: plancli decide {id} --already '…'"),
        ),
    )
    UNCOVERED = (
        "uncovered",
        Remedy(
            N_("the joint wording that settles it leaves out what it changes: {ids}"),
            N_(
                "See which place: plancli check. Then write it into the joint wording, with all "
                "its edits: plancli decide {others} --status 修改后采纳 --edit …"
            ),
        ),
    )
    UNSHOWN = (
        "unshown",
        Remedy(
            N_("its picture is not there, is none, or is not the one that was adopted: {ids}"),
            N_("See which file: plancli check. Then put the picture back, or decide anew"),
        ),
    )
    UNAPPROVED = (
        "unapproved",
        Remedy(
            N_("not approved at all levels yet: {ids}"),
            N_(
                "See what waits for which level: plancli status. Then approve, from the lowest on: "
                "plancli decide {listed} --approve --level …"
            ),
        ),
    )
    STALE = (
        "stale",
        Remedy(
            N_("changed since it was approved: {ids}"),
            N_(
                "See what was changed: git log -p. Then approve anew, from the lowest level on: "
                "plancli decide {listed} --approve --level …"
            ),
        ),
    )


class Claim(NamedTuple):
    """What may be said of a comment: its decision, as done where the text proves it, else as intended."""

    status: Status
    in_text: InText = InText.YES

    @property
    def proved(self) -> bool:
        """Whether it may be said as done."""
        return self.in_text is InText.YES

    @property
    def share(self) -> Share:
        """What of the comment is adopted; of what is only intended nothing is yet."""
        return self.status.meaning.share if self.proved else Share.OPEN


def published(counts: Counts) -> list[tuple[Claim, int]]:
    """Return what is said of comments, each with of how many: the figures of every paper and page."""
    return [(Claim(status, in_text), number) for status, in_text, number in counts.published]


def counted_claims(claims: Iterable[Claim]) -> dict[Claim, int]:
    """Return what is said of comments, in the order of all figures, each with of how many it is said."""
    found = Counter(claims)
    ordered = (Claim(status, in_text) for status in Status for in_text in InText)
    return {claim: found[claim] for claim in ordered if found[claim]}


_OF_APPROVAL = (Cause.UNAPPROVED, Cause.STALE)
_OF_CONFLICT = (Cause.CONFLICT, Cause.CLASH)


class Claims(NamedTuple):
    """What of the comments of a round the text does not prove, or nobody has approved yet.

    `gaps` has, by the id of each comment, point or compound comment that is published as only intended, the
    comments whose edits, passages or approvals are missing: itself, or those that answer it. `causes` says
    of these why. `meets`: whom a comment meets in a conflict.
    """

    gaps: Mapping[str, tuple[str, ...]] = {}
    causes: Mapping[str, Cause] = {}
    meets: Mapping[str, tuple[str, ...]] = {}
    comments: Collection[str] = ()
    """The ids in `gaps` of comments as they came in: a compound one once, without its points."""

    def of(self, name: str, status: Status) -> Claim:
        """Return what may be said of a comment on which there is a decision."""
        return Claim(status, self._in_text(name))

    def _in_text(self, name: str) -> InText:
        if name not in self.gaps:
            return InText.YES
        causes = {self.causes.get(missing) for missing in self.gaps[name]}
        return InText.NOT_YET if causes.isdisjoint(_OF_CONFLICT) else InText.CONFLICT

    @property
    def unborne(self) -> Unborne:
        """The comments as they came in that are published as only intended, each with what it lacks."""
        return {name: self._in_text(name) for name in self.comments}

    @property
    def proved(self) -> bool:
        """Whether the text proves all that is published as adopted, and all of it is approved."""
        return not self.gaps

    @property
    def lacks_approval(self) -> bool:
        """Whether an approval is among what is missing."""
        return any(cause in _OF_APPROVAL for cause in self.causes.values())

    def about(self, names: Iterable[str]) -> "Claims":
        """Return only what concerns some comments."""
        gaps = {name: self.gaps[name] for name in names if name in self.gaps}
        missing = {cause for causes in gaps.values() for cause in causes}
        causes = {name: cause for name, cause in self.causes.items() if name in missing}
        comments = [name for name in self.comments if name in gaps]
        return Claims(gaps, causes, self.meets, comments)

    @property
    def open(self) -> dict[Cause, list[str]]:
        """The causes in their order, each with the comments that have it."""
        found: dict[Cause, list[str]] = {}
        for cause in Cause:
            names = [name for name, own in self.causes.items() if own is cause]
            if names:
                found[cause] = names
        return found


PROVED = Claims()
"""Nothing is published that the text does not prove, or nobody has approved."""


def claims(round_: Round) -> Claims:
    """Return what the text does not prove of the adopted comments of a round, and what is not approved."""
    missing = _missing(round_)
    unapproved = _unapproved(round_)
    gaps: dict[str, tuple[str, ...]] = {}
    wholes: dict[str, None] = {}
    for name, comment in round_.current.items():
        lacking = _lacking(round_, comment, missing, unapproved)
        if not lacking:
            continue
        whole = comment.part_of or name
        wholes[whole] = None
        gaps[name] = tuple(lacking)
        gaps[whole] = (*gaps.get(whole, ()), *lacking) if comment.part_of else tuple(lacking)
    meets = _meets(round_) if Cause.CONFLICT in missing.values() else {}
    meets |= {name: (round_.settled[name],) for name in round_.uncovered}
    # the text comes first: what settles it may need another decision, which is then to be approved
    return Claims(gaps, {**unapproved, **missing}, meets, list(wholes))


def _lacking(
    round_: Round,
    comment: Comment,
    missing: Mapping[str, Cause],
    unapproved: Mapping[str, Cause],
) -> list[str]:
    """Return the comments for the sake of which one is published as only intended."""
    found: list[str] = []
    if comment.id in unapproved:
        found.append(comment.id)
    adopted = final_status(round_.current, comment).meaning.adopted
    if not adopted and not unapproved:
        return found
    if adopted and missing.get(comment.id) is Cause.UNCOVERED:
        found.append(comment.id)
    # what was joined to another, or settled by its wording, is in the text, and approved, when that one is
    for answer in round_.answers(comment):
        lacks = answer.id in unapproved or (adopted and answer.id in missing)
        if lacks and answer.id not in found:
            found.append(answer.id)
    return found


def _unapproved(round_: Round) -> dict[str, Cause]:
    """Return the decisions that are not approved at all levels of the plan, each with the cause."""
    levels = round_.levels
    found: dict[str, Cause] = {}
    if not levels:
        return found
    for name, comment in round_.current.items():
        approvals = approvals_of(comment, round_.today)
        if to_be_approved(comment) and approvals.lacking(levels):
            found[name] = Cause.STALE if approvals.stale else Cause.UNAPPROVED
    return found


def _missing(round_: Round) -> dict[str, Cause]:
    """Return the adopted comments that the text does not prove by themselves, each with the cause."""
    merged = round_.is_merged
    found = dict.fromkeys(round_.uncovered, Cause.UNCOVERED)
    for name, comment in round_.current.items():
        if name in round_.settled or not _claims_the_text(comment):
            continue
        if name not in round_.due:
            cause = None
        elif merged:
            cause = Cause.LOST if name in round_.workspace.lost else None
        else:
            cause = _unmerged(round_, name, round_.due[name])
        if cause is None and not _said(round_, comment):
            cause = Cause.UNSAID
        if cause is None and not _shown(round_, comment):
            cause = Cause.UNSHOWN
        if cause is not None:
            found[name] = cause
    return found


def _claims_the_text(comment: Comment) -> bool:
    """Whether a decision claims something of the text; one that points to another comment leaves it there."""
    return comment.meaning.adopted and comment.decision.status is not Status.JOINED


def _unmerged(round_: Round, name: str, patch: Patch) -> Cause | None:
    """Return why a comment that is due is not in the text; None where it is."""
    outcome = round_.trial.outcomes[name]
    if outcome is Outcome.LOST:
        return Cause.LOST
    recorded = round_.workspace.recorded.get(name)
    if outcome.meaning.taken:
        # What changes nothing is in the text without being recorded, unless it was recorded otherwise.
        if recorded == patch or (recorded is None and outcome is Outcome.ALREADY):
            return None
        return Cause.LEFT if round_.closed else Cause.WAITING
    if round_.closed:
        return Cause.LEFT
    if outcome is Outcome.CONFLICT:
        return Cause.CONFLICT if _partners(round_, name) else Cause.CLASH
    return Cause.NO_PLACE


def _shown(round_: Round, comment: Comment) -> bool:
    """Whether the pictures that a comment puts into the plan stand, and are those that were put there."""
    return not round_.unbound(comment.id) and not any(
        image_put_by(edit) in round_.unshown for edit in patch_of(comment).edits
    )


def _said(round_: Round, comment: Comment) -> bool:
    """Whether the passages on which a decision relies stand in the text; without edits there are some."""
    passages = comment.decision.already
    if not passages:
        return comment.merges
    for passage in passages:
        found = round_.corpus.locate(passage.quote, Hint(within=passage.within))
        # words that stand in several places do stand
        if not isinstance(found, Anchor) and found.why is not Why.AMBIGUOUS:
            return False
    return True


def _meets(round_: Round) -> dict[str, tuple[str, ...]]:
    """Return whom each comment meets in a conflict, without the drafting office."""
    found: dict[str, tuple[str, ...]] = {}
    for conflict in round_.trial.conflicts:
        for name in conflict.authors:
            found[name] = tuple(_partners(round_, name))
    return found


def _partners(round_: Round, name: str) -> list[str]:
    """Return the other comments that a comment is in conflict with."""
    found: dict[str, None] = {}
    for conflict in round_.trial.conflicts:
        if name in conflict.authors:
            found.update(dict.fromkeys(conflict.authors))
    return [other for other in found if other not in (name, OFFICE)]
