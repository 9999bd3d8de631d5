"""What a comment changed does not stand elsewhere in its old form."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.entry import N_, Severity
from plancli.core.evidence.ripple import Ripple, ripples
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def remaining_forms(round_: Round) -> Iterator[Finding]:
    """What a comment changed does not stand elsewhere in its old form."""
    if round_.closed:
        return
    standing = round_.workspace.recorded.keys() - round_.workspace.lost.keys()
    placed = [placed for name, placed in round_.trial.placed.items() if name in standing]
    for ripple in ripples(round_.workspace.draft, placed, round_.corpus, _SHOWN):
        if ripple.form.comment in round_.comments:
            yield _remaining(round_, ripple)


_SHOWN = 12
"""So many places are looked for; `plancli ripple` shows them all."""


def _remaining(round_: Round, ripple: Ripple) -> Finding:
    paragraphs = list(dict.fromkeys(map(round_.corpus.paragraph_at, ripple.there.starts)))
    places = "、".join([*paragraphs, *(["……"] if ripple.there.more else [])])
    form = ripple.form
    params = {"id": form.comment, "old": form.old, "new": form.new, "paragraph": places}
    return on_comment(round_.comments[form.comment], RIPPLE.code, ("edits",), **params)


RIPPLE = RoundRule(
    code="P425",
    find=remaining_forms,
    order=210,
    weight=Severity.WARNING,
    message=N_("{id} changed “{old}” to “{new}”, but the old form still stands in {paragraph}."),
    hint=N_("Change it there too, or waive the rule with the reason why it stays."),
    meaning=N_(
        "An adopted comment changed a number, a name or a term in one place, and the old form "
        "still stands elsewhere in the plan. A person decides whether it must change there too."
    ),
)
