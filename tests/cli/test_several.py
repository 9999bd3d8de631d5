"""A comment of several topics: listed under each, counted once."""

from pathlib import Path

import pytest

from plancli import open_repository
from tests.conftest import Run


def written(folder: Path, name: str, *lines: str) -> Path:
    """Write a comment's file with the lines below its unit."""
    file = folder / f"comments/{name}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join([f"unit: {file.parent.name}", *lines, ""]), encoding="utf-8")
    return file


# --- topics -------------------------------------------------------------------------------------------------


def test_a_comment_stands_under_each_of_its_topics_with_one_number(example: Path, run: Run) -> None:
    written(example, "镇财政所/03", "topic: [用房, 经费]", "opinion: 两处都要改。")
    written(example, "镇文化站/02", "topic: 经费", "opinion: 另拨。")
    shown = run(example, "report", "--preset", "topics").out
    assert shown.count("两处都要改。") == 2
    rows = [line.split("|")[1].strip() for line in shown.splitlines() if "两处都要改。" in line]
    assert len(set(rows)) == 1
    assert shown.index("用房") < shown.index("经费")
    assert run(example, "report").out.count("两处都要改。") == 1


def test_new_takes_several_topics_and_writes_one_without_a_list(example: Path, run: Run) -> None:
    base = ("new", "--unit", "镇财政所", "--opinion", "一。")
    assert run(example, *base, "--topic", "用房").code == 0
    assert run(example, *base, "--topic", "用房", "--topic", "经费").code == 0
    one, two = (example / f"comments/镇财政所/{name}.yaml" for name in ("03", "04"))
    assert "topic: 用房\n" in one.read_text(encoding="utf-8")
    assert "topic: [用房, 经费]\n" in two.read_text(encoding="utf-8")
    assert open_repository(example).comments["镇财政所-04"].topics == ("用房", "经费")


@pytest.mark.parametrize(
    ("value", "said"),
    [("[用房, 用房]", "stands twice"), ("[]", "at least one"), ("{甲: 乙}", "P1")],
)
def test_topics_are_words_each_once(example: Path, run: Run, value: str, said: str) -> None:
    written(example, "镇财政所/03", f"topic: {value}", "opinion: 一。")
    done = run(example, "check")
    assert done.code == 1
    assert "镇财政所/03.yaml:2" in done.out
    assert said in done.out
