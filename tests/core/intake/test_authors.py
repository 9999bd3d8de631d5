"""Whose changes those of an author are: said, named, or kept; never guessed."""

from plancli.core.intake.authors import Authorship, by_roster, heard

KNOWN = Authorship(
    {"镇水管站": "镇水管站", "水管站": "镇水管站", "镇农技站": "镇农技站"},
    {"镇政府"},
    {},
    None,
    {"Administrator": "镇农技站"},
)


def test_a_name_of_a_unit_is_that_unit_and_what_was_kept_holds_for_others() -> None:
    units, unknown = heard(["水管站", "Administrator", "李四"], KNOWN)
    assert units == {"水管站": "镇水管站", "Administrator": "镇农技站"}
    assert unknown == ["李四"]


def test_what_is_said_of_the_files_holds_before_what_was_kept() -> None:
    units, unknown = heard(["水管站", "Administrator", "李四"], KNOWN._replace(unit="镇水管站"))
    assert set(units.values()) == {"镇水管站"}
    assert not unknown


def test_what_is_said_of_an_author_holds_before_all() -> None:
    said = KNOWN._replace(said={"水管站": "镇农技站"}, unit="镇水管站")
    assert heard(["水管站"], said) == ({"水管站": "镇农技站"}, [])


def test_the_office_and_joint_wordings_are_not_heard() -> None:
    assert heard(["镇政府", "镇水管站、镇农技站", "镇水管站、镇政府"], KNOWN) == ({}, [])
    assert heard(["镇水管站、李四"], KNOWN) == ({}, ["镇水管站、李四"])


def test_who_is_another_unit_by_the_roster_than_was_said_is_told() -> None:
    known = KNOWN._replace(unit="镇农技站")
    units, _ = heard(["水管站", "镇农技站", "李四"], known)
    assert by_roster(units, known) == {"水管站": "镇水管站"}
    assert by_roster(units, KNOWN) == {}
    assert by_roster({"水管站": "镇水管站"}, known._replace(said={"水管站": "镇水管站"})) == {}
