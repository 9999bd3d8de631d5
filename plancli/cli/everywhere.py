"""Edits that hold everywhere, with their places listed: where they are written, and anew by the command."""

from collections.abc import Iterator, Sequence

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Edit, Replace
from plancli.core.finding import Code, Path, Place, refuse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.everywhere import Listed, everywhere_in, list_places
from plancli.messages import _
from plancli.store.comments import with_places
from plancli.store.repository import Repository


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
    repository: Repository, comments: list[Comment]
) -> tuple[dict[str, list[Listed]], dict[str, bytes]]:
    """List the places of all edits that hold everywhere: by comment, and the files that change."""
    found: dict[str, list[Listed]] = {}
    files: dict[str, bytes] = {}
    again = repository
    for comment in comments:
        corpus = repository.round_of(comment).workspace.corpus
        for inside, edits in _lists(comment):
            here = {at: listed_anew(corpus, edit) for at, edit in everywhere_in(edits)}
            if here:
                found.setdefault(comment.id, []).extend(here.values())
                again, written = _with(again, comment.id, inside, here)
                files |= written
    return found, files


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
