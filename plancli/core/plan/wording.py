"""What the parts of a plan say: their own words, and those of all that they hold."""

from plancli.core.plan.joints import Joints
from plancli.core.plan.model import PLAN, Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import fields_of

Node = Section | Column | Paragraph


def heading_of(node: Node) -> str:
    """Return the heading of a paragraph, the title of a column or section."""
    if isinstance(node, Paragraph):
        return node.heading
    return node.title


def words_of(node: Node, joints: Joints) -> str:
    """Return the words of a part as a plan with these joints prints them, one paragraph a line."""
    if isinstance(node, Paragraph):
        return fields_of(node, joints).said
    parts = node.items if isinstance(node, Column) else node.body
    lines = [node.title]
    for part in parts:
        lines.append(words_of(part, joints))
    return "\n".join(lines)


def words_inside(node: Node) -> list[str]:
    """Return the words of a part, whatever is printed between: titles, headings and texts in order."""
    if isinstance(node, Paragraph):
        return list(filter(None, (node.heading, node.text)))
    parts = node.items if isinstance(node, Column) else node.body
    found = [node.title]
    for part in parts:
        found += words_inside(part)
    return found


def node_of(outline: Outline, key: str) -> Node:
    """Return the paragraph, column or section of a key that the outline knows, or its cover."""
    if key in outline.spots:
        return outline.spots[key].paragraph
    if key in outline.columns:
        return outline.columns[key]
    if key == PLAN and outline.cover:
        return outline.cover
    return outline.sections[key]


def wording(outline: Outline, key: str) -> str:
    """Return the words of the paragraph, column or section `key` as the plan prints them."""
    return words_of(node_of(outline, key), outline.joints)


def same_wording(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs say the same to the same units.

    Page, line and source do not count: they tell of a draft, not of the plan.
    """
    return (one.heading, one.text, one.units) == (other.heading, other.text, other.units)


def same_part(one: Node | None, other: Node | None) -> bool:
    """Whether two parts say the same themselves, whatever they hold; what is not there says nothing."""
    if one is None or other is None or type(one) is not type(other):
        return False
    if isinstance(one, Paragraph) and isinstance(other, Paragraph):
        return same_wording(one, other)
    return heading_of(one) == heading_of(other)
