"""A Word file that came back with another picture: a person is asked, and nothing is changed."""

import io
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import Run
from tests.drawn import png


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    """A plan with a figure, circulated."""
    (tmp_path / "plan/figures").mkdir(parents=True)
    (tmp_path / "plan/figures/图1.png").write_bytes(png())
    (tmp_path / "plan/plan.yaml").write_text(
        "format: 2\ntitle: 渡口规划\nissuer: 青石镇\nunits:\n  - name: 渡运站\nsections:\n  - 第一章\n",
        encoding="utf-8",
    )
    (tmp_path / "plan/第一章.yaml").write_text(
        "key: 第一章\ntitle: 渡运\nbody:\n  - id: 第一章.1\n    text: 渡口两处,见图1,每日往返十六班。\n"
        "  - image: figures/图1.png\n    title: 布局\n    alt: 两处\n",
        encoding="utf-8",
    )
    assert run(tmp_path, "freeze", "征求意见稿").code == 0
    assert run(tmp_path, "export", "稿.docx", "--draft-only").code == 0
    return tmp_path


def returned(plan: Path, run: Run, file: str) -> str:
    done = run(plan, "intake", "returned", file, "--unit", "渡运站", "--dry-run")
    assert done.code == 0
    return done.out + done.err


def test_a_picture_that_came_back_as_it_went_is_not_told(plan: Path, run: Run) -> None:
    assert "none of the draft" not in returned(plan, run, "稿.docx")


def test_another_picture_is_for_a_person_to_compare(plan: Path, run: Run) -> None:
    word = Document(str(plan / "稿.docx"))
    (shape,) = word.inline_shapes
    embedded = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    word.part.related_parts[embedded]._blob = png(colour=b"\0\0\0")
    out = io.BytesIO()
    word.save(out)
    (plan / "改.docx").write_bytes(out.getvalue())
    assert "this picture is none of the draft" in returned(plan, run, "改.docx")


def test_brackets_in_what_a_picture_shows_end_no_link_of_markdown(plan: Path, run: Run) -> None:
    file = plan / "plan/第一章.yaml"
    text = file.read_text(encoding="utf-8").replace("alt: 两处", 'alt: "两](处]a"')
    file.write_text(text, encoding="utf-8")
    assert run(plan, "export", "稿.md", "--clean", "--internal").code == 0
    assert r"![两\](处\]a](<plan/figures/图1.png>)" in (plan / "稿.md").read_text(encoding="utf-8")
