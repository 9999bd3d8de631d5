"""References of every kind follow their parts, or are named: whatever came, went and moved."""

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.comments.edits import Edit, Move, Remove
from plancli.core.comments.record import Patch
from plancli.core.plan.bindings import PartNumbers, bound
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import Outline
from plancli.core.plan.references import references
from plancli.core.revision.renumber import following
from plancli.core.revision.revise import Workspace

_REFERENCES = st.lists(
    st.sampled_from(
        (
            *(
                "见专栏1。",
                "见专栏2、3。",
                "见专栏1至专栏3。",
                "第二、三章另述。",
                "见第二章第一节。",
                "本章第二节照此。",
            ),
            *(
                "同本节第（二）项。",
                "第一章第一节第（三）项、第（一）项。",
                "接续上一节。",
                "本专栏、前款所述。",
                "见表3-1和附件1。",
            ),
            *("《渡口条例》第二章。", "见第九章。", "As Section 3 and Chapter 2 say."),
        )
    ),
    max_size=3,
).map("".join)
_EDITS: tuple[Edit, ...] = (
    Remove(remove="第一章/第一节/专栏1"),
    Move(move="第一章/第一节/专栏1", after="第一章/第一节/专栏2"),
    Move(move="第三章", before="第一章"),
    Move(move="第一章/第二节", before="第一章/第一节"),
    Remove(remove="乙"),
    Move(move="丙", before="甲"),
)


def drafted(first: str, second: str, third: str) -> tuple[Section, ...]:
    """Return a draft with references in an item, in a section and in another chapter."""
    items = (
        Paragraph(id="甲", number="（一）", text="修码头。"),
        Paragraph(id="乙", number="（二）", text="修栈桥。"),
        Paragraph(id="丙", number="（三）", text=f"修缆绳。{first}"),
        *(Column(column=f"专栏{at}", title=f"渡口{at}") for at in (1, 2, 3)),
    )
    return (
        Section(key="第一章", title="任务"),
        Section(key="第一章/第一节", title="修缮", body=items),
        Section(
            key="第一章/第二节", title="新建", body=(Paragraph(id="丁", text=f"建。{second}"),)
        ),
        Section(key="第二章", title="经费", body=(Paragraph(id="戊", text=f"区里出。{third}"),)),
        Section(key="第二章/第一节", title="来源"),
        Section(key="第三章", title="附则"),
    )


@given(
    _REFERENCES,
    _REFERENCES,
    _REFERENCES,
    st.lists(st.sampled_from(_EDITS), max_size=3, unique_by=id),
)
def test_references_mean_the_same_parts_or_are_named(
    first: str, second: str, third: str, edits: list[Edit]
) -> None:
    draft = drafted(first, second, third)
    patches = {f"甲局-{at}": Patch(edits=(edit,)) for at, edit in enumerate(edits)}
    start = Workspace(draft, unprinted(draft), {}, list(patches))
    revision = start.revise(patches)
    work = Workspace(draft, revision.sections, revision.record, list(patches))
    numbers = following(work.draft, Outline(work.plan), Numbering())
    done = work.renumbered(numbers)
    after = Workspace(draft, done.sections, work.recorded, list(patches), numbers, done.kept)
    assert after.plan == work.plan
    assert after.renumbered({}).sections == work.paper
    left = {(one.key, one.reference.start) for one in done.left}
    meant, printed = PartNumbers(work.draft), PartNumbers(Outline(after.paper))
    for key, spot in Outline(work.plan).spots.items():
        new = Outline(after.paper).words(key, "text")
        old = spot.paragraph.text
        for before, now in zip(references(old), references(new), strict=True):
            wanted = bound(before, key, meant).key
            if (key, before.start) in left:
                assert new[now.start : now.end] == old[before.start : before.end]
            elif wanted is not None:
                assert bound(now, key, printed).key == wanted
