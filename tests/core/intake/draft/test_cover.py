"""The cover: title, issuer, name of the draft, day."""

from plancli.core.intake.draft.cover import ahead_of
from plancli.core.intake.draft.drafted import CoverPage
from tests.core.intake.draft.blocks import blocks


def test_a_title_of_several_lines_with_what_stands_below_it() -> None:
    ahead = ahead_of(
        blocks("附件\n=青溪县河湖\n=保护规划\n=（征求意见稿）\n=青溪县水利局\n=二〇二六年三月")
    )
    assert ahead.cover == CoverPage(
        "青溪县河湖保护规划", "青溪县水利局", "征求意见稿", "二〇二六年三月"
    )
    assert [block.words for block in ahead.others] == ["附件"]


def test_the_style_of_a_title_says_it() -> None:
    ahead = ahead_of(blocks("0#青溪县水系图说(送审稿)\n2026年3月"))
    assert ahead.cover == CoverPage("青溪县水系图说", "", "送审稿", "2026年3月")
    assert ahead.others == ()


def test_running_text_is_none_of_the_cover() -> None:
    ahead = ahead_of(blocks("=青溪县河湖保护规划\n本规划由县水利局编制。"))
    assert [block.words for block in ahead.text] == ["本规划由县水利局编制。"]
    assert ahead.cover.issuer == ""
