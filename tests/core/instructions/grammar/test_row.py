"""An opinion as a row: each quotation is one character, and the way back to the opinion is kept."""

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.instructions.grammar.row import QUOTE, row_of, spoken_sentences

OPINIONS = st.text(alphabet='改渡船第３（）“”‘’"「」,，。;|\n' + QUOTE, max_size=40)


def test_quotations_are_one_character_each_and_the_rest_is_in_half_width() -> None:
    row = row_of("（２）将“甲‘乙’丙”，改为「丁」。")
    assert row.text == f"(2)将{QUOTE},改为{QUOTE}。"
    assert list(row.quotations.values()) == ["甲‘乙’丙", "丁"]
    assert row.words(3, 6) == "将“甲‘乙’丙”，"


@given(OPINIONS)
def test_every_character_is_one_of_the_opinion(opinion: str) -> None:
    row = row_of(opinion)
    assert row.words(0, len(row.text)) == opinion
    assert row.text.count(QUOTE) == len(row.quotations)
    assert all(row.text[at] == QUOTE for at in row.quotations)


def test_marks_and_cells_end_a_sentence_but_not_inside_a_quotation() -> None:
    row = row_of("删除“甲。乙”。|改为“丙”;\n\n无")
    assert [row.words(*span) for span in spoken_sentences(row)] == [
        "删除“甲。乙”",
        "改为“丙”",
        "无",
    ]
