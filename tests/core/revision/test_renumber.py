"""Numbers that follow: the plan that is cited and the plan that is printed are one."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.comments.edits import Delete, Edit, Insert, Move, Remove, Replace, Retitle
from plancli.core.comments.record import Patch
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import Outline
from plancli.core.revision.renumber import following
from plancli.core.revision.revise import Workspace

_DRAFT = (
    Section(
        key="第一章",
        title="水网",
        body=(
            Paragraph(id="1.1", heading="渠系", text="干渠见专栏2，支渠见专栏1、3中的安排。"),
            Column(column="专栏1", title="支渠", items=(Paragraph(id="z1", text="按第二章建。"),)),
            Column(column="专栏2", title="干渠", items=(Paragraph(id="z2", text="衬砌十里。"),)),
        ),
    ),
    Section(
        key="第二章",
        title="泵站（见专栏3）",
        body=(
            Paragraph(id="2.1", text="排涝泵站列入专栏3，经费见第三章。"),
            Column(column="专栏3", title="泵站", items=(Paragraph(id="z3", text="两座。"),)),
        ),
    ),
    Section(
        key="第三章",
        title="经费",
        body=(Paragraph(id="3.1", text="专栏1、专栏2所列工程由区里出资。"),),
    ),
)
_NAMES = ("甲-1", "乙-1", "丙-1")
_EDITS: tuple[Edit, ...] = (
    Remove(remove="第一章/专栏1"),
    Remove(remove="第二章/专栏3"),
    Move(move="第一章/专栏1", after="第一章/专栏2"),
    Move(move="第三章", before="第一章"),
    Retitle.model_validate({"title": "第一章/专栏2", "with": "总干渠"}),
    Replace.model_validate({"replace": "干渠见专栏2", "with": "干渠详见专栏2", "in": "1.1"}),
    Insert.model_validate({"insert": "（另见专栏1）", "after": "衬砌十里", "in": "z2"}),
    Delete.model_validate({"delete": "，经费见第三章", "in": "2.1"}),
)
_patches = st.dictionaries(
    st.sampled_from(_NAMES),
    st.lists(st.sampled_from(_EDITS), min_size=1, max_size=2, unique_by=id).map(
        lambda edits: Patch(edits=tuple(edits))
    ),
    max_size=3,
)


def workspace(
    paper: tuple[Section, ...] = unprinted(_DRAFT),
    recorded: Mapping[str, Patch] | None = None,
    numbers: Mapping[str, str] | None = None,
    left: Mapping[str, tuple[str, ...]] | None = None,
) -> Workspace:
    return Workspace(_DRAFT, paper, recorded or {}, _NAMES, numbers or {}, left or {})


def renumbered(work: Workspace) -> Workspace:
    """Return the state after `renumber`."""
    numbers = following(work.draft, Outline(work.plan), Numbering())
    done = work.renumbered(numbers)
    return workspace(done.sections, work.recorded, numbers, done.kept)


def applied(work: Workspace, wanted: Mapping[str, Patch]) -> Workspace:
    """Return the state after exactly the patches that can be are in the text."""
    revision = work.revise(wanted)
    return workspace(work.printed(revision.sections), revision.record, work.numbers, work.left)


@given(_patches)
def test_what_is_printed_is_the_plan_that_is_cited(patches: Mapping[str, Patch]) -> None:
    before = applied(workspace(), patches)
    after = renumbered(before)
    assert after.plan == before.plan
    assert renumbered(after).paper == after.paper


@given(_patches, _patches)
def test_comments_come_and_go_under_any_numbers(
    first: Mapping[str, Patch], second: Mapping[str, Patch]
) -> None:
    plainly = applied(applied(workspace(), first), second)
    between = applied(renumbered(applied(workspace(), first)), second)
    assert between.plan == plainly.plan
    assert renumbered(between).paper == renumbered(plainly).paper
    gone = applied(between, {})
    assert gone.plan == unprinted(_DRAFT)
    assert renumbered(gone).paper == unprinted(_DRAFT)


_WORDS = st.sampled_from(["，", "另行安排", "见专栏2", "第一章", "2", "专栏"])


@given(_patches, st.sampled_from(["1.1", "2.1", "3.1"]), st.integers(0, 20), _WORDS, _patches)
def test_what_the_office_writes_in_a_renumbered_plan_stays_as_it_wrote_it(
    patches: Mapping[str, Patch], key: str, at: int, words: str, more: Mapping[str, Patch]
) -> None:
    state = renumbered(applied(workspace(), patches))
    outline = Outline(state.paper)
    if not outline.knows(key):
        return
    text = outline.words(key, "text")
    wrote = text[:at] + words + text[at:]
    own = workspace(_with_text(state.paper, key, wrote), state.recorded, state.numbers, state.left)
    assert own.printed(own.plan) == own.paper
    touching = {
        name
        for name, patch in more.items()
        for edit in patch.edits
        if getattr(edit, "within", None) == key or isinstance(edit, Move | Remove)
    }
    others = {name: patch for name, patch in more.items() if name not in touching}
    later = applied(own, {**others, **state.recorded})
    assert Outline(later.paper).words(key, "text") == wrote


def _with_text(sections: tuple[Section, ...], key: str, text: str) -> tuple[Section, ...]:
    found: list[Section] = []
    for section in sections:
        body = tuple(
            part.model_copy(update={"text": text})
            if isinstance(part, Paragraph) and part.id == key
            else part
            for part in section.body
        )
        found.append(section.model_copy(update={"body": body}))
    return tuple(found)


def test_a_number_that_is_gone_is_left_as_it_stands() -> None:
    removing = Patch(edits=(Remove(remove="第一章/专栏1"),))
    state = renumbered(applied(workspace(), {"甲-1": removing}))
    paper = Outline(state.paper)
    assert paper.numbers["第一章/专栏2"] == "专栏1"
    assert paper.words("1.1", "text") == "干渠见专栏1，支渠见专栏1、2中的安排。"
    assert Outline(state.plan).words("1.1", "text") == "干渠见专栏2，支渠见专栏1、3中的安排。"
    assert paper.words("第二章", "title") == "泵站（见专栏2）"


def test_a_reference_of_the_office_to_a_part_that_went_is_read_by_no_numbers_later() -> None:
    state = applied(workspace(), {"甲-1": Patch(edits=(Remove(remove="第一章/专栏1"),))})
    typed = "按第二章建。排涝泵站见专栏1。"
    state = workspace(_with_text(state.paper, "3.1", typed), state.recorded)
    done = state.renumbered(following(state.draft, Outline(state.plan), Numbering()))
    assert [(one.key, one.reference.words) for one in done.left if one.key == "3.1"] == [
        ("3.1", "专栏1")
    ]
    assert done.kept["3.1"] == ("专栏1",)
    after = renumbered(state)
    assert Outline(after.paper).words("3.1", "text") == typed
    # 专栏1 is another part now, and with each change of numbers it would become yet another
    more = applied(
        after, {**after.recorded, "乙-1": Patch(edits=(Move(move="第三章", before="第一章"),))}
    )
    for again in (renumbered(more), renumbered(applied(more, {}))):
        assert "泵站见专栏1" in Outline(again.paper).words("3.1", "text")


def test_a_reference_of_the_office_to_nothing_stays_where_a_comment_changes_its_text() -> None:
    state = applied(workspace(), {"甲-1": Patch(edits=(Remove(remove="第一章/专栏1"),))})
    state = renumbered(state)
    text = Outline(state.paper).words("2.1", "text")
    state = workspace(
        _with_text(state.paper, "2.1", f"另见专栏3。{text}"), state.recorded, state.numbers
    )
    deleting = Delete.model_validate({"delete": "，经费见第三章", "in": "2.1"})
    later = applied(state, {**state.recorded, "乙-1": Patch(edits=(deleting,))})
    assert Outline(later.paper).words("2.1", "text") == "另见专栏3。排涝泵站列入专栏2。"
