"""What lies in the folders of a plan is read, or refused by name."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plancli.core.finding import Code, PlanError
from plancli.store.files import read_files

POSIX = pytest.mark.skipif(os.name != "posix", reason="no links, pipes or such names there")


def refused(root: Path) -> list[tuple[str, str]]:
    with pytest.raises(PlanError) as caught:
        read_files(root)
    return [(f.code, f.place.file) for f in caught.value.findings if f.place]


def test_yaml_is_read_and_what_is_for_people_and_git_may_lie_there(example: Path) -> None:
    for name in ("README.md", ".gitkeep", ".gitattributes", ".DS_Store", "Thumbs.db"):
        (example / "comments" / name).write_text("x")
    names = set(read_files(example))
    assert {"plan/plan.yaml", "comments/镇民政办/01.yaml"} <= names
    assert all(name.endswith(".yaml") for name in names)


@pytest.mark.parametrize(
    "name",
    [
        "comments/镇民政办/02.YAML",
        "comments/镇民政办/02.yaml.txt",
        "comments/镇民政办/02.yaml~",
        "comments/镇民政办/01.yaml.orig",
        "comments/镇民政办/反馈.docx",
        "plan/第三章",
        "plan/drafts/征求意见稿.yaml.bak",
    ],
)
def test_what_would_not_be_read_is_refused(example: Path, name: str) -> None:
    (example / name).write_text("unit: 镇民政办\n", encoding="utf-8")
    assert refused(example) == [(Code.NOT_READ, name)]


@POSIX
def test_links_and_pipes_are_refused_in_every_folder(example: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (example / "comments/镇文化站").symlink_to(tmp_path / "elsewhere")
    (example / "plan/外.yaml").symlink_to(tmp_path / "missing")
    os.mkfifo(example / "templates/表.html.j2")
    assert refused(example) == [
        (Code.NOT_A_FILE, "comments/镇文化站"),
        (Code.NOT_A_FILE, "plan/外.yaml"),
        (Code.NOT_A_FILE, "templates/表.html.j2"),
    ]


@POSIX
def test_a_whole_folder_that_is_a_link_is_refused(example: Path) -> None:
    (example / "comments").rename(example / "意见")
    (example / "comments").symlink_to("意见")
    assert refused(example) == [(Code.NOT_A_FILE, "comments")]


@POSIX
@pytest.mark.parametrize("name", ["a\n::warning::b.yaml", "\x1b[2J.yaml"])
def test_names_that_would_steer_a_terminal_or_a_log_are_refused(example: Path, name: str) -> None:
    (example / "plan" / name).write_text("key: x\n")
    [(code, shown)] = refused(example)
    assert code is Code.BAD_FILE_NAME
    assert "\n" not in shown
    assert "\x1b" not in shown


@POSIX
def test_a_file_that_becomes_a_link_behind_the_listing_is_refused(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swap(path: Path) -> None:
        (tmp_path / "secret").write_text("unit: 别处\n", encoding="utf-8")
        path.unlink()
        path.symlink_to(tmp_path / "secret")

    _behind_the_listing(monkeypatch, "01.yaml", lambda: swap(example / "comments/镇民政办/01.yaml"))
    assert refused(example) == [(Code.NOT_A_FILE, "comments/镇民政办/01.yaml")]


@POSIX
def test_a_folder_that_becomes_a_link_behind_the_listing_leads_nowhere(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was listed is read from the folder that was listed; one still to be listed is refused."""
    honest = read_files(example)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "01.yaml").write_text("unit: 别处\n", encoding="utf-8")

    def swap() -> None:
        for name in ("镇民政办", "镇财政所"):
            (example / "comments" / name).rename(tmp_path / name)
            (example / "comments" / name).symlink_to(elsewhere)

    _behind_the_listing(monkeypatch, "01.yaml", swap)
    assert [code for code, _ in refused(example)] == [Code.NOT_A_FILE]
    monkeypatch.undo()
    for name in ("镇民政办", "镇财政所"):
        (example / "comments" / name).unlink()
        (tmp_path / name).rename(example / "comments" / name)
    assert read_files(example) == honest


def _behind_the_listing(
    monkeypatch: pytest.MonkeyPatch, name: str, swap: Callable[[], None]
) -> None:
    """Do something once, after a file of that name was listed and before it is opened."""
    opened, swapped = os.open, list[Any]()

    def late(path: Any, *args: Any, **kwargs: Any) -> int:
        if Path(os.fspath(path)).name == name and not swapped:
            swapped.append(path)
            swap()
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", late)
