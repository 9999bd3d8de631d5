"""What no rule can judge, and a person should read once more: shared sentences, old forms that remain."""

from collections.abc import Iterator

from plancli.core.case import Case
from plancli.core.conflict import Level
from plancli.core.finding import Code, Finding
from plancli.core.ledger import across_units
from plancli.core.ripple import Ripple, ripples
from plancli.core.rules.about import on_comment


def shared_sentences(case: Case) -> Iterator[Finding]:
    """Sentences that several units changed in different places are read once more."""
    for meeting in across_units(case.comments, case.trial.meetings) if not case.closed else ():
        spot = case.plan.spots.get(meeting.place)
        if meeting.level is Level.SOFT and spot:
            subject, path = case.subject(spot)
            params = {
                "paragraph": meeting.place,
                "others": "、".join(meeting.authors),
                "reason": _ADDED if meeting.field == "whole" else _CHANGED,
                "words": meeting.joint.replace("\n", " ¶ "),
            }
            yield Finding(Code.SHARED_SENTENCE, params, subject, (*path, *case.plan.path(meeting.place)))


_CHANGED, _ADDED = "changed one sentence", "put paragraphs at one place"


def remaining_forms(case: Case) -> Iterator[Finding]:
    """What a comment changed does not stand elsewhere in its old form."""
    if case.closed:
        return
    standing = case.workspace.recorded.keys() - case.workspace.lost.keys()
    placed = [placed for name, placed in case.trial.placed.items() if name in standing]
    for ripple in ripples(case.workspace.draft, placed, case.corpus, _SHOWN):
        if ripple.form.comment in case.comments:
            yield _remaining(case, ripple)


_SHOWN = 12
"""So many places are looked for; `plancli ripple` shows them all."""


def _remaining(case: Case, ripple: Ripple) -> Finding:
    paragraphs = list(dict.fromkeys(map(case.corpus.paragraph_at, ripple.there.starts)))
    places = "、".join([*paragraphs, *(["……"] if ripple.there.more else [])])
    form = ripple.form
    params = {"id": form.comment, "old": form.old, "new": form.new, "paragraph": places}
    return on_comment(case.comments[form.comment], Code.RIPPLE, ("edits",), **params)
