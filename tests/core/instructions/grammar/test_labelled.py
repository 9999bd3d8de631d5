"""Opinions with fields of their own for the words of the draft and the new ones."""

import pytest

from plancli.core.instructions.grammar.labelled import Labelled, labelled_in
from plancli.core.instructions.grammar.row import row_of


@pytest.mark.parametrize(
    ("opinion", "fields"),
    [
        ("原文:种树|修改后:种花", Labelled("", "种树", "种花", ())),
        ("第3页,原文:“种树”,建议修改为:“种花”。", Labelled("第3页", "种树", "种花", ())),
        (
            "原表述：种树。补种。\n修改为：种花。补种。\n理由：已有树",
            Labelled("", "种树。补种。", "种花。补种。", ()),
        ),
    ],
)
def test_fields_are_read_by_their_labels(opinion: str, fields: Labelled) -> None:
    found = labelled_in(row_of(opinion))
    assert found is not None
    assert found._replace(spans=()) == fields


@pytest.mark.parametrize(
    "opinion",
    [
        "将“种树”改为“种花”",
        "原文:种树",
        "修改为:种花",
        "原文:种树\n修改为:种花\n理由:省里要求\n原文:修路\n修改为:架桥",
        "原文:种树\n修改为:种花\n理由:省里要求。如无经费则不改",
    ],
)
def test_other_opinions_have_no_fields(opinion: str) -> None:
    assert labelled_in(row_of(opinion)) is None
