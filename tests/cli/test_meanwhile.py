"""What new, decide and fmt write: never over what somebody else wrote, never what cannot be read back."""

from pathlib import Path

import pytest

from plancli.store import lying, plain
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import Run

PENDING, GOALS = "comments/镇财政所/02.yaml", "plan/第一章-目标.yaml"
NEXT = "comments/镇财政所/03.yaml"
OTHERS = "# 别人的\n"
OPINION = ("new", "--unit", "镇财政所", "--opinion", "建议改。")


def meanwhile(monkeypatch: pytest.MonkeyPatch, written: Path) -> None:
    """Let somebody else write a file as soon as the plan is read: templates are looked at last."""
    original = plain.folder_below

    def opened(root: Path, name: str) -> int:
        if name == "templates":
            written.write_text(OTHERS, encoding="utf-8")
        return original(root, name)

    monkeypatch.setattr(lying, "folder_below", opened)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (PENDING, ("decide", "镇财政所-02", "--status", "留作参考")),
        (NEXT, OPINION),
        (GOALS, ("fmt",)),
    ],
)
def test_what_somebody_wrote_meanwhile_stays(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch, written: str, words: tuple[str, ...]
) -> None:
    path = example / GOALS
    path.write_text(
        path.read_text(encoding="utf-8").replace("个。\n      食堂", "个。食堂"), encoding="utf-8"
    )
    meanwhile(monkeypatch, example / written)
    done = run(example, *words)
    assert done.code == 2
    assert "P012" in done.err
    assert (example / written).read_text(encoding="utf-8") == OTHERS


@pytest.mark.parametrize(
    "reply",
    [
        "一。\n二。\n",
        "一。 \n二。",
        " 前有空格",
        "后有空格 ",
        "一\n\n二",
        "\n一",
        "一\r二",
        "一\x85二",
        "一\u2028二",
        "#",
        "一\n\x07二",
        "一\n\ufeff二",
        "一\udc85二",
        "|-",
    ],
)
@pytest.mark.parametrize("option", ["--reply", "--reason"])
def test_a_decision_reads_back_with_its_lines_or_is_not_written(
    example: Path, run: Run, option: str, reply: str
) -> None:
    before = (example / PENDING).read_bytes()
    done = run(example, "decide", "镇财政所-02", "--status", "留作参考", option, reply)
    if done.code:
        assert (done.code, (example / PENDING).read_bytes()) == (2, before)
    else:
        decision = load(read_files(example)).comments["镇财政所-02"].decision
        lines = reply.replace("\r\n", "\n").replace("\r", "\n")  # however the system ends them
        assert getattr(decision, option.removeprefix("--")) == lines.strip("\n").rstrip()


def test_what_is_wrong_with_other_comments_does_not_matter(example: Path, run: Run) -> None:
    (example / "comments/镇民政办/02.yaml").write_text(
        "unit: 镇民政办\nopinion: 改。\nedits:\n  - {delete: 没有的话}\ndecision: {status: 不采纳}\n",
        encoding="utf-8",
    )
    assert run(example, "check").code == 1
    assert run(example, "decide", "镇财政所-02", "--status", "留作参考").code == 0
    assert run(example, *OPINION).code == 0


def test_keys_that_are_not_given_keep_every_byte(example: Path, run: Run) -> None:
    path = example / PENDING
    decision = (
        "decision:\n  # 先看答复\n  reply:   '专栏1“厨房”另行研究。'   # 已核\n"
        "  status: 待定  # 待议\n"
        '  reason: "按标准"\n'
    )
    text = path.read_text(encoding="utf-8").replace("decision:\n  status: 待定\n", decision)
    path.write_text(text, encoding="utf-8")
    assert run(example, "decide", "镇财政所-02", "--status", "留作参考").code == 0
    after = path.read_text(encoding="utf-8").splitlines()
    gone = [line for line in text.splitlines() if line not in after]
    assert gone == ["  status: 待定  # 待议"]
    assert [line.split()[:2] for line in after if line not in text.splitlines()] == [
        ["status:", "留作参考"]
    ]
