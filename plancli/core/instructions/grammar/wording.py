"""Write changes of words as edits that find their place in the draft by themselves."""

import re
from collections.abc import Callable, Iterator, Sequence

from plancli.core.comments.comment import NOTHING_CITED
from plancli.core.comments.edits import Delete, Edit, Insert, Remove, Replace, Retitle, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar.figured import (
    CellFigure,
    unit_of_cell,
    with_its_label,
    without_label,
)
from plancli.core.instructions.grammar.hygiene import (
    are_peers,
    begins_list,
    deleted_with,
    ends_list,
    is_well_formed,
    leaves_sentence_open,
    left_dangling,
    stands_in_list,
    takes_mark_along,
    with_lost_marks,
)
from plancli.core.instructions.grammar.newwords import (
    has_ellipsis,
    holds_note,
    leaves_blank,
    quotes_again,
    says_beside,
)
from plancli.core.instructions.grammar.scope import PlaceScope
from plancli.core.instructions.grammar.spotting import FieldStretch, Spotting, stretch_of
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.locate.anchors import Anchor, Hint
from plancli.core.merge.place import place
from plancli.core.merge.words import Change, merge
from plancli.core.plan.cells import (
    by_column,
    cell_id,
    column_of_cell,
    columns_of,
    in_levels,
    levels,
    naming_cell,
    row_name,
)
from plancli.core.plan.model import TableRow
from plancli.core.plan.outline import table_around
from plancli.core.text.characters import NARROW, ends_sentence, sentences
from plancli.core.text.diff import Splice, apply
from plancli.core.text.matchkey import fold, same_words

EditMaker = Callable[[str, str | None, str | None], Edit]
"""Writes an edit with quoted words, the part in which they are looked for, and the field, if need be."""


class EditWriting:
    """Writes edits of words in one draft. Every method raises UnclearError where one is not to be taken."""

    def __init__(self, spotting: Spotting) -> None:
        self.spotting, self.corpus = spotting, spotting.corpus
        # several forms ask for the same change, or the same deletion
        self._known: dict[tuple[FieldStretch, str, str], Edit] = {}
        self._gone: dict[tuple[str, PlaceScope], Edit] = {}

    def replaced(self, quote: str, new: str, scope: PlaceScope) -> Edit:
        """Return the edit that puts `new` in the place of quoted words."""
        if _is_tail_alone(quote, new):
            whole_new = _with_tail(quote, new)
            edits = () if whole_new == new else (self.replaced(quote, whole_new, scope),)
            raise UnclearError(Doubt.READINGS, new, edits)
        if figured := _with_figure(quote, new):
            # 6家 that becomes 8 is meant to stay with what it counts
            raise UnclearError(Doubt.READINGS, new, (self.replaced(quote, figured, scope),))
        there = self.spotting.words(quote, scope)
        whole = self.spotting.text(there)
        if self._is_row_in_cell(there, new):
            raise UnclearError(Doubt.READINGS, new)
        if _leaves_out(new) and not _leaves_out(whole[there.start : there.end]):
            raise UnclearError(Doubt.LEFT_OUT, new)
        old, before, behind = (
            whole[there.start : there.end],
            whole[: there.start],
            whole[there.end :],
        )
        if says_beside(_without_doubled(new, behind[:1]), before, behind, old):
            raise UnclearError(Doubt.REPEATS, new)
        if quotes_again(new, before, behind):
            raise UnclearError(Doubt.ILL_FORMED, new)
        if holds_note(old, new):
            raise UnclearError(Doubt.SPEAKS, new)
        return self._quoting(there, quote, _without_doubled(new, whole[there.end : there.end + 1]))

    def deleted(self, quote: str, scope: PlaceScope) -> Edit:
        """Return the edit that deletes quoted words, with the mark that cannot stay without them."""
        asked = quote, scope
        if asked not in self._gone:
            self._gone[asked] = self._deleted(quote, scope)
        return self._gone[asked]

    def _deleted(self, quote: str, scope: PlaceScope) -> Edit:
        there = self.spotting.words(quote, scope)
        whole = self.spotting.text(there)
        row = self._row_of(there.key)
        if row is not None and (there.start, there.end) == (0, len(whole)):
            return self._cell_gone(there.key, row, quote, scope)
        self._refuse_names(there, whole, quote)
        if begins_list(whole, there.start, there.end):
            gone = self.changed(there._replace(end=there.end + 1), "")
            raise UnclearError(Doubt.ILL_FORMED, quote, (gone,))
        if takes_mark_along(whole, there.start, there.end):
            without = there._replace(end=there.end - 1)
            start, end = deleted_with(whole, without.start, without.end)
            gone = self.changed(there._replace(start=start, end=end), "")
            raise UnclearError(Doubt.ENDING, quote, (gone,))
        start, end = deleted_with(whole, there.start, there.end)
        if dangling := left_dangling(whole, start, end):
            # a link or list mark would be left without what it joins
            gone = self.changed(there._replace(start=dangling[0], end=dangling[1]), "")
            plain = self.changed(there._replace(start=start, end=end), "")
            raise UnclearError(Doubt.ILL_FORMED, quote, (gone,), ((plain,),))
        if (start, end) == (0, len(whole)) and not self.corpus.outline.words(there.key, "heading"):
            return Remove(remove=there.key)
        if (start, end) == (there.start, there.end):
            return self._quoting(there, quote, "")
        return self.changed(there._replace(start=start, end=end), "")

    def _refuse_names(self, there: FieldStretch, whole: str, quote: str) -> None:
        """Raise UnclearError where all of a title is to go: what has it may be meant."""
        if there.field != "text" and (there.start, there.end) == (0, len(whole)):
            # who strikes a whole heading means what stands under it
            raise UnclearError(Doubt.READINGS, quote)
        if there.key in self.corpus.outline.heads and same_words(quote, levels(whole)[-1]):
            raise UnclearError(Doubt.READINGS, quote, (Remove(remove=there.key),))

    def _row_of(self, key: str) -> TableRow | None:
        """Return the row of a cell; None of what is no cell."""
        spot = self.corpus.outline.spots.get(key)
        return spot.row if spot else None

    def _cell_gone(self, cell: str, row: TableRow, quote: str, scope: PlaceScope) -> Edit:
        """Return the edit that empties a cell; who strikes the name of a row may mean the row."""
        emptied = Rewrite.model_validate({"rewrite": cell, "with": ""})
        outline = self.corpus.outline
        gone = Remove(remove=row.id)
        table = outline.tables[outline.container(row.id)]
        if len(row.cells) == 1 or same_words(quote, row_name(table, row)):
            raise UnclearError(Doubt.READINGS, quote, (gone,), ((emptied,),))
        if scope.table is None or not scope.table.rows:
            raise UnclearError(Doubt.READINGS, quote, (emptied,), ((gone,),))
        return emptied

    def changed(self, there: FieldStretch, new: str) -> Edit:
        """Return the edit that puts `new` in the place of a stretch."""
        quote = self.spotting.text(there)[there.start : there.end]
        return self._quoting(there, quote, new)

    def figured(self, there: FieldStretch, old: str, new: str) -> Edit:
        """Return the edit that puts another figure in the place of one, with what it counts."""
        whole = self.spotting.text(there)
        if with_unit := _with_figure(old, new):
            raise UnclearError(Doubt.READINGS, new, (self.changed(there, with_unit),))
        if says_beside(new, whole[: there.start], whole[there.end :], old):
            raise UnclearError(Doubt.REPEATS, new)
        return self.changed(there, new)

    def put(self, new: str, anchor: str, side: str, scope: PlaceScope) -> Edit:
        """Return the edit that puts new words on one side (前, 后) of quoted ones."""
        there = self.spotting.words(anchor, scope)
        whole = self.spotting.text(there)
        at = there.end if side == "后" else there.start
        _refuse_beside(whole[:at], new, whole[at:], side)
        new = _spaced(whole[:at], new, whole[at:])
        old = whole[there.start : there.end]
        beside = whole[there.start - 1 : there.start], whole[there.end : there.end + 1]
        touching = _is_mark(whole[at - 1 : at]) or _is_mark(whole[at : at + 1])
        peers = not touching and are_peers(old, new, side)
        listed = "、" in beside or peers or ends_list(whole[at:]) or stands_in_list(whole, at)
        bare = new.strip()
        if not _joins(whole[:at], bare, whole[at:], listed):
            mark = "、" if listed and not _LATIN.match(bare) else _comma(whole)
            marked = mark + bare if side == "后" else bare + mark
            raise UnclearError(Doubt.ILL_FORMED, new, (self.put(marked, anchor, side, scope),))
        verb = "after" if side == "后" else "before"
        if new != new.strip():
            # a blank at the edge of new words would be lost: they come with those beside them
            return self._quoting(there, anchor, old + new if side == "后" else new + old)

        def written(words: str, within: str | None, field: str | None) -> Edit:
            return Insert.model_validate({"insert": new, verb: words, "in": within, "field": field})

        for wider, words in self._quotable(there, anchor, verb):
            edit = self._pinned(wider, words, written)
            if edit is not None:
                return self._checked(edit, there)
        raise UnclearError(Doubt.UNPLACED, anchor)

    def appended(self, new: str, key: str, ahead: bool = False) -> Edit:
        """Return the edit that puts sentences at the end of a paragraph, or `ahead` of all others."""
        text = self.corpus.outline.words(key, "text")
        if _leaves_out(new) or not text:
            raise UnclearError(Doubt.LEFT_OUT, new)
        if holds_note("", new):
            raise UnclearError(Doubt.SPEAKS, new)
        if ends_sentence(text) and not ends_sentence(new):
            stopped = self.appended(new.rstrip(_PAUSES) + text[-1], key, ahead)
            raise UnclearError(Doubt.ILL_FORMED, new, (stopped,))
        if " " in text and _LATIN.match(new):
            return self._appended_apart(new.strip(), FieldStretch(key, "text", 0, len(text)), ahead)
        edit: Edit = Insert(insert=new, into=key)
        if ahead:
            place = {"in": key, "field": "text"}
            edit = Insert.model_validate({"insert": new, "before": sentences(text)[0], **place})
        return self._checked(edit, FieldStretch(key, "text", 0, 0))

    def _appended_apart(self, new: str, all_of_it: FieldStretch, ahead: bool) -> Edit:
        """Return the edit that puts sentences beside those of a spaced text, with the word next to them.

        A blank at the edge of new words would be lost.
        """
        text = self.spotting.text(all_of_it)
        if ahead:
            first = text.index(" ")
            return self.changed(all_of_it._replace(end=first), f"{new} {text[:first]}")
        last = text.rindex(" ") + 1
        return self.changed(all_of_it._replace(start=last), f"{text[last:]} {new}")

    def rewritten(self, key: str, new: str) -> Edit:
        """Return the edit that gives a paragraph a new text; a heading that is said again stays."""
        if self.corpus.outline.spots[key].is_fixed and new.strip() in _NOTHING_THERE:
            return self._written_in_table(key, new.strip())
        if _leaves_out(new):
            raise UnclearError(Doubt.LEFT_OUT, new)
        if holds_note("", new):
            raise UnclearError(Doubt.SPEAKS, new)
        if self.corpus.outline.spots[key].is_fixed:
            return self._written_in_table(key, new)
        heading = self.corpus.outline.words(key, "heading")
        again = _SEPARATOR.match(new, len(heading))
        if heading and again and same_words(new[: len(heading)], heading):
            new = new[again.end() :]
        edit = Rewrite.model_validate({"rewrite": key, "with": new})
        return self._checked(edit, FieldStretch(key, "text", 0, 0))

    # --- in tables ------------------------------------------------------------------------------------------

    def cell_figure(self, key: str) -> CellFigure:
        """Return what a cell says, with its unit of measure."""
        spot = self.corpus.outline.spots[key]
        table = table_around(self.corpus.outline, key)
        if spot.row is None or table is None:
            return CellFigure(without_label(spot.paragraph.text), "")
        names = self.corpus.names.tables.table(table)
        return CellFigure(spot.paragraph.text, unit_of_cell(names, spot.row, column_of_cell(key)))

    def _is_row_in_cell(self, there: FieldStretch, new: str) -> bool:
        """Whether new words for a cell are several cells, one beside the other."""
        return self._row_of(there.key) is not None and not _BETWEEN_CELLS.isdisjoint(new)

    def _written_in_table(self, key: str, new: str) -> Edit:
        """Return the edit that gives a cell or a unit of measure other words, as the table writes them."""
        old = self.spotting.text(FieldStretch(key, "text", 0, 0))
        if self._is_row_in_cell(FieldStretch(key, "text", 0, 0), new):
            raise UnclearError(Doubt.READINGS, new)
        if self.corpus.outline.spots[key].row is None:
            words: str | None = with_its_label(old, new)
        else:
            words = self.cell_figure(key).bare(new)
        if words is None:
            figured = _with_figure(old, new)
            edit = Rewrite.model_validate({"rewrite": key, "with": figured})
            raise UnclearError(Doubt.READINGS, new, (edit,) if figured else ())
        if same_words(words, old):
            raise UnclearError(Doubt.UNCHANGED, new)
        return Rewrite.model_validate({"rewrite": key, "with": words})

    def _headed(self, key: str, new: str, was: str) -> Edit:
        """Return the edit that gives a column another head: what stands above it is shared, and stays."""
        own = levels(self.corpus.outline.titles[key])
        if was and not any(same_words(was, said) for said in (own[-1], "".join(own))):
            raise UnclearError(Doubt.NOT_THERE, was)
        edit = Retitle.model_validate({"title": key, "with": in_levels((*own[:-1], new))})
        if len(own) > 1 and not same_words(was, own[-1]):
            whole = Retitle.model_validate({"title": key, "with": new})
            raise UnclearError(Doubt.READINGS, new, (edit,), ((whole,),))
        return edit

    def _row_called(self, key: str, new: str, was: str) -> Edit:
        """Return the edit that gives a row another name: the words of the cell that has it."""
        outline = self.corpus.outline
        table = outline.tables[outline.container(key)]
        name = row_name(table, outline.rows[key])
        if was and not same_words(was, name):
            raise UnclearError(Doubt.NOT_THERE, was)
        cells = list(by_column(outline.rows[key], columns_of(table)))
        column = cells[naming_cell(table, outline.rows[key])]
        return self._written_in_table(cell_id(key, column), new)

    # --- titles ---------------------------------------------------------------------------------------------

    def retitled(self, key: str, new: str, was: str) -> Edit:
        """Return the edit that gives a part another title; `was` is the one it is said to have, if any."""
        outline = self.corpus.outline
        if key in outline.heads:
            return self._headed(key, new, was)
        if key in outline.rows:
            return self._row_called(key, new, was)
        own = outline.titles.get(key) or outline.words(key, "heading")
        if was and not same_words(was, own):
            raise UnclearError(Doubt.NOT_THERE, was)
        return Retitle.model_validate({"title": key, "with": new})

    # --- quotations that have one place ---------------------------------------------------------------------

    def _quoting(self, there: FieldStretch, quote: str, new: str) -> Edit:
        """Return the edit of a quotation that has this one place, with more words where it needs them."""
        change = there, quote, new
        if change not in self._known:
            self._known[change] = self._written(there, quote, new)
        return self._known[change]

    def _written(self, there: FieldStretch, quote: str, new: str) -> Edit:
        whole = self.spotting.text(there)
        marked = with_lost_marks(whole[there.start : there.end], new, whole[there.end :])
        if marked != new:
            raise UnclearError(Doubt.ENDING, quote, (self._written(there, quote, marked),))
        for wider, words in self._quotable(there, quote):
            wording = whole[wider.start : there.start] + new + whole[there.end : wider.end]
            edit = self._pinned(wider, words, _changing(wording))
            if edit is not None:
                return self._checked(edit, there)
        raise UnclearError(Doubt.UNPLACED, quote)

    def _quotable(
        self, there: FieldStretch, quote: str, verb: str = ""
    ) -> Iterator[tuple[FieldStretch, str]]:
        """Yield the words by which a stretch may be found: the unit's, the draft's, more of these."""
        whole = self.spotting.text(there)
        yield there, quote
        if whole[there.start : there.end] != quote:
            yield there, whole[there.start : there.end]
        for start, end in _widening(whole, there, verb):
            yield there._replace(start=start, end=end), whole[start:end]

    def _pinned(self, there: FieldStretch, quote: str, written: EditMaker) -> Edit | None:
        """Return an edit whose quotation is found here and nowhere else, saying no more than it needs to."""
        for within, field in ((None, None), (there.key, None), (there.key, there.field)):
            found = self.corpus.locate(quote, Hint(within=within, field=field))
            if isinstance(found, Anchor) and stretch_of(found) == there:
                return written(quote, within, field)
        return None

    def _checked(self, edit: Edit, there: FieldStretch) -> Edit:
        """Return an edit that the merge places where it is meant, and that leaves a well-formed text."""
        placed = place(self.corpus, "?", Patch.of(NOTHING_CITED, (edit,)))
        fields = {(text.paragraph, text.field) for text in placed.texts}
        if placed.obstacles or placed.refusals or fields - {there[:2]}:
            raise UnclearError(Doubt.UNPLACED)
        old = self.spotting.text(there)
        new = _merged(old, [text.change for text in placed.texts])
        if not is_well_formed(old, new):
            raise UnclearError(Doubt.ILL_FORMED, edits=(edit,))
        return edit


def _merged(old: str, changes: Sequence[Change]) -> str:
    """Return a text with the changes of one edit: only several of them can be in each other's way."""
    if len(changes) > 1:
        return merge(old, changes).text
    return apply(old, [Splice(change.start, change.end, change.text) for change in changes])


def _changing(new: str) -> EditMaker:
    """Return what writes a replacement by `new`, or a deletion where there is nothing new."""

    def written(words: str, within: str | None, field: str | None) -> Edit:
        place = {"in": within, "field": field}
        if new:
            return Replace.model_validate({"replace": words, "with": new, **place})
        return Delete.model_validate({"delete": words, **place})

    return written


_BETWEEN_CELLS = frozenset("|\t")
_NOTHING_THERE = ("-", "—", "——", "－", "/", "／")
"""What stands in a cell that has no figure."""
_STEP = 2
"""So many characters more on each side: quotations stay short."""


def _widening(whole: str, there: FieldStretch, verb: str = "") -> Iterator[tuple[int, int]]:
    """Yield wider and wider spans round a stretch, up to the whole text; one side stays for an insertion."""
    start, end = there.start, there.end
    # words go in at one of its ends, which stays
    first = start if verb == "before" else 0
    last = end if verb == "after" else len(whole)
    while start > first or end < last:
        start, end = max(start - _STEP, first), min(end + _STEP, last)
        yield start, end


# --- new words ----------------------------------------------------------------------------------------------

_SEPARATOR = re.compile(r"[。.:：\s]+")
"""What is printed between a heading and its text."""
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MARKS = "、,.;:!?"
_PAUSES = "、,，;；:："
"""As the match key has them."""
_LINKS = (
    "和",
    "及",
    "与",
    "或",
    "并",
    "且",
    "等",
    "暨",
    "的",
    "兼",
    "(",
    "（",
    "以及",
    "and ",
    "or ",
)
"""What joins words to others without a mark."""


def _refuse_beside(before: str, new: str, behind: str, side: str) -> None:
    """Raise UnclearError where words cannot be put in as they are."""
    if _leaves_out(new):
        raise UnclearError(Doubt.LEFT_OUT, new)
    if holds_note("", new):
        raise UnclearError(Doubt.SPEAKS, new)
    if says_beside(new, before, behind):
        raise UnclearError(Doubt.REPEATS, new)
    if side == "后" and leaves_sentence_open(before, new, behind):
        raise UnclearError(Doubt.ILL_FORMED, new)


def _leaves_out(new: str) -> bool:
    return has_ellipsis(new) or leaves_blank("", new)


def _without_doubled(new: str, behind: str) -> str:
    """Return new words without a mark at their end that stands behind them anyhow."""
    doubled = bool(new and behind) and fold(new[-1]) == fold(behind) and fold(behind) in _MARKS
    return new[:-1] if doubled else new


def _is_tail_alone(old: str, new: str) -> bool:
    """Whether new words say only the end of the old ones with another figure: the rest is meant to stay."""
    if not _DIGITS.search(fold(new)):
        return False
    one, other = (_DIGITS.sub("0", fold(words)) for words in (old, new))
    return one != other and one.endswith(other) and not fold(old).endswith(fold(new))


def _with_tail(old: str, new: str) -> str:
    """Return old words whose tail, alike but for its figures, is that of the new ones."""
    tail = _DIGITS.sub("0", re.escape(new)).replace("0", _DIGITS.pattern)
    found = re.search(f"{tail}$", old)
    return old[: found.start()] + new if found else new


def _with_figure(old: str, new: str) -> str:
    """Return old words with the bare figure that is all of the new ones; nothing where this is not so."""
    if not new[-1:].isdecimal():
        return ""
    narrow = old.translate(NARROW)
    figures = list(_DIGITS.finditer(narrow))
    if len(figures) != 1 or not _DIGITS.fullmatch(new.translate(NARROW)) or figures[0][0] == narrow:
        return ""
    return old[: figures[0].start()] + new + old[figures[0].end() :]


def _comma(whole: str) -> str:
    """Return the comma of a text, as wide as it has them."""
    if "，" in whole:
        return "，"
    return ", " if ", " in whole or _LATIN.match(whole) else ","


def _joins(before: str, new: str, behind: str, listed: bool) -> bool:
    """Whether words can be put in here: beside a mark they bring one along, or a word that joins them.

    So they must beside an item of a list, which they may be meant to be themselves.
    """
    inside = (
        not listed
        and bool(before and behind)
        and not _is_mark(before[-1])
        and not _is_mark(behind[0])
    )
    brings = (
        _is_mark(new[:1]) or _is_mark(new[-1:]) or new.startswith(_LINKS) or new.endswith(_LINKS)
    )
    return inside or brings


def _spaced(before: str, new: str, behind: str) -> str:
    """Return words to be put in, with the blanks that keep them apart from Latin words beside them."""
    stopped = " " in before and before.endswith(_LATIN_STOPS)
    if (stopped or _LATIN.match(before[-1:])) and _LATIN.match(new):
        new = f" {new}"
    if _LATIN.match(new[-1:]) and _LATIN.match(behind):
        new = f"{new} "
    return new


_LATIN = re.compile("[A-Za-z0-9]")
_LATIN_STOPS = tuple(".!?;:")


def _is_mark(char: str) -> bool:
    return bool(char.strip()) and fold(char) in _MARKS
