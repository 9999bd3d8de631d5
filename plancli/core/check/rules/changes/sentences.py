"""A sentence that several units changed is read once more."""

from collections.abc import Iterator

from plancli.core.check.rule import RoundRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
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
                "words": meeting.in_whole_words.joint.replace("\n", " ¶ "),
            }
            yield Finding(
                SHARED_SENTENCE.code, params, subject, (*path, *round_.plan.path(meeting.place))
            )


_CHANGED = N_("changed one sentence")
_ADDED = N_("put paragraphs at one place")


SHARED_SENTENCE = RoundRule(
    code="P424",
    find=shared_sentences,
    order=200,
    weight=Severity.NOTE,
    message=N_("{others} {reason} ({paragraph}); there it now says: {words}"),
    hint=N_("Read it once more."),
    meaning=N_(
        "Several units changed one sentence in different places. All changes stand, and the merge "
        "did what each asked for; whether the sentence still reads well, a person must see."
    ),
)
