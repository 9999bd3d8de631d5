"""Turn the edits of one comment into changes at known places of the draft."""

from collections.abc import Iterator, Sequence

from plancli.core.comments.edits import (
    Add,
    ChangePicture,
    ChangeUnits,
    Delete,
    Insert,
    Move,
    Remove,
    Replace,
    Retitle,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.entry import N_
from plancli.core.finding import Code, Path
from plancli.core.locate.anchors import Anchor
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.printing import BREAK, FieldSpan, Hit
from plancli.core.locate.quoting import carried
from plancli.core.merge.everywhere import Spread, spread
from plancli.core.merge.finder import Finder
from plancli.core.merge.parts import addition, moving
from plancli.core.merge.placed import Placed, TextChange
from plancli.core.merge.units import UnitsChange, units_with
from plancli.core.merge.wanted import Addition, Moving, Removal
from plancli.core.merge.words import Change, merge
from plancli.core.plan.outline import TITLE, Outline, number_in_heading
from plancli.core.plan.pictures import image_id
from plancli.core.plan.series import split_number
from plancli.core.plan.wording import node_of
from plancli.core.text import diff
from plancli.core.text.matchkey import fold
from plancli.core.text.spelling import inserted_as, spelled_as

_WORDED = ("heading", "text", TITLE)
"""The fields whose words an edit may change by quoting them; units have a verb of their own."""


def place(corpus: Corpus, by: str, patch: Patch) -> Placed:
    """Locate every edit of the comment `by`; what has no place becomes evidence or a finding."""
    finder = Finder(corpus, by, patch.at)
    texts: list[TextChange] = []
    units: list[UnitsChange] = []
    additions: list[Addition] = []
    removals: list[Removal] = []
    moves: list[Moving] = []
    for position, edit in enumerate(patch.edits):
        path: Path = ("edits", position)
        match edit:
            case Add():
                new = addition(finder, edit, path, position + 1)
                additions += [new] if new else []
            case Remove():
                key = finder.own_part(edit.remove, (*path, "remove"))
                removals += [Removal(key, by)] if key else []
            case Move():
                moved = moving(finder, edit, path)
                moves += [moved] if moved else []
            case _:
                found = _in_fields(finder, edit, path)
                texts += found.texts
                units += found.units
    for key in _without_title(corpus, texts):
        finder.refuse(Code.NO_TITLE, ("edits",), key=key)
    lists = (tuple(texts), tuple(units), tuple(additions), tuple(removals), tuple(moves))
    return Placed(by, *lists, tuple(finder.evidence), tuple(finder.findings))


_InFields = Replace | Delete | Insert | Rewrite | Retitle | ChangePicture | ChangeUnits


def _in_fields(finder: Finder, edit: _InFields, path: Path) -> Spread:
    """Return what an edit changes in words and in lists of units; one that holds everywhere, in both."""
    if isinstance(edit, Replace) and edit.everywhere:
        return spread(finder, edit, path)
    if isinstance(edit, ChangeUnits):
        return Spread(units=tuple(_units(finder, edit, path)))
    return Spread(texts=tuple(_worded(finder, edit, path)))


def _without_title(corpus: Corpus, changes: Sequence[TextChange]) -> Iterator[str]:
    """Yield the sections and columns of whose titles these changes leave nothing."""
    own: dict[str, list[Change]] = {}
    for text in changes:
        if text.field == TITLE:
            own.setdefault(text.paragraph, []).append(text.change)
    for key, of_title in own.items():
        if not merge(corpus.outline.titles[key], of_title).text.strip():
            yield key


def _units(finder: Finder, edit: ChangeUnits, path: Path) -> Iterator[UnitsChange]:
    """Yield what an edit changes in the list of units; a list set whole names what it drops."""
    spot = finder.paragraph(edit.units, (*path, "units"))
    if spot is None:
        return
    if spot.is_of_figure:
        reason = N_("a figure has no responsible units")
        finder.refuse(Code.NOT_IN_FIGURE, (*path, "units"), key=edit.units, reason=reason)
        return
    if spot.is_fixed:
        reason = N_("a cell has no responsible units of its own")
        finder.refuse(Code.NOT_IN_TABLE, (*path, "units"), key=edit.units, reason=reason)
        return
    if edit.set is None:
        removed = tuple(dict.fromkeys(edit.remove))
        yield UnitsChange(edit.units, finder.by, edit.add, removed)
        return
    whole = units_with(edit.set, edit.add, edit.remove)
    dropped = [unit for unit in spot.paragraph.units or () if unit not in whole]
    removed = tuple(dict.fromkeys((*dropped, *edit.remove)))
    yield UnitsChange(edit.units, finder.by, whole or edit.add, removed, whole)


# --- words --------------------------------------------------------------------------------------------------


def _worded(
    finder: Finder, edit: Replace | Delete | Insert | Rewrite | Retitle | ChangePicture, path: Path
) -> Iterator[TextChange]:
    """Yield what an edit changes in headings, texts and titles, and which picture it puts in."""
    match edit:
        case Replace():
            yield from _quoted(finder, edit, edit.replace, edit.wording, (*path, "replace"))
        case Delete():
            yield from _quoted(finder, edit, edit.delete, "", (*path, "delete"))
        case Insert():
            yield from _inserted(finder, edit, path)
        case Rewrite():
            yield from _rewritten(finder, edit, (*path, "rewrite"))
        case Retitle():
            yield from _retitled(finder, edit, (*path, "title"))
        case ChangePicture():
            yield from _with_picture(finder, edit, (*path, "image"))


def _quoted(
    finder: Finder, edit: Replace | Delete, quote: str, wording: str, path: Path
) -> Iterator[TextChange]:
    """Yield what replaces quoted words: only what differs is changed, and the whole quotation declared."""
    anchor = finder.quoted(quote, path, edit.within, edit.field)
    if anchor is None:
        return
    words = finder.corpus.words(anchor)
    changed: list[tuple[FieldSpan, str]] = []
    for splice in carried(quote, words, wording):
        piece = _one_piece(finder.corpus, anchor, splice)
        unclear = quote != words and _at_blank_joint(finder.corpus, anchor, splice)
        if piece is None or unclear or _at_break(words, splice):
            finder.refuse(Code.ACROSS_FIELDS, path, quote=quote)
            return
        changed.append((piece, splice.text))
    yield from _declared(finder.by, anchor, changed)


def _one_piece(corpus: Corpus, anchor: Anchor, splice: diff.Splice) -> FieldSpan | None:
    """Return the one heading or text that a change of an anchor's words touches.

    None where it reaches into two of them, into a mark that is only printed between them, or into units.
    """
    start, end = anchor.start + splice.start, anchor.start + splice.end
    quoted = {piece[:2] for piece in anchor.pieces}
    # what is put in at an edge of the quoted words belongs to these, not to a field that begins there
    found = [piece for piece in corpus.pieces(start, end) if piece[:2] in quoted]
    if len(found) != 1 or found[0].field not in _WORDED:
        return None
    whole = found[0].end - found[0].start == end - start
    return found[0] if whole else None


def _at_blank_joint(corpus: Corpus, anchor: Anchor, splice: diff.Splice) -> bool:
    """Whether words are put in where only a blank is printed between two fields.

    A quotation that is typed a little otherwise does not say on which side of the blank they go.
    """
    at = anchor.start + splice.start
    printed = corpus.words(Hit(at, at + 1))
    if splice.start < splice.end or not printed.isspace() or printed == BREAK:
        return False
    return not any(corpus.pieces(at, at + 1))


def _at_break(words: str, splice: diff.Splice) -> bool:
    """Whether a change touches the break between two paragraphs, and so may want to join them."""
    return "\n" in words[max(splice.start - 1, 0) : splice.end + 1]


def _declared(
    by: str, anchor: Anchor, changed: Sequence[tuple[FieldSpan, str]]
) -> Iterator[TextChange]:
    """Yield changes of quoted words, each with what is quoted of its field as its declared span.

    Fields that are quoted and not changed are held: the unit chose its words with these beside them. Where
    nothing is changed at all, nothing is wanted, and nothing held.
    """
    quoted = {(piece.paragraph, piece.field): piece for piece in anchor.pieces}
    held = dict(quoted)
    for piece, text in changed:
        whole = quoted[piece.paragraph, piece.field]
        held.pop((piece.paragraph, piece.field), None)
        span = min(whole.start, piece.start), max(whole.end, piece.end)
        change = Change(by, piece.start, piece.end, text, span)
        yield TextChange(piece.paragraph, piece.field, change)
    if not changed:
        return
    for piece in held.values():
        if piece.field in _WORDED:
            span = piece.start, piece.end
            change = Change(by, piece.start, piece.start, "", span, holds=True)
            yield TextChange(piece.paragraph, piece.field, change)


def _inserted(finder: Finder, edit: Insert, path: Path) -> Iterator[TextChange]:
    """Yield what puts words behind or before quoted ones, or at the end of a paragraph."""
    if edit.into is not None:
        spot = finder.paragraph(edit.into, (*path, "into"))
        if spot is not None:
            end = len(spot.paragraph.text)
            yield _insertion(finder, edit, spot.paragraph.id, "text", end)
        return
    verb, quote = ("after", edit.after) if edit.after else ("before", edit.before or "")
    anchor = finder.quoted(quote, (*path, verb), edit.within, edit.field)
    if anchor is None:
        return
    if verb == "after":
        piece, edge = anchor.pieces[-1], anchor.end - 1
        point = piece.end
    else:
        piece, edge = anchor.pieces[0], anchor.start
        point = piece.start
    if piece.field not in _WORDED or _at_mark(finder.corpus, piece, edge):
        finder.refuse(Code.ACROSS_FIELDS, (*path, verb), quote=quote)
        return
    yield _insertion(finder, edit, piece.paragraph, piece.field, point)


def _at_mark(corpus: Corpus, piece: FieldSpan, edge: int) -> bool:
    """Whether a quotation ends at a mark that is only printed between fields: nothing can stand beside it.

    `edge` is the outermost character of the quotation, in the draft as it is printed.
    """
    fields = {(found.paragraph, found.field) for found in corpus.pieces(edge, edge + 1)}
    return (piece.paragraph, piece.field) not in fields


def _insertion(finder: Finder, edit: Insert, paragraph: str, field: str, at: int) -> TextChange:
    """Return words put in at one point, which is all that is declared."""
    base = finder.corpus.outline.words(paragraph, field)
    words = inserted_as(base, at, edit.insert)
    return TextChange(paragraph, field, Change(finder.by, at, at, words, (at, at), edit.order))


def _rewritten(finder: Finder, edit: Rewrite, path: Path) -> Iterator[TextChange]:
    """Yield what a new text of a paragraph really changes: it collides only there."""
    spot = finder.paragraph(edit.rewrite, path)
    if spot is None:
        return
    if spot.is_image:
        reason = N_("a picture is changed by image:, which names a file")
        finder.refuse(Code.NOT_IN_FIGURE, path, key=edit.rewrite, reason=reason)
        return
    yield from _anew(finder.by, spot.paragraph.id, "text", spot.paragraph.text, edit.wording)


def _retitled(finder: Finder, edit: Retitle, path: Path) -> Iterator[TextChange]:
    """Yield what a new title really changes; the number ahead of it is none of its words.

    The title of a paragraph is its heading. Where that begins with its number a new one without any keeps
    it, and a new one with the number that stands apart in the draft is what stands behind that.
    """
    key = finder.titled(edit.title, path)
    if key is None:
        return
    outline = finder.corpus.outline
    if key in outline.spots and outline.spots[key].is_of_figure:
        reason = N_("its title is that of the figure")
        finder.refuse(Code.NOT_IN_FIGURE, path, key=edit.title, reason=reason)
        return
    if key in outline.spots and outline.spots[key].is_fixed:
        reason = N_("a cell has no title")
        finder.refuse(Code.NOT_IN_TABLE, path, key=edit.title, reason=reason)
        return
    field = "heading" if key in outline.spots else TITLE
    old = outline.words(key, field)
    yield from _anew(finder.by, key, field, old, _beside_number(outline, key, old, edit.wording))


def _with_picture(finder: Finder, edit: ChangePicture, path: Path) -> Iterator[TextChange]:
    """Yield the picture of a figure in place of that of the draft: as a whole, it has no parts to merge."""
    key = finder.part(edit.image, path)
    if key is None:
        return
    figure = finder.corpus.outline.figures.get(key)
    if figure is None:
        reason = N_("only a figure has a picture")
        finder.refuse(Code.NOT_IN_FIGURE, path, key=edit.image, reason=reason)
    elif figure.image != edit.wording:
        whole = 0, len(figure.image)
        yield TextChange(image_id(figure), "text", Change(finder.by, *whole, edit.wording, whole))


def _beside_number(outline: Outline, key: str, old: str, new: str) -> str:
    """Return a new title as it stands in the field of the `old` one, with or without the number."""
    number, words = split_number(new)
    if number:
        stands_apart = fold(number) == fold(outline.numbers.get(key, ""))
        return words if stands_apart and words else new
    if number_in_heading(node_of(outline, key)):
        return old.removesuffix(split_number(old)[1]) + new
    return new


def _anew(by: str, key: str, field: str, old: str, new: str) -> Iterator[TextChange]:
    """Yield what turns the words of a field into new ones."""
    for start, end, words in diff.splices(old, spelled_as(old, new)):
        yield TextChange(key, field, Change(by, start, end, words, (start, end)))
