"""Which opinions are in already: nothing is taken in twice."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from plancli.core.comments.comment import Cited, Comment
from plancli.core.comments.edits import Edit


class Key(NamedTuple):
    """What two opinions have in common that are one: who signs, what is cited and quoted, and the words.

    `section` is "" where none is cited by its key; `edits` are those that a file itself shows.
    """

    unit: str
    section: str
    cites: str
    original: str
    opinion: str
    edits: tuple[Edit, ...] = ()


def key_of(unit: str, at: Cited, opinion: str, edits: tuple[Edit, ...] = ()) -> Key:
    """Return the key of an opinion; blanks and line breaks do not count.

    `unit` is the one that says it, or all that sign it, as they are printed.
    """
    cites = _solid(" ".join([at.cites or "", str(at.page or ""), str(at.line or "")]))
    return Key(unit, at.section or "", cites, _solid(at.original or ""), _solid(opinion), edits)


def known_keys(comments: Iterable[Comment]) -> dict[Key, str]:
    """Return the id of the comment that says each opinion.

    Who cites no section means the comment all the same: somebody may have found its section since.
    """
    found: dict[Key, str] = {}
    for comment in comments:
        key = key_of(comment.signed(), comment.at, comment.opinion)
        for one in (key, key._replace(section=""), key._replace(edits=comment.edits)):
            found.setdefault(one, comment.id)
    return found


class RowKey(NamedTuple):
    """A row of a very file, and who wrote it: what it says is in, however its comment was worded since."""

    digest: str
    sheet: str
    row: int
    author: str = ""


def known_rows(comments: Iterable[Comment]) -> dict[RowKey, str]:
    """Return the id of the comment that came from each row."""
    found: dict[RowKey, str] = {}
    for comment in comments:
        source = comment.source
        if source is not None and source.row is not None:
            sheet, author = source.sheet or "", source.author or ""
            found[RowKey(source.digest, sheet, source.row, author)] = comment.id
    return found


def gone(
    comments: Iterable[Comment], files: Mapping[str, Collection[str]], met: Iterable[str]
) -> list[str]:
    """Return the comments that came from earlier states of files, and that these no longer have.

    `files` has the units that speak in each, by its name; `met` are the ids of all comments whose opinions
    they say. Forms that forty units send back may all have one name: a file is a later state only of one
    in which a unit of it speaks, or of which it has a comment.
    """
    still = set(met)
    own = [(one.source, one) for one in comments if one.source is not None]
    again = {source.digest for source, comment in own if comment.id in still}
    found: list[str] = []
    for source, comment in own:
        speaks = any(map(comment.is_of, files.get(source.file, ())))
        is_state = source.file in files and (source.digest in again or speaks)
        if is_state and comment.id not in still:
            found.append(comment.id)
    return found


def _solid(words: str) -> str:
    return "".join(words.split())
