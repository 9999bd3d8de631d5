"""A draft that came back with changes: each author's changes as opinions, with edits where they are proved.

The paragraphs of the file are matched with those of the draft. A change becomes an edit only if the edits of
its passage, placed and merged, give word for word what stands in the file once its author's changes are
accepted. All else is kept as an opinion that a person reads.
"""

from collections.abc import Iterator, Mapping

from plancli.core.finding import Code, refuse
from plancli.core.intake.body import Body
from plancli.core.intake.changed import ChangedDraft, DraftGround
from plancli.core.intake.matching import Sought, matched, share
from plancli.core.intake.opinions import FileOpinions, RowNote, RowRemark
from plancli.core.intake.proving import PrintedDraft
from plancli.core.intake.tracked import TrackedFile
from plancli.core.intake.unmarked import PlainLine, compared, notes_apart, plain_lines, with_notes
from plancli.core.plan.cells import levels
from plancli.core.plan.outline import Outline
from plancli.core.text.matchkey import fold


def returned(
    file: TrackedFile, units: Mapping[str, str], ground: DraftGround, body: Body | None = None
) -> FileOpinions:
    """Return what a file says: the opinions of its authors, and what in it is none of the draft.

    `units` has the unit of each author; who is not in it is not heard: the office itself. A file in which no
    change is tracked is compared with the draft, and what differs is wanted by the unit of `NOBODY`: `body`
    is such a file as the reader of drafts has it, so that what is the draft's reads as the draft. A file
    of another text is refused; of one of another draft nothing is read, so that it can be.
    """
    origin = file.origin
    circulated = None if origin is None else origin.draft
    if circulated is not None and not circulated.is_of(ground.frozen):
        return FileOpinions("", (), (), (), circulated=circulated)
    reading = ChangedDraft(file, units, ground)
    if file.is_tracked:
        _refuse_other_text(share(reading.sought, reading.found))
        said = reading.said()
        return said._replace(noted=(*said.noted, *_unheard(file, units)))
    lines, drafted = reading.plain, _in_cells_of_their_own(ground.corpus.outline, reading.draft)
    if body is not None:
        printed = frozenset(map(fold, drafted.values()))
        lines = plain_lines(body, printed, ground.corpus.outline.joints, reading.above)
    texts = [line for line in lines if fold(line.text) not in ground.titles]
    found = matched(ground.corpus, [Sought(line.text) for line in texts], None)
    texts, notes = notes_apart(texts, found, ground.corpus)
    if notes:
        found = matched(ground.corpus, [Sought(line.text) for line in texts], None)
    spots = ground.corpus.outline.spots.items()
    cells = frozenset(key for key, spot in spots if spot.row is not None)
    whole = compared(texts, found, drafted, NOBODY, cells)
    # a file without a word differs in none of them, and is none of the draft
    _refuse_other_text(_kept(whole) if texts else 0)
    whole = with_notes(whole, texts, notes, NOBODY)
    remarks = reading.said()
    unheard = tuple(_unheard(file, units))
    first = texts[0] if texts else PlainLine(1, "")
    if not whole.is_tracked:
        note = RowNote(first.row, RowRemark.UNCHANGED, first.text)
        return remarks._replace(noted=(note, *unheard))
    differing = ChangedDraft(whole, units, ground).said()
    opinions = [one._replace(author="") for one in differing.opinions]
    note = RowNote(first.row, RowRemark.COMPARED, first.text)
    return FileOpinions("", (*remarks.opinions, *opinions), (), (note, *unheard))


def _in_cells_of_their_own(outline: Outline, draft: PrintedDraft) -> dict[str, str]:
    """Return the lines of a draft as a file has them: of a head in levels the innermost is its cell."""
    found = dict(draft.lines)
    for key, head in outline.heads.items():
        found[key] = levels(head.title)[-1]
    return found


def _unheard(file: TrackedFile, units: Mapping[str, str]) -> Iterator[RowNote]:
    """Yield who is not heard, and the first paragraph he changed: any program may bear the office's name."""
    office = {author: "" for author in file.authors if author not in units}
    return author_notes(file, office, RowRemark.OWN)


def author_notes(
    file: TrackedFile, authors: Mapping[str, str], remark: RowRemark
) -> Iterator[RowNote]:
    """Yield a remark on each of some authors, with his unit where there is one, where he first changes."""
    for author, unit in authors.items():
        rows = (one.row for one in file.paragraphs if author in one.authors)
        words = f"{author} = {unit}" if unit not in ("", author) else author
        yield RowNote(next(rows, 1), remark, words)


NOBODY = "\N{NULL}"
"""Stands for the author of what differs in a file that says of nobody that he changed it."""
_HALF = 0.5
"""So much of a file is the draft's; of the same text, however much it was changed, more stays."""


def _refuse_other_text(known: float) -> None:
    if known < _HALF:
        raise refuse(Code.OTHER_TEXT, share=str(int(known * 100)))


def _kept(file: TrackedFile) -> float:
    """Return the share of a file that stayed as it was, in characters."""
    stayed = total = 0
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            total += 0 if run.gone else len(run.text)
            stayed += 0 if run.gone or run.added else len(run.text)
    return stayed / total if total else 1.0
