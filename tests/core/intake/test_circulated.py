"""A form is for the draft that it names, slips mended since notwithstanding."""

from plancli.core.intake.circulated import Circulated, circulated_in
from plancli.core.plan.manifest import Frozen, Mended

OLD, NEW = f"sha256:{'a' * 64}", f"sha256:{'b' * 64}"


def test_the_mark_is_found_among_other_lines() -> None:
    sent = Circulated("送审稿 第二次", OLD)
    assert circulated_in(["意见表", f" {sent.mark} ", "请填写。"]) == sent
    assert circulated_in(["plancli 送审稿", "意见表"]) is None


def test_a_slip_mended_since_makes_no_other_draft_and_other_words_do() -> None:
    mended = Mended(part="一", change="甲→乙", reason="笔误", before=OLD)
    assert Circulated("送审稿", OLD).is_of(Frozen(name="送审稿", digest=NEW, mended=(mended,)))
    assert not Circulated("送审稿", OLD).is_of(Frozen(name="送审稿", digest=NEW))
    assert not Circulated("征求意见稿", NEW).is_of(Frozen(name="送审稿", digest=NEW))
