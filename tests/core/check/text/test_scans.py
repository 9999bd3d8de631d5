"""What holds for every scan of a text."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.check.text.contacts import contacts
from plancli.core.check.text.flaw import Flaw
from plancli.core.check.text.marks import doubled, marks, mixed_width
from plancli.core.check.text.pairs import unpaired
from plancli.core.check.text.secrecy import secrecy
from plancli.core.check.text.strange import invisible, lookalikes
from tests.core.check.text.flaws import grows

PIECES = [
    "1",
    "13 ",
    "139.",
    "0564 ",
    "1-",
    "86",
    "(0",
    "a",
    "a.",
    "@",
    "张@",
    "秘密",
    "密级 ",
    " ",
    "电话",
    "★",
]


Scan = Callable[[str], Iterator[Flaw]]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("scan", [contacts, secrecy])
def test_what_is_found_grows_with_a_line(scan: Scan, piece: str) -> None:
    assert grows(lambda times: len(list(scan("1234 a@" + piece * times))), 10_000 // len(piece))


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    counts = marks([text])
    for scan in (
        unpaired,
        doubled,
        invisible,
        lookalikes,
        contacts,
    ):
        for flaw in scan(text):
            assert 0 <= flaw.offset < len(text)
    assert all(flaw.better for flaw in mixed_width(text, counts))
    assert all(flaw.words for flaw in secrecy(text))


CLEAN = st.sampled_from(
    ["推进平台建设", "到2025年建成5G基站2.5万个", "打造“一张图”", "完善(县)区体系", "依托《规划》"]
)


@given(st.lists(CLEAN, min_size=1), st.sampled_from(["。", ",", "、", "；"]))
def test_clean_sentences_have_no_flaw(parts: list[str], mark: str) -> None:
    text = mark.join(parts) + "。"
    scans = (
        unpaired,
        doubled,
        invisible,
        contacts,
        secrecy,
    )
    assert [flaw for scan in scans for flaw in scan(text)] == []
