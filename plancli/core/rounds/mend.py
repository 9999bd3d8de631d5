"""A slip of transcription in a draft: what the paper says and its copy here does not.

The paper that was circulated is what holds. Its copy may differ from it by a slip; then the copy is mended,
and nothing else: ids, pages and lines stay, and the draft's entry says what was mended.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.locate.anchors import Anchor
from plancli.core.merge.placed import Evidence
from plancli.core.plan.cells import head_key
from plancli.core.plan.model import Paragraph, Part, Section, Table, TableHead
from plancli.core.plan.outline import Outline, part_key
from plancli.core.plan.printed import fields_of
from plancli.core.plan.span import PrintedLine
from plancli.core.plan.throughout import throughout
from plancli.core.revision.office import rebase
from plancli.core.revision.revise import Workspace
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run, marked

_TITLE, _HEADING, _TEXT, _UNITS = "title", "heading", "text", "units"


class Slip(NamedTuple):
    """Where wrong words stand in a draft: the part, its field, from which character on.

    Of responsible units `start` counts names: a unit is mended as a whole.
    """

    key: str
    field: str
    start: int


class Touched(NamedTuple):
    """A comment that quotes words at the place of a slip; whether they stood before, and stand now."""

    id: str
    quote: str
    stood: bool
    stands: bool


# --- where it is --------------------------------------------------------------------------------------------


def slips(sections: Sequence[Section], words: str, within: str | None = None) -> list[Slip]:
    """Return the places of some words, character by character; `within` is a part or what holds it."""
    outline = Outline(sections)
    found: list[Slip] = []
    for key, title in outline.titles.items():
        if within is None or within in outline.ancestry(key):
            found += _in_field(key, _TITLE, title, words)
    for spot in outline.spots.values():
        if spot.is_image:
            continue  # another picture is no slip of transcription
        if within is None or outline.covers(within, spot):
            found += _in_paragraph(spot.paragraph, words)
    return found


def _in_paragraph(paragraph: Paragraph, words: str) -> Iterator[Slip]:
    yield from _in_field(paragraph.id, _HEADING, paragraph.heading, words)
    yield from _in_field(paragraph.id, _TEXT, paragraph.text, words)
    for at, unit in enumerate(paragraph.units or ()):
        if unit == words:
            yield Slip(paragraph.id, _UNITS, at)


def _in_field(key: str, field: str, text: str, words: str) -> Iterator[Slip]:
    at = text.find(words)
    while at >= 0:
        yield Slip(key, field, at)
        at = text.find(words, at + 1)


# --- mended -------------------------------------------------------------------------------------------------


def mended(sections: Sequence[Section], slip: Slip, words: str, new: str) -> tuple[Section, ...]:
    """Return the sections with other words at the place of a slip; printed lines begin where they began."""
    return tuple(_mended_section(section, slip, words, new) for section in sections)


def _mended_section(section: Section, slip: Slip, words: str, new: str) -> Section:
    if section.key == slip.key and slip.field == _TITLE:
        return section.model_copy(update={"title": _put(section.title, slip, words, new)})
    body = [_mended_title(section, part, slip, words, new) for part in section.body]
    titled = section.model_copy(update={"body": tuple(body)})

    def mended_paragraph(paragraph: Paragraph) -> Paragraph:
        return _mended_paragraph(section, paragraph, slip, words, new)

    changed = throughout(titled, mended_paragraph)
    return section if changed.body == section.body else changed


def _mended_title(section: Section, part: Part, slip: Slip, words: str, new: str) -> Part:
    """Return a column or table with other words in its title, or at the head of a column of a table."""
    if isinstance(part, Paragraph) or slip.field != _TITLE:
        return part
    key = part_key(section, part)
    if key == slip.key:
        return part.model_copy(update={"title": _put(part.title, slip, words, new)})
    if not isinstance(part, Table):
        return part
    columns: list[TableHead] = []
    for column in part.columns:
        named = head_key(key, column) == slip.key
        columns.append(column.with_title(_put(column.title, slip, words, new)) if named else column)
    return part.model_copy(update={"columns": tuple(columns)})


def _mended_paragraph(
    section: Section, paragraph: Paragraph, slip: Slip, words: str, new: str
) -> Paragraph:
    if paragraph.id != slip.key:
        return paragraph
    if slip.field == _UNITS:
        units = list(paragraph.units or ())
        units[slip.start : slip.start + 1] = [new] if new else []
        return paragraph.model_copy(update={"units": tuple(units)})
    text = paragraph.heading if slip.field == _HEADING else paragraph.text
    update: dict[str, object] = {slip.field: _put(text, slip, words, new)}
    if paragraph.layout:
        fields = fields_of(paragraph, section.joints)
        ahead = len(fields.number)
        if slip.field == _TEXT:
            ahead += len(fields.heading + fields.separator)
        update["layout"] = _shifted(paragraph.layout, ahead + slip.start, len(words), len(new))
    return paragraph.model_copy(update=update)


def _put(text: str, slip: Slip, words: str, new: str) -> str:
    return text[: slip.start] + new + text[slip.start + len(words) :]


def _shifted(
    layout: Sequence[PrintedLine], start: int, gone: int, come: int
) -> tuple[PrintedLine, ...]:
    """Return where printed lines begin when characters from `start` on are replaced.

    A line that began inside the wrong words begins as far into the right ones, and of several that would
    begin at one character the first stays.
    """
    found: list[PrintedLine] = []
    for line in layout:
        at = line.at
        if at >= start + gone:
            at += come - gone
        elif at > start:
            at = min(at, start + come)
        if not found or at > found[-1].at:
            found.append(line._replace(at=at))
    return tuple(found)


def change_of(slip: Slip, words: str, new: str, sections: Sequence[Section]) -> str:
    """Return what is mended, in plain marks, with whole words, as a person would mark it."""
    if slip.field == _UNITS:
        return marked([Run("-", words), *([Run("+", new)] if new else [])])
    before, after = _field_of(sections, slip), _put(_field_of(sections, slip), slip, words, new)
    return marked(run for run in readable(before, after) if run.op != "=")


def _field_of(sections: Sequence[Section], slip: Slip) -> str:
    """Return the text in which a slip stands."""
    outline = Outline(sections)
    if slip.key in outline.spots:
        paragraph = outline.spots[slip.key].paragraph
        return paragraph.heading if slip.field == _HEADING else paragraph.text
    return outline.titles.get(slip.key, "")


# --- what it means for the plan and the comments ------------------------------------------------------------


def carried_into_plan(
    before: Workspace, after: Workspace, slip: Slip, words: str, new: str
) -> tuple[Section, ...]:
    """Return the working plan, made from a draft before it was mended, with the right words.

    Where comments or the office have changed those very words since, theirs stay.
    """
    sections, _clashing = rebase(before.before, after.before, before.plan)
    if slip.field != _TITLE:
        return sections
    # titles are no words of paragraphs: one that is as the draft had it is mended with it
    title = _field_of(before.draft.with_cover, slip)
    if _field_of(sections, slip) != title:
        return sections
    return mended(sections, slip, words, new)


def touched(
    before: Workspace,
    after: Workspace,
    comments: Mapping[str, Comment],
    slip: Slip,
    length: int,
) -> list[Touched]:
    """Return the comments whose quotations stand at the place of a slip, or come or go with it."""
    found: list[Touched] = []
    for name, comment in comments.items():
        patch = Patch.of(comment.at, (*comment.edits, *(comment.decision.edits or ())))
        one, other = before.place(name, patch).evidence, after.place(name, patch).evidence
        for old, new in zip(one, other, strict=False):
            stood, stands = isinstance(old.found, Anchor), isinstance(new.found, Anchor)
            if stood is not stands or _meets(old, slip, length):
                found.append(Touched(name, old.quote, stood, stands))
    return found


def _meets(evidence: Evidence, slip: Slip, length: int) -> bool:
    """Whether a quotation covers characters of the wrong words."""
    if not isinstance(evidence.found, Anchor):
        return False
    for piece in evidence.found.pieces:
        same_field = (piece.paragraph, piece.field) == (slip.key, slip.field)
        if same_field and piece.start < slip.start + length and slip.start < piece.end:
            return True
    return False
