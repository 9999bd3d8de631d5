"""A Markdown draft with pictures beside it: figures of the plan, or told with the reason."""

from pathlib import Path

import pytest

from plancli.library.opening import open_repository
from tests.conftest import Run
from tests.drawn import exif, jpeg, png, svg

DRAFT = """# 渡口规划(征求意见稿)

## 第一章 渡运

布局见图1。

![两岸各一处渡口](图/布局.png)

图1 渡口布局

{more}
"""


def drafted(folder: Path, run: Run, more: str) -> str:
    """Make a plan of the draft with one more picture; return what is said of it."""
    (folder / "图").mkdir(exist_ok=True)
    (folder / "图/布局.png").write_bytes(png())
    (folder / "稿.md").write_text(DRAFT.format(more=more), encoding="utf-8")
    done = run(folder, "intake", "draft", "稿.md", "--into", "新")
    assert done.code == 0
    return done.out


def test_a_picture_beside_a_markdown_draft_is_a_figure_of_the_plan(
    tmp_path: Path, run: Run
) -> None:
    (tmp_path / "航线.jpg").write_bytes(jpeg(4, 3, exif(1)))
    out = drafted(tmp_path, run, "![航线](航线.jpg)\n图2 航线")
    assert "figures: 2" in out
    plan = tmp_path / "新/plan"
    assert (plan / "figures/图1.png").read_bytes() == png()
    assert (plan / "figures/图2.jpg").read_bytes() == jpeg()
    chapter = (plan / "第一章-渡运.yaml").read_text(encoding="utf-8")
    figure = "  - image: figures/图1.png\n    title: 渡口布局\n    alt: 两岸各一处渡口\n"
    assert figure in chapter
    assert "图1 渡口布局" not in chapter
    assert run(tmp_path / "新", "check").code == 0
    assert run(tmp_path / "新", "export", "../稿.docx").code == 0


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("https://x.example/a.png", "nothing is fetched"),
        ("//x.example/a.png", "nothing is fetched"),
        ("data:image/png;base64,AAAA", "nothing is fetched"),
        ("file:///etc/a.png", "nothing is fetched"),
        ("../外.png", "outside"),
        ("图/../../外.png", "outside"),
        ("/etc/a.png", "outside"),
        ("..\\\\外.png", "outside"),
        ("link.png", "a link"),
        ("linked/布局.png", "a link"),
        ("无.png", "no such file"),
        ("图", "only PNG, JPEG and SVG"),
        ("a.webp", "only PNG, JPEG and SVG"),
        ("坏.png", "cut short"),
        ("跑.svg", "scripts"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told_and_the_rest_is_taken_in(
    name: str, why: str, tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "稿件"
    folder.mkdir()
    (tmp_path / "外.png").write_bytes(png())
    (folder / "坏.png").write_bytes(png()[:-1])
    (folder / "跑.svg").write_bytes(svg("<script/>"))
    (folder / "link.png").symlink_to(tmp_path / "外.png")
    (folder / "linked").symlink_to(folder / "图")
    out = drafted(folder, run, f"![坏]({name})\n\n图2 航线")
    assert "a picture that cannot be shown: left out" in out
    assert "paragraph 11" in out
    assert why in out
    draft = open_repository(folder / "新").open_round.workspace.draft
    assert list(draft.figures) == ["第一章/图1"]
    assert "图2 航线" in {spot.paragraph.text for spot in draft.spots.values()}
    assert [path.name for path in (folder / "新/plan/figures").iterdir()] == ["图1.png"]
