"""Turn the edits of one comment into changes at known places of the draft."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import (
    Add,
    ChangeUnits,
    Delete,
    Edit,
    Insert,
    Move,
    NewColumn,
    NewParagraph,
    NewSection,
    Remove,
    Replace,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.locate.anchors import Anchor, Hint, Refusal, Target, Why
from plancli.core.locate.citation import Reference, parse
from plancli.core.locate.ladder import Corpus
from plancli.core.locate.names import Named
from plancli.core.locate.printing import FieldSpan
from plancli.core.locate.quoting import carried, respelled
from plancli.core.merge.structure import Addition, Moving, Removal
from plancli.core.merge.units import UnitsChange, units_after, units_with
from plancli.core.merge.words import Change
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline, Spot
from plancli.core.text import diff


class TextChange(NamedTuple):
    """A change of the heading or the text of a paragraph."""

    paragraph: str
    field: str
    change: Change


class Evidence(NamedTuple):
    """Where one quotation of a comment was looked for, and what came of it."""

    path: Path
    quote: str
    found: Anchor | Refusal


class Placed(NamedTuple):
    """One comment's edits at their places in the draft."""

    by: str
    texts: tuple[TextChange, ...] = ()
    units: tuple[UnitsChange, ...] = ()
    additions: tuple[Addition, ...] = ()
    removals: tuple[Removal, ...] = ()
    moves: tuple[Moving, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def refusals(self) -> list[Refusal]:
        """Why quotations on which an edit depends have no place; a citation (at) only narrows."""
        return [
            e.found for e in self.evidence if isinstance(e.found, Refusal) and e.path[0] != "at"
        ]

    @property
    def obstacles(self) -> list[Finding]:
        """What is wrong with the edits themselves; a citation (at) only narrows."""
        return [finding for finding in self.findings if finding.path[0] != "at"]

    def changes(self, draft: Outline) -> bool:
        """Whether anything in this comment changes the draft."""
        before = {
            change: draft.spots[change.paragraph].paragraph.units or () for change in self.units
        }
        units = any(units_after(names, change) != names for change, names in before.items())
        return bool(self.texts or self.additions or self.removals or self.moves or units)

    @property
    def edited(self) -> set[str]:
        """Ids of the paragraphs whose words or units this comment changes."""
        return {change.paragraph for change in self.texts} | {
            change.paragraph for change in self.units
        }

    @property
    def paragraphs(self) -> set[str]:
        """Ids and keys of what this comment touches, adds, removes or moves."""
        removed = {removal.key for removal in self.removals} | {moving.key for moving in self.moves}
        return self.edited | removed | {addition.key for addition in self.additions}


def together(by: str, found: Sequence[Placed]) -> Placed:
    """Return the changes of several comments as those of one."""
    if len(found) == 1:
        return found[0]
    lists = ("texts", "units", "additions", "removals", "moves")
    joined = {
        name: tuple(one for placed in found for one in getattr(placed, name)) for name in lists
    }
    return Placed(by, **joined)


_Change = TextChange | UnitsChange | Addition | Removal | Moving


def place(corpus: Corpus, by: str, patch: Patch) -> Placed:
    """Locate every edit of the comment `by`; what has no place becomes evidence or a finding."""
    placer = _Placer(corpus, by, patch.at)
    changes = [
        change
        for position, edit in enumerate(patch.edits)
        for change in placer.changes(edit, position)
    ]
    return Placed(
        by,
        tuple(change for change in changes if isinstance(change, TextChange)),
        tuple(change for change in changes if isinstance(change, UnitsChange)),
        tuple(change for change in changes if isinstance(change, Addition)),
        tuple(change for change in changes if isinstance(change, Removal)),
        tuple(change for change in changes if isinstance(change, Moving)),
        tuple(placer.evidence),
        tuple(placer.findings),
    )


Read = list[tuple[Reference, Named]]
"""The places that a comment's own words cite, each with what it names."""


def _read(corpus: Corpus, cites: str | None) -> Read:
    citation = parse(cites or "")
    return list(zip(citation.references, corpus.names.places(citation), strict=True))


def _targets(at: Cited, read: Read, section: str | None) -> tuple[Target, ...]:
    """Return the places that a comment cites; `section`, page and line given override its words.

    A place in which something is not understood chooses nothing: 除第1行外 is not 第1行.
    """
    given = (section,) if section else ()
    found = [
        Target(given or place.keys, at.page or reference.page, at.line or reference.line)
        for reference, place in read
        if not place.unread
    ]
    found = found or [Target(given, at.page, at.line)]
    return tuple(target for target in dict.fromkeys(found) if target != Target())


class _Placer:
    """Locates the edits of one comment, collecting the evidence."""

    def __init__(self, corpus: Corpus, by: str, at: Cited) -> None:
        self.corpus, self.by = corpus, by
        self.evidence: list[Evidence] = []
        self.findings: list[Finding] = []
        self.original: Anchor | None = None
        section = self._key(at.section, ("at", "section"))
        read = _read(corpus, at.cites)
        self.targets = _targets(at, read, section)
        if unread := [words for _, place in read for words in place.unread]:
            self._refuse(
                Code.UNREAD_CITATION, ("at", "cites"), cites=at.cites or "", words="、".join(unread)
            )
        if at.original:
            self.original = self._find(at.original, ("at", "original"))

    def changes(self, edit: Edit, position: int) -> Iterator[_Change]:
        """Yield what one edit changes, nothing where its words or ids have no place."""
        path: Path = ("edits", position)
        match edit:
            case Replace() | Delete() | Insert() | Rewrite():
                yield from self._worded(edit, path)
            case ChangeUnits():
                yield from self._units(edit, (*path, "units"))
            case Add():
                yield from self._added(edit, path, position)
            case Remove():
                if key := self._node(edit.remove, (*path, "remove")):
                    yield Removal(key, self.by)
            case Move():
                yield from self._moved(edit, path)

    # --- words ----------------------------------------------------------------------------------------------

    def _worded(
        self, edit: Replace | Delete | Insert | Rewrite, path: Path
    ) -> Iterator[TextChange]:
        match edit:
            case Replace():
                yield from self._quoted(edit.replace, edit.wording, (*path, "replace"), edit.within)
            case Delete():
                yield from self._quoted(edit.delete, "", (*path, "delete"), edit.within)
            case Insert():
                yield from self._inserted(edit, path)
            case Rewrite():
                yield from self._rewritten(edit, (*path, "rewrite"))

    def _quoted(
        self, quote: str, wording: str, path: Path, within: str | None
    ) -> Iterator[TextChange]:
        """Replace quoted words: the whole quotation is declared, only what differs is changed."""
        anchor = self._find(quote, path, within)
        if anchor is None:
            return
        splices = carried(quote, self.corpus.words(anchor), wording)
        found = [(self._one_piece(anchor, splice), splice.text) for splice in splices]
        broken = any(self._at_break(anchor, splice) for splice in splices)
        if broken or any(piece is None for piece, _ in found):
            self._refuse(Code.ACROSS_FIELDS, path, quote=quote)
            return
        declared = {piece[:2]: piece for piece in anchor.pieces}
        for piece, text in found:
            assert piece is not None
            whole = declared.pop(piece[:2], None) or next(
                p for p in anchor.pieces if p[:2] == piece[:2]
            )
            span = min(whole.start, piece.start), max(whole.end, piece.end)
            change = Change(self.by, piece.start, piece.end, text, span)
            yield TextChange(piece.paragraph, piece.field, change)
        for piece in declared.values() if found else ():
            if piece.field in ("heading", "text"):
                span = piece.start, piece.end
                change = Change(self.by, piece.start, piece.start, "", span, holds=True)
                yield TextChange(piece.paragraph, piece.field, change)

    def _at_break(self, anchor: Anchor, splice: diff.Splice) -> bool:
        """Whether a change touches the break between two paragraphs, and so may want to join them."""
        words = self.corpus.words(anchor)
        return "\n" in words[max(splice.start - 1, 0) : splice.end + 1]

    def _one_piece(self, anchor: Anchor, splice: diff.Splice) -> FieldSpan | None:
        """Return the one heading or text that a change of an anchor's words touches."""
        start, end = splice.start, splice.end
        if len(anchor.pieces) == 1:
            piece = anchor.pieces[0]
            found = [piece._replace(start=piece.start + start, end=piece.start + end)]
        else:
            found = list(self.corpus.pieces(anchor.start + start, anchor.start + end))
        whole = len(found) == 1 and found[0].end - found[0].start == end - start
        return found[0] if whole and found[0].field in ("heading", "text") else None

    def _inserted(self, edit: Insert, path: Path) -> Iterator[TextChange]:
        if edit.into is not None:
            if spot := self._spot(edit.into, (*path, "into")):
                yield self._insertion(edit, spot.paragraph.id, "text", len(spot.paragraph.text))
            return
        verb, quote = ("after", edit.after) if edit.after else ("before", edit.before or "")
        anchor = self._find(quote, (*path, verb), edit.within)
        if anchor is None:
            return
        piece = anchor.pieces[-1 if verb == "after" else 0]
        edge = anchor.end - 1 if verb == "after" else anchor.start
        at_mark = not any(p[:2] == piece[:2] for p in self.corpus.pieces(edge, edge + 1))
        if piece.field not in ("heading", "text") or at_mark:  # a mark that is only printed between
            self._refuse(Code.ACROSS_FIELDS, (*path, verb), quote=quote)
            return
        point = piece.end if verb == "after" else piece.start
        yield self._insertion(edit, piece.paragraph, piece.field, point)

    def _insertion(self, edit: Insert, paragraph: str, field: str, at: int) -> TextChange:
        return TextChange(
            paragraph, field, Change(self.by, at, at, edit.insert, (at, at), edit.order)
        )

    def _rewritten(self, edit: Rewrite, path: Path) -> Iterator[TextChange]:
        if spot := self._spot(edit.rewrite, path):
            text = spot.paragraph.text
            for start, end, words in respelled(text, diff.splices(text, edit.wording)):
                yield TextChange(
                    edit.rewrite, "text", Change(self.by, start, end, words, (start, end))
                )

    def _units(self, edit: ChangeUnits, path: Path) -> Iterator[UnitsChange]:
        if spot := self._spot(edit.units, path):
            whole = None if edit.set is None else units_with(edit.set, edit.add, edit.remove)
            dropped = [
                unit
                for unit in spot.paragraph.units or ()
                if whole is not None and unit not in whole
            ]
            added, removed = whole or edit.add, tuple(dict.fromkeys((*dropped, *edit.remove)))
            yield UnitsChange(edit.units, self.by, added, removed, whole)

    # --- structure ------------------------------------------------------------------------------------------

    def _added(self, edit: Add, path: Path, position: int) -> Iterator[Addition]:
        outline = self.corpus.outline
        container = self._container(edit.to, (*path, "to")) if edit.to else ""
        after = self._node(edit.after, (*path, "after")) if edit.after else None
        if container is None or (edit.after and after is None):
            return
        new = self._new(edit, position, container)
        if after is not None and not self._beside(new, after):
            self._refuse_place(new, after, (*path, "after"))
            return
        taken = [key for key in (new.key, *new.holds) if outline.knows(key)]
        if taken or (isinstance(new.new, Column) and container not in outline.sections):
            code = Code.DUPLICATE_ID if taken else Code.NO_CONTAINER
            self._refuse(code, (*path, "add"), key=taken[0] if taken else container)
            return
        yield new._replace(after=after or self._end(new))

    def _refuse_place(self, new: Addition, after: str, path: Path) -> None:
        if new.container:
            self._refuse(Code.NOT_INSIDE, path, key=after, container=new.container)
        else:
            self._refuse(Code.NOT_BESIDE, path, key=new.key, place=after)

    def _beside(self, new: Addition, after: str) -> bool:
        """Whether an addition can follow a part: in one list, sections below the same section."""
        outline = self.corpus.outline
        if isinstance(new.new, Section):
            section, above = outline.sections.get(after), new.new.above
            return section is not None and above in (section.above, after)
        return outline.container(after) == new.container

    def _end(self, new: Addition) -> str | None:
        """Return what an addition without a place follows.

        A paragraph follows the last paragraph, a column the last part, a section the last one beside it.
        """
        outline = self.corpus.outline
        listed = outline.children(new.container)
        if isinstance(new.new, Paragraph):
            listed = [key for key in listed if key in outline.spots]
        if isinstance(new.new, Section) and (above := new.new.above):
            siblings = [key for key in listed if outline.sections[key].above == above]
            listed = siblings or [above]
        return listed[-1] if listed else None

    def _new(self, edit: Add, position: int, container: str) -> Addition:
        """Build what an edit adds, with ids for paragraphs that have none."""
        match edit.add:
            case NewParagraph():
                new = _paragraph(edit.add, f"{self.by}.{position + 1}")
                return Addition(new.id, container, self.by, new, None, edit.order)
            case NewColumn():
                name = edit.add.column
                items = tuple(
                    _paragraph(item, f"{name}.{at}") for at, item in enumerate(edit.add.items, 1)
                )
                column = Column.model_construct(column=name, title=edit.add.title, items=items)
                return Addition(f"{container}/{name}", container, self.by, column, None, edit.order)
            case NewSection():
                key = edit.add.key
                body = tuple(
                    _paragraph(part, f"{key}.{at}") for at, part in enumerate(edit.add.body, 1)
                )
                section = Section.model_construct(
                    key=key, title=edit.add.title, parent=edit.add.parent, body=body
                )
                return Addition(key, "", self.by, section, None, edit.order)

    def _moved(self, edit: Move, path: Path) -> Iterator[Moving]:
        outline = self.corpus.outline
        verb = "after" if edit.after else "before" if edit.before else "to"
        key = self._node(edit.move, (*path, "move"))
        target = edit.after or edit.before
        beside = self._node(target, (*path, verb)) if target else None
        container = outline.container(beside) if beside else self._container(edit.to, (*path, "to"))
        if key is None or container is None or (target and beside is None):
            return
        sections = outline.sections
        same_kind = (container == "") == (key in sections)
        if key in sections and beside in sections:
            same_kind = sections[key].above == sections[beside].above
        columns_stay = key not in outline.columns or container == outline.container(key)
        inside = beside is not None and key in outline.ancestry(beside)
        if not (same_kind and columns_stay) or inside or key == beside:
            self._refuse(
                Code.NOT_BESIDE, (*path, verb), key=edit.move, place=target or edit.to or ""
            )
            return
        if edit.to:
            beside = outline.last(container, key)
        if self._there_already(key, container, beside, bool(edit.before)):
            return
        after, before = (None, beside) if edit.before else (beside, None)
        yield Moving(key, self.by, container, after, before)

    def _there_already(self, key: str, container: str, beside: str | None, before: bool) -> bool:
        """Whether a part stands where it is to go."""
        outline = self.corpus.outline
        if outline.container(key) != container:
            return False
        block = [
            k for k in outline.children(container) if k == key or key not in outline.ancestry(k)
        ]
        at = block.index(key)
        return (
            block[at + 1 : at + 2] == [beside]
            if before
            else (block[at - 1] if at else None) == beside
        )

    def _container(self, name: str | None, path: Path) -> str | None:
        """Return the one section or column that `name` stands for."""
        key = self._key(name, path)
        if key is not None and key in self.corpus.outline.spots:
            self._refuse(Code.NO_CONTAINER, path, key=key)
            return None
        return key

    # --- names ----------------------------------------------------------------------------------------------

    def _find(self, quote: str, path: Path, within: str | None = None) -> Anchor | None:
        key = self._key(within, (*path[:-1], "in"))
        if within is not None and key is None:
            return None
        found = self.corpus.locate(quote, Hint(key, self.targets, self.original))
        self.evidence.append(Evidence(path, quote, found))
        return found if isinstance(found, Anchor) else None

    def _spot(self, paragraph: str, path: Path) -> Spot | None:
        spot = self.corpus.outline.spots.get(paragraph)
        if spot is None:
            self._refuse(Code.UNKNOWN_PARAGRAPH, path, key=paragraph)
        return spot

    def _node(self, name: str, path: Path) -> str | None:
        """Return a paragraph's id, or the key of the one section or column that `name` stands for."""
        keys = self.corpus.names.keys(name)
        if len(keys) != 1 or (keys[0] in self.corpus.outline.spots and keys[0] != name):
            self._refuse(Code.UNKNOWN_PARAGRAPH, path, key=name)
            return None
        return keys[0]

    def _key(self, name: str | None, path: Path) -> str | None:
        """Return the one key that `name` stands for; none or several is a finding."""
        keys = self.corpus.names.keys(name) if name else []
        if name and len(keys) != 1:
            self._refuse(Code.UNKNOWN_SECTION, path, key=name)
        return keys[0] if len(keys) == 1 else None

    def _refuse(self, code: Code, path: Path, **params: str) -> None:
        self.findings.append(Finding(code, params, Subject("comment", self.by), path))


def _paragraph(new: NewParagraph, name: str) -> Paragraph:
    return Paragraph.model_construct(**{**dict(new), "id": new.id or name})


def unplaced(placed: Placed) -> Why | None:
    """Return why a comment's words have no place; None where they have one."""
    reasons = {refusal.why for refusal in placed.refusals}
    return next(
        (why for why in (Why.AMBIGUOUS, Why.NEGATED, Why.TORN, Why.NOT_FOUND) if why in reasons),
        None,
    )
