"""What is published of one round agrees with itself: comparison, redline, page, letters and tables."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import Run

Moving = Callable[..., Path]


def of_docx(path: Path, part: str) -> str:
    """Return a part of a Word document, "" where it has none."""
    with ZipFile(path) as parts:
        return parts.read(part).decode() if part in parts.namelist() else ""


def test_a_move_is_published_as_its_units(moving: Moving, run: Run) -> None:
    folder = moving("move: 第一章.3, after: 第一章.1")
    shown = run(folder, "compare").out
    assert shown.count("| 镇财政所-09 |") == 2
    assert "编制单位" not in shown
    assert run(folder, "export", "修订稿.docx").code == 0
    assert 'w:author="镇财政所"' in of_docx(folder / "修订稿.docx", "word/document.xml")
    assert "编制单位" not in of_docx(folder / "修订稿.docx", "word/document.xml")
    assert "镇财政所-09" in of_docx(folder / "修订稿.docx", "word/comments.xml")
    assert run(folder, "site", "-o", "页.html").code == 0
    assert 'href="#office-1"' not in (folder / "页.html").read_text(encoding="utf-8")


def in_manifest(folder: Path, lines: str) -> None:
    """Add lines to plan.yaml."""
    path = folder / "plan/plan.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{lines}\n", encoding="utf-8")


@pytest.mark.parametrize("title", ["台账{x}", "{", "{0}", "{title.__class__}", "{{draft}}", "{title}"])
def test_the_title_of_an_own_table_is_words(title: str, example: Path, run: Run) -> None:
    in_manifest(example, f'tables: {{台账: {{title: "{title}", heads: [{{value: opinion}}]}}}}')
    done = run(example, "report", "--preset", "台账")
    assert done.code == 0
    assert done.out.splitlines()[0].replace("\\", "") == f"# {title}"
