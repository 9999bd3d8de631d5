"""The changes and remarks of a file as opinions of its authors' units, with edits where they are proved."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Delete, Edit, Remove
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.intake.asked import Asking, asked_for, inset_in_words
from plancli.core.intake.draft.cover import says_issue
from plancli.core.intake.draft.responsible import responsible_in
from plancli.core.intake.draft.structure import BETWEEN_CELLS
from plancli.core.intake.figures_out import FigureOut, figures_out
from plancli.core.intake.grouping import (
    ChangedPassage,
    MatchedText,
    becoming,
    changed_passages,
    doubt_of,
    passage_edits,
)
from plancli.core.intake.matching import Sought, matched
from plancli.core.intake.noting import NotesChanged, notes_changed
from plancli.core.intake.opinions import FileOpinions, RowNote, RowOpinion, RowRemark
from plancli.core.intake.origin import words_digest
from plancli.core.intake.originals import (
    ChangedInset,
    Original,
    changed_insets,
    meddled,
    originals_of,
    put_into_others,
    remarked,
    without_issue,
    words_before,
)
from plancli.core.intake.phrasing import MANNERS, quoted_alone
from plancli.core.intake.proving import PrintedDraft
from plancli.core.intake.reading import Spoken
from plancli.core.intake.rows import (
    ChangedRows,
    changed_rows,
    new_cells,
    row_edits,
    rows_becoming,
)
from plancli.core.intake.tables_out import TableOut, tables_out
from plancli.core.intake.tracked import InsetKind, MarginRemark, TrackedFile
from plancli.core.intake.unmarked import PlainLine
from plancli.core.intake.wishes import Wish, wishes
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.cells import in_a_line, levels
from plancli.core.plan.manifest import Frozen
from plancli.core.plan.model import PLAN
from plancli.core.plan.outline import Outline
from plancli.core.text.marked import shortened
from plancli.core.text.matchkey import fold


class DraftGround(NamedTuple):
    """What a file is read against: the draft, its entry in plan.yaml, the sentences of its language.

    `titles` are what stands over the text and is none of it, in match keys. Remarks that begin with one of
    `ids`, of comments, are plancli's own.
    """

    corpus: Corpus
    frozen: Frozen
    asking: Asking
    titles: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()


class _Anchored(NamedTuple):
    """Where a remark stands: at which original, the words there, whose changes it touches."""

    original: int
    words: str
    authors: set[str]


class ChangedDraft:
    """One file, read against the draft."""

    def __init__(self, file: TrackedFile, units: Mapping[str, str], ground: DraftGround) -> None:
        self._file, self._units, self._ground = file, units, ground
        title, issue = ground.corpus.outline.title, ground.frozen.name
        self._originals = without_issue(originals_of(file), title or "", issue)
        self._margins = originals_of(TrackedFile(file.margins))
        self.sought = [Sought(one.text, one.marks) for one in self._originals]
        self.found = matched(ground.corpus, self.sought, file.origin)
        self._leave_repeated()
        self._text = MatchedText(ground.corpus, self._originals, self.found)
        self.draft = PrintedDraft(ground.corpus)
        self._reasons: dict[tuple[int, str], list[str]] = defaultdict(list)

    def _leave_repeated(self) -> None:
        """Leave out what only goes on from the row above, where the draft has nothing there."""
        for at, original in enumerate(self._originals):
            if original.repeats and at not in self.found:
                self._originals[at] = original._replace(runs=())
                self.sought[at] = Sought("")

    @property
    def plain(self) -> list[PlainLine]:
        """The paragraphs of the file that have words."""
        found: list[PlainLine] = []
        for one in self._originals:
            is_above = one.is_in_cell and fold(one.text) in self.above
            if one.text.strip() and not is_above:
                found.append(PlainLine(one.row, one.text))
        return found

    @cached_property
    def above(self) -> frozenset[str]:
        """What stands over several heads of tables, in match keys: it is printed in cells of its own."""
        found: set[str] = set()
        for head in self._outline.heads.values():
            found.update(map(fold, levels(head.title)[:-1]))
        return frozenset(found)

    def said(self) -> FileOpinions:
        opinions = list(self._remarks())
        for author in self._file.authors:
            if author in self._units:
                opinions += self._of_author(author)
        opinions.sort(key=lambda one: one.row)
        return FileOpinions("", tuple(opinions), (), tuple(self._notes()))

    # --- remarks in the margin ------------------------------------------------------------------------------

    def _remarks(self) -> Iterator[RowOpinion]:
        """Yield remarks that stand alone; one that touches a change of its unit is kept as its reason."""
        anchors: dict[str, list[_Anchored]] = defaultdict(list)
        for at, original in enumerate(self._originals):
            for number, (words, authors) in remarked(original).items():
                anchors[number].append(_Anchored(at, words, authors))
        for remark in self._file.remarks:
            if remark.author not in self._units or not remark.text or self._is_own(remark):
                continue
            reason = self._reason(remark, anchors[remark.number])
            if reason is None:
                yield self._alone(remark, anchors[remark.number])
            else:
                self._reasons[reason].append(remark.text)

    def _is_own(self, remark: MarginRemark) -> bool:
        first = remark.text.replace("(", " ").replace("（", " ").split()
        return bool(first) and first[0] in self._ground.ids

    def _reason(self, remark: MarginRemark, anchors: Sequence[_Anchored]) -> tuple[int, str] | None:
        """Return the original and the author of the change for which a remark gives the reason."""
        unit = self._units[remark.author]
        for anchor in anchors:
            for author in sorted(anchor.authors):
                if self._units.get(author) == unit:
                    return anchor.original, author
        return None

    def _alone(self, remark: MarginRemark, anchors: Sequence[_Anchored]) -> RowOpinion:
        at, row = Cited(), 1
        for anchor in anchors[:1]:
            row = self._originals[anchor.original].row
            key = self._text.key(anchor.original)
            if key is not None:
                at = self._cited([key], anchor.words.strip())
        unit = self._units[remark.author]
        said = Spoken(remark.text, at)
        return RowOpinion(row, unit, at, remark.text, said, author=remark.author)

    # --- changes --------------------------------------------------------------------------------------------

    def _of_author(self, author: str) -> Iterator[RowOpinion]:
        passages = changed_passages(self._text, wishes(self._originals, author), author)
        insets = self._insets_beside(passages, author)
        gone = {passage.column for passage in passages if passage.column}
        passages = [one for one in passages if not self._is_over(one, gone, author)]
        rows = list(changed_rows(self._originals, author))
        for out, opinion in self._tables_out(author, passages, rows):
            yield opinion
            passages = [one for one in passages if not out.takes(one.gone)]
            rows = [one for one in rows if not out.takes(one.places)]
        for figure, opinion in self._figures_out(author, passages, insets):
            yield opinion
            passages = [one for one in passages if figure.title not in one.gone]
            del insets[figure.picture]
        for passage in passages:
            becomes = None
            if doubt_of(self._text, passage, author) is None:
                becomes = becoming(self._text, passage, author, self.draft.lines)
            if becomes is None or not self.draft.stays(becomes):
                yield self._opinion(author, passage, insets)
        for at, changes in insets.items():
            yield from self._of_insets(author, at, changes)
        yield from self._of_margins(author)
        for changed in rows:
            yield self._of_rows(author, changed)
        yield from self._of_others(author)

    def _of_others(self, author: str) -> Iterator[RowOpinion]:
        """Yield what an author did to what others put into the file, or beside it."""
        for at, original in enumerate(self._originals):
            for words in meddled(original, author):
                key = self._text.key(at)
                cited = self._cited([key] if key else [], "")
                said = asked_for([Delete(delete=words)], self._outline, self._ground.asking)
                yield self._shown(original, author, cited, said, (), Doubt.OTHERS)
            for inserted in put_into_others(original, author):
                asking = self._ground.asking
                said = asking.after if inserted.behind else asking.before
                anchor = inserted.behind or inserted.ahead_of
                words = said.format(anchor=anchor, new=inserted.words)
                yield self._shown(original, author, Cited(), words, (), Doubt.OTHERS)

    def _is_over(self, passage: ChangedPassage, gone: set[str], author: str) -> bool:
        """Whether a passage is a cell over several columns that goes with all of them."""
        first = self._originals[passage.chain[0]]
        if not gone or passage.chain[0] in self.found or not first.goes_with_cell(author):
            return False
        own = fold(first.text)
        heads = self._outline.heads.items()
        under = {key for key, head in heads if own in map(fold, levels(head.title)[:-1])}
        return bool(under) and under <= gone

    def _tables_out(
        self, author: str, passages: Sequence[ChangedPassage], rows: Sequence[ChangedRows]
    ) -> list[tuple[TableOut, RowOpinion]]:
        """Return the tables that go, each as one opinion, where their removal gives the very file."""
        found: list[tuple[TableOut, RowOpinion]] = []
        for out in tables_out(self._text, passages, rows, self.draft.lines):
            opinion = self._part_out(author, out.table, out.lines, out.places)
            found += [(out, opinion)] if opinion else []
        return found

    def _figures_out(
        self,
        author: str,
        passages: Sequence[ChangedPassage],
        insets: Mapping[int, Sequence[ChangedInset]],
    ) -> list[tuple[FigureOut, RowOpinion]]:
        """Return the figures that go, each as one opinion, where their removal gives the very file."""
        found: list[tuple[FigureOut, RowOpinion]] = []
        for out in figures_out(self._text, passages, insets):
            opinion = self._part_out(author, out.figure, [out.figure], [out.picture, out.title])
            found += [(out, opinion)] if opinion else []
        return found

    def _part_out(
        self, author: str, part: str, lines: Sequence[str], places: Sequence[int]
    ) -> RowOpinion | None:
        """Return that a part goes as an opinion; None where its removal takes out other lines, too."""
        edits, at = (Remove(remove=part),), self._cited([part], "")
        if not self.draft.gives(at, edits, dict.fromkeys(lines, ())):
            return None
        said = asked_for(edits, self._outline, self._ground.asking)
        return self._reasoned(author, list(places), at, said, edits, None)

    def _of_rows(self, author: str, changed: ChangedRows) -> RowOpinion:
        """Return rows that come or go as one opinion, with edits where they give the very file."""
        places = changed.places
        keys = [key for key in map(self._text.key, places) if key]
        above = self._text.key(places[0] - 1) if changed.comes and places[0] else None
        at = self._cited([above] if above else keys, "")
        edits = row_edits(self._text, changed, author)
        becomes = rows_becoming(self._text, changed, author, self.draft.lines)
        if edits and self.draft.gives(at, edits, becomes):
            said = asked_for(edits, self._outline, self._ground.asking)
            doubt = None
        else:
            said, doubt = self._rows_in_words(author, changed), Doubt.DIFFERS
            edits = []
        return self._reasoned(author, places, at, said, tuple(edits), doubt)

    def _rows_in_words(self, author: str, changed: ChangedRows) -> str:
        """Return rows that are no edits, each with its cells in a line."""
        asking = self._ground.asking
        ahead = self._originals[max(changed.places[0] - 1, 0)].text
        said: list[str] = []
        for row in changed.rows:
            if changed.comes:
                new = in_a_line(new_cells(self._originals, row, author))
                said.append(asking.added_row.format(beside=shortened(ahead, _BESIDE), new=new))
            else:
                words = in_a_line(self._originals[at].text for at in row)
                said.append(asking.deleted.format(old=words))
        return "\n".join(said)

    @cached_property
    def _with_insets(self) -> list[int]:
        return [at for at, original in enumerate(self._originals) if original.has_insets]

    # --- what stands between words --------------------------------------------------------------------------

    def _insets_beside(
        self, passages: Sequence[ChangedPassage], author: str
    ) -> dict[int, list[ChangedInset]]:
        """Return what an author did with notes, but those that come or go with their whole paragraph."""
        coming: set[int] = set()
        going: set[int] = set()
        for wish in (wish for passage in passages for wish in passage.wishes):
            going.update(wish.goes)
            coming.update(note.number for one in wish.comes for _, note in one.noted)
        found: dict[int, list[ChangedInset]] = defaultdict(list)
        for at in self._with_insets:
            for change in changed_insets(self._originals[at], author):
                is_note = change.inset.kind is InsetKind.FOOTNOTE
                goes = is_note and at in going and not change.comes
                if not goes and change.inset.number not in coming:
                    found[at].append(change)
        return dict(found)

    def _of_insets(
        self, author: str, at: int, changes: Sequence[ChangedInset]
    ) -> Iterator[RowOpinion]:
        """Yield what an author did with notes of a paragraph: as edits where all of it is proved."""
        key = self._text.key(at)
        cited = self._cited([key] if key else [], "")
        wanted = notes_changed(self._text, at, changes, author)
        if wanted is not None and self._gives_notes(cited, wanted):
            said = asked_for(wanted.edits, self._outline, self._ground.asking)
            yield self._reasoned(author, [at], cited, said, wanted.edits, None)
        elif len(changes) > 1:
            for change in changes:
                yield from self._of_insets(author, at, [change])
        else:
            original, change = self._originals[at], changes[0]
            words = original.text
            if not words.strip():
                words = words_before(self._originals, at)
                change = change._replace(at=len(words))
            said = inset_in_words(words, change, self._ground.asking)
            cited = self._cited([key] if key else [], self._words_there(at))
            yield self._reasoned(author, [at], cited, said, (), Doubt.UNPLACED)

    def _gives_notes(self, at: Cited, wanted: NotesChanged) -> bool:
        becomes = wanted.becoming({}, self.draft.lines)
        return self.draft.gives(at, wanted.edits, becomes, {wanted.key: wanted.places})

    @property
    def _outline(self) -> Outline:
        return self._ground.corpus.outline

    # --- passages -------------------------------------------------------------------------------------------

    def _opinion(
        self, author: str, passage: ChangedPassage, insets: dict[int, list[ChangedInset]]
    ) -> RowOpinion:
        """Return a passage as one opinion; of its notes those that are proved with it, which are taken."""
        keys = [key for key in map(self._text.key, passage.chain) if key]
        at = self._cited(keys, "")
        doubt = doubt_of(self._text, passage, author)
        edits: list[Edit] = []
        if doubt is None:
            edits = self._proved(passage, author, at)
            doubt = None if edits else Doubt.DIFFERS
        if doubt is None:
            edits = self._with_notes(passage, author, at, edits, insets)
        if doubt is None:
            said = asked_for(edits, self._outline, self._ground.asking)
        else:
            at = self._cited(keys, self._words_there(passage.chain[0]))
            said = self._in_words(passage.wishes, self._originals)
        return self._reasoned(author, passage.chain, at, said, tuple(edits), doubt)

    def _reasoned(
        self,
        author: str,
        places: Sequence[int],
        at: Cited,
        said: str,
        edits: tuple[Edit, ...],
        doubt: Doubt | None,
    ) -> RowOpinion:
        """Return an opinion on some originals with the reasons that its author gave beside them."""
        for place in places:
            for reason in self._reasons.get((place, author), ()):
                said += "\n" + self._ground.asking.reason.format(reason=reason)
        return self._shown(self._originals[places[0]], author, at, said, edits, doubt)

    def _with_notes(
        self,
        passage: ChangedPassage,
        author: str,
        at: Cited,
        edits: list[Edit],
        insets: dict[int, list[ChangedInset]],
    ) -> list[Edit]:
        """Return the edits of a passage with those of its notes, where they are proved together."""
        becomes = becoming(self._text, passage, author, self.draft.lines)
        for place in passage.chain:
            wanted = notes_changed(self._text, place, insets.get(place, ()), author)
            if place not in insets or wanted is None:
                continue
            lines = wanted.becoming(becomes, self.draft.lines)
            together = [*edits, *wanted.edits]
            if self.draft.gives(at, together, lines, {wanted.key: wanted.places}):
                edits, becomes = together, lines
                del insets[place]
        return edits

    def _shown(
        self,
        original: Original,
        author: str,
        at: Cited,
        said: str,
        edits: tuple[Edit, ...],
        doubt: Doubt | None,
    ) -> RowOpinion:
        unit, spoken = self._units[author], Spoken(said, at)
        opinion = RowOpinion(original.row, unit, at, said, spoken, author=author)
        return opinion._replace(shown=edits, doubt=doubt)

    def _proved(self, passage: ChangedPassage, author: str, at: Cited) -> list[Edit]:
        """Return edits that are proved to give what stands in the file; none where there are none."""
        becomes = becoming(self._text, passage, author, self.draft.lines)
        tried: list[list[Edit]] = []
        for manner in MANNERS:
            edits = passage_edits(self._text, passage, manner)
            if not edits or edits in tried:
                continue
            tried.append(edits)
            if self.draft.gives(at, edits, becomes):
                return edits
        return []

    def _in_words(self, wished: Sequence[Wish], originals: Sequence[Original]) -> str:
        """Return changes that are no edits, with the words that they have in the file."""
        found: list[Edit] = []
        for wish in wished:
            for one in wish.stays:
                found += quoted_alone(originals[one.original].text, one.splices)
            found += [Delete(delete=originals[at].text) for at in wish.goes]
        said = [asked_for([edit], self._outline, self._ground.asking) for edit in found]
        for wish in wished:
            for come in wish.comes:
                beside = originals[come.beside].text
                is_blank = not beside.strip()
                beside = shortened(
                    words_before(originals, come.beside) if is_blank else beside, _BESIDE
                )
                asking = self._ground.asking
                added = asking.added_before if come.ahead and not is_blank else asking.added
                said.append(added.format(beside=beside, new=come.in_words))
        return "\n".join(said)

    def _of_margins(self, author: str) -> Iterator[RowOpinion]:
        """Yield what an author changed in headers and footers, which are no part of the plan."""
        for original in self._margins:
            wished = wishes([original], author)
            said = [self._in_words(wished, [original])] if wished else []
            for change in changed_insets(original, author):
                said.append(inset_in_words(original.text, change, self._ground.asking))
            if said:
                words = self._ground.asking.margin.format(said="\n".join(said))
                yield self._shown(original, author, Cited(), words, (), Doubt.NOT_DRAFT)

    def _words_there(self, at: int) -> str:
        """Return the words of the draft where a paragraph of the file stands, without number and units.

        Those are printed, and nobody finds them in the words of the part.
        """
        key = self._text.key(at)
        line = None if key is None else self._ground.corpus.line(key)
        own = [field for field in line.fields if field.name != "units"] if line else []
        return line.text[own[0].start : own[-1].end] if line and own else ""

    def _cited(self, keys: Sequence[str], original: str) -> Cited:
        """Return the section of the first of some parts, and the words beside which an opinion stands."""
        section = None
        for key in keys[:1]:
            spot = self._outline.spots.get(key)
            holds = spot.section.key if spot else self._outline.container(key) or key
            if holds != PLAN and self._ground.corpus.names.keys(holds) == [holds]:
                section = holds
        return Cited(section=section, original=original or None)

    def _notes(self) -> Iterator[RowNote]:
        """Yield paragraphs that are none of the draft, and that nobody changed."""
        for at, original in enumerate(self._originals):
            for words in self._notes_lost(at):
                yield RowNote(original.row, RowRemark.UNTRACKED, words)
            text = original.text.strip()
            if any(look.restyled for look in original.looks):
                yield RowNote(original.row, RowRemark.RESTYLED, text)
            if not text or at in self._text.found or self._is_laid_out(text):
                continue
            if self._is_untracked(original):
                yield RowNote(original.row, RowRemark.UNTRACKED, text)
            elif not any(map(original.touched_by, self._file.authors)):
                yield RowNote(original.row, RowRemark.NOT_DRAFT, text)

    def _notes_lost(self, at: int) -> list[str]:
        """Return the footnotes that a paragraph of ours had when it was sent out, and that it has no more."""
        if self._file.origin is None or not self._text.notes(at):
            return []
        insets = (run.inset for run in self._originals[at].runs if run.inset and not run.added)
        there = Counter(fold(one.before) for one in insets if one.kind is InsetKind.FOOTNOTE)
        sent = [self._outline.spots[note].paragraph.text for note in self._text.notes(at)]
        lost = Counter(map(fold, sent)) - there
        return [words for words in sent if fold(words) in lost] if there.total() < len(sent) else []

    def _is_laid_out(self, text: str) -> bool:
        """Whether a paragraph is what the draft has, and prints in another way: a cover, cells, units."""
        if fold(text) in self._ground.titles or says_issue(text) or fold(text) in self._cells:
            return True
        listed = responsible_in(text)
        return listed is not None and not listed.words and self._named.issuperset(listed.units)

    @cached_property
    def _cells(self) -> frozenset[str]:
        """The cells of the rows that the draft keeps as text, and the levels of heads of its tables."""
        found: set[str] = set()
        for words in self.draft.lines.values():
            if BETWEEN_CELLS in words:
                found.update(map(fold, words.split(BETWEEN_CELLS)))
        for head in self._outline.heads.values():
            found.update(map(fold, levels(head.title)))
        return frozenset(found)

    @cached_property
    def _named(self) -> frozenset[str]:
        """All units that the draft makes responsible for something."""
        spots = self._outline.spots.values()
        return frozenset(unit for spot in spots for unit in spot.paragraph.units or ())

    def _is_untracked(self, original: Original) -> bool:
        """Whether a paragraph that plancli marked lacks the words with which it was sent out."""
        origin = self._file.origin
        if origin is None:
            return False
        marked = [origin.parts[number] for number in original.marks if number in origin.parts]
        digest = words_digest(original.text)
        return bool(marked) and all(part.words != digest for part in marked)


_BESIDE = 24
"""With so many characters a paragraph is named beside which another one comes."""
