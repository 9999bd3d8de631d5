"""Papers and pages whose pictures cannot be shown say which, and why; none is written as if all were well."""

from pathlib import Path

import pytest

from plancli.store.pictures import digest_of_picture
from tests.conftest import Run
from tests.drawn import jpeg, png, svg

SECTION = "plan/第二章-任务.yaml"
NO_VALUE = jpeg().replace(b"\x01" + bytes(16), b"\x01" + bytes(15) + b"\x10", 1)
"""A photograph whose pixels are written by a code of which no value comes."""


@pytest.fixture
def plan(example: Path) -> Path:
    """The example with a figure at the end of a section."""
    (example / "plan/figures").mkdir()
    return example


def with_picture(plan: Path, name: str, content: bytes) -> None:
    with (plan / SECTION).open("a", encoding="utf-8") as file:
        file.write(f"  - image: figures/{name}\n    title: 布局\n    alt: 三处\n")
    (plan / "plan/figures" / name).write_bytes(content)


OUTPUTS = (
    ("export", "出.docx", "--clean"),
    ("export", "出.docx", "--internal"),
    ("export", "出.pdf", "--clean"),
    ("export", "出.md", "--clean"),
    ("site", "-o", "出.html"),
    ("site", "-o", "出"),
)


@pytest.mark.parametrize("output", OUTPUTS, ids=" ".join)
def test_what_cannot_be_shown_is_told(output: tuple[str, ...], plan: Path, run: Run) -> None:
    if "出.pdf" in output:
        pytest.importorskip("typst")
    with_picture(plan, "图1.png", png()[:-20])
    with_picture(plan, "图2.png", png())
    (plan / "plan/figures/图2.png").unlink()
    done = run(plan, *output)
    assert done.code == 1
    assert "P139 figures/图1.png" in done.err
    assert "P137 There is no picture figures/图2.png" in done.err


def test_a_drawing_without_end_is_told_by_all_alike(plan: Path, run: Run) -> None:
    groups = [f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 3 + "</g>" for n in range(1, 31)]
    with_picture(plan, "图1.svg", svg(f'<g id="a0"><rect/></g>{"".join(groups)}'))
    reason = "P139 figures/图1.svg is no picture that can be shown: it draws more than 200,000"
    assert reason in run(plan, "check").out
    for output in OUTPUTS:
        if "出.pdf" not in output:
            assert reason in run(plan, *output).err
    assert "图1.svg>" not in (plan / "出.md").read_text(encoding="utf-8")


def test_what_only_typst_finds_broken_is_refused_by_name(plan: Path, run: Run) -> None:
    pytest.importorskip("typst")
    with_picture(plan, "图1.svg", svg())
    with_picture(plan, "图2.jpg", NO_VALUE)
    assert "P139" not in run(plan, "check").out
    assert run(plan, "export", "出.docx", "--clean").code == 0
    done = run(plan, "export", "出.pdf", "--clean")
    assert done.code == 2
    assert "plan/figures/图2.jpg: P139" in done.err
    assert "图1.svg" not in done.err
    assert not (plan / "出.pdf").exists()


def test_a_large_drawing_is_drawn_in_word_within_bounds(plan: Path, run: Run) -> None:
    pytest.importorskip("typst")
    with_picture(plan, "图1.svg", svg(attributes='width="9000" height="9000"'))
    assert run(plan, "export", "出.docx", "--clean").code == 0


@pytest.mark.parametrize("harm", ["gone", "exchanged", "broken"])
def test_an_adopted_picture_that_does_not_stand_is_published_as_intended(
    harm: str, plan: Path, run: Run
) -> None:
    figures = plan / "plan/figures"
    (figures / "渠系.png").write_bytes(png())
    digest = digest_of_picture(png())
    (plan / "comments/镇文化站").mkdir(exist_ok=True)
    (plan / "comments/镇文化站/90.yaml").write_text(
        "unit: 镇文化站\nopinion: 增加渠系图。\nedits:\n"
        f'  - add: {{image: figures/渠系.png, title: 渠系, alt: 两条渠, digest: "{digest}"}}\n'
        "    to: 第二章\ndecision: {status: 采纳}\n",
        encoding="utf-8",
    )
    assert run(plan, "apply", "镇文化站-90").code == 0
    assert run(plan, "report", "-o", "表.md").code == 0
    assert "已采纳" in _row(plan)
    if harm == "gone":
        (figures / "渠系.png").unlink()
    else:
        (figures / "渠系.png").write_bytes(png(2, 3) if harm == "exchanged" else png()[:-20])
    done = run(plan, "report", "-o", "表.md")
    assert done.code == 1
    assert "镇文化站-90" in done.err
    assert "已采纳" not in _row(plan)


def _row(plan: Path) -> str:
    lines = (plan / "表.md").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if "增加渠系图" in line)
