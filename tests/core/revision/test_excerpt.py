"""Excerpts of a workspace: as small as what is done there allows; none where the whole is asked."""

from plancli.core.plan.model import PLAN
from plancli.core.plan.outline import Outline
from plancli.core.revision.excerpt import Excerpts
from plancli.core.revision.revise import Workspace
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT

WORKSPACE = load(read_files(ROOT)).open_round.workspace
EXCERPTS = Excerpts(WORKSPACE)


def excerpt(*names: str) -> Workspace:
    found = EXCERPTS.of(names)
    assert found is not None
    return found.workspace


def test_a_comment_on_words_stands_by_itself_below_its_titles() -> None:
    found = excerpt("市医保局-01")
    assert list(found.draft.spots) == ["19.1"]
    assert list(found.draft.sections) == ["第四章", "第四章/五", "第四章/19"]
    assert list(found.recorded) == ["市医保局-01"]


def test_all_that_is_done_to_a_paragraph_is_in_it() -> None:
    found = excerpt("市公安局-02")
    assert {"市公安局-02", "市交通运输局-01"} <= found.recorded.keys()
    assert Outline(found.plan).words("17.1", "text") == Outline(WORKSPACE.plan).words(
        "17.1", "text"
    )


def test_a_comment_that_brings_a_paragraph_has_the_whole_section() -> None:
    found = excerpt("市住建局-01")
    assert found.recorded["市住建局-01"] is WORKSPACE.recorded["市住建局-01"]
    whole = {section.key: section for section in WORKSPACE.draft.sections.values()}
    assert found.draft.sections["第四章/12"] == whole["第四章/12"]


def test_without_that_comment_an_excerpt_reads_as_the_whole_does() -> None:
    for name in WORKSPACE.recorded:
        part = excerpt(name)
        wanted = {other: patch for other, patch in part.recorded.items() if other != name}
        rest = {other: patch for other, patch in WORKSPACE.recorded.items() if other != name}
        small, whole = part.revise(wanted), WORKSPACE.revise(rest)
        texts = {p.id: p for section in whole.sections for p in section.body if hasattr(p, "id")}
        for section in small.sections:
            for paragraph in section.body:
                if hasattr(paragraph, "id"):
                    assert paragraph == texts[paragraph.id]


def test_a_renumbered_plan_has_no_excerpts() -> None:
    numbered = Workspace(
        WORKSPACE.draft.sections.values(),
        WORKSPACE.plan,
        WORKSPACE.recorded,
        list(WORKSPACE.recorded),
        {"19.1": "2"},
    )
    assert Excerpts(numbered).of(["市医保局-01"]) is None
    assert PLAN not in EXCERPTS.of(["市医保局-01"]).keys  # type: ignore[union-attr]
