"""Footnotes that a comment adds to a paragraph, at the place of the words that it quotes."""

from plancli.core.comments.edits import Add, NewNote
from plancli.core.finding import Code, Path
from plancli.core.merge.finder import Finder
from plancli.core.merge.freedom import is_free
from plancli.core.merge.wanted import Addition
from plancli.core.plan.cells import notes_list
from plancli.core.plan.footnotes import bound_at, place_said
from plancli.core.plan.model import Footnote, Paragraph


def new_note(finder: Finder, edit: Add, new: NewNote, path: Path, number: int) -> Addition | None:
    """Return a footnote that an edit adds, behind all that the paragraph has; None where it has no place.

    `number` is that of the edit in its comment, from 1: a note without an id is named by it.
    """
    paragraph = _noted(finder, edit, path)
    if paragraph is None:
        return None
    note = Footnote.model_construct(id=new.id or f"{finder.by}.{number}", text=new.note)
    if new.after is not None:
        found = finder.quoted(new.after, (*path, "add", "after"), paragraph.id, "text")
        if found is None:
            return None
        note = _at(note, paragraph.text, finder.corpus.words(found), found.pieces[-1].end)
    last = [one.id for one in paragraph.notes[-1:]]
    container = notes_list(paragraph.id)
    after = edit.after if edit.after in {one.id for one in paragraph.notes} else None
    place = after or next(iter(last), None)
    added = Addition(note.id, container, finder.by, note, place, edit.order)
    return added if is_free(finder, added, (*path, "add")) else None


def _noted(finder: Finder, edit: Add, path: Path) -> Paragraph | None:
    """Return the paragraph to which a note goes; None, with a finding, of what can have none."""
    spot = finder.paragraph(edit.to or "", (*path, "to"))
    if spot is None:
        return None
    if spot.is_fixed or spot.noted is not None:
        finder.refuse(Code.NO_CONTAINER, (*path, "to"), key=edit.to or "")
        return None
    return spot.paragraph


def _at(note: Footnote, text: str, words: str, place: int) -> Footnote:
    """Return a note whose mark stands behind quoted words, which may stand in the text several times."""
    quoted = note.model_copy(update={"after": words})
    return quoted if place_said(text, quoted) == place else bound_at(quoted, text, place)
