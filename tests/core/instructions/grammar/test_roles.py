"""What the words of an opinion are for is told to the character: a screen colours them so."""

import pytest

from plancli.core.instructions.grammar.forms import FAMILIES
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.roles import ROLES
from tests.core.instructions.grammar.test_reading import CORPUS


def roles(opinion: str) -> list[str]:
    spans = OpinionReader(CORPUS, "市商港局").read(opinion).spans
    return [f"{span.role.value} {opinion[span.start : span.end]}" for span in spans]


@pytest.mark.parametrize(
    ("opinion", "told"),
    [
        (
            "按照船检要求,将2.1中的“24艘”改为“25艘”,以便年检。理由:船已订。",
            [
                "reason 按照船检要求",
                "place 2.1中的",
                "old “24艘”",
                "new “25艘”",
                "reason 以便年检",
                "reason 理由:船已订",
            ],
        ),
        ("2.1责任单位增加市财税局", ["place 2.1", "units 市财税局"]),
        ("将专栏2.2移至专栏2.1之前", ["place 专栏2.2", "place 专栏2.1"]),
        (
            "2.1,原文:24艘|修改后:25艘|理由:船已订。",
            ["place 2.1", "old 24艘", "new 25艘", "reason 理由:船已订"],
        ),
        # a place that is none is told as not understood, and so is what no form reads
        ("将望江亭里“24艘”改为“25艘”", ["unread 望江亭里", "old “24艘”", "new “25艘”"]),
        ("“24艘”改为“25艘”,那艘除外", ["old “24艘”", "new “25艘”", "unread 那艘除外"]),
        ("渡口有人值守。建议明确时间。", ["unread 明确时间"]),
    ],
)
def test_words_have_their_roles(opinion: str, told: list[str]) -> None:
    assert roles(opinion) == told


def test_every_group_of_a_form_has_a_role_or_is_known_to_have_none() -> None:
    groups = {
        group for family in FAMILIES for form in family.forms for group in form.pattern.groupindex
    }
    assert groups - ROLES.keys() <= {"side", "whole", "and", "last"}
