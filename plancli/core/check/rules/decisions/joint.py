"""A comment is settled by one joint wording, which covers all that it changes."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def joint_wordings(round_: Round) -> Iterator[Finding]:
    """A joint wording covers every place that the comments it settles change."""
    for name, places in round_.uncovered.items():
        joint = round_.current[round_.settled[name]]
        path = ("decision", "settles", joint.decision.settles.index(name))
        for place in places:
            params = {"id": joint.id, "name": name, "paragraph": place}
            yield on_comment(joint, UNCOVERED.code, path, **params)


UNCOVERED = RoundRule(
    code="P412",
    find=joint_wordings,
    order=70,
    while_writing=(Writing.DECISION,),
    tells=True,
    message=N_(
        "{id} settles {name}, but its joint wording does not touch what {name} changes in "
        "{paragraph}."
    ),
    hint=N_(
        "Take that change into decision.edits of {id}, or let {name} stand by itself; what {id} "
        "settles is taken away with: plancli decide {id} --settles ''"
    ),
    meaning=N_(
        "A joint wording settles a comment, but leaves out a place which that comment changes."
    ),
)
