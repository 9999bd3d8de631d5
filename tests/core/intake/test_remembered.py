"""Whose a file was: by its row, by its author, or all of it, where these very bytes came in before."""

from plancli.core.comments.comment import Cited
from plancli.core.intake.opinions import Answered, FileOpinions, Received, RowOpinion
from plancli.core.intake.reading import Spoken
from plancli.core.intake.remembered import Arrived, senders_of, with_senders
from plancli.core.plan.arrival import Arrival


def arrived(unit: str, row: int, author: str | None = None, digest: str = "d") -> Arrived:
    return Arrived(unit, Arrival(file="函.txt", digest=digest, row=row, author=author, intake=1))


def file(digest: str, *units: str) -> Received:
    opinions: list[RowOpinion] = []
    for row, unit in enumerate(units, start=1):
        opinions.append(RowOpinion(row, unit, Cited(), "甲。", Spoken("甲。", Cited())))
    part = FileOpinions("", tuple(opinions), (Answered(9, ""),), ())
    return Received("又.txt", digest, (part,))


def named(came: Received, *before: Arrived) -> list[str]:
    ((part,),) = (one.parts for one in with_senders([came], senders_of(before)))
    return [one.unit for one in part.opinions] + [one.unit for one in part.nothing]


def test_of_one_unit_is_the_whole_file_that_came_in_before() -> None:
    assert named(file("d", "", "镇小学"), arrived("镇水管站", 1)) == [
        "镇水管站",
        "镇小学",
        "镇水管站",
    ]
    assert named(file("e", ""), arrived("镇水管站", 1)) == ["", ""]


def test_of_several_units_are_the_rows_of_each_and_no_others() -> None:
    both = arrived("镇水管站", 1), arrived("镇农技站、镇小学", 2)
    assert named(file("d", "", "", ""), *both) == ["镇水管站", "镇农技站、镇小学", "", ""]


def test_an_author_is_known_in_that_file_alone() -> None:
    found = senders_of([arrived("镇水管站", 1, "王五"), arrived("镇小学", 2, "王五", "e")])
    assert (found["d"].authors, found["e"].authors) == ({"王五": "镇水管站"}, {"王五": "镇小学"})
