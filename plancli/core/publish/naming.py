"""What a part of the plan is called to people: by its number and title on their paper, never by its key."""

import re
from typing import NamedTuple

from plancli.core.evidence.wordings import PLACE, Wording, keys_of_place, place_words
from plancli.core.finding import Finding
from plancli.core.plan.cells import (
    column_of_cell,
    head_name,
    owner_of_list,
    place_in_row,
    row_name,
    row_of_cell,
)
from plancli.core.plan.model import (
    PLAN,
    Captioned,
    Cover,
    Figure,
    Footnote,
    Paragraph,
    Table,
    TableRow,
)
from plancli.core.plan.outline import Outline, number_of, table_around
from plancli.core.plan.printed import Position, ahead, before_title, headline
from plancli.core.plan.wording import Node, node_of
from plancli.core.rounds.round import Round


class Naming(NamedTuple):
    """How a language puts the name of a part together; each is a form with the fields in braces.

    `titled`: a number that says its kind, and the `title`; `quoted`: a title or heading alone; `item`: a
    number that does not; `nth`: a paragraph that is only counted; `formula`: one by its number; `below`: a
    `part` with the `whole` ahead; `inside`: a paragraph of a `whole`; `formerly`: the `new` number with the
    `old` one of a part; `now`: the `old` number, which stands on the reader's paper, with the `new` one;
    `cover`: the title of the plan. Of a table (`whole`) `row` and `head` are a row and a column, called by
    what they say; `cell` is where both meet, `nth_cell` one under no head; `nth_row` and `nth_column` only
    say the place; `measure` is the unit of its figures, `note` what stands below it. A `footnote` is called
    by its paragraph, and one whose mark stands `footnote_at` words by these. Of a figure `picture` is what it
    shows, and `alt` the words that stand for it.
    What is asked for and is not there is a `new_row`, a `new_head` or a `new_part` of a `whole`.
    `page` and `line` stand one behind the other, as far as they are known.
    """

    titled: str
    quoted: str
    item: str
    nth: str
    formula: str
    below: str
    inside: str
    formerly: str
    now: str
    cover: str
    row: str
    head: str
    cell: str
    nth_cell: str
    nth_row: str
    nth_column: str
    measure: str
    note: str
    footnote: str
    footnote_at: str
    picture: str
    alt: str
    new_row: str
    new_head: str
    new_part: str
    page: str
    line: str

    def on_paper(self, position: Position) -> str:
        """Return where something stands on paper, as far as that is known: 第38页第16-20行."""
        page, line = position
        found = self.page.format(page=page) if page else ""
        return found + (self.line.format(line=line) if line else "")


CHINESE_NAMING = Naming(
    titled="{number}“{title}”",
    quoted="“{title}”",
    item="第{number}项",
    nth="第{number}段",
    formula="公式{number}",
    below="{whole}{part}",
    inside="{whole}中{part}",
    formerly="{new}（原{old}）",
    now="{old}（现{new}）",
    cover="规划名称",
    row="{whole}“{row}”一行",
    head="{whole}“{column}”一列",
    cell="{whole}“{row}”的“{column}”",
    nth_cell="{whole}“{row}”第{number}列",
    nth_row="{whole}第{number}行",
    nth_column="{whole}第{number}列",
    measure="{whole}的计量单位",
    note="{whole}注{number}",
    footnote="{whole}的脚注",
    footnote_at="{whole}“{words}”的脚注",
    picture="{whole}的图片",
    alt="{whole}的替代文字",
    new_row="{whole}新增一行",
    new_head="{whole}新增一列",
    new_part="{whole}新增内容",
    page="第{page}页",
    line="第{line}行",
)


_KEYS = {"paragraph", "key", "container", "section", "place", "cited"}
"""Parameters of findings that hold the key of a part; others may look like one by chance."""

_CHANGE = "change"
"""The parameter with changes of parts one behind the other, each with its key and a colon ahead."""


class Paper(NamedTuple):
    """What the reader of a paper about a round has before him: its draft, and the plan that came of it.

    What stands in the draft is called as the draft prints it, with the number that it has now where that is
    another one; what is new, as the plan prints it.
    """

    draft: Outline
    plan: Outline

    @classmethod
    def of(cls, round_: Round) -> "Paper":
        """Return the paper of a round."""
        return cls(round_.workspace.draft, round_.paper)

    def name(self, key: str, naming: Naming = CHINESE_NAMING) -> str:
        """Return what a part is called: 专栏3“平台”, 专栏3(现专栏2)“平台”."""
        if self.draft.knows(key):
            found = name_of(self.draft, key, naming, self.plan)
        else:
            found = name_of(self.plan, key, naming)
        return self.plan.joints.published(found)

    def wording(self, found: Wording, naming: Naming = CHINESE_NAMING) -> Wording:
        """Return a wording as it is shown: names stand for the keys in it."""
        shown = found._replace(
            paragraph=self.name_of_new(found.paragraph, found.container, found.new_row, naming)
        )
        if found.paragraph == PLAN and not self.draft.has_part(PLAN):
            # its name says already which words are meant
            return shown._replace(field="")
        if found.field != PLACE:
            return shown
        return shown._replace(
            draft=self._place(found.draft, naming),
            asked=self._place(found.asked, naming),
            adopted=self._place(found.adopted, naming),
        )

    def name_of_new(
        self, key: str, container: str, new_row: bool, naming: Naming = CHINESE_NAMING
    ) -> str:
        """Return what a part is called that is asked for; where it is not there, in what it would be new."""
        if self.draft.knows(key) or self.plan.knows(key) or not container:
            return self.name(key, naming)
        table = owner_of_list(container)
        if table is None:
            form = naming.new_row if new_row else naming.new_part
            return form.format(whole=self.name(container, naming))
        row = row_of_cell(key)
        if row in self.draft.rows:
            return self.name(row, naming)
        return naming.new_head.format(whole=self.name(table, naming))

    def finding(self, found: Finding, naming: Naming = CHINESE_NAMING) -> Finding:
        """Return a finding as it is shown: names stand for the keys of parts in it."""
        params = dict(found.params)
        for param in _KEYS & params.keys():
            if not params[param].isdecimal():  # a page is cited, too
                params[param] = self.name(params[param], naming)
        if _CHANGE in params:
            params[_CHANGE] = self._headed(params[_CHANGE], naming)
        return found._replace(params=params)

    def _headed(self, words: str, naming: Naming) -> str:
        """Return words in which keys stand before what changed there, with names for the keys."""
        for key in {*self.draft.in_reading_order, *self.plan.in_reading_order}:
            if f"{key}: " in words:
                around = re.split(rf"(?:^|(?<= )){re.escape(key)}(?=: )", words)
                words = self.name(key, naming).join(around)
        return words

    def _place(self, words: str, naming: Naming) -> str:
        container, after = keys_of_place(words, self.draft)
        held = self.name(container, naming)
        inside = after and self.plan.joints.published(name_inside(self.draft, after, naming))
        return place_words(held, inside)


def name_of(
    outline: Outline, key: str, naming: Naming = CHINESE_NAMING, now: Outline | None = None
) -> str:
    """Return what a part is called: 第四章第17项“智慧交通工程”, 专栏3“平台”, 专栏3“平台”中“路口”.

    Where the part has another number `now`, that stands beside it. A key that the outline does not know is
    returned as it is.
    """
    return _Names(outline, naming, now or outline).of(key)


def name_inside(outline: Outline, key: str, naming: Naming = CHINESE_NAMING) -> str:
    """Return what a part is called where its list is known: by number and title, else by its place."""
    if key in outline.captioned:
        held = outline.captioned[key]
        return _titled(number_of(held), held.title, naming)
    spot = outline.spots.get(key)
    if spot is None or isinstance(spot.column, Table | Figure) or spot.noted is not None:
        return name_of(outline, key, naming)
    found = spot.paragraph
    if found.heading:
        return number_of(found) + quoted_title(found.heading, naming)
    if found.number and found.formula:
        return naming.formula.format(number=found.number)
    if found.number:
        return found.number
    return _nth(outline, key, naming)


def name_by_place(outline: Outline, key: str, naming: Naming = CHINESE_NAMING) -> str:
    """Return what a part is called by its place in what holds it: 附件1“估算”中第8段.

    Nothing of what is not counted as a paragraph: parts of tables and figures, footnotes.
    """
    spot = outline.spots.get(key)
    if spot is None or isinstance(spot.column, Table | Figure) or spot.noted is not None:
        return ""
    whole = name_of(outline, outline.container(key), naming)
    return naming.inside.format(whole=whole, part=_nth(outline, key, naming))


def name_where_it_stands(outline: Outline, key: str, naming: Naming = CHINESE_NAMING) -> str:
    """Return what a part is called so that it is seen where it stands: what has no number is counted."""
    names = _Names(outline, naming, outline)
    whole = table_around(outline, key) or outline.container(key)
    spot = outline.spots.get(key)
    found = names.of(key)
    if key in outline.rows or key in outline.heads:
        form = naming.nth_row if key in outline.rows else naming.nth_column
        number = outline.children(outline.container(key)).index(key) + 1
        found = form.format(whole=names.of(whole), number=number)
    elif spot is not None and spot.paragraph.heading and not spot.paragraph.number:
        part = _titled(_nth(outline, key, naming), spot.paragraph.heading, naming)
        found = naming.inside.format(whole=names.of(whole), part=part)
    return outline.joints.published(found)


def _nth(outline: Outline, key: str, naming: Naming) -> str:
    """Return the how manieth paragraph one is in what holds it."""
    listed = outline.children(outline.container(key))
    counted = [name for name in listed if name in outline.spots]
    return naming.nth.format(number=counted.index(key) + 1)


def place_lines(
    draft: Outline, plan: Outline, key: str, naming: Naming = CHINESE_NAMING
) -> list[str]:
    """Return where a part stands in the plan, from its section to itself, each with the number that it had.

    What the plan does not have any more stands where the draft had it. A section whose number others have,
    too, stands below the one that holds it: 第一节 alone could be that of any chapter.
    """
    outline = plan if plan.knows(key) else draft
    table = table_around(outline, key)
    found: list[str] = []
    for name in reversed(outline.ancestry(table or key)):
        if outline.knows(name):
            if name in outline.sections and _is_told_alone(outline, name):
                # what holds a section is not told: its number and title are enough
                found.clear()
            found.append(_renumbered(draft, plan, name, naming))
    if table not in (None, key):
        found[-1:] = [name_of(outline, key, naming)]  # it says in which table it is
    return [outline.joints.published(name) for name in found]


def _is_told_alone(outline: Outline, section: str) -> bool:
    number = number_of(outline.sections[section])
    return not number or outline.section_numbers[number] == 1


def _renumbered(draft: Outline, plan: Outline, key: str, naming: Naming) -> str:
    """Return the title or heading of a part behind its number, and the one that it had: 专栏2(原专栏3) 平台.

    A paragraph without a heading is called by its number, or by its place where it has none.
    """
    new, old = _part(plan, key), _part(draft, key)
    part = new or old
    assert part is not None
    assert not isinstance(part, TableRow)  # a row is called by its table and its words
    if isinstance(part, Cover):
        return naming.cover
    number = number_of(part)
    if isinstance(part, Paragraph):
        title = part.heading
        set_apart = ahead(number, title)
        if not title and (not number or part.formula):
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


def _part(outline: Outline, key: str) -> Node | None:
    """Return a part or the cover; None where the outline does not have it."""
    if outline.knows(key):
        return node_of(outline, key)
    return None


class _Names:
    """Names parts of one outline, with the numbers that they have in another one."""

    def __init__(self, outline: Outline, naming: Naming, now: Outline) -> None:
        self._outline, self._naming, self._now = outline, naming, now

    def of(self, key: str) -> str:
        """Return what a part is called; a key that is not there as it is."""
        if table_around(self._outline, key) not in (None, key):
            return self._of_table(key)
        spot = self._outline.spots.get(key)
        if spot is not None and spot.noted is not None:
            return self._footnote(spot.paragraph, spot.noted)
        if spot is not None:
            return self._paragraph(key)
        if key in self._outline.captioned:
            return self._captioned(key, self._outline.captioned[key])
        if key in self._outline.sections:
            return self._section(key)
        if self._outline.knows(key):
            return self._naming.cover
        owner = owner_of_list(key)
        return self.of(owner) if owner in self._outline.spots else key

    def _paragraph(self, key: str) -> str:
        whole = self.of(self._outline.container(key))
        spot = self._outline.spots[key]
        if spot.is_of_figure:
            form = self._naming.picture if spot.is_image else self._naming.alt
            return form.format(whole=whole)
        part = name_inside(self._outline, key, self._naming)
        number = number_of(spot.paragraph)
        if spot.paragraph.formula and number:
            part = self._number(key, self._naming.formula)
        else:
            part = self._number(key) + part.removeprefix(number)
        # a number in a list goes on with that of what holds the list: 专栏1“渡口”中(1)①
        in_list = self._outline.spots[key].above is not None and bool(number)
        form = self._naming.below if in_list else self._naming.inside
        return form.format(whole=whole, part=part)

    def _footnote(self, note: Paragraph, noted: Paragraph) -> str:
        whole = self.of(noted.id)
        if isinstance(note, Footnote) and note.after:
            words = inner_quotes(note.after)
            return self._naming.footnote_at.format(whole=whole, words=words)
        return self._naming.footnote.format(whole=whole)

    def _of_table(self, key: str) -> str:
        """Return what a part of a table is called: by the words of its row, at the head of its column."""
        outline = self._outline
        name = table_around(outline, key) or ""
        table, whole = outline.tables[name], self._table(name)
        if key in outline.rows:
            row = inner_quotes(row_name(table, outline.rows[key]))
            return self._naming.row.format(whole=whole, row=row)
        if key in outline.heads:
            column = inner_quotes(head_name(table, outline.heads[key]))
            return self._naming.head.format(whole=whole, column=column)
        spot = outline.spots.get(key)
        if spot is None:
            return whole  # the list of its columns, or of its notes
        if spot.row is not None:
            return self._cell(key, spot.row, table, whole)
        if spot.is_fixed:
            return self._naming.measure.format(whole=whole)
        number = outline.children(spot.container).index(key) + 1
        return self._naming.note.format(whole=whole, number=number)

    def _table(self, key: str) -> str:
        """Return what a table is called ahead of a part of it: its number says enough, where it has one."""
        table = self._outline.tables[key]
        number = self._number(key)
        if number and self._outline.holder_numbers[number_of(table)] == 1:
            return number
        return self.of(key)

    def _cell(self, key: str, row: TableRow, table: Table, whole: str) -> str:
        """Return what a cell is called; of one that stands across all columns only the row is named."""
        name = inner_quotes(row_name(table, row))
        column = column_of_cell(key)
        number = place_in_row(table, column)
        if not number:
            return self._naming.row.format(whole=whole, row=name)
        if not table.columns:
            return self._naming.nth_cell.format(whole=whole, row=name, number=number)
        head = inner_quotes(head_name(table, table.columns[number - 1]))
        return self._naming.cell.format(whole=whole, row=name, column=head)

    def _captioned(self, key: str, held: Captioned) -> str:
        """Return number and title of what has both; of a number that stands twice, with its section."""
        part = _titled(self._number(key), held.title, self._naming)
        if self._outline.holder_numbers[number_of(held)] == 1:
            return part
        whole = self.of(self._outline.container(key))
        return self._naming.below.format(whole=whole, part=part)

    def _section(self, key: str) -> str:
        """Return the number and title of a section, behind the number of its chapter."""
        section = self._outline.sections[key]
        chapter = self._outline.ancestry(key)[-1]
        if chapter == key or chapter not in self._outline.sections:
            return self._headed(key)
        if number_of(section).isdecimal():
            part = _titled(self._number(key, self._naming.item), section.title, self._naming)
        else:
            part = self._headed(key)
        return self._naming.below.format(whole=self._number(chapter), part=part)

    def _headed(self, key: str) -> str:
        """Return the number and title of a section; both in quotation marks where the number needs words."""
        section = self._outline.sections[key]
        if _says_its_kind(number_of(section)):
            return _titled(self._number(key), section.title, self._naming)
        return quoted_title(headline(section), self._naming)

    def _number(self, key: str, form: str = "{number}") -> str:
        """Return the number of a part in a form, with the one that it has now where that is another."""
        old, new = _printed_number(self._outline, key), _printed_number(self._now, key)
        printed = form.format(number=old)
        if not old or not new or old == new:
            return old and printed
        return self._naming.now.format(old=printed, new=form.format(number=new))


def _titled(number: str, title: str, naming: Naming) -> str:
    """Return a number with the title behind it, where there is one."""
    if not title:
        return number
    return naming.titled.format(number=number, title=inner_quotes(title))


def quoted_title(title: str, naming: Naming) -> str:
    """Return a title or heading in quotation marks."""
    return naming.quoted.format(title=inner_quotes(title))


def inner_quotes(words: str) -> str:
    """Return words that will stand in quotation marks: those inside others are single ones."""
    return words.translate(_INNER)


_INNER = str.maketrans("“”", "‘’")


def _says_its_kind(number: str) -> bool:
    """Whether a number says by itself what it counts, as 第四章 and 专栏2 do, and 17, 四 and (四) do not."""
    return before_title(number, "·") == f"{number} " and number[0].isalnum()


def _printed_number(outline: Outline, key: str) -> str:
    """Return the number that a part has on paper, that of a formula too, which counts in no series."""
    if outline.is_formula(key):
        return outline.spots[key].paragraph.number or ""
    return outline.numbers.get(key, "")
