"""The invented plan in examples/water: every status, two rounds, and a verdict that its README explains."""

import json
import random
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.plan.digest import unprinted
from plancli.core.plan.outline import Outline
from plancli.store.files import read_files
from plancli.store.repository import Repository, load
from tests.conftest import ROOT, Run, plan_files

WATER = ROOT / "examples/water"
GOLDEN = Path(__file__).parent / "golden/水利规划"
FIRST, SECOND = "征求意见稿", "送审稿"
_EXPLAINED = re.compile(r"^\| (P\d+) \| (\d+) \|", re.MULTILINE)


@pytest.fixture
def water(tmp_path: Path) -> Path:
    """A copy of the plan that a test may write into."""
    folder = tmp_path / "water"
    for name in ("plan", "comments"):
        shutil.copytree(WATER / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def repository() -> Repository:
    return load(read_files(WATER))


def on(repository: Repository, draft: str) -> list[Comment]:
    """Return the comments on a draft; points of a compound comment count one by one."""
    return [c for c in repository.comments.values() if (c.draft or SECOND) == draft]


def test_it_is_as_large_as_its_readme_says(repository: Repository) -> None:
    draft = Outline(repository.draft(FIRST).sections)
    chapters = [key for key in draft.sections if re.fullmatch("第.章", key)]
    projects = [key for key in draft.sections if re.fullmatch(r"第四章/\d+", key)]
    columns = [key.split("/")[-1] for key in draft.columns]
    appendices = [key for key in draft.sections if key.startswith("附件")]
    assert (len(chapters), len(projects), len(appendices)) == (5, 18, 2)
    assert columns == [f"专栏{number}" for number in range(1, 9)]
    tables = [key.split("/")[-1] for key in draft.tables]
    assert tables == ["表2-1", "表3-1", "表4-1", "表5-1"]
    figures = [key.split("/")[-1] for key in draft.figures]
    assert figures == ["图1", "图2"]
    files = list((WATER / "comments").rglob("*.yaml"))
    assert (len(files), len({file.parent for file in files})) == (89, 15)


def test_every_status_occurs_and_both_rounds_have_comments(repository: Repository) -> None:
    statuses = {comment.decision.status for comment in repository.comments.values()}
    assert statuses == set(Status)
    assert len(on(repository, FIRST)) > len(on(repository, SECOND)) > 10


def test_check_finds_what_its_readme_explains(run: Run) -> None:
    explained = _EXPLAINED.findall((WATER / "README.md").read_text(encoding="utf-8"))
    done = run(WATER, "check", "--json", "--each")
    found = Counter(finding["code"] for finding in json.loads(done.out)["findings"])
    assert done.code == 0
    assert found == {code: int(count) for code, count in explained}


def test_numbers_followed_before_the_second_draft(repository: Repository) -> None:
    first, second = (Outline(repository.draft(draft).sections) for draft in (FIRST, SECOND))
    assert [first.numbers[key] for key in first.columns] == [f"专栏{n}" for n in range(1, 9)]
    assert [second.numbers[key] for key in second.columns] == [f"专栏{n}" for n in range(1, 8)]
    # who refers to a column of the second draft finds it there
    assert "见专栏1。" in second.words("第二章第三节.1", "text")
    assert "见专栏2。" in first.words("第二章第三节.1", "text")


def test_without_its_comments_the_plan_is_the_draft(water: Path, run: Run) -> None:
    before = plan_files(water)
    assert run(water, "revert", "--all").code == 0
    reverted = load(read_files(water))
    assert reverted.sections == unprinted(reverted.draft(SECOND).sections)
    run(water, "apply", "--all")
    assert plan_files(water) == before


def test_any_order_gives_the_same_bytes(water: Path, repository: Repository, run: Run) -> None:
    whole = plan_files(water)
    comments = [comment for comment in on(repository, SECOND) if comment.merges]
    settled = {name for comment in comments for name in comment.decision.settles}
    ids = [comment.id for comment in comments if comment.id not in settled]
    random.Random(13).shuffle(ids)
    for cut in (3, 9):
        run(water, "revert", "--all")
        run(water, "apply", *ids[cut:])
        run(water, "apply", *ids[:cut])
        assert plan_files(water) == whole


PAPERS = {
    "采纳情况-征求意见稿.md": ("report", "--draft", FIRST),
    "采纳情况-送审稿.md": ("report", "--internal"),
    "修订对照表-征求意见稿.md": ("compare", "--draft", FIRST),
    "修订对照表-送审稿.md": ("compare", "--internal"),
    "复函-区文化旅游局.md": ("reply", "区文化旅游局"),
}
"""What is published of the plan, each as `plancli -C examples/water COMMAND -o FILE` writes it."""


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_published(paper: str, tmp_path: Path, run: Run) -> None:
    written = tmp_path / paper
    done = run(WATER, *PAPERS[paper], "-o", str(written))
    today = date.today()
    day = f"{today.year}年{today.month}月{today.day}日"  # a letter bears the day on which it is written
    assert (done.code, written.read_text(encoding="utf-8").replace(day, "某年某月某日")) == (
        0,
        (GOLDEN / paper).read_text(encoding="utf-8"),
    )
