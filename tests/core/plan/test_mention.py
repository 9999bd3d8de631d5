"""A reference as a value."""

from plancli.core.plan.mention import Kind, Mention, MentionStep


def test_a_reference_without_a_number_depends_on_where_it_stands() -> None:
    numbered = MentionStep(Kind.ENTRY, 2, "（二）", 3, 6)
    here = MentionStep(Kind.CHAPTER, None, "本章", 0, 2)
    assert Mention(0, 2, "本章", (here,)).relative
    assert not Mention(0, 7, "本章第（二）项", (here, numbered)).relative
