"""What no rule can judge, and a person should read once more: shared sentences, old forms that remain."""

from collections.abc import Iterator

from plancli.core.check.rules.about import on_comment
from plancli.core.evidence.ripple import Ripple, ripples
from plancli.core.finding import Code, Finding
from plancli.core.merge.meeting import Level
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import across_units


def shared_sentences(round_: Round) -> Iterator[Finding]:
    """Sentences that several units changed in different places are read once more."""
    for meeting in (
        across_units(round_.comments, round_.trial.meetings) if not round_.closed else ()
    ):
        spot = round_.plan.spots.get(meeting.place)
        if meeting.level is Level.SOFT and spot:
            subject, path = round_.subject(spot)
            params = {
                "paragraph": meeting.place,
                "others": "、".join(meeting.authors),
                "reason": _ADDED if meeting.field == "whole" else _CHANGED,
                "words": meeting.joint.replace("\n", " ¶ "),
            }
            yield Finding(
                Code.SHARED_SENTENCE, params, subject, (*path, *round_.plan.path(meeting.place))
            )


_CHANGED, _ADDED = "changed one sentence", "put paragraphs at one place"


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
    return on_comment(round_.comments[form.comment], Code.RIPPLE, ("edits",), **params)
