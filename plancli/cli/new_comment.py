"""A comment before its file is written: its id, its bytes, and what check says of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plancli.cli.everywhere import all_listed
from plancli.cli.proving import proved
from plancli.core.check.rule import Writing
from plancli.core.check.rules.roster.replies import ROSTER_DIFFERS
from plancli.core.comments.comment import Comment, Item
from plancli.core.finding import Code, Finding, Place, PlanError, refuse
from plancli.core.plan.names import unstorable
from plancli.store.comments import comment_entry
from plancli.store.repository import Repository
from plancli.store.validate import validate
from plancli.store.yaml import emit
from plancli.store.yaml.strict import parse


class NewComment(NamedTuple):
    """A comment, the file that it will have, the plan with it, and what is to be told of it."""

    comment: Comment
    path: str
    raw: bytes
    repository: Repository
    findings: list[Finding]


def new_comment(
    repository: Repository,
    values: Mapping[str, Any],
    parts: Iterable[Writing] = (Writing.UNIT, Writing.EDITS),
) -> NewComment:
    """Return a comment of these values under the next free number of its unit; refuse what is wrong."""
    name, path = _next(repository, values["unit"])
    raw = _file(values, name, path)
    again = repository.changed({path: raw})
    if again.findings:
        raise PlanError(again.findings)
    whole = again.whole_comments[name]
    frozen = _with_places(again, whole)
    if frozen != whole:
        whole, raw = frozen, emit.document(comment_entry(frozen)).encode()
        again = repository.changed({path: raw})
    found: list[Finding] = []
    for part in whole.parts:
        found += proved(again, part.id, parts)
    return NewComment(whole, path, raw, again, [*found, *_roster(again, whole)])


def new_comments(repository: Repository, drafted: Sequence[Comment]) -> list[NewComment]:
    """Return comments that were made elsewhere, each under the next free number of its unit.

    All of them or none: the repository that is returned with each has all. What is wrong with them is
    refused; what check says else of a comment is told when somebody decides on it.
    """
    numbers: dict[str, int] = {}
    named: dict[str, Comment] = {}
    for comment in drafted:
        unit = comment.unit
        number = numbers.get(unit) or _next_number(repository, unit)
        numbers[unit] = number + 1
        named[_path(unit, number)] = comment.model_copy(update={"id": f"{unit}-{number:02}"})
    again = _written(repository, named)
    known = again.whole_comments
    # a file says a comment as it is read: one that reads otherwise than it was made is written once more
    otherwise = {path: known[made.id] for path, made in named.items() if known[made.id] != made}
    if otherwise:
        again = _written(again, otherwise)
        known = again.whole_comments
    return [
        NewComment(known[made.id], path, again.files[path], again, [])
        for path, made in named.items()
    ]


def _written(repository: Repository, named: Mapping[str, Comment]) -> Repository:
    """Return the repository with the files of comments, read back as any command will read them."""
    again = repository.changed(
        {path: emit.document(comment_entry(one)).encode() for path, one in named.items()}
    )
    if again.findings:
        raise PlanError([_where_it_came_from(one, named) for one in again.findings])
    return again


def _where_it_came_from(finding: Finding, named: Mapping[str, Comment]) -> Finding:
    """Return a finding with the sender's file and row as its place: its own file was not written."""
    place = finding.place
    made = None if place is None else named.get(place.file)
    if made is None or made.source is None:
        return finding
    return finding._replace(place=Place(made.source.file, made.source.row or 0))


def _with_places(repository: Repository, whole: Comment) -> Comment:
    """Return a comment with the places of its edits that hold everywhere, and of those of its items."""
    corpus = repository.round_of(whole.parts[0]).workspace.corpus
    items: list[Item] = []
    for item in whole.items:
        items.append(item.model_copy(update={"edits": all_listed(corpus, item.edits)}))
    update = {"edits": all_listed(corpus, whole.edits), "items": tuple(items)}
    return whole.model_copy(update=update)


def _roster(repository: Repository, comment: Comment) -> Iterator[Finding]:
    """Yield what the roster says of the unit that its new comment contradicts: to be told, not refused."""
    for finding in ROSTER_DIFFERS.find(repository.round_of(comment)):
        if comment.is_of(finding.params["unit"]):
            yield finding._replace(place=repository.place(finding))


def _next(repository: Repository, unit: str) -> tuple[str, str]:
    """Return the id and the path of the unit's next comment."""
    number = _next_number(repository, unit)
    return f"{unit}-{number:02}", _path(unit, number)


def _path(unit: str, number: int) -> str:
    return f"comments/{unit}/{number:02}.yaml"


def _next_number(repository: Repository, unit: str) -> int:
    """Return the number of the unit's next comment; one that was ever used stays taken."""
    numbered = re.compile(rf"{re.escape(unit)}-([0-9]+)(?:\.[0-9]+)?")
    known = [*repository.comments, *repository.compounds, *repository.record.comments]
    known += [name for closed in repository.record.earlier for name in closed.comments]
    taken = [int(match[1]) for name in known if (match := numbered.fullmatch(name))]
    return 1 + max(taken, default=0)


def _file(values: Mapping[str, Any], name: str, path: str) -> bytes:
    """Return the bytes of a new comment, validated as it will be read."""
    document = parse(
        path, emit.document({key: value for key, value in values.items() if value}).encode()
    )
    comment = validate(Comment, document, {**document.data, "id": name})
    if reason := unstorable(comment.unit):
        raise refuse(Code.UNFIT_NAME, Place(path), name=comment.unit, reason=reason)
    return emit.document(comment_entry(comment)).encode()
