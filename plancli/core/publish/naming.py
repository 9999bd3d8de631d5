"""What a part of the plan is called to people: by its number and title on their paper, never by its key."""

from typing import NamedTuple

from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline, number_of
from plancli.core.plan.printed import ahead, before_title, headline
from plancli.core.plan.wording import node_of


class Naming(NamedTuple):
    """How a language puts the name of a part together; each is a form with the fields in braces.

    `titled`: a number that says its kind, and the `title`; `quoted`: a title or heading alone; `item`: a
    number that does not; `nth`: a paragraph that is only counted; `below`: a `part` with the `whole` ahead;
    `inside`: a paragraph of a `whole`; `formerly`: a `new` number with the `old` one.
    """

    titled: str
    quoted: str
    item: str
    nth: str
    below: str
    inside: str
    formerly: str


CHINESE_NAMING = Naming(
    titled="{number}“{title}”",
    quoted="“{title}”",
    item="第{number}项",
    nth="第{number}段",
    below="{whole}{part}",
    inside="{whole}中{part}",
    formerly="{new}(原{old})",
)


def name_of(outline: Outline, key: str, naming: Naming = CHINESE_NAMING) -> str:
    """Return what a part is called: 第四章第17项“智慧交通工程”, 专栏3“平台”, 专栏3“平台”中“路口”.

    A key that the outline does not know is returned as it is.
    """
    if key in outline.spots:
        return _paragraph(outline, key, naming)
    if key in outline.columns:
        return _column(outline, key, naming)
    if key in outline.sections:
        return _section(outline, key, naming)
    return key


def name_inside(outline: Outline, paragraph: str, naming: Naming = CHINESE_NAMING) -> str:
    """Return what a paragraph is called where its list is known: by number and heading, else by its place."""
    found = outline.spots[paragraph].paragraph
    if found.heading:
        return number_of(found) + _quoted(found.heading, naming)
    if found.number:
        return found.number
    listed = outline.children(outline.container(paragraph))
    counted = [name for name in listed if name in outline.spots]
    return naming.nth.format(number=counted.index(paragraph) + 1)


def place_lines(
    draft: Outline, plan: Outline, key: str, naming: Naming = CHINESE_NAMING
) -> list[str]:
    """Return where a part stands in the plan, from its section to itself, each with the number that it had.

    What the plan does not have any more stands where the draft had it.
    """
    outline = plan if plan.knows(key) else draft
    found: list[str] = []
    for name in reversed(outline.ancestry(key)):
        if outline.knows(name):
            if name in outline.sections:
                # what holds a section is not told: its number and title are enough
                found.clear()
            found.append(_renumbered(draft, plan, name, naming))
    return found


def _renumbered(draft: Outline, plan: Outline, key: str, naming: Naming) -> str:
    """Return the title or heading of a part behind its number, and the one that it had: 专栏2(原专栏3) 平台.

    A paragraph without a heading is called by its number, or by its place where it has none.
    """
    new, old = _part(plan, key), _part(draft, key)
    part = new or old
    assert part is not None
    number = number_of(part)
    if isinstance(part, Paragraph):
        title = part.heading
        set_apart = ahead(number, title)
        if not title and not number:
            return name_inside(plan if new else draft, key, naming)
    else:
        title = part.title
        set_apart = before_title(number, title)
    if new is None or old is None or number == number_of(old):
        return set_apart + title
    return formerly(number, number_of(old), naming) + set_apart.removeprefix(number) + title


def formerly(new: str, old: str, naming: Naming = CHINESE_NAMING) -> str:
    """Return a number with the one that a part had; a part that had none, or has none, has only the other."""
    if not new or not old:
        return new or old
    return naming.formerly.format(new=new, old=old)


def _part(outline: Outline, key: str) -> Section | Column | Paragraph | None:
    """Return a section, column or paragraph; None where the outline does not have it."""
    if outline.knows(key):
        return node_of(outline, key)
    return None


def _paragraph(outline: Outline, key: str, naming: Naming) -> str:
    whole = name_of(outline, outline.container(key), naming)
    return naming.inside.format(whole=whole, part=name_inside(outline, key, naming))


def _column(outline: Outline, key: str, naming: Naming) -> str:
    """Return the number and title of a column; of a number that stands twice, with its section."""
    column = outline.columns[key]
    part = _titled(number_of(column), column.title, naming)
    numbers = [number_of(other) for other in outline.columns.values()]
    if numbers.count(number_of(column)) == 1:
        return part
    whole = name_of(outline, outline.container(key), naming)
    return naming.below.format(whole=whole, part=part)


def _section(outline: Outline, key: str, naming: Naming) -> str:
    """Return the number and title of a section, behind the number of its chapter."""
    section = outline.sections[key]
    number = number_of(section)
    chapter = outline.ancestry(key)[-1]
    if not _says_its_kind(number):
        part = _quoted(headline(section), naming)
    else:
        part = _titled(number, section.title, naming)
    if chapter == key or chapter not in outline.sections:
        return part
    if number.isdecimal():
        part = _titled(naming.item.format(number=number), section.title, naming)
    whole = number_of(outline.sections[chapter])
    return naming.below.format(whole=whole, part=part)


def _titled(number: str, title: str, naming: Naming) -> str:
    """Return a number with the title behind it, where there is one."""
    if not title:
        return number
    return naming.titled.format(number=number, title=title.translate(_INNER))


def _quoted(title: str, naming: Naming) -> str:
    """Return a title or heading in quotation marks."""
    return naming.quoted.format(title=title.translate(_INNER))


_INNER = str.maketrans("“”", "‘’")
"""Quotation marks inside others are single ones."""


def _says_its_kind(number: str) -> bool:
    """Whether a number says by itself what it counts, as 第四章 and 专栏2 do, and 17, 四 and (四) do not."""
    return before_title(number, "·") == f"{number} " and number[0].isalnum()
