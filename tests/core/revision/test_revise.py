"""The engine as a whole: what holds for every draft, every set of comments and every change of the office."""

from collections.abc import Mapping
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from plancli.core.comments.edits import (
    Add,
    ChangeUnits,
    Delete,
    Edit,
    Insert,
    Move,
    NewParagraph,
    Remove,
    Replace,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.merge.meeting import OFFICE
from plancli.core.merge.placed import Placed
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Outcome, Workspace
from plancli.core.text.atoms import atoms
from plancli.core.text.diff import splices

DRAFT = (
    Section(
        key="第一章",
        title="目标",
        body=(
            Paragraph(
                id="1.1",
                heading="基础设施",
                text="到2025年建成5G基站2万个,由市级牵头。推进公交建设。",
                units=("甲局",),
            ),
            Paragraph(id="1.2", text="加强管理,方便群众。加强管理,完善机制。"),
            Column(
                column="专栏1",
                title="重点",
                items=(
                    Paragraph(id="z1", text="建设3座平台。"),
                    Paragraph(id="z2", text="推广试点。"),
                ),
            ),
        ),
    ),
    Section(
        key="第二章",
        title="保障",
        body=(Paragraph(id="2.1", text="加强组织领导,落实责任。", units=("甲局", "乙局")),),
    ),
    Section(key="第三章", title="附则", body=(Paragraph(id="3.1", text="的的的的的。"),)),
)
IDS = ("1.1", "1.2", "z1", "z2", "2.1", "3.1")
TEXTS = {name: spot.paragraph.text for name, spot in Outline(DRAFT).spots.items()}
UNITS = ("甲局", "乙局", "丙局")
NAMES = ("甲-1", "乙-1", "丙-1", "丁-1")

new_words = st.text("新2万加强推进,。平台", max_size=5)


@st.composite
def text_edit(draw: st.DrawFn) -> Edit:
    name = draw(st.sampled_from(IDS))
    text = TEXTS[name]
    start = draw(st.integers(0, len(text) - 1))
    quote = text[start : draw(st.integers(start + 1, min(len(text), start + 7)))]
    words = draw(new_words)
    match draw(st.sampled_from(("replace", "delete", "insert", "rewrite"))):
        case "replace":
            return Replace.model_validate({"replace": quote, "with": words, "in": name})
        case "delete":
            return Delete.model_validate({"delete": quote, "in": name})
        case "insert":
            return Insert.model_validate({"insert": words or "新", "after": quote, "in": name})
    return Rewrite.model_validate({"rewrite": name, "with": text.replace(quote, words, 1)})


@st.composite
def structure_edit(draw: st.DrawFn) -> Edit:
    name = draw(st.sampled_from((*IDS, "第二章", "专栏1")))
    match draw(st.sampled_from(("add", "remove", "move", "units"))):
        case "add":
            to, after = draw(
                st.sampled_from(
                    (("第一章", "1.1"), ("第一章", None), ("专栏1", "z1"), ("第二章", None))
                )
            )
            new = NewParagraph(
                heading=draw(st.sampled_from(("", "平台", "机制"))), text=draw(new_words)
            )
            return Add(add=new, to=to, after=after)
        case "remove":
            return Remove(remove=name)
        case "move":
            return Move(move=name, after=draw(st.sampled_from((*IDS, "第一章", "第三章"))))
    units = st.lists(st.sampled_from(UNITS), max_size=2).map(tuple)
    return ChangeUnits(units=draw(st.sampled_from(IDS)), add=draw(units), remove=draw(units))


edits = st.lists(st.one_of(text_edit(), text_edit(), structure_edit()), min_size=1, max_size=3).map(
    tuple
)
wanted = st.dictionaries(
    st.sampled_from(NAMES), edits.map(lambda found: Patch(edits=found)), max_size=4
)


@st.composite
def office(draw: st.DrawFn) -> dict[str, str]:
    """What the drafting office makes of some paragraphs."""
    names = draw(st.lists(st.sampled_from(IDS), max_size=2, unique=True))
    return {
        name: _changed(TEXTS[name], draw(st.integers(0, 20)), draw(new_words)) for name in names
    }


def _changed(text: str, at: int, words: str) -> str:
    return (text[: at % len(text)] + words + text[at % len(text) + 2 :]).strip() or "改"


def workspace(
    recorded: Mapping[str, Patch] | None = None,
    plan: tuple[Section, ...] | None = None,
) -> Workspace:
    return Workspace(DRAFT, unprinted(DRAFT) if plan is None else plan, recorded or {}, NAMES)


def with_office(sections: tuple[Section, ...], texts: Mapping[str, str]) -> tuple[Section, ...]:
    def changed(part: Paragraph | Column) -> Paragraph | Column:
        if isinstance(part, Column):
            return part.model_copy(update={"items": tuple(changed(item) for item in part.items)})
        return part.model_copy(update={"text": texts.get(part.id, part.text)})

    return tuple(
        s.model_copy(update={"body": tuple(changed(part) for part in s.body)}) for s in sections
    )


def texts(sections: tuple[Section, ...]) -> dict[str, str]:
    return {name: spot.paragraph.text for name, spot in Outline(sections).spots.items()}


def test_only_what_the_plan_says_is_taken() -> None:
    taken = {outcome for outcome in Outcome if outcome.meaning.taken}
    assert taken == {Outcome.APPLIED, Outcome.AGREED, Outcome.ALREADY}


@given(wanted, st.randoms())
def test_the_order_does_not_matter(patches: dict[str, Patch], random: Random) -> None:
    names = list(patches)
    random.shuffle(names)
    one, other = (
        workspace().revise(patches),
        workspace().revise({name: patches[name] for name in names}),
    )
    assert one.sections == other.sections
    assert one.outcomes == other.outcomes
    assert set(one.conflicts) == set(other.conflicts)


@given(wanted, st.randoms())
def test_one_by_one_gives_the_same_as_all_at_once(
    patches: dict[str, Patch], random: Random
) -> None:
    """Of what all can stand together: comments in conflict depend on which came first, by design."""
    together = workspace().revise(patches)
    names = list(together.record)
    random.shuffle(names)
    space = workspace()
    for name in names:
        done = space.revise({**space.recorded, name: together.record[name]})
        space = workspace(done.record, done.sections)
    assert space.recorded == together.record
    assert space.plan == together.sections


def test_nobodys_edits_give_the_draft() -> None:
    assert workspace().revise({}).sections == unprinted(DRAFT)


@given(text_edit())
def test_one_unit_gets_its_wording(edit: Edit) -> None:
    done = workspace().revise({"甲-1": Patch(edits=(edit,))})
    if done.outcomes["甲-1"] is not Outcome.APPLIED:
        assert texts(done.sections) == TEXTS
        return
    (change, *rest) = done.placed["甲-1"].texts
    assert not {other.paragraph for other in rest} - {change.paragraph}
    text = texts(done.sections)[change.paragraph]
    match edit:
        case Replace():
            assert text in _all_replaced(TEXTS[change.paragraph], edit.replace, edit.wording)
        case Delete():
            assert text in _all_replaced(TEXTS[change.paragraph], edit.delete, "")
        case Insert():
            assert edit.after is not None
            assert text in _all_replaced(
                TEXTS[change.paragraph], edit.after, edit.after + edit.insert
            )
        case Rewrite():
            assert text == edit.wording


def _all_replaced(text: str, old: str, new: str) -> set[str]:
    starts = [at for at in range(len(text)) if text.startswith(old, at)]
    return {(text[:at] + new + text[at + len(old) :]).strip() for at in starts}


@given(wanted)
def test_identical_edits_count_once_and_credit_everybody(patches: dict[str, Patch]) -> None:
    assume(patches)
    patch = next(iter(patches.values()))
    assume(not any(isinstance(edit, Add) for edit in patch.edits))
    alone, both = (
        workspace().revise({"甲-1": patch}),
        workspace().revise({"甲-1": patch, "乙-1": patch}),
    )
    assume(alone.record)
    assert both.sections == alone.sections
    assert set(both.record) == {"甲-1", "乙-1"}


@given(wanted)
def test_no_atom_that_nobody_wrote(patches: dict[str, Patch]) -> None:
    done = workspace().revise(patches)
    written = {atom for text in TEXTS.values() for atom in atoms(text)}
    for name, patch in patches.items():
        written |= {
            a for t in texts(workspace().revise({name: patch}).sections).values() for a in atoms(t)
        }
    assert {atom for text in texts(done.sections).values() for atom in atoms(text)} <= written


@given(wanted)
def test_a_second_apply_changes_nothing(patches: dict[str, Patch]) -> None:
    done = workspace().revise(patches)
    again = workspace(done.record, done.sections).revise({**done.record})
    assert again.sections == done.sections
    assert again.record == done.record


@given(wanted, st.randoms())
def test_revert_undoes_apply_in_any_order(patches: dict[str, Patch], random: Random) -> None:
    done = workspace().revise(patches)
    names = list(done.record)
    random.shuffle(names)
    space = workspace(done.record, done.sections)
    for name in names:
        left = {other: patch for other, patch in space.recorded.items() if other != name}
        undone = space.revise(left)
        assert undone.record == left
        space = workspace(undone.record, undone.sections)
    assert space.plan == unprinted(DRAFT)


@given(wanted, office())
def test_the_offices_own_changes_are_never_lost(
    patches: dict[str, Patch], changed: dict[str, str]
) -> None:
    """What the office wrote stands, or the comment that would undo it waits."""
    mine = {name: text for name, text in changed.items() if text != TEXTS[name]}
    plan = with_office(unprinted(DRAFT), mine)
    done = workspace(plan=plan).revise(patches)
    assume(not any(_same_change(placed, mine) for placed in done.placed.values()))
    result = texts(done.sections)
    for name, text in mine.items():
        alone = {n: p for n, p in done.record.items() if name in done.placed[n].paragraphs}
        if not alone:
            assert result.get(name) == text
    undone = workspace(done.record, done.sections).revise({})
    assert undone.sections == plan
    assert not undone.conflicts


def _same_change(placed: Placed, mine: Mapping[str, str]) -> bool:
    """Whether office and comment made one change alike: then nobody can tell whose it is."""
    return any(
        change.paragraph in mine
        and any(
            change.change.start <= splice.end and splice.start <= change.change.end
            for splice in splices(TEXTS[change.paragraph], mine[change.paragraph])
        )
        for change in placed.texts
    )


@given(wanted, office())
def test_every_comment_has_an_outcome_and_a_conflict_names_who(
    patches: dict[str, Patch], changed: dict[str, str]
) -> None:
    done = workspace(plan=with_office(unprinted(DRAFT), changed)).revise(patches)
    assert set(done.outcomes) == set(patches)
    for name, outcome in done.outcomes.items():
        assert (outcome in (Outcome.APPLIED, Outcome.AGREED, Outcome.ALREADY)) == (
            name in done.record
        )
        if outcome is Outcome.CONFLICT:
            assert any(name in conflict.authors for conflict in done.conflicts)
    assert all(set(conflict.authors) <= {*patches, OFFICE} for conflict in done.conflicts)
