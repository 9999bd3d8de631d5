"""Edits that hold everywhere, with their places listed: where they are written, and anew by the command."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import typer

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Edit, Replace
from plancli.core.finding import Code, Path, Place, refuse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.everywhere import Listed, everywhere_in, is_meant, list_places, waived
from plancli.messages import _
from plancli.store.comments import with_places
from plancli.store.repository import Repository

_NONE: Mapping[str, str] = MappingProxyType({})


def all_listed(corpus: Corpus, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return edits in which those that hold everywhere have their places, where they have none yet."""
    found = list(edits)
    for position, edit in everywhere_in(edits):
        if edit.places is None:
            found[position] = listed_anew(corpus, edit).edit
    return tuple(found)


def listed_anew(corpus: Corpus, edit: Replace) -> Listed:
    """Return an edit with its places as the draft has them now; what is waived stays so."""
    already = _("the draft says “{words}” here already").format(words=edit.wording)
    return list_places(corpus, edit, already)


def listed_in(
    repository: Repository, comments: list[Comment], waivers: Mapping[str, str] = _NONE
) -> tuple[dict[str, list[Listed]], dict[str, bytes]]:
    """List the places of all edits that hold everywhere: by comment, and the files that change.

    `waivers` has what stays, a part or words of its places, each with the reason; all of it is found.
    """
    found: dict[str, list[Listed]] = {}
    files: dict[str, bytes] = {}
    again = repository
    unused = set(waivers)
    for comment in comments:
        corpus = repository.round_of(comment).workspace.corpus
        for inside, edits in _lists(comment):
            here: dict[int, Listed] = {}
            for at, edit in everywhere_in(edits):
                here[at] = _waived(listed_anew(corpus, edit), waivers, unused)
            if here:
                found.setdefault(comment.id, []).extend(here.values())
                again, written = _with(again, comment.id, inside, here)
                files |= written
    if unused:
        words = "、".join(sorted(unused))
        raise typer.BadParameter(
            _("none of the places is in, or says: {words}").format(words=words)
        )
    return found, files


def _waived(listed: Listed, waivers: Mapping[str, str], unused: set[str]) -> Listed:
    """Return an edit with what stays; what was found is taken out of `unused`."""
    for meant, reason in waivers.items():
        if any(is_meant(place, meant) for place in listed.edit.places or ()):
            unused.discard(meant)
            listed = listed._replace(edit=waived(listed.edit, meant, reason))
    return listed


def _lists(comment: Comment) -> Iterator[tuple[Path, tuple[Edit, ...]]]:
    """Yield the lists of edits of a comment: what it asks for, and what was adopted instead."""
    yield ("edits",), comment.edits
    if comment.decision.edits is not None:
        yield ("decision", "edits"), comment.decision.edits


def _with(
    repository: Repository, name: str, inside: Path, here: dict[int, Listed]
) -> tuple[Repository, dict[str, bytes]]:
    """Return the repository with these places in a comment's file, and the file, read back as a check."""
    document, home = repository.home(name)
    edits: dict[int, Edit] = {position: one.edit for position, one in here.items()}
    current = dict(_lists(repository.comments[name]))[inside]
    changed = {position: edit for position, edit in edits.items() if current[position] != edit}
    if not changed:
        return repository, {}
    raw = with_places(document, (*home, *inside), changed)
    again = repository.changed({document.file: raw})
    if again.findings:
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    read = dict(_lists(again.comments[name]))[inside]
    if any(read[position] != edit for position, edit in changed.items()):
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    return again, {document.file: raw}
