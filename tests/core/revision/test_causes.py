"""Which recorded comment did what: every answer is that of going through all of them."""

from plancli.core.merge.placed import Placed
from plancli.core.merge.units import UnitsChange
from plancli.core.merge.wanted import Addition, Moving, Removal
from plancli.core.plan.model import Paragraph, Section
from plancli.core.revision.causes import Causes


def paragraph(key: str) -> Paragraph:
    return Paragraph(id=key, text="修渡槽。")


def added(by: str, key: str, *holds: str) -> Addition:
    section = Section(key=key, title="渡槽", body=tuple(map(paragraph, holds)))
    return Addition(key, "", by, section if holds else paragraph(key), None, None)


def test_the_units_of_one_paragraph_in_the_order_of_the_record() -> None:
    first, other, second = (
        UnitsChange(name, by, added=("镇林业站",), removed=())
        for name, by in (("5.1", "丙站-01"), ("5.2", "乙站-01"), ("5.1", "甲站-01"))
    )
    places = [Placed("丙站-01", units=(first, other)), Placed("甲站-01", units=(second,))]
    causes = Causes(places, {})
    assert list(causes.units("5.1")) == [first, second]
    assert list(causes.units("5.9")) == []


def test_what_holds_a_part_came_with_all_that_is_in_it() -> None:
    causes = Causes([Placed("丙站-01", additions=(added("丙站-01", "第五章", "5.1", "5.2"),))], {})
    assert causes.adders("第五章") == causes.adders("5.2") == ["丙站-01"]
    assert causes.adders("5.3") == []


def test_parts_added_alike_are_those_of_all_who_added_them() -> None:
    places = [
        Placed("丙站-01", additions=(added("丙站-01", "5.8"),)),
        Placed("乙站-01", additions=(added("乙站-01", "5.9"), added("乙站-01", "5.7"))),
    ]
    causes = Causes(places, {"5.9": "5.8"})
    assert causes.adders("5.8") == ["丙站-01", "乙站-01"]
    assert causes.adders("5.7") == ["乙站-01"]
    assert causes.adders("5.9") == []  # nobody sees it: the other one stands for it


def test_who_took_or_moved_one_of_several_parts_in_the_order_of_the_record() -> None:
    places = [
        Placed("丙站-01", removals=(Removal("5.2", "丙站-01"),)),
        Placed("甲站-01", removals=(Removal("5.1", "甲站-01"),)),
        Placed("乙站-01", moves=(Moving("5.3", "乙站-01", "第五章", None),)),
    ]
    causes = Causes(places, {})
    assert causes.removers({"5.1", "5.2"}) == ["丙站-01", "甲站-01"]
    assert causes.removers(["5.1"]) == ["甲站-01"]
    assert causes.movers(["5.3", "第五章"]) == ["乙站-01"]
    assert causes.movers(["5.1"]) == []
