"""Carry an open comment over to a later draft: the same words at the same place, or the reason why not."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.comments.comment import Cited, Comment
from plancli.core.comments.edits import ChangeUnits, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.finding import Finding
from plancli.core.locate.anchors import Anchor, Hint
from plancli.core.locate.ladder import Corpus
from plancli.core.locate.printing import FieldSpan
from plancli.core.merge.place import place
from plancli.core.merge.placed import Placed
from plancli.core.plan.printed import Position, joined
from plancli.core.plan.tree import same_wording
from plancli.core.text.diff import readable, splices
from plancli.core.text.marked import Run, marked


class Obstacle(NamedTuple):
    """Why a comment cannot be carried over: what it relies on, and the old draft against the new one."""

    relies_on: str
    paragraph: str
    runs: tuple[Run, ...] = ()
    finding: Finding | None = None

    @property
    def change(self) -> str:
        return marked(self.runs)


class Carry(NamedTuple):
    """A comment's place on the new draft; it can be carried over where there are no obstacles."""

    at: Cited
    obstacles: tuple[Obstacle, ...]


def carry(comment: Comment, old: Corpus, new: Corpus) -> Carry:
    """Locate a comment anew.

    Quoted words must stand unchanged where they stood; a paragraph that is rewritten whole must not have
    changed at all, or the comment would undo what others changed.
    """
    patch = Patch.of(comment.at, (*comment.edits, *(comment.decision.edits or ())))
    before = place(old, comment.id, patch)
    after = place(new, comment.id, Patch.of(_place_only(comment.at, new), patch.edits))
    obstacles = [
        *_lost_quotes(before, old, new),
        *_lost_names(after),
        *_changed_wholes(patch, old, new),
    ]
    positions = [e.found.position for e in after.evidence if isinstance(e.found, Anchor)]
    return Carry(
        _cited(comment.at, new, joined(positions) if positions else Position(None, None)),
        tuple(obstacles),
    )


def _lost_quotes(before: Placed, old: Corpus, new: Corpus) -> Iterator[Obstacle]:
    for evidence in before.evidence:
        if not isinstance(evidence.found, Anchor):
            yield Obstacle(evidence.quote, "")
            continue
        for piece in evidence.found.pieces:
            if not _stands(evidence.quote, piece, evidence.found, old, new):
                yield _changed(evidence.quote, piece.paragraph, old, new)
                break


def _stands(quote: str, piece: FieldSpan, anchor: Anchor, old: Corpus, new: Corpus) -> bool:
    """Whether nothing changed in the words of a piece or right beside them, and they are found there again.

    What changed beside them may be the very change that the comment asks for.
    """
    if piece.paragraph not in new.outline.spots:
        return False
    one, other = (corpus.line(piece.paragraph).text for corpus in (old, new))
    field = next(field for field in old.line(piece.paragraph).fields if field.name == piece.field)
    start, end = field.start + piece.start, field.start + piece.end
    touched = any(s.start <= end and start <= s.end for s in splices(one, other))
    alone = len(anchor.pieces) > 1 or isinstance(
        new.locate(quote, Hint(within=piece.paragraph)), Anchor
    )
    return not touched and alone


def _changed(relies_on: str, paragraph: str, old: Corpus, new: Corpus) -> Obstacle:
    texts = [c.line(paragraph).text if paragraph in c.outline.spots else "" for c in (old, new)]
    return Obstacle(relies_on, paragraph, tuple(readable(*texts)))


def _lost_names(after: Placed) -> Iterator[Obstacle]:
    """Yield what the edits name that the new draft does not have."""
    for finding in after.obstacles:
        yield Obstacle(finding.params.get("key", ""), "", finding=finding)


def _changed_wholes(patch: Patch, old: Corpus, new: Corpus) -> Iterator[Obstacle]:
    """Yield paragraphs that the comment rewrites, removes or lists the units of, and that changed since."""
    for edit in patch.edits:
        name = edit.rewrite if isinstance(edit, Rewrite) else getattr(edit, "remove", None)
        if isinstance(edit, ChangeUnits) and edit.set is not None:
            name = edit.units
        if isinstance(name, str) and name in old.outline.spots and name in new.outline.spots:
            one, other = (corpus.outline.spots[name].paragraph for corpus in (old, new))
            if not same_wording(one, other):
                yield _changed(name, name, old, new)


def _place_only(at: Cited, new: Corpus) -> Cited:
    """Return what of a citation holds on another draft: section and words, not page and line."""
    section = at.section if at.section and len(new.names.keys(at.section)) == 1 else None
    return at.model_copy(update={"page": None, "line": None, "cites": None, "section": section})


def _cited(at: Cited, new: Corpus, position: Position) -> Cited:
    return _place_only(at, new).model_copy(update=position._asdict())
