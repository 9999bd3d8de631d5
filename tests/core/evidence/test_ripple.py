"""Ripples: a term hides a shorter one only where the shorter is part of it and stands nowhere else."""

import pytest

from plancli.core.comments.edits import Replace
from plancli.core.comments.record import Patch
from plancli.core.evidence.ripple import Form, Ripple, _widest, ripples
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.place import place
from plancli.core.plan.model import Paragraph, Section, Table
from plancli.core.text.occurrences import Occurrences


def ripple(old: str, *starts: int) -> Ripple:
    return Ripple(Form("甲局-01", "2", old, "新"), Occurrences(starts))


WIDE = ripple("电子医保凭证", 2)
"""发放电子医保凭证。"""


def test_a_part_of_a_longer_term_that_stands_nowhere_else_is_left_out() -> None:
    assert list(_widest([ripple("医保凭证", 4), WIDE])) == [WIDE]


def test_a_part_that_stands_elsewhere_too_is_kept() -> None:
    part = ripple("电子医保", 2, 11)
    assert list(_widest([part, WIDE])) == [WIDE, part]


def test_another_term_is_kept() -> None:
    other = ripple("基站2万", 30)
    assert list(_widest([other, WIDE])) == [WIDE, other]


def old_forms(text: str, *edits: tuple[str, str], elsewhere: str) -> list[tuple[str, str, int]]:
    """Return the old forms that another paragraph still has where one was changed, and how often."""
    parts = [Replace(replace=old, wording=new, within="1") for old, new in edits]
    before, after = (
        Corpus([Section(key="第一章", title="渡口", body=(Paragraph(id="1", text=first), other))])
        for first in (text, "已改。")
        for other in [Paragraph(id="2", text=elsewhere)]
    )
    placed = place(before, "林业站-01", Patch(edits=tuple(parts)))
    assert placed.texts
    return [
        (found.form.old, found.form.new, len(found.there.starts))
        for found in ripples(before.outline, [placed], after)
    ]


@pytest.mark.parametrize(
    ("text", "edits", "elsewhere", "found"),
    [
        # of four characters a term stands for itself, a shorter one and a number with the word beside it
        (
            "修建渡口码头。",
            [("渡口码头", "驳岸码头")],
            "渡口码头,渡口码头",
            [("渡口码头", "驳岸码头", 2)],
        ),
        ("修建渡口。", [("渡口", "码头")], "修建渡口。", [("修建渡口", "修建码头", 1)]),
        ("修建渡口。", [("渡口", "码头")], "管好渡口。", []),
        ("修建小渡口。", [("小渡口", "码头")], "管好小渡口。", []),
        (
            "建成6000个渡口。",
            [("6000个", "8000个")],
            "管好6000个渡口,6000个",
            [("6000个渡口", "8000个渡口", 1)],
        ),
        (
            "建成6个渡口。",
            [("6个", "8个")],
            "建成6个码头,管好6个渡口",
            [("建成6个", "建成8个", 1), ("6个渡口", "8个渡口", 1)],
        ),
        # what only compares is no word beside it, and no 不 is cut off
        ("轮渡不低于200个。", [("200个", "300个")], "公交不低于200个", []),
        (
            "轮渡不超过200个。",
            [("200个", "300个")],
            "轮渡不超过200个",
            [("轮渡不超过200个", "轮渡不超过300个", 1)],
        ),
        ("不少于200个。", [("200个", "300个")], "不少于200个", [("不少于200个", "不少于300个", 1)]),
        # a number is what begins with a digit, whatever unit or words follow; a digit inside makes none
        ("新修5类大渡口。", [("5类大渡口", "码头")], "管好5类大渡口。", []),
        ("新修小5类渡口。", [("小5类渡口", "码头")], "管好小5类渡口。", [("小5类渡口", "码头", 1)]),
        # up to three characters between two changes: one term
        (
            "乡镇各老旧渡口码头。",
            [("乡镇", "城乡"), ("渡口", "津口")],
            "乡镇各老旧渡口码头。",
            [("乡镇各老旧渡口", "城乡各老旧津口", 1)],
        ),
        (
            "乡镇各个老旧渡口码头。",
            [("乡镇", "城乡"), ("渡口", "津口")],
            "乡镇各个老旧渡口码头。",
            [
                ("乡镇各个", "城乡各个", 1),
                ("老旧渡口", "老旧津口", 1),
                ("渡口码头", "津口码头", 1),
            ],
        ),
        # a comma ends no term, another clause does
        (
            "乡镇、渡口码头。",
            [("乡镇", "城乡"), ("渡口", "津口")],
            "乡镇、渡口码头。",
            [("乡镇、渡口", "城乡、津口", 1)],
        ),
        ("修建码头。", [("修建", "修建东岸")], "修建码头。", []),
        # what joins words and what only colours them is no term, whatever stands beside it
        ("修建码头和堤岸。", [("码头和堤岸", "码头、堤岸")], "码头和乡路,和堤岸", []),
        ("渡口的码头。", [("渡口的", "渡口之")], "渡口的路", []),
        ("积极推进修建。", [("积极", "大力")], "积极推进修路。", []),
        ("进一步加强巡查。", [("进一步加强", "切实加强")], "进一步加强看管。", []),
        ("大力修缮渡口。", [("大力修缮", "抓紧修缮")], "修缮渡口", []),
        ("推进渡口。", [("推进渡口", "推进码头")], "推进渡口", [("推进渡口", "推进码头", 1)]),
        # where only a mark goes no form does, and the next change is looked at all the same
        (
            "乡镇,新建各个大小渡口码头。",
            [("乡镇,", "乡镇;"), ("渡口码头", "驳岸码头")],
            "乡镇,渡口码头。",
            [("渡口码头", "驳岸码头", 1)],
        ),
    ],
)
def test_what_the_old_form_of_a_change_is(
    text: str, edits: list[tuple[str, str]], elsewhere: str, found: list[tuple[str, str, int]]
) -> None:
    assert old_forms(text, *edits, elsewhere=elsewhere) == found


TWENTY = "推动乡镇渡口,整体修缮好,改造提升管护好"


def test_of_more_than_twenty_characters_each_clause_of_six_is_a_term() -> None:
    assert len(TWENTY) == 20
    (whole,) = old_forms(f"{TWENTY}。", (TWENTY, "办理"), elsewhere=f"{TWENTY}。")
    assert whole == (TWENTY, "办理", 1)
    clauses = "推动乡镇渡口。整体修缮好。改造提升管护好。"
    assert old_forms(f"{TWENTY}。", (TWENTY, "办理"), elsewhere=clauses) == []
    long = f"{TWENTY}的"
    assert old_forms(f"{long}。", (long, "办理"), elsewhere=f"{clauses}改造提升管护好的") == [
        ("改造提升管护好的", "办理", 1),
        ("推动乡镇渡口", "办理", 1),
    ]


@pytest.mark.parametrize(
    ("text", "edits", "elsewhere", "found"),
    [
        # blanks part the words, in the draft as in the form that is looked for
        (
            "Mend the stone bridges soon.",
            [("stone bridges", "timber bridges")],
            "All stone bridges are old. A stone bridge is not.",
            [("stone bridges", "timber bridges", 1)],
        ),
        ("Mend the brick piers soon.", [("brick piers", "timber piers")], "Onebrick piersout.", []),
        # one common word stands everywhere, with its neighbour it is a term; a name is one by itself
        ("Mend old sheds.", [("sheds", "barns")], "Paint the sheds.", []),
        ("Mend old sheds.", [("sheds", "barns")], "Paint old sheds.", [("old sheds", "old barns", 1)]),
        ("Ask Longwood.", [("Longwood", "Shortwood")], "By Longwood.", [("Longwood", "Shortwood", 1)]),
        ("Ferries and boats.", [("and", "with")], "Oars and sails.", []),
    ],
)  # fmt: skip
def test_in_an_english_plan_blanks_part_the_words(
    text: str, edits: list[tuple[str, str]], elsewhere: str, found: list[tuple[str, str, int]]
) -> None:
    assert old_forms(text, *edits, elsewhere=elsewhere) == found


def test_what_a_comment_writes_again_beside_it_does_not_go() -> None:
    listed = [("渡船码头和车站", "车站、渡船码头和货场")]
    assert old_forms("改造渡船码头和车站。", *listed, elsewhere="渡船码头由村里管。") == []


def forms_of_cell(cell: str, old: str, new: str) -> list[str]:
    """Return the old forms that still stand somewhere when a cell gets another value as a whole."""
    rows = [["青滩渡口", "汽车渡口"], ["砚滩老渡口", "汽车渡口"], ["石矶新渡口", "旅客渡口"]]
    table = Table.model_validate({"table": "表1", "columns": ["名", "类"], "rows": rows})
    beside = Paragraph(id="1", text="石矶新渡口是旅客渡口,汽车渡口每月检修。")
    before = Corpus([Section(key="第一章", title="渡口", body=(beside, table))])
    placed = place(
        before, "航管站-01", Patch(edits=(Replace(replace=old, wording=new, within=cell),))
    )
    assert placed.texts
    return [found.form.old for found in ripples(before.outline, [placed], before)]


def test_a_value_that_other_rows_have_is_one_of_a_list_and_no_term() -> None:
    assert forms_of_cell("表1.2/类", "汽车渡口", "人行渡口") == []
    # of one row alone it is a name, and so is a name of a row
    assert forms_of_cell("表1.3/类", "旅客渡口", "人行渡口") == ["旅客渡口"]
    assert forms_of_cell("表1.3/名", "石矶新渡口", "石矶东渡口") == ["石矶新", "新渡口"]
