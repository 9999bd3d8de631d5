"""A comment is settled by one joint wording, which covers all that it changes."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.pointers import settled_by
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.revision.joint import uncovered
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of


def joint_wordings(round_: Round) -> Iterator[Finding]:
    """A joint wording covers every place that the comments it settles change."""
    for name, joint in settled_by(round_.current).items():
        if name not in round_.current or not round_.current[name].merges:
            continue
        for place in uncovered(
            *(round_.workspace.place(c, patch_of(round_.current[c])) for c in (joint, name))
        ):
            position = round_.current[joint].decision.settles.index(name)
            params = {"id": joint, "name": name, "paragraph": place}
            yield on_comment(
                round_.current[joint], UNCOVERED.code, ("decision", "settles", position), **params
            )


UNCOVERED = RoundRule(
    code="P412",
    find=joint_wordings,
    order=70,
    message=N_(
        "{id} settles {name}, but its joint wording does not touch what {name} changes in "
        "{paragraph}."
    ),
    hint=N_("Take that change into decision.edits of {id}, or let {name} stand by itself."),
    meaning=N_(
        "A joint wording settles a comment, but leaves out a place which that comment changes."
    ),
)
