"""Who signs a letter, by whichever name."""

import pytest

from plancli.core.intake.signature import Senders, Signature, sender_in_head, signature_in

SENDERS = Senders({"县水务局": "县水务局", "水务局": "县水务局"}, "青山县防汛规划")


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("县水务局", Signature("县水务局", "县水务局")),
        ("县 水 务 局(盖章)", Signature("县水务局", "县 水 务 局(盖章)")),
        ("反馈单位(公章):水务局", Signature("县水务局", "反馈单位(公章):水务局")),
        ("青山县水务局 2026年4月8日", Signature("县水务局", "青山县水务局", "2026-04-08")),
        ("绿水县水务局", Signature(None, "绿水县水务局")),
        # a short name without its county is not that of a place behind which it stands
        ("防汛水务局", Signature(None, "防汛水务局")),
        ("日期:2026年4月8日", Signature(day="2026-04-08")),
        ("2026年2月30日", Signature()),
        ("请县水务局研究。", None),
        ("建议增加水务局", None),
    ],
)
def test_a_line_at_the_end(line: str, signed: Signature | None) -> None:
    assert signature_in(line, SENDERS) == signed


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("县水务局关于防汛规划的复函", "县水务局"),
        ("青山县水务局文件", "县水务局"),
        ("关于防汛规划的复函", None),
        ("绿水县水务局关于防汛规划的复函", None),
    ],
)
def test_a_line_of_the_head(line: str, unit: str | None) -> None:
    assert sender_in_head(line, SENDERS) == unit
