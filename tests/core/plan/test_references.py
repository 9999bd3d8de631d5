"""What references of a text mean."""

import pytest

from plancli.core.plan.references import Numbers, spelled_like

_PLAN = Numbers(
    {
        "第二章": "第二章",
        "第三章": "第三章",
        "第二章/专栏1": "专栏1",
        "第三章/新栏": "专栏2",
        "第二章/6": "6",
        "第三章/6": "6",
    }
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("渠系见专栏2。", [("2", "第三章/新栏")]),
        ("专栏1、2中另有说明。", [("1", "第二章/专栏1"), ("2", "第三章/新栏")]),
        ("第二、三章另有安排。", [("二", "第二章"), ("三", "第三章")]),
        # two parts have the number 6: nobody can say which is meant
        ("见第6项。", []),
        ("见专栏7。", []),
        ("按《防洪法》第三章执行。", []),
    ],
)
def test_a_reference_means_the_one_part_that_has_its_number(
    text: str, meant: list[tuple[str, str]]
) -> None:
    found = [(text[one.start : one.end], one.key) for one in _PLAN.bound(text)]
    assert found == meant


def test_a_number_is_spelled_as_the_one_in_its_place() -> None:
    assert spelled_like("三", 12) == "十二"
    assert spelled_like("3", 12) == "12"
