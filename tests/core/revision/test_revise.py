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
    Retitle,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.merge.meeting import OFFICE
from plancli.core.merge.placed import Placed
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import (
    PLAN,
    Column,
    Figure,
    Paragraph,
    Part,
    Section,
    Table,
    with_cover,
)
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Outcome, Workspace
from plancli.core.text.atoms import atoms
from plancli.core.text.diff import splices

SECTIONS = (
    Section(
        key="第一章",
        title="2025年目标和2035年远景",
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
                title="重点平台建设(2个)",
                items=(
                    Paragraph(id="z1", text="建设3座平台。"),
                    Paragraph(id="z2", text="推广试点。"),
                ),
            ),
        ),
    ),
    Section(
        key="第二章",
        title="保障措施",
        body=(Paragraph(id="2.1", text="加强组织领导,落实责任。", units=("甲局", "乙局")),),
    ),
    Section(key="第三章", title="附则", body=(Paragraph(id="3.1", text="的的的的的。"),)),
)
DRAFT = with_cover("甲市数字城市建设规划(2021—2025年)", SECTIONS)
IDS = ("1.1", "1.2", "z1", "z2", "2.1", "3.1")
TITLED = (PLAN, "第一章", "第二章", "第一章/专栏1")
TEXTS = {name: spot.paragraph.text for name, spot in Outline(DRAFT).spots.items()}
TEXTS |= Outline(DRAFT).titles
UNITS = ("甲局", "乙局", "丙局")
NAMES = ("甲-1", "乙-1", "丙-1", "丁-1")

new_words = st.text("新2万加强推进,。平台", max_size=5)


@st.composite
def text_edit(draw: st.DrawFn) -> Edit:
    name = draw(st.sampled_from((*IDS, *TITLED)))
    text = TEXTS[name]
    where = {"in": name, "field": "title" if name in TITLED else "text"}
    start = draw(st.integers(0, len(text) - 1))
    quote = text[start : draw(st.integers(start + 1, min(len(text), start + 7)))]
    words = draw(new_words)
    match draw(st.sampled_from(("replace", "delete", "insert", "rewrite"))):
        case "replace":
            return Replace.model_validate({"replace": quote, "with": words, **where})
        case "delete":
            return Delete.model_validate({"delete": quote, **where})
        case "insert":
            return Insert.model_validate({"insert": words or "新", "after": quote, **where})
    anew = text.replace(quote, words, 1)
    if name in TITLED:
        return Retitle.model_validate({"title": name, "with": anew or "新"})
    return Rewrite.model_validate({"rewrite": name, "with": anew})


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
    """What the drafting office makes of some paragraphs and titles."""
    names = draw(st.lists(st.sampled_from((*IDS, *TITLED)), max_size=2, unique=True))
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
    def changed(section: Section, part: Part) -> Part:
        if isinstance(part, Table | Figure):
            return part
        if isinstance(part, Column):
            items = tuple(changed(section, item) for item in part.items)
            title = texts.get(f"{section.key}/{part.column}", part.title)
            return part.model_copy(update={"items": items, "title": title})
        return part.model_copy(update={"text": texts.get(part.id, part.text)})

    def titled(section: Section) -> Section:
        body = tuple(changed(section, part) for part in section.body)
        title = texts.get(section.key, section.title)
        return section.model_copy(update={"body": body, "title": title})

    return tuple(map(titled, sections))


def texts(sections: tuple[Section, ...]) -> dict[str, str]:
    outline = Outline(sections)
    return {name: spot.paragraph.text for name, spot in outline.spots.items()} | outline.titles


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
        case Rewrite() | Retitle():
            assert text == edit.wording.strip()


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


@given(wanted, wanted, st.randoms())
def test_in_a_second_round_the_first_stays_and_the_second_comes_out_again(
    first: dict[str, Patch], second: dict[str, Patch], random: Random
) -> None:
    before = workspace().revise(first)
    draft = before.sections
    done = Workspace(draft, draft, {}, NAMES).revise(second)
    assert Workspace(draft, done.sections, done.record, NAMES).revise({}).sections == draft
    assert Workspace(DRAFT, draft, before.record, NAMES).revise({}).sections == unprinted(DRAFT)
    names = list(second)
    random.shuffle(names)
    again = Workspace(draft, draft, {}, NAMES).revise({name: second[name] for name in names})
    assert again.sections == done.sections


@st.composite
def title_edit(draw: st.DrawFn) -> Edit:
    """Return a replacement in one title, by its characters."""
    text = TEXTS[PLAN]
    start = draw(st.integers(0, len(text) - 1))
    quote = text[start : draw(st.integers(start + 1, min(len(text), start + 6)))]
    words = draw(st.text("新优化数字", min_size=1, max_size=3))
    return Replace.model_validate({"replace": quote, "with": words, "in": PLAN})


@given(title_edit(), title_edit())
def test_two_edits_of_a_title_collide_where_they_touch_and_nowhere_else(
    one: Replace, other: Replace
) -> None:
    space = workspace()
    patches = {"甲-1": Patch(edits=(one,)), "乙-1": Patch(edits=(other,))}
    done = space.revise(patches)
    sides = [space.place(name, patch).texts for name, patch in patches.items()]
    assume(all(sides))
    assume(one != other)
    mine, theirs = ([text.change for text in texts] for texts in sides)
    touch = any(
        # what is declared touches what the other changes
        (a.span[0] <= b.end and b.start <= a.span[1])
        or (b.span[0] <= a.end and a.start <= b.span[1])
        for a in mine
        for b in theirs
    )
    apart = not any(a.span[0] <= b.span[1] and b.span[0] <= a.span[1] for a in mine for b in theirs)
    if apart:
        assert not done.conflicts
    if done.conflicts:
        assert touch
        assert {meeting.place for meeting in done.conflicts} == {PLAN}
        assert done.sections == unprinted(DRAFT)
