"""Golden cases that an office clerk can read: one file a case in tests/golden, each says why it matters."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import permutations
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BeforeValidator, Field
from rich.console import Console

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Delete
from plancli.core.comments.record import Patch
from plancli.core.evidence.rewordings import rewordings
from plancli.core.locate.anchors import Anchor, Aspect, How, Refusal, Why
from plancli.core.locate.citation import parse as read_citation
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.names import Names
from plancli.core.merge.meeting import Level, Meeting
from plancli.core.merge.place import place
from plancli.core.plan.cells import in_a_line, levels
from plancli.core.plan.digest import unprinted
from plancli.core.plan.misnumbered import misfits, misnumbered
from plancli.core.plan.model import Column, Model, Paragraph, Part, Section, Table, Text, with_cover
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import Outline, table_around
from plancli.core.plan.printed import headline
from plancli.core.plan.series import Wrong
from plancli.core.plan.throughout import throughout
from plancli.core.publish.naming import Paper, place_lines
from plancli.core.revision.renumber import following
from plancli.core.revision.revise import Outcome, Revision, Workspace
from plancli.core.revision.rewriting import Left
from plancli.render.pages.words import said
from plancli.render.terminal import wording
from plancli.store.validate import validate
from plancli.store.yaml.strict import parse

GOLDEN = Path(__file__).parent.parent / "golden"


# --- how a case is written ----------------------------------------------------------------------------------


def _one_section(value: Any) -> Any:
    """Make the section 第一章 of paragraphs by id, tables by name: their text, or keys and values."""
    if not isinstance(value, dict):
        return value
    body = [_named(name, part) for name, part in value.items()]
    return [{"key": "第一章", "title": "第一章", "body": body}]


def _named(name: str, part: Any) -> dict[str, Any]:
    if not isinstance(part, dict):
        return {"id": name, "text": part}
    return {"table" if "rows" in part else "id": name, **part}


def _groups(value: Any) -> Any:
    return [value] if isinstance(value, list) and value and isinstance(value[0], str) else value


def _patch(value: Any) -> Any:
    return {"edits": value} if isinstance(value, list) else value


def _keys(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Keys = tuple[str, ...]
Texts = dict[str, Text]
Draft = Annotated[tuple[Section, ...], BeforeValidator(_one_section)]
Groups = Annotated[tuple[Keys, ...], BeforeValidator(_groups)]
Comments = dict[str, Annotated[Patch, BeforeValidator(_patch)]]


class Merging(Model):
    """Comments of several units on a draft, and what becomes of the text.

    `applied` names units whose comments were in the text before, `office` is the plan as the drafting office
    has made it since: whole, or its texts by paragraph, and `retitled` the titles that it changed. `plan` is
    the title of the plan itself. What `text`, `heading`, `title`, `units` and `order` do not name stays as it
    was; `order` lists all paragraphs, or what each section and column holds. `tables` are those that changed,
    by their names, line by line as `as_lines` prints them. Units meet as
    `conflict`, `agreed` and `soft` say and nowhere else; outcomes follow from that unless `outcome` says
    otherwise. `reverted` is the text with every comment taken out again, where that is not the office's.
    """

    draft: Draft
    plan: str | None = None
    comments: Comments
    office: tuple[Section, ...] | Texts = Field({})
    retitled: Texts = Field({})
    applied: Keys = ()
    text: Texts = Field({})
    heading: Texts = Field({})
    title: Texts = Field({})
    units: dict[str, Keys] = Field({})
    order: Keys | dict[str, Keys] | None = None
    tables: dict[str, Keys] = Field({})
    conflict: Groups = ()
    agreed: Groups = ()
    soft: Groups = ()
    outcome: dict[str, Outcome] = Field({})
    reverted: Texts = Field({})

    @property
    def drafted(self) -> tuple[Section, ...]:
        """The draft behind the title of the plan."""
        return with_cover(self.plan, self.draft) if self.plan else self.draft

    @property
    def outcomes(self) -> dict[str, Outcome]:
        found = dict.fromkeys(self.comments, Outcome.APPLIED)
        found |= {unit: Outcome.AGREED for group in self.agreed for unit in group}
        found |= {
            unit: Outcome.CONFLICT for group in self.conflict for unit in group if unit in found
        }
        return found | self.outcome


class Renumbered(Model):
    """Comments on a draft, and the numbers that follow once they are in the text.

    `wrong` is what `check` names before that, `left` after it: 缺 missing, 重 twice, 乱 out of order, 不合 in
    no series that is declared. `numbers` are those of the plan that are not those of the draft. `text`,
    `heading` and `title` are the words that numbers changed, `words` headings and titles that comments did.
    `kept` are the references that are named and left as they stand: where, their words, 没了 gone, 没有
    nothing has the number, 几处 several may be meant, 换了 it would be read as another part.
    """

    draft: Draft
    comments: Comments
    numbering: Numbering = Field(default_factory=Numbering)
    wrong: Keys = ()
    left: Keys = ()
    numbers: dict[str, str] = Field({})
    text: Texts = Field({})
    heading: Texts = Field({})
    title: Texts = Field({})
    words: Texts = Field({})
    kept: Keys = ()


class Found(Model):
    """Where a quotation stands."""

    paragraph: Annotated[Keys, BeforeValidator(_keys)]
    words: str
    how: How
    miscited: tuple[Aspect, ...] = ()


class Locating(Model):
    """A quotation and its place in the draft, or why it has none.

    `between` lists the paragraphs of the candidates; `suggestion` is the text of the first, "" where there
    is none.
    """

    draft: Draft
    plan: str | None = None
    quote: str
    at: Cited = Field(default_factory=Cited)
    within: Annotated[str | None, Field(alias="in")] = None
    field: str | None = None
    found: Found | None = None
    refused: Why | None = None
    suggestion: str | None = None
    between: Keys | None = None


class Citing(Model):
    """A citation in a unit's own words, and what it names."""

    draft: Draft
    cites: str
    places: Keys = ()
    unread: Keys = ()
    pages: Keys = ()
    lines: Keys = ()


class Printing(Model):
    """How parts are called on paper after adopted comments, when the numbers have followed.

    `letter` is what letters and tables of opinions say of a part, by its key; `table` where it stands in the
    comparison, line by line; `diff` all numbers that are others now. `plan` is the title of the plan itself.
    """

    draft: Draft
    plan: str | None = None
    language: str = "zh"
    adopted: Comments
    letter: Texts
    table: dict[str, Keys]
    diff: Texts


FILES = {
    path.relative_to(GOLDEN).with_suffix("").as_posix(): path
    for path in sorted(GOLDEN.rglob("*.yaml"))
}
DOCUMENTS = {name: parse(name, path.read_bytes()) for name, path in FILES.items()}


def with_key(key: str) -> list[str]:
    """Return the names of the cases that have a key."""
    return [name for name, document in DOCUMENTS.items() if key in document.data]


NUMBERS = [name for name in DOCUMENTS if name.startswith("编号/")]
MERGING = [name for name in with_key("comments") if name not in NUMBERS]
LOCATING, CITING = with_key("quote"), with_key("cites")
PRINTING = with_key("letter")
PEACEFUL = [name for name in MERGING if "conflict" not in DOCUMENTS[name].data]


def test_every_case_is_of_one_kind_and_says_in_chinese_why_it_matters() -> None:
    assert sorted(DOCUMENTS) == sorted([*MERGING, *LOCATING, *CITING, *NUMBERS, *PRINTING])
    for name, document in DOCUMENTS.items():
        assert re.match(r"# .*[\u4e00-\u9fff].*\n", document.text), name
        assert re.fullmatch(r"[\u4e00-\u9fff]+/.*[\u4e00-\u9fff].*", name), name


# --- merging ------------------------------------------------------------------------------------------------


def merging(name: str) -> Merging:
    return validate(Merging, DOCUMENTS[name])


def started(case: Merging) -> Workspace:
    """Return the plan as it is before the comments come in."""
    order = list(case.comments)
    before = {unit: case.comments[unit] for unit in case.applied}
    revision = Workspace(case.drafted, unprinted(case.drafted), {}, order).revise(before)
    return Workspace(case.drafted, by_office(case, revision.sections), revision.record, order)


def by_office(case: Merging, plan: Iterable[Section]) -> tuple[Section, ...]:
    """Return the plan with what the drafting office changed in it."""
    if isinstance(case.office, tuple):
        return with_cover(case.plan, case.office) if case.plan else case.office
    words = {**case.office, **case.retitled}
    return tuple(_by_office(section, words) for section in plan)


def _by_office(section: Section, words: Texts) -> Section:
    """Return a section with the texts and titles that the office has changed in it."""
    body: list[Part] = []
    for part in throughout(section, partial(_reworded, words=words)).body:
        if isinstance(part, Column):
            title = words.get(f"{section.key}/{part.column}", part.title)
            body.append(part.model_copy(update={"title": title}))
        else:
            body.append(part)
    title = words.get(section.key, section.title)
    return section.model_copy(update={"body": tuple(body), "title": title})


def _reworded(paragraph: Paragraph, words: Texts) -> Paragraph:
    return paragraph.model_copy(update={"text": words.get(paragraph.id, paragraph.text)})


def written(case: Merging, revision: Revision) -> Workspace:
    """Return the workspace after a revision was written."""
    return Workspace(case.drafted, revision.sections, revision.record, list(case.comments))


def in_any_order(case: Merging) -> Iterator[dict[str, Patch]]:
    assert len(case.comments) <= 4, "every order is tried: four units at most"
    yield from map(dict, permutations(case.comments.items()))


@pytest.mark.parametrize("name", MERGING)
def test_the_text_is_the_same_in_whatever_order_comments_come(name: str) -> None:
    case = merging(name)
    workspace = started(case)
    for patches in in_any_order(case):
        before, after = Outline(workspace.plan), Outline(workspace.revise(patches).sections)
        expect_words(case, before, after)
        expect_order(case, before, after)
        expect_tables(case, before, after)


def expect_words(case: Merging, before: Outline, after: Outline) -> None:
    """Expect the texts, headings, units and titles of the case, and all others as before."""
    old, new = outside_tables(before), outside_tables(after)
    blank = Paragraph(id="新")
    texts = {name: old.get(name, blank).text for name in new} | case.text
    assert {name: paragraph.text for name, paragraph in new.items()} == texts
    kept = new.keys() & old.keys()
    headings = {name: old[name].heading for name in kept} | case.heading
    assert {name: new[name].heading for name in headings} == headings
    units = {name: old[name].units for name in kept} | case.units
    assert {name: new[name].units for name in units} == units
    both = before.titles.keys() & after.titles.keys()
    titles = {key: before.titles[key] for key in both if table_around(before, key) is None}
    titles |= case.title
    assert {key: after.titles[key] for key in titles} == titles


def outside_tables(outline: Outline) -> dict[str, Paragraph]:
    """Return the paragraphs and items, by id."""
    spots = outline.spots.items()
    return {key: spot.paragraph for key, spot in spots if not isinstance(spot.column, Table)}


def expect_tables(case: Merging, before: Outline, after: Outline) -> None:
    """Expect the tables of the case, and all others as before; one that goes has no lines."""
    wanted = all_lines(before) | case.tables
    assert all_lines(after) == {name: lines for name, lines in wanted.items() if lines}


def all_lines(outline: Outline) -> dict[str, Keys]:
    """Return all tables as lines, by their names."""
    return {table.table: tuple(as_lines(table)) for table in outline.tables.values()}


def as_lines(table: Table) -> Iterator[str]:
    """Yield the lines of a table: title, unit of measure, heads with / between levels, rows, notes."""
    yield headline(table)
    if table.unit:
        yield table.unit
    if table.columns:
        yield in_a_line("/".join(levels(column.title)) for column in table.columns)
    for row in table.rows:
        yield in_a_line(row.cells)
    for note in table.notes:
        yield note.text


def expect_order(case: Merging, before: Outline, after: Outline) -> None:
    if isinstance(case.order, tuple):
        assert tuple(outside_tables(after)) == case.order
    else:
        assert list(lists(after).items()) == list((case.order or lists(before)).items())


def lists(outline: Outline) -> dict[str, Keys]:
    """Return what each section and column holds, in order."""
    columns = {
        section: [c for c in outline.columns if outline.container(c) == section]
        for section in outline.sections
    }
    keys = [key for section, own in columns.items() for key in (section, *own)]
    return {key: tuple(outline.children(key)) for key in keys}


@pytest.mark.parametrize("name", MERGING)
def test_every_meeting_is_listed_and_every_comment_has_its_outcome(name: str) -> None:
    case = merging(name)
    workspace = started(case)
    for patches in in_any_order(case):
        revision = workspace.revise(patches)
        assert revision.outcomes == case.outcomes
        wanted = {Level.HARD: case.conflict, Level.SAME: case.agreed, Level.SOFT: case.soft}
        for level, expected in wanted.items():
            assert who_meets(revision.meetings, level) == sorted(map(sorted, expected)), level
        listed = [
            (m.place, m.field, m.base, frozenset(m.authors), m.level) for m in revision.meetings
        ]
        assert len(listed) == len(set(listed))


def who_meets(meetings: Iterable[Meeting], level: Level) -> list[list[str]]:
    found = {frozenset(meeting.authors) for meeting in meetings if meeting.level is level}
    return sorted(sorted(group) for group in found)


@pytest.mark.parametrize("name", MERGING)
def test_applying_twice_changes_nothing(name: str) -> None:
    case = merging(name)
    first = started(case).revise(case.comments)
    second = written(case, first).revise(case.comments)
    assert (second.sections, second.record) == (first.sections, first.record)
    assert second.outcomes == first.outcomes


@pytest.mark.parametrize("name", PEACEFUL)
def test_comments_that_can_all_stand_may_also_come_one_after_another(name: str) -> None:
    case = merging(name)
    together = started(case).revise(case.comments)
    for patches in in_any_order(case):
        workspace = started(case)
        for unit, patch in patches.items():
            workspace = written(case, workspace.revise({**workspace.recorded, unit: patch}))
        assert workspace.plan == together.sections


@pytest.mark.parametrize("name", MERGING)
def test_a_comment_reverted_leaves_what_the_others_give(name: str) -> None:
    case = merging(name)
    start = started(case)
    revision = start.revise(case.comments)
    for unit in () if case.reverted else revision.record:
        others = without(revision.record, unit)
        assert written(case, revision).revise(others).sections == start.revise(others).sections


@pytest.mark.parametrize("name", MERGING)
def test_all_reverted_in_any_order_leave_what_the_office_had(name: str) -> None:
    case = merging(name)
    revision = started(case).revise(case.comments)
    for units in permutations(revision.record):
        workspace = written(case, revision)
        for unit in units:
            workspace = written(case, workspace.revise(without(workspace.recorded, unit)))
        if case.reverted:
            texts = {
                name: spot.paragraph.text for name, spot in Outline(workspace.plan).spots.items()
            }
            assert texts == texts | case.reverted
        else:
            assert workspace.plan == by_office(case, unprinted(case.drafted))


def without(record: dict[str, Patch], unit: str) -> dict[str, Patch]:
    return {other: patch for other, patch in record.items() if other != unit}


# --- numbers ------------------------------------------------------------------------------------------------


def in_text(case: Renumbered) -> Workspace:
    """Return the plan with all comments in it and the numbers of the draft."""
    start = Workspace(case.draft, unprinted(case.draft), {}, list(case.comments))
    revision = start.revise(case.comments)
    assert revision.record == case.comments
    return Workspace(case.draft, revision.sections, revision.record, list(case.comments))


def with_numbers(case: Renumbered, work: Workspace) -> Workspace:
    """Return the plan after its numbers followed."""
    numbers = following(work.draft, Outline(work.plan), case.numbering)
    done = work.renumbered(numbers)
    order = list(case.comments)
    return Workspace(case.draft, done.sections, work.recorded, order, numbers, done.kept)


def named(case: Renumbered, plan: Outline) -> list[str]:
    """Return what is said of the numbers of a plan."""
    said = {Wrong.GAP: "缺", Wrong.TWICE: "重", Wrong.DISORDER: "乱"}
    faults = misnumbered(plan, case.numbering)
    found = [f"{said[one.wrong]} {'、'.join(one.missing) or one.label}" for one in faults]
    return found + [f"不合 {one.label}" for one in misfits(plan, case.numbering)]


def words_of(plan: Outline, field: str) -> dict[str, str]:
    keys = plan.titles if field == "title" else plan.spots
    return {key: plan.words(key, field) for key in keys}


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_follow_as_the_case_says(name: str) -> None:
    case = validate(Renumbered, DOCUMENTS[name])
    work = in_text(case)
    before, after = Outline(work.plan), Outline(with_numbers(case, work).paper)
    drafted = work.draft.all_numbers
    changed = {key: one for key, one in after.all_numbers.items() if one != drafted.get(key)}
    assert changed == case.numbers
    assert (named(case, before), named(case, after)) == (list(case.wrong), list(case.left))
    for field, wanted in (("text", case.text), ("heading", case.heading), ("title", case.title)):
        assert words_of(after, field) == words_of(before, field) | wanted
    for key, words in case.words.items():
        assert words in (after.words(key, "heading"), after.words(key, "title"))
    assert kept(case, work) == list(case.kept)


def kept(case: Renumbered, work: Workspace) -> list[str]:
    """Return the references that are left as they stand when numbers follow."""
    said = {Left.GONE: "没了", Left.NOTHING: "没有", Left.SEVERAL: "几处", Left.MOVED: "换了"}
    numbers = following(work.draft, Outline(work.plan), case.numbering)
    found = work.renumbered(numbers).left
    return [f"{one.key} {one.reference.words} {said[one.reference.why]}" for one in found]


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_that_followed_go_back_and_follow_again(name: str) -> None:
    case = validate(Renumbered, DOCUMENTS[name])
    work = in_text(case)
    renumbered = with_numbers(case, work)
    assert renumbered.plan == work.plan
    assert with_numbers(case, renumbered).paper == renumbered.paper
    assert renumbered.renumbered({}).sections == work.paper
    assert renumbered.revise({}).sections == unprinted(case.draft)


# --- locating and citing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LOCATING)
def test_a_quotation_stands_where_it_should(name: str) -> None:
    case = validate(Locating, DOCUMENTS[name])
    corpus = Corpus(with_cover(case.plan, case.draft) if case.plan else case.draft)
    found = located(corpus, case)
    if case.found:
        assert isinstance(found, Anchor), found
        assert (
            tuple(dict.fromkeys(piece.paragraph for piece in found.pieces)) == case.found.paragraph
        )
        assert corpus.words(found) == case.found.words
        assert (found.how, found.miscited) == (case.found.how, case.found.miscited)
        return
    assert isinstance(found, Refusal), corpus.words(found)
    assert found.why is case.refused
    if case.suggestion is not None:
        first = [candidate.words for candidate in found.candidates[:1]]
        assert first == ([case.suggestion] if case.suggestion else [])
    if case.between is not None:
        assert tuple(candidate.paragraph for candidate in found.candidates) == case.between


def located(corpus: Corpus, case: Locating) -> Anchor | Refusal:
    """Locate the quotation as that of an edit."""
    delete = Delete.model_validate({"delete": case.quote, "in": case.within, "field": case.field})
    placed = place(corpus, "单位", Patch(at=case.at, edits=(delete,)))
    return next(evidence.found for evidence in placed.evidence if evidence.path[0] == "edits")


@pytest.mark.parametrize("name", CITING)
def test_a_citation_names_what_it_should(name: str) -> None:
    case = validate(Citing, DOCUMENTS[name])
    citation = read_citation(case.cites)
    named = Names(Outline(case.draft)).places(citation)
    assert tuple(key for there in named for key in there.keys) == case.places
    assert tuple(words for there in named for words in there.unread) == case.unread
    assert tuple(str(there.page) for there in citation.references if there.page) == case.pages
    assert tuple(str(there.line) for there in citation.references if there.line) == case.lines


# --- names on paper -----------------------------------------------------------------------------------------


def renumbered(case: Printing) -> tuple[Outline, Outline]:
    """Return the draft and the plan with the comments in it, whose numbers have followed."""
    drafted = with_cover(case.plan, case.draft) if case.plan else case.draft
    order = list(case.adopted)
    revision = Workspace(drafted, unprinted(drafted), {}, order).revise(case.adopted)
    assert set(revision.outcomes.values()) == {Outcome.APPLIED}
    workspace = Workspace(drafted, revision.sections, revision.record, order)
    numbers = following(workspace.draft, Outline(workspace.plan), Numbering())
    return workspace.draft, Outline(workspace.renumbered(numbers).sections)


@pytest.mark.parametrize("name", PRINTING)
def test_what_parts_are_called_on_paper(name: str) -> None:
    case = validate(Printing, DOCUMENTS[name])
    naming = said(case.language).naming
    draft, plan = renumbered(case)
    paper = Paper(draft, plan)
    assert {key: paper.name(key, naming) for key in case.letter} == case.letter
    places = {key: tuple(place_lines(draft, plan, key, naming)) for key in case.table}
    assert places == case.table


@pytest.mark.parametrize("name", PRINTING)
def test_what_the_difference_says_of_numbers(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    case = validate(Printing, DOCUMENTS[name])
    draft, plan = renumbered(case)
    numbered = [
        found._replace(heading=[], text=[], units=[])
        for found in rewordings(draft.with_cover, plan.with_cover)
        if found.number
    ]
    assert [found.paragraph for found in numbered] == list(case.diff)
    wording.show(numbered, Console(no_color=True, width=200), said(case.language).naming)
    told = re.findall("^    number: (.+)$", capsys.readouterr().out, re.MULTILINE)
    assert told == list(case.diff.values())
