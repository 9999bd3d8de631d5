"""Carry an open comment over to a later draft: the same words at the same place, or the reason why not."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.comments.comment import Cited, Comment
from plancli.core.comments.edits import ChangeUnits, Edit, Remove, Retitle, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Status
from plancli.core.finding import Code, Finding, Path
from plancli.core.locate.anchors import Anchor, Hint, Refusal
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.everywhere import everywhere_in, occurrences_of
from plancli.core.locate.printing import FieldSpan
from plancli.core.merge.place import place
from plancli.core.merge.placed import Placed
from plancli.core.plan.printed import Position, joined
from plancli.core.plan.wording import node_of, same_part
from plancli.core.rounds.round import Round
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


def reason_against(comment: Comment, round_: Round) -> str | None:
    """Return why a comment is not to be carried over (a message, in English); None where it may be."""
    if comment.part_of:
        return "it is an item of a compound comment: give it a file of its own first"
    if not round_.closed:
        return "it is a comment on the current draft"
    if comment.id in round_.workspace.recorded:
        return "it is in the text already"
    if _is_settled(comment, round_):
        return "the joint wording that settles it is in the text already"
    return None


def _is_settled(comment: Comment, round_: Round) -> bool:
    """Whether another comment has the joint wording that settles this one, and that is in the text.

    Where it is not there either, both are carried over.
    """
    return round_.settled.get(comment.id) in round_.workspace.recorded


def left_over(comment: Comment, round_: Round) -> bool:
    """Whether a comment of a closed round is not in the text though it may yet come there.

    It is still to be decided, or it was adopted. One that was declined needs no place in a later draft.
    """
    if not round_.closed:
        return False
    if comment.id in round_.workspace.recorded or _is_settled(comment, round_):
        return False
    undecided = comment.decision.status is Status.PENDING
    return undecided or comment.merges


def carry(comment: Comment, old: Corpus, new: Corpus) -> Carry:
    """Locate a comment anew.

    Quoted words must stand unchanged where they stood; a paragraph that is rewritten whole must not have
    changed at all, or the comment would undo what others changed.
    """
    patch = Patch.of(comment.at, (*comment.edits, *(comment.decision.edits or ())))
    before = place(old, comment.id, patch)
    after = place(new, comment.id, Patch.of(_place_only(comment.at, new), patch.edits))
    obstacles = [
        *_lost_quotes(before, _unneeded(comment, before, after), old, new),
        *_lost_names(after),
        *_nowhere_left(patch, new),
        *_changed_wholes(patch, old, new),
    ]
    at = _cited(comment.at, new, _position(after))
    return Carry(at, tuple(obstacles))


def _position(placed: Placed) -> Position:
    """Return page and line of all that a comment quotes; nothing where nothing was found."""
    found: list[Position] = []
    for evidence in placed.evidence:
        if isinstance(evidence.found, Anchor):
            found.append(evidence.found.position)
    if not found:
        return Position(None, None)
    return joined(found)


def _unneeded(comment: Comment, before: Placed, after: Placed) -> set[Path]:
    """Return the paths of words that a unit quoted wrongly: they never had a place, and still have none.

    A unit's mistake holds nothing up where nothing depends on it: in its citation, or in edits that are not
    to be merged as they were asked. Words that the later draft has are looked at by a person: it may say now
    what somebody else asked for.
    """
    as_asked = comment.merges and comment.decision.edits is None
    found_now = {one.path for one in after.evidence if isinstance(one.found, Anchor)}
    unneeded: set[Path] = set()
    for one in before.evidence:
        never = isinstance(one.found, Refusal) and one.path not in found_now
        if never and _of_unit(comment, one.path, as_asked):
            unneeded.add(one.path)
    return unneeded


def _of_unit(comment: Comment, path: Path, as_asked: bool) -> bool:
    """Whether what stands at a path of a patch is only the unit's: its citation, or an edit of its own.

    The edits that the office adopted instead stand behind those of the unit.
    """
    if path[0] == "at":
        return True
    if as_asked:
        return False
    position = int(path[1])
    return position < len(comment.edits)


def _lost_quotes(
    before: Placed, unneeded: set[Path], old: Corpus, new: Corpus
) -> Iterator[Obstacle]:
    """Yield the quotations that had no place, or whose words changed, but for those that are not needed."""
    for evidence in before.evidence:
        if evidence.path in unneeded:
            continue
        # the places of what holds everywhere are listed anew: a comment loses none of them unnoticed
        is_listed_anew = "places" in evidence.path
        if is_listed_anew:
            continue
        if not isinstance(evidence.found, Anchor):
            yield Obstacle(evidence.quote, "")
            continue
        for piece in evidence.found.pieces:
            own = _own_changes(before, piece)
            if not _stands(evidence.quote, piece, own, evidence.found, old, new):
                yield _changed(evidence.quote, piece.paragraph, old, new)
                break


def _own_changes(before: Placed, piece: FieldSpan) -> list[tuple[int, int]]:
    """Return which characters of a piece, or at its edges, the comment itself would replace: (start, end)."""
    found: list[tuple[int, int]] = []
    for text in before.texts:
        change = text.change
        if (text.paragraph, text.field) != (piece.paragraph, piece.field) or change.holds:
            continue
        if change.start <= piece.end and piece.start <= change.end:
            found.append((change.start, change.end))
    return found


def _stands(
    quote: str,
    piece: FieldSpan,
    own: list[tuple[int, int]],
    anchor: Anchor,
    old: Corpus,
    new: Corpus,
) -> bool:
    """Whether nothing changed in the words of a piece, and they are found there again.

    What changed right beside them may be the very change that the comment asks for: there, too, nothing may
    have changed where the comment itself would change something.
    """
    if not new.outline.knows(piece.paragraph):
        return False
    if _touched(piece, own, old, new):
        return False
    # A quotation over several paragraphs is found in none of them alone.
    if len(anchor.pieces) > 1:
        return True
    found = new.locate(quote, Hint(within=piece.paragraph))
    return isinstance(found, Anchor)


def _touched(piece: FieldSpan, own: list[tuple[int, int]], old: Corpus, new: Corpus) -> bool:
    """Whether the new draft changes the words of a piece, or touches what the comment would change itself."""
    before = old.line(piece.paragraph)
    after = new.line(piece.paragraph)
    field = next(field for field in before.fields if field.name == piece.field)
    start = field.start + piece.start
    end = field.start + piece.end
    for change in splices(before.text, after.text):
        if change.start < end and start < change.end:
            return True
        for first, last in own:
            if change.start <= field.start + last and field.start + first <= change.end:
                return True
    return False


def _changed(relies_on: str, paragraph: str, old: Corpus, new: Corpus) -> Obstacle:
    """Build the obstacle that a paragraph is no longer what it was, with what changed in it."""
    runs = readable(old.said(paragraph), new.said(paragraph))
    return Obstacle(relies_on, paragraph, tuple(runs))


def _lost_names(after: Placed) -> Iterator[Obstacle]:
    """Yield what the edits name that the new draft does not have."""
    for finding in after.obstacles:
        if finding.code in _OF_LISTS:
            continue
        yield Obstacle(finding.params.get("key", ""), "", finding=finding)


_OF_LISTS = frozenset((Code.NOT_LISTED, Code.PLACE_GONE, Code.PLACE_UNLISTED, Code.ALL_WAIVED))
"""What is wrong with a list of places until they are listed on the later draft."""


def _nowhere_left(patch: Patch, new: Corpus) -> Iterator[Obstacle]:
    """Yield the words that are to be replaced everywhere, and that the new draft has nowhere."""
    for _, edit in everywhere_in(patch.edits):
        if not occurrences_of(new, edit.replace):
            yield Obstacle(edit.replace, "")


def _changed_wholes(patch: Patch, old: Corpus, new: Corpus) -> Iterator[Obstacle]:
    """Yield what the comment words anew, removes or lists the units of, and that changed since.

    Of a section or column the words of its own are its title.
    """
    for edit in patch.edits:
        name = _whole(edit)
        # What the new draft does not have at all is another obstacle: a name that is lost.
        if not (old.outline.knows(name) and new.outline.knows(name)):
            continue
        if not same_part(node_of(old.outline, name), node_of(new.outline, name)):
            yield _changed(name, name, old, new)


def _whole(edit: Edit) -> str:
    """Return the part that an edit replaces or removes as a whole; "" for an edit of words."""
    match edit:
        case Rewrite():
            return edit.rewrite
        case Retitle():
            return edit.title
        case Remove():
            return edit.remove
        case ChangeUnits() if edit.set is not None:
            return edit.units
    return ""


def _place_only(at: Cited, new: Corpus) -> Cited:
    """Return what of a citation holds on another draft: section and words, not page and line."""
    section = at.section or None
    # A section that is gone, or of which there are two now, says nothing.
    if section and len(new.names.keys(section)) != 1:
        section = None
    return at.model_copy(update={"page": None, "line": None, "cites": None, "section": section})


def _cited(at: Cited, new: Corpus, position: Position) -> Cited:
    return _place_only(at, new).model_copy(update=position._asdict())
