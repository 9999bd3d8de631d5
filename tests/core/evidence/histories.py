"""Rounds as they may be: random comments, changes of the drafting office, one or two drafts."""

from hypothesis import strategies as st

from plancli.core.comments.comment import Comment, Decision
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
)
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Status
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Column, Draft, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.throughout import throughout
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round

UNITS = ("水务站", "林业站", "农机站", "村")
DRAFT = (
    Section(
        key="第一章",
        title="河湖",
        body=(
            Paragraph(
                id="1.1",
                heading="巡河",
                text="每月巡河2次,发现问题当日上报。雨季加密巡查。",
                units=("水务站", "村"),
            ),
            Paragraph(id="1.2", text="清理河道垃圾,疏通沟渠。", units=("村", "水务站", "农机站")),
            Column(
                column="专栏1",
                title="河段",
                items=(
                    Paragraph(id="段1", text="东段长3公里。"),
                    Paragraph(id="段2", text="西段长5公里。", units=("林业站",)),
                ),
            ),
        ),
    ),
    Section(key="第二章", title="林带", body=(Paragraph(id="2.1", text="补种杨树200株。"),)),
)
IDS = ("1.1", "1.2", "段1", "段2", "2.1")

_words = st.text("新增巡河200株,。林", max_size=4)
_lists = st.lists(st.sampled_from(UNITS), unique=True, max_size=4).map(tuple)


@st.composite
def edits(draw: st.DrawFn, draft: tuple[Section, ...] = DRAFT) -> Edit:
    """Return one edit, of words, units or whole parts."""
    spots = Outline(draft).spots
    name = draw(st.sampled_from(sorted(spots)))
    match draw(st.sampled_from(("words", "words", "units", "order", "add", "remove", "move"))):
        case "words":
            return draw(_worded(name, spots[name].paragraph.text))
        case "units":
            names = st.lists(st.sampled_from(UNITS), max_size=2).map(tuple)
            return ChangeUnits(units=name, add=draw(names), remove=draw(names))
        case "order":
            return ChangeUnits(units=name, set=draw(_lists))
        case "add":
            new = NewParagraph(heading=draw(_words), text=draw(_words), units=draw(_lists))
            return Add(add=new, to=draw(st.sampled_from(("第一章", "第二章"))))
        case "remove":
            return Remove(remove=name)
    return Move(move=name, after=draw(st.sampled_from(sorted(spots))))


@st.composite
def _worded(draw: st.DrawFn, name: str, text: str) -> Edit:
    if not text:
        return Insert(insert="新", into=name)
    start = draw(st.integers(0, len(text) - 1))
    quote = text[start : start + draw(st.integers(1, 5))].strip() or text
    match draw(st.sampled_from(("replace", "delete", "insert"))):
        case "replace":
            return Replace.model_validate({"replace": quote, "with": draw(_words), "in": name})
        case "delete":
            return Delete.model_validate({"delete": quote, "in": name})
    return Insert.model_validate({"insert": draw(_words) or "新", "after": quote, "in": name})


def comments(draw: st.DrawFn, draft: tuple[Section, ...], name: str) -> dict[str, Comment]:
    """Return adopted comments on a draft; one may have been joined to another."""
    found: dict[str, Comment] = {}
    for unit in draw(st.lists(st.sampled_from(("甲", "乙", "丙")), unique=True)):
        wanted = tuple(draw(st.lists(edits(draft), min_size=1, max_size=3)))
        found[f"{unit}-1"] = Comment(
            id=f"{unit}-1",
            unit=unit,
            draft=name,
            opinion="改。",
            edits=wanted,
            decision=Decision(status=Status.ADOPTED),
        )
    if draw(st.booleans()) and found:
        joined = Decision(status=Status.JOINED, into=next(iter(found)))
        found["丁-1"] = Comment(id="丁-1", unit="丁", draft=name, opinion="同。", decision=joined)
    return found


@st.composite
def office(draw: st.DrawFn, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return sections in which the drafting office changed words, and the order of units."""
    touched = draw(st.lists(st.sampled_from(IDS), max_size=3, unique=True))

    def changed(part: Paragraph) -> Paragraph:
        if part.id not in touched:
            return part
        at, words = draw(st.integers(0, len(part.text))), draw(_words)
        text = (part.text[:at] + words + part.text[at + 2 :]).strip() or "改"
        units = draw(st.one_of(st.just(part.units), _lists, st.permutations(part.units or ())))
        return part.model_copy(update={"text": text, "units": tuple(units or ())})

    return tuple(throughout(section, changed) for section in sections)


@st.composite
def rounds(draw: st.DrawFn, draft: tuple[Section, ...] = DRAFT, name: str = "初稿") -> Round:
    """Return a round: some comments in the text, as far as they stand beside the office's changes."""
    wanted = comments(draw, draft, name)
    plan = draw(office(draft)) if draw(st.booleans()) else draft
    order = list(wanted)
    start = Workspace(draft, plan, {}, order)
    done = start.revise(_patches(wanted))
    workspace = Workspace(draft, draw(office(done.sections)), done.record, order)
    manifest = Manifest(title="河湖", issuer="镇", sections=tuple(part.key for part in draft))
    frozen = Draft(draft=name, sections=draft)
    return Round(manifest, {name: frozen}, wanted, workspace, frozen)


def _patches(wanted: dict[str, Comment]) -> dict[str, Patch]:
    return {
        name: Patch.of(comment.at, comment.edits)
        for name, comment in wanted.items()
        if comment.edits
    }


@st.composite
def histories(draw: st.DrawFn) -> list[Round]:
    """Return one or two rounds, the second on what came of the first."""
    first = draw(rounds())
    if draw(st.booleans()):
        return [first]
    return [first, draw(rounds(first.workspace.plan, "二稿"))]
