"""Turn the edits of one comment into changes at known places of the draft."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core import diff
from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.locate import Anchor, Corpus, Hint, Refusal
from plancli.core.merge import Change, changes_between
from plancli.core.model import (
    Add,
    ChangeUnits,
    Cited,
    Delete,
    Edit,
    Insert,
    Paragraph,
    Patch,
    Remove,
    Replace,
    Rewrite,
)
from plancli.core.outline import Outline, Spot


class TextChange(NamedTuple):
    """A change of the heading or the text of a paragraph."""

    paragraph: str
    field: str
    change: Change


class UnitsChange(NamedTuple):
    """What a comment wants of the responsible units of a paragraph.

    `added` and `removed` name every unit that it wants in or out, whether or not it is there now; `whole`
    is the list where the comment gives one.
    """

    paragraph: str
    by: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    whole: tuple[str, ...] | None = None


class Addition(NamedTuple):
    """A new paragraph for a section or column."""

    container: str
    by: str
    new: Paragraph
    after: str | None
    order: int | None


class Removal(NamedTuple):
    """A paragraph that goes."""

    paragraph: str
    by: str


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
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def refusals(self) -> list[Refusal]:
        """Why quotations on which an edit depends have no place; a citation (at) only narrows."""
        return [e.found for e in self.evidence if isinstance(e.found, Refusal) and e.path[0] != "at"]

    @property
    def obstacles(self) -> list[Finding]:
        """What is wrong with the edits themselves; a citation (at) only narrows."""
        return [finding for finding in self.findings if finding.path[0] != "at"]

    def changes(self, draft: Outline) -> bool:
        """Whether anything in this comment changes the draft."""
        before = {change: draft.spots[change.paragraph].paragraph.units or () for change in self.units}
        units = any(units_after(names, change) != names for change, names in before.items())
        return bool(self.texts or self.additions or self.removals or units)

    @property
    def edited(self) -> set[str]:
        """Ids of the paragraphs whose words or units this comment changes."""
        return {change.paragraph for change in self.texts} | {change.paragraph for change in self.units}

    @property
    def paragraphs(self) -> set[str]:
        """Ids of the paragraphs that this comment touches, adds or removes."""
        removed = {removal.paragraph for removal in self.removals}
        return self.edited | removed | {addition.new.id for addition in self.additions}


def units_with(before: Iterable[str], added: Iterable[str], removed: Iterable[str]) -> tuple[str, ...]:
    """Return the list without `removed`, and `added` at its end, each name once."""
    gone = set(removed)
    return tuple(dict.fromkeys(unit for unit in (*before, *added) if unit not in gone))


def units_after(before: tuple[str, ...], change: UnitsChange) -> tuple[str, ...]:
    """Return the list as one comment wants it."""
    return units_with(before, change.added, change.removed) if change.whole is None else change.whole


_Change = TextChange | UnitsChange | Addition | Removal


def place(corpus: Corpus, by: str, patch: Patch) -> Placed:
    """Locate every edit of the comment `by`; what has no place becomes evidence or a finding."""
    placer = _Placer(corpus, by, patch.at)
    changes = [
        change for position, edit in enumerate(patch.edits) for change in placer.changes(edit, position)
    ]
    return Placed(
        by,
        tuple(change for change in changes if isinstance(change, TextChange)),
        tuple(change for change in changes if isinstance(change, UnitsChange)),
        tuple(change for change in changes if isinstance(change, Addition)),
        tuple(change for change in changes if isinstance(change, Removal)),
        tuple(placer.evidence),
        tuple(placer.findings),
    )


class _Placer:
    """Locates the edits of one comment, collecting the evidence."""

    def __init__(self, corpus: Corpus, by: str, at: Cited) -> None:
        self.corpus, self.by = corpus, by
        self.evidence: list[Evidence] = []
        self.findings: list[Finding] = []
        self.original: Anchor | None = None
        self.cited = at.model_copy(update={"section": self._key(at.section, ("at", "section"))})
        if at.original:
            self.original = self._find(at.original, ("at", "original"))

    def changes(self, edit: Edit, position: int) -> Iterator[_Change]:
        """Yield what one edit changes, nothing where its words or ids have no place."""
        path: Path = ("edits", position)
        match edit:
            case Replace():
                yield from self._quoted(edit.replace, edit.wording, (*path, "replace"), edit.within)
            case Delete():
                yield from self._quoted(edit.delete, "", (*path, "delete"), edit.within)
            case Insert():
                yield from self._inserted(edit, path)
            case Rewrite():
                yield from self._rewritten(edit, (*path, "rewrite"))
            case Add():
                yield from self._added(edit, path, position)
            case Remove():
                if self._spot(edit.remove, (*path, "remove")):
                    yield Removal(edit.remove, self.by)
            case ChangeUnits():
                yield from self._units(edit, (*path, "units"))

    def _quoted(self, quote: str, wording: str, path: Path, within: str | None) -> Iterator[TextChange]:
        """Replace quoted words: the whole quotation is declared, only what differs is changed."""
        anchor = self._find(quote, path, within)
        if anchor is None or not self._in_one_field(anchor, path):
            return
        for start, end, text in diff.splices(self.corpus.words(anchor), wording):
            change = Change(
                self.by, anchor.start + start, anchor.start + end, text, (anchor.start, anchor.end)
            )
            yield TextChange(anchor.paragraph, anchor.field, change)

    def _inserted(self, edit: Insert, path: Path) -> Iterator[TextChange]:
        if edit.into is not None:
            if spot := self._spot(edit.into, (*path, "into")):
                yield self._insertion(edit, spot.paragraph.id, "text", len(spot.paragraph.text))
            return
        verb, quote = ("after", edit.after) if edit.after else ("before", edit.before or "")
        anchor = self._find(quote, (*path, verb), edit.within)
        if anchor and self._in_one_field(anchor, (*path, verb)):
            point = anchor.end if verb == "after" else anchor.start
            yield self._insertion(edit, anchor.paragraph, anchor.field, point)

    def _insertion(self, edit: Insert, paragraph: str, field: str, at: int) -> TextChange:
        return TextChange(paragraph, field, Change(self.by, at, at, edit.insert, (at, at), edit.order))

    def _rewritten(self, edit: Rewrite, path: Path) -> Iterator[TextChange]:
        if spot := self._spot(edit.rewrite, path):
            for change in changes_between(self.by, spot.paragraph.text, edit.wording):
                yield TextChange(edit.rewrite, "text", change)

    def _added(self, edit: Add, path: Path, position: int) -> Iterator[Addition]:
        outline = self.corpus.outline
        container = self._key(edit.to, (*path, "to"))
        after = self._spot(edit.after, (*path, "after")) if edit.after else None
        if container is None or (edit.after and after is None):
            return
        if container not in outline.sections and container not in outline.columns:
            self._refuse(Code.NO_CONTAINER, (*path, "to"), key=container)
            return
        if after is not None and after.container != container:
            self._refuse(Code.NOT_INSIDE, (*path, "after"), key=edit.after or "", container=container)
            return
        name = edit.add.id or f"{self.by}.{position + 1}"
        if name in outline.spots:
            self._refuse(Code.DUPLICATE_ID, (*path, "add", "id"), key=name)
            return
        paragraph = Paragraph.model_construct(**{**dict(edit.add), "id": name})
        yield Addition(container, self.by, paragraph, edit.after, edit.order)

    def _units(self, edit: ChangeUnits, path: Path) -> Iterator[UnitsChange]:
        if spot := self._spot(edit.units, path):
            whole = None if edit.set is None else units_with(edit.set, edit.add, edit.remove)
            dropped = [unit for unit in spot.paragraph.units or () if whole is not None and unit not in whole]
            added, removed = whole or edit.add, tuple(dict.fromkeys((*dropped, *edit.remove)))
            yield UnitsChange(edit.units, self.by, added, removed, whole)

    def _find(self, quote: str, path: Path, within: str | None = None) -> Anchor | None:
        key = self._key(within, (*path[:-1], "in"))
        if within is not None and key is None:
            return None
        found = self.corpus.locate(quote, Hint(key, self.cited, self.original))
        self.evidence.append(Evidence(path, quote, found))
        return found if isinstance(found, Anchor) else None

    def _in_one_field(self, anchor: Anchor, path: Path) -> bool:
        if anchor.field in ("heading", "text"):
            return True
        return self._refuse(Code.ACROSS_FIELDS, path, quote=self.corpus.words(anchor))

    def _spot(self, paragraph: str, path: Path) -> Spot | None:
        spot = self.corpus.outline.spots.get(paragraph)
        if spot is None:
            self._refuse(Code.UNKNOWN_PARAGRAPH, path, key=paragraph)
        return spot

    def _key(self, name: str | None, path: Path) -> str | None:
        """Return the one key that `name` stands for; none or several is a finding."""
        keys = self.corpus.outline.keys_named(name) if name else []
        if name and len(keys) != 1:
            self._refuse(Code.UNKNOWN_SECTION, path, key=name)
        return keys[0] if len(keys) == 1 else None

    def _refuse(self, code: Code, path: Path, **params: str) -> bool:
        self.findings.append(Finding(code, params, Subject("comment", self.by), path))
        return False
