"""Comments of which a person has still to say what they ask for."""

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from plancli.core.comments.comment import Comment
from plancli.core.comments.unread import is_unread
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty
from plancli.core.intake.heads import ColumnKind, column_of
from plancli.core.intake.reading import Spoken, read
from plancli.core.locate.corpus import Corpus

_FIELDS = (ColumnKind.ORIGINAL, ColumnKind.WORDING, ColumnKind.REASON)


def waiting(
    comments: Iterable[Comment], corpus: Corpus, roster: Set[str] = frozenset()
) -> Iterator[Comment]:
    """Yield the comments on a draft that nobody has decided or read, and whose opinion asks for something."""
    for comment in comments:
        if not is_unread(comment):
            continue
        reader = OpinionReader(corpus, comment.unit, roster)
        if read(spoken_in(comment), reader).verdict is not Certainty.NONE:
            yield comment


def spoken_in(comment: Comment) -> Spoken:
    """Return what a comment says; of one that came in as a row of a table each field as it was in its cell.

    There the draft's words, the new ones and the reason stand behind their heads, each on lines of its own.
    """
    fields: dict[ColumnKind, str] = {}
    if comment.source is not None:
        fields = _fields(comment.opinion)
    original, wording = fields.get(ColumnKind.ORIGINAL, ""), fields.get(ColumnKind.WORDING, "")
    if not original or not wording:
        return Spoken(comment.opinion, comment.at)
    return Spoken(fields.get(ColumnKind.OPINION, ""), comment.at, original, wording)


def _fields(opinion: str) -> dict[ColumnKind, str]:
    """Return the fields of an opinion by what they hold; what stands ahead of the first is the opinion."""
    lines = opinion.split("\n")
    heads = [(at, kind) for at, line in enumerate(lines) if (kind := _headed(line)) is not None]
    starts = [(0, ColumnKind.OPINION), *heads, (len(lines), ColumnKind.OTHER)]
    found: dict[ColumnKind, str] = {}
    for (start, kind), (end, _next) in pairwise(starts):
        said = "\n".join(lines[start:end])
        if kind is not ColumnKind.OPINION:
            said = said.partition(":")[2]
        found.setdefault(kind, said.strip())
    return found


def _headed(line: str) -> ColumnKind | None:
    """Return what a line holds that begins with the head of a column; None where it begins with none."""
    head, colon, _words = line.partition(":")
    kind = column_of(head) if colon else None
    return kind if kind in _FIELDS else None
