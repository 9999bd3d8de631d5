"""A drafting note explains a change that is there, and says which."""

from collections.abc import Iterator

from plancli.core.check.about import on_manifest
from plancli.core.check.rule import HistoryRule, PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.evidence.declared import noted_changes
from plancli.core.finding import Finding
from plancli.core.rounds.note import explains, named
from plancli.core.rounds.round import Consultation, Round
from plancli.core.rounds.unexplained import OfficeChange


def idle_notes(consultation: Consultation) -> Iterator[Finding]:
    """A drafting note explains a change that is there, in the round that is open or an earlier one."""
    changes: list[OfficeChange] = []
    for round_ in consultation.rounds:
        changes += noted_changes(round_)
    for at, note in enumerate(consultation.open.manifest.notes):
        explained = [change for change in changes if explains(note, change)]
        if not explained:
            yield on_manifest(IDLE_NOTE.code, ("notes", at), paragraph=note.paragraph)


def loose_notes(round_: Round) -> Iterator[Finding]:
    """A drafting note says which change it explains, so that the next one is seen."""
    changes = {named(change): change.change for change in noted_changes(round_)}
    for at, note in enumerate(round_.manifest.notes):
        if note.change is not None:
            continue
        # Where nothing has changed the note is idle (P416).
        if note.paragraph in changes:
            params = {"paragraph": note.paragraph, "change": changes[note.paragraph]}
            yield on_manifest(LOOSE_NOTE.code, ("notes", at), **params)


IDLE_NOTE = HistoryRule(
    code="P416",
    find=idle_notes,
    order=20,
    weight=Severity.WARNING,
    message=N_("The drafting note on {paragraph} explains a change that is not in the plan."),
    hint=N_("Take it out: plancli note {paragraph} --drop. Noting a new change replaces it, too."),
    meaning=N_(
        "A drafting note gives the reason for a change of the office that is not, or no longer, "
        "in the plan. Whoever reads the notes would believe in a change that nobody can find."
    ),
)

LOOSE_NOTE = PlanRule(
    code="P417",
    find=loose_notes,
    order=110,
    weight=Severity.WARNING,
    message=N_(
        "The drafting note on {paragraph} does not say which change it explains, and would cover "
        "any."
    ),
    hint=N_("Write beside it what changed: plancli note {paragraph}"),
    meaning=N_(
        "A drafting note without change: explains every change of its paragraph, also one that is "
        "made by mistake tomorrow. With change: it stands for exactly the characters that check "
        "marks."
    ),
)
