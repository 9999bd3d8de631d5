"""The places that running text names."""

import pytest

from plancli.core.instructions.places import places_in


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("P12,已修改。", ["P12"]),
        ("第12页第3-5行已修改。", ["第12页第3-5行"]),
        ("P12-13已修改。", ["P12-13"]),
        ("第一章中增加内容。", ["第一章"]),
        ("第四章第2节、专栏3已改。", ["第四章第2节", "专栏3"]),
        ("第3项工程已改。", ["第3项"]),
        ("第12项“码头工程”已改。", ["第12项", "码头工程"]),
        ("第四章/17中已改。", ["第四章/17"]),
        ("在码头建设中增加内容。", ["码头建设"]),
        ("“码头”一段已改。", ["码头"]),
        ("17.1已改。", ["17.1"]),
        ("完善公共服务中已改。", ["完善公共服务"]),
        ("投资2.5万元已改。", []),
        ("修改内容详见第九章。", ["第九章"]),
        ("改为“第九章”。", []),
        ("删除“第九章”。", []),
        ("第3项已删除。", []),
        ("按《港口条例》第九章办理。", []),
        ("APP12已改。", []),
    ],
)
def test_where_something_is_said_to_have_changed(text: str, places: list[str]) -> None:
    assert [place.words for place in places_in(text)] == places
    assert not any(place.pointed for place in places_in(text))
    assert all(text.startswith(place.words, place.start) for place in places_in(text))


@pytest.mark.parametrize(
    "text", ["详见第九章。", "与第九章衔接。", "第九章已有载明,不再重复。", "贵局来文第9页。"]
)
def test_places_to_which_a_reply_only_points(text: str) -> None:
    assert [place.pointed for place in places_in(text)] == [True]


def test_each_clause_points_for_itself() -> None:
    found = list(places_in("详见第九章,第一章已修改。"))
    assert [(place.words, place.pointed) for place in found] == [
        ("第九章", True),
        ("第一章", False),
    ]
