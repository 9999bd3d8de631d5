"""Findings and verdicts as values."""

from plancli.core.finding import Code, Extent, Finding, Place, Verdict, combined, located, refuse

ONE, OTHER = Finding(Code.SYNTAX), Finding("P403")


def test_verdicts_on_several_plans_are_summed() -> None:
    verdicts = [
        Verdict([ONE], "渡口规划", (2, 5, 1)),
        Verdict([], "林业规划"),
        Verdict([OTHER], "水利规划", (1, 4, 3)),
    ]
    assert combined(verdicts) == Verdict([ONE, OTHER], "渡口规划、林业规划、水利规划", (3, 9, 4))


def test_plans_that_cannot_be_read_have_no_sum() -> None:
    assert combined([Verdict([ONE], "渡口规划")]) == Verdict([ONE], "渡口规划", None)
    assert combined([]) == Verdict([])


def test_what_is_about_a_file_stands_where_it_begins() -> None:
    assert located(ONE._replace(place=Place("甲.yaml"))).place == Place("甲.yaml", 1, 1)
    assert located(ONE._replace(place=Place("甲.yaml", 7))).place == Place("甲.yaml", 7, 1)
    assert located(ONE._replace(place=Place("甲.yaml", 7, 3))).place == Place("甲.yaml", 7, 3)
    assert located(ONE) == ONE


def test_a_refusal_ends_with_2_unless_it_says_otherwise() -> None:
    error = refuse(Code.UNKNOWN_ID, id="水运站-01")
    assert (error.exit_code, error.findings) == (
        2,
        (Finding(Code.UNKNOWN_ID, {"id": "水运站-01"}),),
    )
    assert refuse(Code.UNKNOWN_ID, exit_code=1).exit_code == 1


def test_what_has_no_characters_of_its_own_stands_on_the_line_on_which_it_begins() -> None:
    """The last character of an extent tells its last line: never the one before it begins."""
    extent = Extent(("units", 0))
    assert extent.end - 1 == extent.start
