"""English places are put as a citation of the same parts."""

import pytest

from plancli.core.instructions.grammar.english_places import as_citation


@pytest.mark.parametrize(
    ("said", "cited"),
    [
        ("Chapter 2, paragraph 2", "Chapter 2第2段"),
        ("the second paragraph of Chapter 2", "Chapter 2第2段"),
        ("the last item in Box 3", "Box 3倒数第1段"),
        ("Box 3, item (ii)", "Box 3第2段"),
        ("Box 3, point (c)", "Box 3第3段"),
        ("section 2.1", "2.1"),
        ("paragraph 2.1", "2.1"),
        ("page 4 line 5", "第4页第5行"),
        ("lines 4-6 on page 7", "第4-6行第7页"),
        ("p. 7, l. 12", "第7页第12行"),
        ("2.1 on page 3", "2.1第3页"),
        ("Market Street", "Market Street"),
        ("第2章第2段", "第2章第2段"),
    ],
)
def test_a_place_is_put_as_a_citation(said: str, cited: str) -> None:
    assert as_citation(said) == cited
