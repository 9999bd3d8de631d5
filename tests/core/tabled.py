"""A plan with a table, and what units may ask for in it."""

from collections.abc import Mapping

import hypothesis.strategies as st

from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.edits import (
    Add,
    Edit,
    Move,
    NewParagraph,
    NewRow,
    NewTableHead,
    Remove,
    Retitle,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Status
from plancli.core.plan.digest import unprinted
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Draft, Paragraph, Section, Table, TableHead, TableRow
from plancli.core.plan.throughout import throughout
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round

TABLE = Table(
    table="表1",
    title="渡口主要指标",
    unit="单位:次",
    columns=(
        TableHead(key="指标"),
        TableHead(key="去年", head="渡运|去年"),
        TableHead(key="今年", head="渡运|今年"),
    ),
    rows=(
        TableRow(id="表1.0", cells=("一、客运",)),
        TableRow(id="表1.1", cells=("日均班次", "12", "16")),
        TableRow(id="表1.2", cells=("晚点班次", "3", "2")),
        TableRow(id="表1.3", cells=("检修", "4", "4")),
    ),
    notes=(Paragraph(id="表1.注1", text="注:去年的数为全年平均。"),),
)
DRAFT = (
    Section(key="第一章", title="渡运", body=(Paragraph(id="1.1", text="班次见表1。"), TABLE)),
    Section(key="第二章", title="船员", body=(Paragraph(id="2.1", text="船员持证上岗。"),)),
)
ROWS = ("表1.0", "表1.1", "表1.2", "表1.3")
WHOLE_ROWS = ROWS[1:]
HEADS = ("指标", "去年", "今年")
CELLS = [f"{row}/{head}" for row in WHOLE_ROWS for head in HEADS] + ["表1.0/*", "表1/unit"]


def key(head: str) -> str:
    """Return the key of a column."""
    return f"第一章/表1/{head}"


def workspace(
    recorded: Mapping[str, Patch] | None = None,
    plan: tuple[Section, ...] | None = None,
    draft: tuple[Section, ...] = DRAFT,
) -> Workspace:
    """Return the plan with its draft, and what is in the text."""
    return Workspace(draft, unprinted(draft) if plan is None else plan, recorded or {}, ())


WORDS = st.sampled_from(["3", "18", "约20", "全部", "甲乙"])


@st.composite
def _edit(draw: st.DrawFn) -> Edit:
    row, head = draw(st.sampled_from(WHOLE_ROWS)), draw(st.sampled_from(HEADS))
    beside, other = draw(st.sampled_from(ROWS)), draw(st.sampled_from(HEADS))
    words = draw(WORDS)
    edits: list[Edit] = [
        Rewrite(rewrite=draw(st.sampled_from(CELLS)), wording=words),
        Rewrite(rewrite=f"{row}/{head}", wording=words),
        Retitle(title=key(head), wording=f"渡运|{words}"),
        Retitle(title="表1", wording=f"指标{words}"),
        Remove(remove=row),
        Remove(remove=key(head)),
        Remove(remove="表1.注1"),
        Remove(remove="第一章/表1"),
        Move(move=row, after=beside),
        Move(move=key(head), before=key(other)),
        Add(add=NewRow(cells=("新行", words, "1")), to="表1", after=beside),
        Add(add=NewRow(cells=(f"三、{words}",)), to="表1"),
        Add(
            add=NewTableHead(head=f"新列{words}", cells={row: words}),
            to="表1",
            after=key(head),
        ),
        Add(add=NewParagraph(text=f"注:{words}。"), to="表1"),
    ]
    return draw(st.sampled_from(edits))


wanted = st.dictionaries(
    st.sampled_from(["甲-1", "甲-2", "乙-1", "丙-1"]),
    st.lists(_edit(), min_size=1, max_size=2).map(lambda edits: Patch(edits=tuple(edits))),
    max_size=4,
)


def with_cells(sections: tuple[Section, ...], written: Mapping[str, str]) -> tuple[Section, ...]:
    """Return sections with other words in some cells, as the office writes them."""

    def by_office(paragraph: Paragraph) -> Paragraph:
        return paragraph.model_copy(update={"text": written.get(paragraph.id, paragraph.text)})

    return tuple(throughout(section, by_office) for section in sections)


def round_of(
    patches: Mapping[str, Patch],
    written: Mapping[str, str],
    draft: tuple[Section, ...] = DRAFT,
) -> Round:
    """Return a round in which patches are in the text, and the office wrote into cells behind them."""
    done = workspace(draft=draft).revise(patches)
    order = list(patches)
    space = Workspace(draft, with_cells(done.sections, written), done.record, order)
    comments: dict[str, Comment] = {}
    for name, patch in patches.items():
        adopted = Decision(status=Status.ADOPTED)
        unit = name.partition("-")[0]
        comments[name] = Comment(
            id=name, unit=unit, draft="稿", opinion="改。", edits=patch.edits, decision=adopted
        )
    keys = tuple(section.key for section in draft)
    manifest = Manifest(title="渡口", issuer="镇", sections=keys)
    frozen = Draft(draft="稿", sections=draft)
    return Round(manifest, {"稿": frozen}, comments, space, frozen)
