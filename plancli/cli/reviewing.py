"""What waits for a person to say what it asks for, and what is written of the answer."""

from collections.abc import Sequence
from typing import NamedTuple

from plancli.cli.everywhere import all_listed
from plancli.cli.proving import proved
from plancli.core.check.rule import Writing
from plancli.core.comments.comment import Comment, ReadAs
from plancli.core.comments.edits import Edit
from plancli.core.finding import Code, Finding, Place, refuse
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.intake.review import OpinionReview, review_of
from plancli.core.intake.waiting import waiting
from plancli.store.comments import edits_read
from plancli.store.repository import Repository


class Written(NamedTuple):
    """The repository with a comment's edits, the one file that changes, and what is to be told of it."""

    repository: Repository
    path: str
    raw: bytes
    told: list[Finding]


def waiting_in(repository: Repository) -> list[Comment]:
    """Return the comments of the open round that wait, in the order of publication."""
    round_ = repository.open_round
    current = [comment for name, comment in repository.comments.items() if name in round_.current]
    return list(waiting(current, round_.workspace.corpus, roster_of(repository)))


def roster_of(repository: Repository) -> frozenset[str]:
    """Return the names of the units that were asked."""
    return frozenset(unit.name for unit in repository.manifest.units)


def reviewed(repository: Repository, name: str) -> OpinionReview:
    """Return a comment of the open round with what may be made of its opinion."""
    comment = repository.comments[name]
    corpus = repository.round_of(comment).workspace.corpus
    return review_of(comment, OpinionReader(corpus, comment.unit, roster_of(repository)))


def written(
    repository: Repository, name: str, edits: Sequence[Edit], read: ReadAs | None
) -> Written:
    """Return a comment with the edits that it asks for, as a person says; refuse what is wrong with them."""
    comment = repository.comments[name]
    listed = all_listed(repository.round_of(comment).workspace.corpus, edits)
    document, inside = repository.home(name)
    raw = edits_read(document, inside, listed, read)
    again = repository.changed({document.file: raw})
    told = proved(again, name, [Writing.EDITS])
    now = again.comments[name]
    if (now.edits, now.read) != (listed, read):
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    return Written(again, document.file, raw, told)
