"""A new comment, asked for in a terminal: every answer is judged at once, and asked for again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import typer

from plancli.cli.asking import asked, asked_lines, asked_or_nothing
from plancli.cli.commands.locate import evidence_lines
from plancli.cli.new_comment import new_comment
from plancli.core.check.rule import Writing
from plancli.core.comments.edits import Delete
from plancli.core.comments.record import Patch
from plancli.core.finding import PlanError
from plancli.core.locate.anchors import Refusal
from plancli.messages import _
from plancli.render.findings import messages as show
from plancli.store.repository import Repository

Values = Mapping[str, Any]


def asked_comment(repository: Repository, values: Values) -> dict[str, Any]:
    """Return the values of a comment with what is missing asked for: unit, citation, opinion, edits.

    What was given is refused before anything more is asked.
    """
    found = {**values, "unit": _unit(repository, values["unit"])}
    new_comment(repository, {**found, "opinion": found["opinion"] or _ANY})
    if not found["at"]:
        found["at"] = _at(repository, found)
    if not found["opinion"]:
        found["opinion"] = asked_lines(_("Opinion (an empty line ends it)"), "--opinion")
    if not found["edits"]:
        for edit in _edits(repository, found):
            found["edits"] = [*found["edits"], edit]
    return found


def _unit(repository: Repository, unit: str | None) -> str:
    """Return the unit that was given, or one that is on the roster."""
    return unit or _until_right(
        lambda: asked(_("Unit"), "--unit"),
        lambda answer: _wrong(repository, {"unit": answer, "opinion": _ANY}, (Writing.UNIT,)),
    )


def _at(repository: Repository, values: Values) -> dict[str, str]:
    def wrong(answer: str) -> list[str]:
        at = {"cites": answer} if answer else {}
        return _wrong(
            repository, {**values, "at": at, "opinion": _ANY, "edits": []}, (Writing.EDITS,)
        )

    cites = _until_right(lambda: asked_or_nothing(_("Where (第38页16-20行; may be empty)")), wrong)
    return {"cites": cites} if cites else {}


def _edits(repository: Repository, values: Values) -> Iterator[dict[str, str]]:
    """Yield what is to change, until nothing is; an edit that has no place is asked for again."""
    edits: list[dict[str, str]] = []
    before = ""
    while words := asked_or_nothing(_("Words to change, as the draft has them (empty: done)")):
        said_again, before = words == before, words
        if not _landed(repository, values, words) and not said_again:
            _say(
                [
                    _(
                        "If the unit wrote it so, give the same words again: they are entered and noted."
                    )
                ]
            )
            continue
        new = asked_or_nothing(_("What they become (empty: delete)"))
        edit = {"replace": words, "with": new} if new else {"delete": words}
        if told := _wrong(repository, {**values, "edits": [*edits, edit]}, (Writing.EDITS,)):
            _say(told)
            continue
        edits.append(edit)
        yield edit


def _landed(repository: Repository, values: Values, words: str) -> bool:
    """Show where words land, or why they have no place."""
    comment = new_comment(repository, {**values, "edits": []}, ()).comment
    corpus = repository.round_of(comment).workspace.corpus
    patch = Patch.of(comment.at, (Delete(delete=words),))
    placed = repository.round_of(comment).workspace.place(comment.id, patch)
    _say(evidence_lines(corpus, placed))
    return not any(isinstance(evidence.found, Refusal) for evidence in placed.evidence)


def _until_right(ask: Callable[[], str], wrong: Callable[[str], list[str]]) -> str:
    """Ask until nothing is wrong with the answer."""
    while told := wrong(answer := ask()):
        _say(told)
    return answer


def _wrong(repository: Repository, values: Values, parts: Iterable[Writing]) -> list[str]:
    """Return what is wrong with a comment, in words; the file that it would be in is not named."""
    try:
        new_comment(repository, values, parts)
    except PlanError as error:
        return [
            line for finding in error.findings for line in show.lines(finding._replace(place=None))
        ]
    return []


def _say(told: Iterable[str]) -> None:
    for line in told:
        typer.echo(line, err=True)


_ANY = "—"
"""Stands for an opinion that is not given yet."""
