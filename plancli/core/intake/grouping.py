"""What an author wants of one passage: as edits of the draft, and as what they are to come to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.comments.edits import Add, Edit, Move, NewNote, NewParagraph, Remove
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.intake.columns import gone_columns
from plancli.core.intake.matching import Match, in_draft
from plancli.core.intake.originals import Appearance, Original, changed_insets
from plancli.core.intake.phrasing import Manner, edits_of
from plancli.core.intake.quotation import words_ahead
from plancli.core.intake.tracked import BOX, InsetKind
from plancli.core.intake.unit_lists import listed_apart
from plancli.core.intake.wishes import Comes, Stays, Wish, moves
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.outline import Outline
from plancli.core.text.diff import Splice, apply


class MatchedText(NamedTuple):
    """The paragraphs of a file as they were, and which part of the draft each is, by its place."""

    corpus: Corpus
    originals: Sequence[Original]
    found: Mapping[int, Match]

    def key(self, at: int | None) -> str | None:
        """Return the key of the part that a paragraph is."""
        match = None if at is None else self.found.get(at)
        return None if match is None else match.key

    def is_blank(self, at: int) -> bool:
        return not self.originals[at].text.strip()

    def notes(self, at: int) -> list[str]:
        """Return the ids of the footnotes of the part that a paragraph is, in the order of the draft."""
        spot = self.corpus.outline.spots.get(self.key(at) or "")
        return [note.id for note in spot.paragraph.notes] if spot else []


class ChangedPassage(NamedTuple):
    """Wishes that are one comment; `moved` says which of what comes is an original that goes elsewhere.

    By the place of the wish, and of the paragraph in it. `column` is that of a table that goes as a whole.
    """

    wishes: tuple[Wish, ...]
    moved: Mapping[tuple[int, int], int]
    column: str = ""

    @property
    def chain(self) -> list[int]:
        """The places of all originals in it, in the order of the file."""
        return sorted(at for wish in self.wishes for at in wish.chain)

    @property
    def gone(self) -> list[int]:
        """The places of the paragraphs that go with all their words."""
        return [at for wish in self.wishes for at in wish.goes]


def changed_passages(
    text: MatchedText, wished: Sequence[Wish], author: str
) -> list[ChangedPassage]:
    """Return wishes of one author by passage: what moves, and parts that go whole, are one each."""
    moved = moves(text.originals, wished)
    group = list(range(len(wished)))
    homes = {at: number for number, wish in enumerate(wished) for at in wish.goes}

    def join(numbers: Sequence[int]) -> None:
        joined = {group[number] for number in numbers}
        for at, name in enumerate(group):
            if name in joined:
                group[at] = min(joined)

    for (number, _), at in moved.items():
        join([number, homes[at]])
    for rows in _one_cell(text.originals, wished):
        join(rows)
    outline, originals = text.corpus.outline, text.originals
    columns: dict[tuple[int, ...], str] = {}
    for column, cells in gone_columns(outline, originals, text.found, wished, author):
        join(cells)
        columns[tuple(sorted(cells))] = column
    keys = {text.found[at].key: at for at in homes if at in text.found}
    for part in _whole_parts(text.corpus.outline, set(keys)):
        inside = [key for key in keys if part in text.corpus.outline.ancestry(key)]
        join([homes[keys[key]] for key in inside])
    found: list[ChangedPassage] = []
    for name in sorted(set(group)):
        own = [number for number, one in enumerate(group) if one == name]
        of_group = {
            (own.index(number), place): at for (number, place), at in moved.items() if number in own
        }
        column = columns.get(tuple(own), "")
        found.append(ChangedPassage(tuple(wished[number] for number in own), of_group, column))
    return found


def _one_cell(originals: Sequence[Original], wished: Sequence[Wish]) -> Iterator[list[int]]:
    """Yield the wishes that are one: what is done to a cell over several rows is done in each of them."""
    cells: dict[int, list[int]] = {one.repeats: [] for one in originals if one.repeats}
    for number, wish in enumerate(wished):
        first = originals[wish.chain[0]]
        if first.repeats or first.row in cells:
            cells[first.repeats or first.row].append(number)
    yield from filter(None, cells.values())


def _whole_parts(outline: Outline, gone: set[str]) -> list[str]:
    """Return the sections and columns of which all goes."""
    found: list[str] = []
    for part in (*outline.sections, *outline.captioned):
        if part in gone:
            held = [key for key in outline.in_reading_order if part in outline.ancestry(key)]
            if gone.issuperset(held):
                found.append(part)
    return found


def doubt_of(text: MatchedText, passage: ChangedPassage, author: str) -> Doubt | None:
    """Return why nothing of a passage can be an edit."""
    for at in passage.chain:
        if at not in text.found and not text.is_blank(at):
            return Doubt.NOT_DRAFT
    if any(_is_in_new_box(text, at) for at in passage.chain):
        return Doubt.UNPLACED
    if any(text.originals[at].brings_formula(author) for at in passage.chain):
        return Doubt.FORMULA
    return _doubt_of_parts(text, passage)


def _is_in_new_box(text: MatchedText, at: int) -> bool:
    """Whether a paragraph had no words, and stands in a text box: where that goes nobody knows."""
    return text.originals[at].place.startswith(BOX) and text.is_blank(at)


def _doubt_of_parts(text: MatchedText, passage: ChangedPassage) -> Doubt | None:
    """Return why the parts of a passage cannot come, go or stay as the file has them."""
    for number, wish in enumerate(passage.wishes):
        for place, come in enumerate(wish.comes):
            if come.look.level and (number, place) not in passage.moved:
                return Doubt.PARTS
        keys = {text.key(at) for at in wish.chain}
        if any(_leaves_units(text, at) for at in wish.goes):
            return (
                Doubt.PARTS
            )  # words that go, and whose responsible units stay in a line of their own
        if any(one.joins for one in wish.stays) and keys & text.corpus.outline.titles.keys():
            return Doubt.PARTS  # a title and a paragraph run together
    return None


def _leaves_units(text: MatchedText, at: int) -> bool:
    """Whether a paragraph has only the words of a part, and not the units that are printed behind them."""
    match = text.found.get(at)
    return match is not None and match.end < len(text.corpus.line(match.key).text)


# --- what is to come of it ----------------------------------------------------------------------------------


def becoming(
    text: MatchedText, passage: ChangedPassage, author: str, lines: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return what stands in the place of lines of the draft, in the order in which the file has it.

    `lines` has the words of each part as they are printed. All that becomes of a wish stands in the place of
    its first part. Footnotes go with the paragraph of their marks, where these are marked as gone with it.
    """
    found: dict[str, tuple[str, ...]] = {}
    if passage.column:
        return {key: () for key in map(text.key, passage.chain) if key}
    for wish in passage.wishes:
        words = tuple(line for one in wish.becomes for line in _words(text, one))
        keys = [key for key in map(text.key, wish.chain) if key is not None]
        found.update(dict.fromkeys(keys, ()))
        for at in wish.goes:
            if _notes_go(text, at, author):
                found.update(dict.fromkeys(text.notes(at), ()))
        if keys:
            found[keys[0]] = words
            continue
        # only an empty paragraph was there
        before, behind = _neighbours(text, wish.comes[0])
        above, below = text.key(before), text.key(behind)
        if above is not None:
            found[above] = (*found.get(above, (lines[above],)), *words)
        elif below is not None:
            found[below] = (*words, *found.get(below, (lines[below],)))
    return found


def _words(text: MatchedText, one: Stays | Comes) -> tuple[str, ...]:
    """Return a paragraph as the draft would print it, behind a new one its footnotes."""
    if isinstance(one, Comes):
        return one.text, *(note.words for _, note in one.noted)
    return (line_with(text, one.original, one.splices),)


def line_with(text: MatchedText, at: int, splices: Sequence[Splice]) -> str:
    """Return the line that the draft prints of a paragraph of the file, with changes of this."""
    match = text.found[at]
    line = text.corpus.line(match.key)
    return apply(line.text, in_draft(line, match, splices))


def _notes_go(text: MatchedText, at: int, author: str) -> bool:
    """Whether the marks of all footnotes of a paragraph are marked as gone."""
    gone = [one for one in changed_insets(text.originals[at], author) if not one.comes]
    notes = [one for one in gone if one.inset.kind is InsetKind.FOOTNOTE]
    return len(notes) == len(text.notes(at))


def _neighbours(text: MatchedText, come: Comes) -> tuple[int | None, int | None]:
    """Return the paragraphs of the file between which another one comes; None where there is none."""
    first = come.beside - 1 if come.ahead or text.is_blank(come.beside) else come.beside
    last = come.beside if come.ahead and not text.is_blank(come.beside) else come.beside + 1
    before = next((at for at in range(first, -1, -1) if not text.is_blank(at)), None)
    following = range(last, len(text.originals))
    behind = next((at for at in following if not text.is_blank(at)), None)
    return before, behind


# --- edits --------------------------------------------------------------------------------------------------


def passage_edits(text: MatchedText, passage: ChangedPassage, manner: Manner) -> list[Edit] | None:
    """Return the edits of a passage; None where something is wanted that no edit does."""
    found: list[Edit] = []
    if passage.column:
        return [Remove(remove=passage.column)]
    moved = {key for key in map(text.key, passage.moved.values()) if key}
    whole = set(_whole_parts(text.corpus.outline, moved))
    for number, wish in enumerate(passage.wishes):
        for one in wish.stays:
            if not one.splices:
                continue
            match = text.found[one.original]
            splices = in_draft(text.corpus.line(match.key), match, one.splices)
            edits = edits_of(text.corpus, match.key, splices, manner)
            if edits is None:
                return None
            found += edits
        for place, come in enumerate(wish.comes):
            key = text.key(passage.moved.get((number, place)))
            if key and not whole.isdisjoint(text.corpus.outline.ancestry(key)[1:]):
                continue  # it moves with what holds it
            coming = _coming(text, come, key)
            if coming is None:
                return None
            found.append(coming)
    gone = [text.found[at].key for wish in passage.wishes for at in wish.goes]
    removed = _removed(text.corpus.outline, [key for key in gone if key not in moved])
    return None if removed is None else [*found, *removed]


def _removed(outline: Outline, gone: Sequence[str]) -> list[Edit] | None:
    """Return what takes parts out; a title goes only with all that stands below it."""
    whole = _whole_parts(outline, set(gone))
    found: list[Edit] = []
    for key in gone:
        above = outline.ancestry(key)[1:]
        if not any(part in whole for part in above):
            if key in outline.titles and key not in whole:
                return None
            found.append(Remove(remove=key))
    return found


class _Goal(NamedTuple):
    """Where a paragraph comes to stand: in a section or column, behind a part of it, or before one."""

    container: str
    after: str | None = None
    before: str | None = None


def _coming(text: MatchedText, come: Comes, moved: str | None) -> Edit | None:
    """Return what brings a paragraph to its place, a new one or one that `moved`; None where none does."""
    before, behind = _neighbours(text, come)
    if moved in text.corpus.outline.sections:
        goal = _goal_of_section(text, moved, before, behind)
    else:
        goal = _goal(text, before, behind, come.look)
    if goal is None:
        return None
    if moved is not None:
        if goal.after is not None:
            return Move(move=moved, after=goal.after)
        if goal.before is not None:
            return Move(move=moved, before=goal.before)
        return Move(move=moved, to=goal.container)
    if goal.before is not None:
        return None
    words, names = listed_apart(come.text, text.corpus.outline.joints)
    notes = _new_notes(words, come)
    if notes is None:
        return None
    new = NewParagraph(text=words, units=names, notes=notes)
    return Add(add=new, to=goal.container, after=goal.after)


def _goal_of_section(
    text: MatchedText, section: str, before: int | None, behind: int | None
) -> _Goal | None:
    """Return beside which section of those that stand with it a section comes to stand."""
    outline = text.corpus.outline
    holder = outline.sections[section].above
    beside = {one.key for one in outline.sections.values() if one.above == holder} - {section}
    above, below = text.key(before), text.key(behind)
    for part in outline.ancestry(above) if above else ():
        if part in beside:
            return _Goal(holder or "", after=part)
    return _Goal(holder or "", before=below) if below in beside else None


def _new_notes(words: str, come: Comes) -> tuple[NewNote, ...] | None:
    """Return the footnotes of a new paragraph; None where words do not say where a mark stands."""
    found: list[NewNote] = []
    for at, note in come.noted:
        anchor = None if at == len(words) else words_ahead(words, at)
        if anchor == "" or at > len(words) or not note.words:
            return None
        found.append(NewNote(note=note.words, after=anchor))
    return tuple(found)


def _goal(
    text: MatchedText, before: int | None, behind: int | None, look: Appearance
) -> _Goal | None:
    """Return the one place between two paragraphs of a file; None where there are two, or none."""
    outline = text.corpus.outline
    above, below = text.key(before), text.key(behind)
    if above is None or before is None:
        return None
    above_look = text.originals[before].looks[-1]
    if above in outline.spots:
        container = outline.container(above)
        if container not in outline.columns:
            return _Goal(container, above)
        if below in outline.spots and outline.container(below) == container:
            return _Goal(container, above)
        # at the end of a box: only the frame says whether it stands in it or behind it
        if not above_look.box:
            return None
        if look.box == above_look.box:
            return _Goal(container, above)
        return _Goal(outline.container(container), container)
    inside = outline.children(above)
    if outline.spots.keys().isdisjoint(inside):
        return _Goal(above)  # ahead of the columns
    if below in inside and below in outline.spots:
        return _Goal(above, before=below)
    return None
