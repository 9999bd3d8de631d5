"""Page numbers as people cite them."""

import pytest

from plancli.papers.paged.labels import labels_of


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        (["", "", ""], ["1", "2", "3"]),
        (["1", "2", "3"], ["1", "2", "3"]),
        # a cover and a table of contents before page 1
        (["", "", "1", "2"], ["", "", "1", "2"]),
        (["i", "ii", "1", "2"], ["i", "ii", "1", "2"]),
        # the first page of a chapter shows none
        (["", "2", "3", "", "5"], ["1", "2", "3", "4", "5"]),
        (["1", "2", ""], ["1", "2", "3"]),
        (["ii", "iii", "", "2", "3"], ["ii", "iii", "1", "2", "3"]),
        # what is no page number: the last figure of a table
        (["1", "2", "870", "4"], ["1", "2", "3", "4"]),
        # they do not say the same of the page between
        (["1", "2", "", "9", "10"], ["1", "2", "", "9", "10"]),
    ],
)
def test_a_page_has_the_number_that_is_printed_or_left_for_it(
    printed: list[str], cited: list[str]
) -> None:
    assert labels_of(printed) == cited
