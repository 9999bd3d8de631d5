"""A hostile branch takes levels of approval out: it is told, and nothing more is published as adopted."""

from pathlib import Path

from tests.conftest import Run

PLAN, DRAFT = "plan/plan.yaml", "plan/drafts/送审稿.yaml"


def changed(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def circulated(folder: Path, run: Run) -> None:
    """Begin a round under two levels, with a comment that is declined and approved at the first."""
    changed(folder, PLAN, "sections:\n", "approval: [处室, 分管领导]\nsections:\n")
    assert run(folder, "freeze", "送审稿", "--circulate").code == 0
    new = ("new", "--unit", "镇民政办", "--opinion", "建议删去。", "--delete", "和消毒柜")
    assert run(folder, *new).code == 0
    name = "镇民政办-02"
    declined = ("--status", "不采纳", "--reason", "设备须齐全。")
    assert run(folder, "decide", name, *declined).code == 0
    assert run(folder, "decide", name, "--approve", "--level", "处室", "--by", "王敏").code == 0


def test_levels_that_were_taken_out_are_told_and_still_required(example: Path, run: Run) -> None:
    circulated(example, run)
    assert "approval: [处室, 分管领导]" in (example / DRAFT).read_text(encoding="utf-8")
    assert "P456" not in run(example, "check").out
    assert run(example, "report", "-o", "表.html").code == 1
    for left in ("approval: [处室]\n", ""):
        changed(example, PLAN, "approval: [处室, 分管领导]\n", left)
        found = run(example, "check")
        assert found.code == 1
        assert "plan/plan.yaml" in found.out
        assert "P456" in found.out
        assert run(example, "report", "-o", "表.html").code == 1
        assert "拟不采纳" in (example / "表.html").read_text(encoding="utf-8")
        old = left or "sections:\n"
        back = "approval: [处室, 分管领导]\n"
        changed(example, PLAN, old, back if left else f"{back}{old}")


def test_a_draft_that_forgets_its_levels_is_not_what_was_frozen(example: Path, run: Run) -> None:
    circulated(example, run)
    changed(example, PLAN, "approval: [处室, 分管领导]\n", "")
    text = (example / DRAFT).read_text(encoding="utf-8")
    (example / DRAFT).write_text(text.replace("approval: [处室, 分管领导]\n", ""), encoding="utf-8")
    assert "P407" in run(example, "check").out


def test_an_approval_of_tomorrow_is_published_as_intended(example: Path, run: Run) -> None:
    circulated(example, run)
    name = "镇民政办-02"
    assert (
        run(example, "decide", name, "--approve", "--level", "分管领导", "--by", "方工").code == 0
    )
    assert name not in run(example, "report", "-o", "表.html").err
    file = example / "comments/镇民政办/02.yaml"
    text = file.read_text(encoding="utf-8")
    today = text.rpartition('"on": "')[2][:10]
    late = text.replace(f'方工, "on": "{today}"', '方工, "on": "9999-12-31"')
    assert late != text
    file.write_text(late, encoding="utf-8")
    assert "P448" in run(example, "check").out
    done = run(example, "report", "-o", "表.html")
    assert done.code == 1
    assert name in done.err
    assert run(example, "report", "-o", "表.html", "--public").code == 1
