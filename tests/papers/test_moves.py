"""Both states of a Word file with tracked changes: accepted the plan, rejected the draft, titles and all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plancli.core.comments.record import Patch
from plancli.core.evidence.pieces import rejected
from plancli.core.evidence.redline import plain
from plancli.core.intake.changed import DraftGround
from plancli.core.intake.returned import returned
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.plan.outline import Outline
from plancli.papers.word.changes import tracked_in
from plancli.render.pages.asking import asking
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT, Run
from tests.papers.both_states import moved, paragraphs
from tests.papers.marking import Desk
from tests.papers.test_tables import faults

WATER = ROOT / "examples/water"


def holds(folder: Path, run: Run, tmp_path: Path) -> Path:
    """Check that a redline has both states of a plan; return it."""
    files = {name: tmp_path / f"{name}.docx" for name in ("redline", "plan", "draft")}
    for name, options in (("redline", ()), ("plan", ("--clean",)), ("draft", ("--draft-only",))):
        assert run(folder, "export", str(files[name]), *options).code in (0, 1)
    assert faults(files["redline"]) == []
    for state, accepted in (("plan", True), ("draft", False)):
        wanted = [words.replace("\n", "") for words in paragraphs(files[state], accepted)]
        assert paragraphs(files["redline"], accepted) == wanted
    return files["redline"]


@pytest.mark.parametrize("folder", [ROOT, WATER], ids=["real", "water"])
def test_accepted_it_is_the_plan_and_rejected_the_draft(
    folder: Path, run: Run, tmp_path: Path
) -> None:
    file = holds(folder, run, tmp_path)
    drafted, planned = (paragraphs(file, accepted)[0] for accepted in (False, True))
    assert drafted.startswith(planned)
    assert drafted.endswith(("(征求意见稿)", "（送审稿）"))


def test_a_title_of_the_plan_that_changed_is_tracked_with_its_issue(
    example: Path, run: Run, tmp_path: Path
) -> None:
    text = (
        "unit: 镇财政所\nopinion: 改标题。\nedits:\n  - {title: 规划, with: 水利发展规划}\n"
        "decision:\n  status: 采纳\n"
    )
    (example / "comments/镇财政所/09.yaml").write_text(text, encoding="utf-8")
    assert run(example, "apply", "镇财政所-09").code == 0
    file = holds(example, run, tmp_path)
    drafted, planned = (paragraphs(file, accepted)[0] for accepted in (False, True))
    assert planned == "水利发展规划"
    assert drafted.startswith("示例镇社区食堂建设方案")


@pytest.mark.parametrize(
    ("edit", "number"),
    [
        ("move: 第一章.3, after: 第一章.1", 1),
        ("move: 第二章, before: 第一章", 1),
    ],
)
def test_what_moves_is_a_move_of_word(
    edit: str, number: int, moving: Callable[..., Path], run: Run, tmp_path: Path
) -> None:
    folder = moving(edit)
    file = holds(folder, run, tmp_path)
    found = moved(file)
    assert len(found) == number
    for old, new in found.values():
        assert old
        assert old == new


@pytest.mark.parametrize(
    "edit", ["move: 第一章.3, after: 第一章.1", "move: 第二章, before: 第一章"]
)
def test_a_move_that_comes_back_is_read_as_one(
    edit: str, moving: Callable[..., Path], run: Run, tmp_path: Path
) -> None:
    folder = moving(edit)
    file = holds(folder, run, tmp_path)
    round_ = load(read_files(folder)).open_round
    (frozen,) = round_.manifest.drafts
    ground = DraftGround(
        round_.workspace.corpus, frozen, asking("zh"), ids=frozenset({"镇财政所-09"})
    )
    found = returned(tracked_in(file.read_bytes()), {"镇财政所": "镇财政所"}, ground)
    (opinion,) = found.opinions
    assert opinion.doubt is None
    patch = Patch.of(opinion.at, opinion.shown or ())
    composed = compose(round_.workspace.draft, [place(ground.corpus, "甲", patch)])
    got, wanted = (
        [rejected(line.pieces) for line in plain(outline)]
        for outline in (Outline(composed.sections), round_.plan)
    )
    assert got == wanted


def test_what_others_changed_in_a_part_that_moved_stays_theirs(
    moving: Callable[..., Path], run: Run, tmp_path: Path
) -> None:
    folder = moving("move: 第一章.3, after: 第一章.1")
    plan = folder / "plan/第一章.yaml"
    text = plan.read_text(encoding="utf-8").replace("丙段的文字", "丙段的全部文字")
    plan.write_text(text, encoding="utf-8")
    file = holds(folder, run, tmp_path)
    assert list(moved(file).values()) == [("丙段。丙段的文字。", "丙段。丙段的文字。")]
    assert "丙段。丙段的全部文字。" in paragraphs(file, accepted=True)
    assert {run.added for one in tracked_in(file.read_bytes()).paragraphs for run in one.runs} == {
        *("", "镇财政所", "镇政府")
    }


def test_a_title_that_a_unit_changes_is_an_edit_and_the_name_of_the_issue_is_none_of_it(
    example: Path, run: Run, tmp_path: Path
) -> None:
    """Of the draft as it was circulated, whose title has (征求意见稿) behind it."""
    file = tmp_path / "draft.docx"
    assert run(example, "export", str(file), "--draft-only").code == 0
    desk = Desk(file.read_bytes(), first=0)
    words = "".join(mark.text for mark in desk.blocks[0].marks)
    assert words == "示例镇社区食堂建设方案(征求意见稿)"
    desk.type(0, len(words) - 7, len(words), "", "镇财政所")
    desk.type(0, 3, 5, "村级", "镇财政所")
    round_ = load(read_files(example)).open_round
    (frozen,) = round_.manifest.drafts
    ground = DraftGround(round_.workspace.corpus, frozen, asking("zh"))
    found = returned(tracked_in(desk.content()), {"镇财政所": "镇财政所"}, ground)
    (opinion,) = found.opinions
    assert (opinion.doubt, found.noted) == (None, ())
    placed = place(ground.corpus, "甲", Patch.of(opinion.at, opinion.shown or ()))
    assert compose(round_.workspace.draft, [placed]).sections[0].title == "示例镇村级食堂建设方案"
