"""Footnotes of a draft go to the paragraphs in whose text their references stand."""

import re
from collections.abc import MutableSequence
from typing import NamedTuple

from plancli.core.intake.body import BodyBlock
from plancli.core.intake.draft.paragraphs import place_in_text
from plancli.core.plan.footnotes import bound_at
from plancli.core.plan.model import Footnote, Paragraph, Part


class ReadParagraph(NamedTuple):
    """A block that was read as a paragraph, and where that stands in its list."""

    block: BodyBlock
    listed: MutableSequence[Part] | MutableSequence[Paragraph]
    at: int

    def takes(self, note: BodyBlock) -> bool:
        """Give the paragraph a note, and return True; False where its reference stands elsewhere."""
        paragraph = self.listed[self.at]
        reference = note.reference
        if reference is None or reference.place != self.block.place:
            return False
        assert isinstance(paragraph, Paragraph)
        place = place_in_text(paragraph, self.block, reference.at)
        if place is None:
            return False
        name = f"{paragraph.id}.注{len(paragraph.notes) + 1}"
        added = footnote_at(name, note.printed, paragraph.text, place)
        self.listed[self.at] = paragraph.model_copy(update={"notes": (*paragraph.notes, added)})
        return True


def footnote_at(name: str, words: str, text: str, place: int) -> Footnote:
    """Return a note with its mark at a place of a text; behind all of it nothing need be said.

    Else the words are said with which the clause ahead of it ends: people know them again, a character not.
    """
    note = Footnote(id=name, text=words)
    if place == len(text):
        return note
    clause = _CLAUSE.search(text[:place])
    return bound_at(note.model_copy(update={"after": clause and clause[0]}), text, place)


_CLAUSE = re.compile(r"[^\s、，,。；;：:？！?!（()）“”《》]{1,12}\Z")
