"""A plan with lists in lists, and what units may ask for in them."""

from collections.abc import Mapping

import hypothesis.strategies as st

from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.edits import (
    Add,
    Edit,
    Insert,
    Move,
    NewParagraph,
    Remove,
    Replace,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Status
from plancli.core.plan.digest import unprinted
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Column, Draft, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.throughout import throughout
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round


def entry(name: str, number: str, text: str, *items: Paragraph) -> Paragraph:
    return Paragraph(id=name, number=number, text=text, items=items)


PIERS = entry(
    "甲",
    "㈠",
    "码头分期整治。",
    entry(
        "甲1",
        "(1)",
        "面层防滑。",
        entry("甲1甲", "①", "石材厚5厘米。"),
        entry("甲1乙", "②", "接缝不大于5毫米。"),
    ),
    entry("甲2", "(2)", "护栏高1.1米。"),
)
BOATS = entry("乙", "㈡", "渡船每年检验。", entry("乙1", "(1)", "救生衣200件。"))
CREW = Column(
    column="专栏1",
    title="船员",
    items=(
        entry("丙", "(1)", "持证上岗。", entry("丙1", "①", "每年培训两次。")),
        entry("丁", "(2)", "夜航双人值守。"),
    ),
)
DRAFT = (
    Section(key="第一章", title="整治", body=(PIERS, BOATS, CREW)),
    Section(key="第二章", title="保障", body=(Paragraph(id="戊", text="经费由镇财政列支。"),)),
)
NAMES = ("甲", "甲1", "甲1甲", "甲1乙", "甲2", "乙", "乙1", "丙", "丙1", "丁", "戊")
HOLDERS = (*NAMES, "专栏1", "第一章", "第二章")
WORDS = st.sampled_from(["加固。", "2处设灯。", "甲乙丙。"])


def workspace(
    recorded: Mapping[str, Patch] | None = None, plan: tuple[Section, ...] | None = None
) -> Workspace:
    """Return the plan with its draft, and what is in the text."""
    return Workspace(DRAFT, unprinted(DRAFT) if plan is None else plan, recorded or {}, ())


@st.composite
def _edit(draw: st.DrawFn) -> Edit:
    name, other = draw(st.sampled_from(NAMES)), draw(st.sampled_from(NAMES))
    holder, words = draw(st.sampled_from(HOLDERS)), draw(WORDS)
    below = NewParagraph(text=words, items=(NewParagraph(text=f"其中{words}"),))
    edits: list[Edit] = [
        Rewrite(rewrite=name, wording=words),
        Insert(insert=words, into=name),
        Replace(replace="5", wording=draw(st.sampled_from(["6", "8"])), within="甲1"),
        Remove(remove=name),
        Move(move=name, to=holder),
        Move(move=name, after=other),
        Move(move=name, before=other),
        Add(add=NewParagraph(text=words), to=holder),
        Add(add=below, to=holder),
        Add(add=NewParagraph(text=words), to="甲1", after="甲1甲"),
    ]
    return draw(st.sampled_from(edits))


wanted = st.dictionaries(
    st.sampled_from(["甲-1", "甲-2", "乙-1", "丙-1"]),
    st.lists(_edit(), min_size=1, max_size=2).map(lambda edits: Patch(edits=tuple(edits))),
    max_size=4,
)


def worded(sections: tuple[Section, ...], written: Mapping[str, str]) -> tuple[Section, ...]:
    """Return sections with other words in some paragraphs, as the office writes them."""

    def by_office(paragraph: Paragraph) -> Paragraph:
        return paragraph.model_copy(update={"text": written.get(paragraph.id, paragraph.text)})

    return tuple(throughout(section, by_office) for section in sections)


def round_of(patches: Mapping[str, Patch], written: Mapping[str, str]) -> Round:
    """Return a round in which patches are in the text, and the office wrote into lists behind them."""
    done = workspace().revise(patches)
    space = Workspace(DRAFT, worded(done.sections, written), done.record, list(patches))
    comments: dict[str, Comment] = {}
    for name, patch in patches.items():
        adopted = Decision(status=Status.ADOPTED)
        unit = name.partition("-")[0]
        comments[name] = Comment(
            id=name, unit=unit, draft="稿", opinion="改。", edits=patch.edits, decision=adopted
        )
    manifest = Manifest(title="渡口", issuer="镇", sections=("第一章", "第二章"))
    frozen = Draft(draft="稿", sections=DRAFT)
    return Round(manifest, {"稿": frozen}, comments, space, frozen)


def shape(sections: tuple[Section, ...], key: str) -> list[str]:
    """Return the paragraphs of a part in reading order, each behind a dot for every level."""
    outline = Outline(sections)
    found: list[str] = []
    for name, spot in outline.spots.items():
        if key in outline.ancestry(name):
            found.append("." * outline.level(name) + spot.paragraph.id)
    return found
