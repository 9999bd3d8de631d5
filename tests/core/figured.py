"""A plan with figures, and what units may ask for in them."""

from collections.abc import Mapping

import hypothesis.strategies as st

from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.edits import Add, ChangePicture, Edit, Move, Remove, Retitle, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Status
from plancli.core.plan.digest import unprinted
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Draft, Figure, Paragraph, Section
from plancli.core.plan.throughout import throughout
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round

DIGEST = f"sha256:{'0' * 64}"
FIRST = Figure(image="figures/图1.png", title="渡口布局", alt="两岸各一处渡口", digest=DIGEST)
SECOND = Figure(image="图2.svg", title="航线", digest=DIGEST)
DRAFT = (
    Section(
        key="第一章",
        title="渡运",
        body=(
            Paragraph(id="1.1", text="渡口布局见图1。"),
            FIRST,
            Paragraph(id="1.2", text="航线见图2。"),
            SECOND,
        ),
    ),
    Section(key="第二章", title="船员", body=(Paragraph(id="2.1", text="船员持证上岗。"),)),
)
SAID = ("图1/image", "图1/alt", "图2/image", "图2/alt")
FILES = st.sampled_from(["figures/图1.png", "figures/图1-改.png", "新.svg", "figures/图9.jpeg"])
WORDS = st.sampled_from(["三处渡口", "两岸各两处渡口", "布局", "渡口与码头布局"])


@st.composite
def _edit(draw: st.DrawFn) -> Edit:
    figure = draw(st.sampled_from(["图1", "图2"]))
    file, words = draw(FILES), draw(WORDS)
    edits: list[Edit] = [
        ChangePicture(image=figure, wording=file),
        ChangePicture(image="图1", wording=file),
        Rewrite(rewrite=f"{figure}/alt", wording=words),
        Retitle(title=figure, wording=words),
        Remove(remove=f"第一章/{figure}"),
        Move(move=f"第一章/{figure}", after=draw(st.sampled_from(["1.1", "1.2"]))),
        Add(add=Figure(image=file, figure="图3", title=words), to="第一章"),
        Add(add=Figure(image=file, figure="图4", alt=words), to="第二章", after="2.1"),
    ]
    return draw(st.sampled_from(edits))


wanted = st.dictionaries(
    st.sampled_from(["甲-1", "甲-2", "乙-1", "丙-1"]),
    st.lists(_edit(), min_size=1, max_size=2).map(lambda edits: Patch(edits=tuple(edits))),
    max_size=4,
)
written = st.fixed_dictionaries(
    {}, optional={"图1/image": FILES, "图2/image": FILES, "图1/alt": WORDS, "图2/alt": WORDS}
)


def workspace(
    recorded: Mapping[str, Patch] | None = None, plan: tuple[Section, ...] | None = None
) -> Workspace:
    """Return the plan with its draft, and what is in the text."""
    return Workspace(DRAFT, unprinted(DRAFT) if plan is None else plan, recorded or {}, ())


def as_written(sections: tuple[Section, ...], by_id: Mapping[str, str]) -> tuple[Section, ...]:
    """Return sections with other pictures, and other words for them, as the office writes them."""

    def by_office(paragraph: Paragraph) -> Paragraph:
        return paragraph.model_copy(update={"text": by_id.get(paragraph.id, paragraph.text)})

    return tuple(throughout(section, by_office) for section in sections)


def round_of(patches: Mapping[str, Patch], by_office: Mapping[str, str]) -> Round:
    """Return a round in which patches are in the text, and the office wrote behind them."""
    done = workspace().revise(patches)
    space = Workspace(DRAFT, as_written(done.sections, by_office), done.record, list(patches))
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
