"""A picture that a comment put into the text, or that was signed off, is known by the digest of its file."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.comments.approval import given_approvals
from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import unbound_image
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path, Subject
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of


def bound_when_applied(round_: Round) -> Iterator[Finding]:
    """The record has the digest of each picture that is in the text, or the comment itself has it."""
    for name in round_.workspace.recorded:
        for image in round_.unbound(name):
            params = {"id": name, "file": image}
            yield Finding(UNRECORDED.code, params, Subject("record", "applied"), ("comments", name))


def bound_when_approved(round_: Round) -> Iterator[Finding]:
    """Who signs a picture off, signs these bytes."""
    for comment in round_.current.values():
        if given_approvals(comment):
            for path, image in _unbound(comment):
                yield on_comment(comment, SIGNED.code, path, id=comment.id, file=image)


def _unbound(comment: Comment) -> Iterator[tuple[Path, str]]:
    """Yield the pictures without a digest that a decision puts into the text, each with its edit."""
    above: Path = ("edits",) if comment.decision.edits is None else ("decision", "edits")
    for at, edit in enumerate(patch_of(comment).edits):
        image = unbound_image(edit)
        if image is not None:
            yield (*above, at), image


UNRECORDED = RoundRule(
    code="P457",
    find=bound_when_applied,
    order=50,
    message=N_("{id} put {file} into the text, and nothing says which picture that was."),
    hint=N_("Look at the picture, then let the record have its digest: plancli apply {id}"),
    meaning=N_(
        "plan/applied.yaml has, under `pictures`, the digest of each picture that a comment put into the "
        "text. Without it the file could be exchanged unseen, and the comment is published as one that is "
        "only intended."
    ),
)

SIGNED = RoundRule(
    code="P458",
    find=bound_when_approved,
    while_writing=(Writing.DECISION,),
    message=N_("{id} is approved, and does not say which picture {file} is."),
    hint=N_(
        "Write what sha256sum prints of plan/{file} behind it, digest: sha256:…, and approve it then: "
        "plancli decide {id} --approve"
    ),
    meaning=N_(
        "An approval is bound to what the comment says. Of a picture that is its name and, with `digest`, "
        "its bytes; without that what was approved could be exchanged."
    ),
)
