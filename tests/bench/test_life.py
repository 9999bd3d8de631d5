"""The made-up consultations: every hard kind is really in them, and what they must give comes out."""

import subprocess
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from bench import corpus
from bench.consultation import quoted
from bench.life import LEFT_OUT, SHARES, Filed, Kind, RoomError, lively, wanted_texts
from bench.rivals import commit, merged_patch, successive
from plancli.core.comments.comment import Cited, Comment
from plancli.core.comments.edits import Replace
from plancli.core.comments.status import Status
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.core.text.matchkey import fold
from tests.conftest import Run

MANY = 400


@cache
def made() -> tuple[Sequence[Section], list[Filed]]:
    sections = corpus.plan(90_000, seed=8).sections
    return sections, lively(sections, MANY, seed=4)


def of(kind: Kind) -> list[Filed]:
    found = [filed for filed in made()[1] if filed.kind is kind]
    assert found, f"no comment of the kind {kind}"
    return found


def draft() -> dict[str, str]:
    """Return the words of every section, heading and text of its paragraphs."""
    words: dict[str, str] = {}
    for spot, _ in Outline(made()[0]).places():
        own = f"{spot.paragraph.heading}\n{spot.paragraph.text}\n"
        words[spot.section.key] = words.get(spot.section.key, "") + own
    return words


def asked(comment: Comment) -> str:
    (edit,) = comment.edits
    return quoted(edit)


def test_the_kinds_are_mixed_as_their_shares_say() -> None:
    filed = made()[1]
    assert len(filed) == MANY
    found = Counter(one.kind for one in filed)
    for kind, share in SHARES.items():
        expected = MANY * share / sum(SHARES.values())
        assert expected / 4 < found[kind] < expected * 2 + 8


def test_a_wrong_page_is_cited_and_another_holds_the_words() -> None:
    for filed in of(Kind.WRONG_PAGE):
        (request,) = filed.adopted
        cited, printed = filed.comment.at.page, request.sentence.paragraph.page
        assert cited is not None
        assert printed is not None
        assert not cited.meets(printed)


def test_twins_stand_at_several_places_and_in_the_cited_section_once() -> None:
    words = draft()
    for filed in of(Kind.TWIN):
        quote, section = asked(filed.comment), filed.comment.at.section
        assert section is not None
        assert sum(own.count(quote) for own in words.values()) > 1
        assert words[section].count(quote) == 1


def test_nothing_is_cited_for_words_that_are_unclear() -> None:
    words = draft()
    for filed in of(Kind.UNCLEAR):
        assert filed.comment.at == Cited()
        assert sum(own.count(asked(filed.comment)) for own in words.values()) > 1


def test_loose_quotations_are_not_as_printed_but_for_punctuation() -> None:
    words = draft()
    for filed in of(Kind.LOOSE):
        quote, section = asked(filed.comment), filed.comment.at.section
        assert section is not None
        assert quote not in words[section]
        assert fold(quote) in fold(words[section])


def test_misquoted_words_stand_nowhere() -> None:
    everything = fold("".join(draft().values()))
    assert [one for one in of(Kind.MISQUOTED) if fold(asked(one.comment)) in everything] == []


def test_several_edits_are_in_one_comment_and_one_section() -> None:
    for filed in of(Kind.SEVERAL):
        assert 2 <= len(filed.comment.edits) == len(filed.adopted)
        assert {request.sentence.section.key for request in filed.adopted} == {
            filed.comment.at.section
        }


def test_points_are_decided_each_for_itself() -> None:
    for filed in of(Kind.POINTS):
        statuses = {item.decision.status for item in filed.comment.items}
        assert statuses == {Status.ADOPTED, Status.REJECTED}
        assert len(filed.adopted) == len(filed.comment.items) - 1


def test_declined_comments_have_edits_and_a_reason_and_change_nothing() -> None:
    for filed in of(Kind.DECLINED):
        assert filed.comment.edits
        assert filed.comment.decision.reason
        assert filed.adopted == ()


def test_what_is_partly_adopted_is_less_than_was_asked_and_in_other_words() -> None:
    for filed in of(Kind.PARTLY):
        comment = filed.comment
        assert comment.decision.status is Status.PARTLY
        assert len(comment.adopted_edits) < len(comment.edits)
        (adopted,), first = comment.adopted_edits, comment.edits[0]
        assert isinstance(adopted, Replace)
        assert isinstance(first, Replace)
        assert adopted.replace == first.replace


def test_rivals_come_in_twos_and_want_different_words() -> None:
    wanted: dict[str, set[str]] = {}
    for filed in of(Kind.RIVALS):
        (edit,) = filed.comment.edits
        assert isinstance(edit, Replace)
        wanted.setdefault(edit.replace, set()).add(edit.wording)
    assert {len(words) for words in wanted.values()} == {2}


def test_nothing_is_adopted_of_what_is_left_out() -> None:
    assert [one for one in made()[1] if one.adopted and one.kind in LEFT_OUT] == []
    assert [one for one in made()[1] if not one.adopted and one.kind not in LEFT_OUT] == []


def test_the_same_seed_gives_the_same_comments_and_another_one_others() -> None:
    sections = corpus.plan(30_000, seed=8).sections
    assert lively(sections, 20, seed=6) == lively(sections, 20, seed=6)
    assert lively(sections, 20, seed=6) != lively(sections, 20, seed=7)


def test_a_short_plan_has_no_room() -> None:
    with pytest.raises(RoomError):
        lively(corpus.plan(2_000).sections, 500)


def test_apply_gives_exactly_what_must_come_out(tmp_path: Path, run: Run) -> None:
    sections, filed = made()
    corpus.write(tmp_path, corpus.files(sections, [one.comment for one in filed]))
    assert run(tmp_path, "apply", "--all").code == 1  # rivals and misquoted words are left out
    wanted = corpus.section_files(corpus.with_texts(sections, wanted_texts(filed)))
    differing = [
        path
        for path, text in wanted.items()
        if (tmp_path / path).read_text(encoding="utf-8") != text
    ]
    assert differing == []


def test_the_patches_for_git_apply_every_one(tmp_path: Path) -> None:
    sections, filed = made()
    before = corpus.section_files(sections)
    after = corpus.section_files(corpus.with_texts(sections, wanted_texts(filed)))
    for name in ("merged", "successive"):
        commit(tmp_path / name, before)
    requests = [request for one in filed[:60] for request in one.adopted]
    some = corpus.section_files(corpus.with_texts(sections, wanted_texts(filed[:60])))
    patches = {"merged": [merged_patch(tmp_path / "merged", after)]}
    patches["successive"] = list(successive(before, requests))
    for name, wanted in (("merged", after), ("successive", some)):
        for patch in patches[name]:
            applied(tmp_path / name, patch)
        found = {path: (tmp_path / name / path).read_text(encoding="utf-8") for path in wanted}
        assert found == wanted


def applied(folder: Path, patch: str) -> None:
    subprocess.run(["git", "apply", "-"], cwd=folder, input=patch, text=True, check=True)


def test_comments_on_cells_want_another_figure_each_of_another_cell() -> None:
    edits = [edit for one in of(Kind.CELL) for edit in one.comment.edits]
    cells = [edit.within for edit in edits if isinstance(edit, Replace)]
    tabled = Outline(made()[0]).spots
    assert len(cells) == len(set(cells))
    assert all(tabled[cell or ""].row is not None for cell in cells)


def test_every_fifth_project_has_a_table_whose_rows_stand_on_a_page() -> None:
    projects = [section for section in made()[0] if "/" in section.key]
    tables = list(Outline(made()[0]).tables.values())
    assert len(tables) == len(projects) // 5
    assert all(row.page and row.line for table in tables for row in table.rows)
