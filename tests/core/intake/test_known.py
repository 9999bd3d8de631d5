"""Nothing is taken in twice."""

from plancli.core.comments.comment import Cited, Comment
from plancli.core.intake.known import RowKey, gone, key_of, known_keys, known_rows
from plancli.core.plan.arrival import Arrival

SOURCE = Arrival(file="表.csv", digest="x", intake=1)


def comment(name: str, opinion: str, file: str | None = None) -> Comment:
    source = None if file is None else SOURCE.model_copy(update={"file": file})
    return Comment(id=name, unit="镇小学", opinion=opinion, source=source)


def test_an_opinion_is_known_by_unit_place_and_words_and_blanks_do_not_count() -> None:
    known = known_keys([comment("镇小学-01", "修 路。\n架桥。")])
    assert known.get(key_of("镇小学", Cited(), "修路。架桥。")) == "镇小学-01"
    for unit, at in (("镇卫生院", Cited()), ("镇小学", Cited(cites="第3页"))):
        assert key_of(unit, at, "修路。架桥。") not in known


def test_a_row_of_a_very_file_is_known_whatever_became_of_its_comment() -> None:
    source = SOURCE.model_copy(update={"sheet": "汇总", "row": 7})
    changed = comment("镇小学-01", "甲").model_copy(update={"source": source})
    assert known_rows([changed, comment("镇小学-02", "乙")]) == {
        RowKey("x", "汇总", 7): "镇小学-01"
    }


def test_what_a_changed_file_says_no_more_is_named_and_of_other_files_nothing() -> None:
    comments = [
        comment("a", "甲", "表.csv"),
        comment("b", "乙", "表.csv"),
        comment("c", "丙", "另.csv"),
    ]
    all_ = [*comments, comment("d", "丁")]
    assert gone(all_, {"表.csv": {"镇小学"}}, ["a"]) == ["b"]
    # another unit sent a file of that name, which has nothing of the first one
    assert gone(all_, {"表.csv": {"镇卫生院"}}, []) == []
    assert gone(all_, {"表.csv": {"镇卫生院"}}, ["a"]) == ["b"]


def test_who_sends_a_file_again_takes_nothing_out_of_another_of_its_name() -> None:
    theirs = SOURCE.model_copy(update={"digest": "y"})
    other = Comment(id="b", unit="镇卫生院", opinion="乙", source=theirs)
    assert gone([comment("a", "甲", "表.csv"), other], {"表.csv": {"镇小学"}}, ["a"]) == []
