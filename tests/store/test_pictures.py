"""The files of figures: where they may lie, what check tells of them, and how drafts freeze them."""

from pathlib import Path

import pytest

from plancli.core.finding import PlanError
from plancli.core.plan.model import Figure, Section
from plancli.store.files import read_files
from plancli.store.pictures import Pictures, frozen_with, unfit_pictures
from tests.drawn import png, svg

SECTION = "plan/第二章-任务.yaml"


@pytest.fixture
def plan(example: Path) -> Path:
    """The example with a figure at the end of a section."""
    with (example / SECTION).open("a", encoding="utf-8") as file:
        file.write("  - image: figures/图1.png\n    title: 布局\n    alt: 三处\n")
    (example / "plan/figures").mkdir()
    (example / "plan/figures/图1.png").write_bytes(png())
    return example


def codes(plan: Path) -> list[str]:
    return [str(one.code) for one in unfit_pictures(Pictures(plan), read_files(plan))]


def test_a_picture_lies_below_the_plan_and_is_no_file_of_it(plan: Path) -> None:
    assert not [path for path in read_files(plan) if path.endswith(".png")]
    assert codes(plan) == []
    (plan / "comments/图1.png").write_bytes(png())
    with pytest.raises(PlanError):
        read_files(plan)


def test_what_is_not_there_or_no_picture_is_told_at_its_line(plan: Path) -> None:
    picture = plan / "plan/figures/图1.png"
    picture.write_bytes(svg())
    (told,) = unfit_pictures(Pictures(plan), read_files(plan))
    assert (told.code, told.params["file"]) == ("P139", "figures/图1.png")
    lines = (plan / SECTION).read_text(encoding="utf-8").splitlines()
    assert told.place is not None
    assert "image: figures/图1.png" in lines[told.place.line - 1]
    picture.unlink()
    assert codes(plan) == ["P137"]


def test_no_link_is_followed(plan: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "secret.png"
    elsewhere.write_bytes(png())
    picture = plan / "plan/figures/图1.png"
    picture.unlink()
    picture.symlink_to(elsewhere)
    assert Pictures(plan).stored("figures/图1.png") is None
    picture.unlink()
    (plan / "plan/figures").rmdir()
    (tmp_path / "图1.png").write_bytes(png())
    (plan / "plan/figures").symlink_to(tmp_path)
    assert Pictures(plan).stored("figures/图1.png") is None


@pytest.mark.parametrize("name", ["../../etc/a.png", "/a.png", "第二章.yaml", "nothing.png", ""])
def test_what_is_no_name_of_a_picture_is_none(plan: Path, name: str) -> None:
    assert Pictures(plan).shown(name) is None


def test_a_draft_holds_its_pictures_by_their_digests(plan: Path) -> None:
    figure = Figure(image="figures/图1.png")
    section = Section(key="第一章", title="甲", body=(figure,))
    (frozen,) = frozen_with(Pictures(plan), [section], {})
    (held,) = frozen.body
    assert isinstance(held, Figure)
    assert held.digest is not None
    draft = plan / "plan/drafts/第二稿.yaml"
    entry = f"sections:\n- body:\n  - image: {held.image}\n    digest: {held.digest}\n"
    draft.write_text(entry, encoding="utf-8")
    assert codes(plan) == []
    (plan / "plan/figures/图1.png").write_bytes(png(colour=b"\0\0\0"))
    assert codes(plan) == ["P138"]
    missing = Section(key="第一章", title="甲", body=(Figure(image="图9.png"),))
    with pytest.raises(PlanError) as raised:
        frozen_with(Pictures(plan), [missing], {})
    assert [finding.code for finding in raised.value.findings] == ["P137"]


def test_pictures_of_edits_are_looked_at_too(plan: Path) -> None:
    edits = (
        "- {image: 图1, with: figures/图1-改.png}",
        f"- {{image: 图1, with: figures/图1.png, digest: 'sha256:{'0' * 64}'}}",
        "- {add: {image: 图2.svg, title: 航线}, to: 第二章}",
    )
    lines = "\n".join(f"  {edit}" for edit in edits)
    comment = f"unit: 镇财政所\nopinion: 请更换。\nedits:\n{lines}\n"
    (plan / "comments/镇财政所/09.yaml").write_text(comment, encoding="utf-8")
    assert sorted(codes(plan)) == ["P137", "P137", "P138"]


def test_one_picture_that_two_edits_name_by_two_files_is_noted(plan: Path) -> None:
    for name, content in (("甲", png(9, 9)), ("乙", png(9, 9)), ("丙", png(8, 9))):
        (plan / f"plan/figures/{name}.png").write_bytes(content)
        edit = f"edits:\n  - {{image: 图1, with: figures/{name}.png}}\n"
        comment = f"unit: 镇财政所\nopinion: 请更换。\n{edit}"
        (plan / f"comments/镇财政所/2{len(content)}{ord(name)}.yaml").write_text(
            comment, encoding="utf-8"
        )
    (told,) = unfit_pictures(Pictures(plan), read_files(plan))
    assert (told.code, told.severity) == ("P140", "note")
    assert set(told.params.values()) == {"figures/甲.png", "figures/乙.png"}


@pytest.mark.parametrize("key", ["image", '"image"', '"im\\u0061ge"', "? image\n    "])
def test_a_key_names_a_picture_however_it_is_written(plan: Path, key: str) -> None:
    path = plan / SECTION
    path.write_text(path.read_text(encoding="utf-8").replace("image", key), encoding="utf-8")
    assert codes(plan) == []
    (plan / "plan/figures/图1.png").unlink()
    assert codes(plan) == ["P137"]
