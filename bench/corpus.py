"""Synthetic plans of any size, the same for the same seed: as values, and as the files of a repository."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from bench import wording
from plancli.core.comments.comment import Cited, Comment, Decision, Item
from plancli.core.comments.edits import Edit
from plancli.core.plan.digest import digest
from plancli.core.plan.model import (
    Column,
    Draft,
    Paragraph,
    Part,
    Section,
    Table,
    TableHead,
    TableRow,
)
from plancli.core.plan.outline import Outline
from plancli.core.plan.span import Span
from plancli.core.plan.throughout import throughout
from plancli.store.sections import draft_entry, section_entry
from plancli.store.yaml import emit

DRAFT = "征求意见稿"
_CHAPTERS = "一二三四五六七八九十"
_LINE, _PAGE = 28, 24
"""Characters of a printed line, lines of a page."""
_TABLED = 5
"""Every so many projects one has a table of indicators."""


class Plan(NamedTuple):
    """A plan as circulated; `twins` are sentences that differ in a word or two, `repeats` stand twice."""

    sections: tuple[Section, ...]
    twins: tuple[tuple[str, str], ...]
    repeats: tuple[str, ...]


def plan(size: int, seed: int = 1) -> Plan:
    """Return a plan of about `size` characters, with 5 % near twins and 2 % repeats among its sentences."""
    author = _Author(Random(seed), Random(seed + 1))
    sections = tuple(author.sections(size))
    return Plan(sections, tuple(author.twins), tuple(author.repeats))


class _Author:
    """Writes sections from the first to the last, remembering its sentences and where the page ends."""

    def __init__(self, rng: Random, figures: Random) -> None:
        self.rng = rng
        # figures are drawn apart: the sentences are those of a plan without tables
        self._figures = figures
        self.twins: list[tuple[str, str]] = []
        self.repeats: list[str] = []
        self._sentences: list[str] = []
        self._length = 0
        self._lines = 0
        self._columns = count(1)
        self._tables = count(1)

    def sections(self, size: int) -> Iterator[Section]:
        chapter = ""
        for number in count(1):
            name = f"第{_CHAPTERS[min(self._length * 10 // size, 9)]}章"
            if name != chapter:
                chapter = name
                yield Section(
                    key=name, title=wording.title(self.rng), body=(self._paragraph(f"{name}.1"),)
                )
            yield self._project(f"{name}/{number}", str(number))
            if self._length >= size:
                return

    def _project(self, key: str, name: str) -> Section:
        body: list[Part] = [
            self._paragraph(f"{name}.{at + 1}") for at in range(self.rng.randint(8, 16))
        ]
        if self.rng.random() < 0.5:
            body.append(self._column(f"专栏{next(self._columns)}"))
        if int(name) % _TABLED == 0:
            body.append(self._table(f"表{next(self._tables)}"))
        return Section(key=key, title=wording.title(self.rng), body=tuple(body))

    def _column(self, name: str) -> Column:
        items = [self._paragraph(f"{name}.{at + 1}", 150) for at in range(self.rng.randint(3, 6))]
        return Column(column=name, title=wording.title(self.rng), items=tuple(items))

    def _table(self, name: str) -> Table:
        """Return a table of indicators: two of its heads in levels, some rows across, a note."""
        rows: list[TableRow] = []
        for at, kind in enumerate(self._figures.choices(("figures", "title"), (9, 1), k=12), 1):
            page, line = self._place(1)
            cells = (f"类别{at}",) if kind == "title" else wording.figures(self._figures, at)
            rows.append(TableRow(id=f"{name}.{at}", cells=cells, page=page, line=line))
        page, line = self._place(_LINE)
        note = Paragraph(id=f"{name}.注1", text="注：数据来自年度统计。", page=page, line=line)
        title = wording.title(self._figures)
        return Table(table=name, title=title, columns=_HEADS, rows=tuple(rows), notes=(note,))

    def _paragraph(self, name: str, longest: int = 320) -> Paragraph:
        heading = wording.title(self.rng) if self.rng.random() < 0.6 else ""
        text = self._text(self.rng.randint(60, longest))
        units = tuple(self.rng.sample(wording.UNITS, self.rng.randint(0, 5))) or None
        page, line = self._place(len(heading) + len(text) + 6 * len(units or ()))
        self._length += len(heading) + len(text)
        return Paragraph(id=name, heading=heading, text=text, units=units, page=page, line=line)

    def _text(self, length: int) -> str:
        text = ""
        while len(text) < length:
            text += self._sentence() + ("。" if self.rng.random() < 0.85 else "；")
        return text[:-1] + "。"

    def _sentence(self) -> str:
        roll = self.rng.random() if self._sentences else 1
        if roll < 0.05:
            model = self.rng.choice(self._sentences)
            found = wording.reworded(self.rng, model)
            found = wording.reworded(self.rng, found) if self.rng.random() < 0.4 else found
            self.twins.append((model, found))
        elif roll < 0.07:
            found = self.rng.choice(self._sentences)
            self.repeats.append(found)
        else:
            found = wording.sentence(self.rng)
        self._sentences.append(found)
        return found

    def _place(self, length: int) -> tuple[Span, Span]:
        """Return the page and lines of a paragraph, which goes to the next page where it would not fit."""
        height = length // _LINE + 1
        left = _PAGE - self._lines % _PAGE
        self._lines += left if height > left else 0
        page, line = divmod(self._lines, _PAGE)
        self._lines += height
        return Span(page + 1, page + 1), Span(line + 1, line + height)


_HEADS = (
    TableHead(key="指标"),
    TableHead(key="单位"),
    TableHead(key="2025年", head="现状|2025年"),
    TableHead(key="2028年", head="目标|2028年"),
    TableHead(key="2030年", head="目标|2030年"),
)


def texts_of(sections: Iterable[Section]) -> dict[str, str]:
    """Return the text of every paragraph, by id."""
    return {spot.paragraph.id: spot.paragraph.text for spot, _ in Outline(sections).places()}


def with_texts(sections: Iterable[Section], texts: Mapping[str, str]) -> tuple[Section, ...]:
    """Return the sections with other texts of some paragraphs, by id."""

    def paragraph(old: Paragraph) -> Paragraph:
        return old.model_copy(update={"text": texts[old.id]}) if old.id in texts else old

    return tuple(throughout(section, paragraph) for section in sections)


# --- as files ---------------------------------------------------------------------------------------------


def section_path(section: Section) -> str:
    """Return the path of a section's file: plan/第一章-标题.yaml or plan/第一章/17-标题.yaml."""
    return f"plan/{section.key}-{section.title}.yaml"


def section_files(sections: Iterable[Section]) -> dict[str, str]:
    """Return the files of the working plan, which knows no pages."""
    return {section_path(s): emit.document(section_entry(_unprinted(s))) for s in sections}


def files(sections: Sequence[Section], comments: Iterable[Comment]) -> dict[str, str]:
    """Return every file of a repository with a frozen draft, the working plan like it, and comments."""
    draft = Draft(draft=DRAFT, sections=tuple(sections))
    return {
        "plan/plan.yaml": emit.document(_manifest(draft)),
        f"plan/drafts/{DRAFT}.yaml": emit.document(
            draft_entry(draft), "Frozen as circulated: never edited."
        ),
        **section_files(sections),
        **{_comment_path(comment): emit.document(_comment_entry(comment)) for comment in comments},
    }


def write(root: Path, content: Mapping[str, str]) -> None:
    """Write files by path below `root`."""
    for name, text in content.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _unprinted(section: Section) -> Section:
    blank = {"page": None, "line": None}
    return throughout(section, lambda paragraph: paragraph.model_copy(update=blank))


def _manifest(draft: Draft) -> dict[str, Any]:
    return {
        "title": "某市公共服务提升规划",
        "issuer": "某市人民政府办公室",
        "draft": draft.draft,
        "drafts": [{"name": draft.draft, "digest": digest(draft.sections)}],
        "units": [{"name": unit} for unit in wording.UNITS],
        "sections": [section.key for section in draft.sections],
    }


def _comment_path(comment: Comment) -> str:
    unit, number = comment.id.rsplit("-", 1)
    return f"comments/{unit}/{number}.yaml"


def _comment_entry(comment: Comment) -> dict[str, Any]:
    entry = {
        "unit": comment.unit,
        **_cited(comment.at),
        "opinion": emit.running_text(comment.opinion),
    }
    if comment.items:
        return entry | {"items": [_item_entry(item) for item in comment.items]}
    return entry | _answered(comment.edits, comment.decision)


def _item_entry(item: Item) -> dict[str, Any]:
    opinion = emit.running_text(item.opinion)
    return {"opinion": opinion, **_cited(item.at), **_answered(item.edits, item.decision)}


def _cited(at: Cited | None) -> dict[str, Any]:
    """Return the key `at`, unless nothing is cited."""
    given = {} if at is None else {"section": at.section, "page": at.page, "line": at.line}
    stated = {key: value for key, value in given.items() if value is not None}
    return {"at": stated} if stated else {}


def _answered(edits: Sequence[Edit], decision: Decision) -> dict[str, Any]:
    """Return the edits that are asked for and the decision on them."""
    said: dict[str, Any] = {"status": str(decision.status), "reply": decision.reply}
    if decision.reason is not None:
        said["reason"] = decision.reason
    if decision.edits is not None:
        said["edits"] = _edit_entries(decision.edits)
    return ({"edits": _edit_entries(edits)} if edits else {}) | {"decision": said}


def _edit_entries(edits: Sequence[Edit]) -> list[dict[str, Any]]:
    return [edit.model_dump(exclude_none=True, by_alias=True) for edit in edits]
