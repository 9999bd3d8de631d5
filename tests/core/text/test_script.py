"""How long texts are compared: the shortest script up to a size, by what both have above it."""

from collections.abc import Iterator, Sequence

import pytest

from plancli.core.text import script
from plancli.core.text.cutting import Cut, side_by_side


@pytest.mark.parametrize(("size", "cut"), [(399, False), (400, False), (401, True)])
def test_texts_of_up_to_four_hundred_characters_are_compared_whole(
    monkeypatch: pytest.MonkeyPatch, size: int, cut: bool
) -> None:
    asked: list[int] = []

    def watched(old: str, new: str, cuts: tuple[Cut, ...], small: int) -> Iterator[tuple[str, str]]:
        asked.append(len(new))
        return side_by_side(old, new, cuts, small)

    monkeypatch.setattr(script, "side_by_side", watched)
    steps = script.by_atoms("堤" * 400, "堤" * (size - 1) + "岸")
    assert "".join(text for op, text in steps if op != "-") == "堤" * (size - 1) + "岸"
    assert bool(asked) is cut


@pytest.mark.parametrize(("size", "compared"), [(19_999, True), (20_000, True), (20_001, False)])
def test_a_stretch_without_common_clauses_is_compared_up_to_a_size(
    monkeypatch: pytest.MonkeyPatch, size: int, compared: bool
) -> None:
    asked: list[int] = []

    def none_in_common(old: str, new: str) -> Sequence[object]:
        asked.append(len(old) * len(new))
        return []

    monkeypatch.setattr(script, "_opcodes", lambda: none_in_common)
    script.by_atoms("堤" * 20_000, "岸" * size)
    assert bool(asked) is compared


def test_a_piece_is_one_letter_whatever_its_characters_are() -> None:
    """What two pieces share is no part of a script in pieces, however short or long they are."""
    assert script.by_pieces(["建设"], ["构建"]) == [("-", "建设"), ("+", "构建")]
    assert script.by_pieces(["建", "设"], ["构", "建"]) == [("+", "构"), ("=", "建"), ("-", "设")]
