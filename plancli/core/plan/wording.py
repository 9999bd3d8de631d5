"""What the parts of a plan say: their own words, and those of all that they hold."""

from plancli.core.plan.cells import in_a_line
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import (
    PLAN,
    Column,
    Figure,
    Paragraph,
    Section,
    Table,
    TableHead,
    TableRow,
)
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import fields_of

Node = Section | Column | Table | Figure | TableHead | TableRow | Paragraph


def heading_of(node: Node) -> str:
    """Return the heading of a paragraph, the title of what holds others, the head of a column of a table.

    A row of a table has none: what it is called is said by its cells.
    """
    match node:
        case Paragraph():
            return node.heading
        case TableRow():
            return ""
        case _:
            return node.title


def words_of(node: Node, joints: Joints) -> str:
    """Return the words of a part as a plan with these joints prints them, one paragraph a line."""
    match node:
        case Paragraph():
            lines = [fields_of(node, joints).said, *(note.text for note in node.notes)]
        case TableRow():
            return in_a_line(node.cells)
        case TableHead():
            return node.title
        case Figure():
            return "\n".join(filter(None, (node.title, node.image, node.alt)))
        case _:
            lines = [node.title]
    if isinstance(node, Table):
        lines += _above_rows(node)
    for part in _held(node):
        lines.append(words_of(part, joints))
    return "\n".join(lines)


def _held(node: Section | Column | Table | Paragraph) -> tuple[Node, ...]:
    """Return what a part holds, in the order in which it is read; of a table its rows and notes."""
    match node:
        case Section():
            return node.body
        case Column() | Paragraph():
            return node.items
        case Table():
            return (*node.rows, *node.notes)


def _above_rows(table: Table) -> list[str]:
    """Return what is printed between the title of a table and its rows, a line each."""
    heads = in_a_line(column.title for column in table.columns)
    return list(filter(None, (table.unit, heads)))


def words_inside(node: Node) -> list[str]:
    """Return the words of a part, whatever is printed between: titles, headings and texts in order."""
    match node:
        case Paragraph():
            notes = (note.text for note in node.notes)
            found = list(filter(None, (node.heading, node.text, *notes)))
        case TableRow():
            return list(node.cells)
        case TableHead():
            return [node.title]
        case Figure():
            return list(filter(None, (node.title, node.image, node.alt)))
        case _:
            found = [node.title]
    if isinstance(node, Table):
        heads = [column.title for column in node.columns]
        found += filter(None, (node.unit, *heads))
    for part in _held(node):
        found += words_inside(part)
    return found


def node_of(outline: Outline, key: str) -> Node:
    """Return the part of a key that the outline knows, or its cover; a paragraph with its list."""
    if key in outline.spots:
        return outline.itemized.get(key) or outline.spots[key].paragraph
    for parts in (outline.captioned, outline.heads, outline.rows):
        if key in parts:
            return parts[key]
    if key == PLAN and outline.cover:
        return outline.cover
    return outline.sections[key]


def wording(outline: Outline, key: str) -> str:
    """Return the words of the part `key` as the plan prints them."""
    return words_of(node_of(outline, key), outline.joints)


def same_wording(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs say the same to the same units.

    Page, line and source do not count: they tell of a draft, not of the plan. Nor does what they hold.
    """
    return (one.heading, one.text, one.units) == (other.heading, other.text, other.units)


def same_part(one: Node | None, other: Node | None) -> bool:
    """Whether two parts say the same themselves, whatever they hold; what is not there says nothing."""
    if one is None or other is None or type(one) is not type(other):
        return False
    if isinstance(one, Paragraph) and isinstance(other, Paragraph):
        return same_wording(one, other)
    return heading_of(one) == heading_of(other)
