"""Series of numbers: what is missing, and what comes twice."""

import pytest

from plancli.core.check.text.numbering import (
    Fault,
    Numbered,
    faults,
    faults_in_chapters,
    read_number,
)


@pytest.mark.parametrize(
    ("name", "series", "value"),
    [
        ("第四章", "第一章", 4),
        ("17", "1", 17),
        ("十二", "一", 12),
        ("专栏15", "专栏1", 15),
        ("(三)", "(一)", 3),
        ("附录", None, 0),
    ],
)
def test_numbers_are_read(name: str, series: str | None, value: int) -> None:
    found = read_number(name, name)
    assert found == (Numbered(name, series, value) if series else None)


def series(*values: int) -> list[Numbered]:
    return [Numbered(str(at), "专栏1", value) for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((1, 2, 3), []),
        ((1, 2, 1, 2), []),
        ((3, 5), [Fault("0", "专栏3", ("专栏1", "专栏2", "专栏4"))]),
        ((1, 2, 2), [Fault("2", "专栏2")]),
        ((1, 3, 2), [Fault("2", "专栏2"), Fault("1", "专栏3", ("专栏2",))]),
    ],
)
def test_gaps_and_doubles(values: tuple[int, ...], found: list[Fault]) -> None:
    assert list(faults(series(*values))) == found


@pytest.mark.parametrize(
    ("chapters", "found"),
    [
        (((1, 2), (3, 4)), []),
        (((1, 2), (1, 2)), []),
        (((1,), (1,), (2,)), []),
        (((1, 2, 1, 2), (3,)), []),
        (((1, 2), (4, 5)), [("专栏4", ("专栏3",))]),
        (((1, 2), (2, 3)), [("专栏2", ())]),
        (((1, 3, 2), (4,)), [("专栏2", ()), ("专栏3", ("专栏2",))]),
        (((1,), (4,)), [("专栏4", ("专栏2", "专栏3"))]),
        (((2, 3), (5,)), [("专栏2", ("专栏1",)), ("专栏5", ("专栏4",))]),
        (((7,),), []),
        (((3,), (5,)), []),
    ],
)
def test_a_chapter_begins_again_or_goes_on(
    chapters: tuple[tuple[int, ...], ...], found: list[tuple[str, tuple[str, ...]]]
) -> None:
    faulty = faults_in_chapters([series(*values) for values in chapters])
    assert [(fault.label, fault.missing) for fault in faulty] == found
