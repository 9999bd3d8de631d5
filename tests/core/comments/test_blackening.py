"""Words are blacked out character by character, wherever they stand."""

from plancli.core.comments.blackening import blacked_out


def test_each_character_is_black_and_no_other_one() -> None:
    assert blacked_out("李四(李四的电话12)来信", ["李四", "12"]) == "██(██的电话██)来信"
    assert blacked_out("李四来信", []) == "李四来信"


def test_a_passage_goes_before_what_it_holds() -> None:
    assert blacked_out("家住青年路12号", ["12", "青年路12号"]) == "家住██████"


def test_lines_stay_where_they_are() -> None:
    assert blacked_out("一\n李四\n三", ["李四"]).splitlines() == ["一", "██", "三"]
