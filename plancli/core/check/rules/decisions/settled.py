"""A comment is settled by one joint wording."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def settled_once(round_: Round) -> Iterator[Finding]:
    """A comment is settled by one joint wording."""
    settlers: dict[str, list[Comment]] = {}
    for comment in round_.current.values():
        for name in comment.decision.settles if comment.merges else ():
            settlers.setdefault(name, []).append(comment)
    for name, (first, *others) in settlers.items():
        for comment in others:
            position = comment.decision.settles.index(name)
            params = {"id": comment.id, "name": name, "others": first.id}
            yield on_comment(
                comment, SETTLED_TWICE.code, ("decision", "settles", position), **params
            )


SETTLED_TWICE = RoundRule(
    code="P415",
    find=settled_once,
    order=60,
    message=N_("{name} is settled by {id} and by {others}: one joint wording counts."),
    hint=N_("Take it out of decision.settles of one of them."),
    meaning=N_(
        "Two joint wordings both say that they settle one comment; its row can point to only one "
        "of them."
    ),
)
