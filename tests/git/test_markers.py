"""Two versions of a section's file in one: where the markers stand."""

from plancli.git.markers import side_by_side

HEAD = "key: 一\nbody:\n"


def part(name: str, *words: str, at: int = 2) -> str:
    return "".join(
        f"{' ' * at}{line}\n"
        for line in (f"- id: {name}", "  heading: 新", *(f"  {w}" for w in words))
    )


def column(name: str, *items: str) -> str:
    return f"  - column: {name}\n    items:\n" + "".join(
        part(item, "text: 同一句。", at=6) for item in items
    )


def joined(ours: str, theirs: str) -> str:
    return side_by_side(HEAD + ours, HEAD + theirs, ("HEAD", "y")).removeprefix(HEAD)


def conflict(ours: str, theirs: str) -> str:
    return f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> y\n"


def test_words_of_one_paragraph_stand_between_markers_alone() -> None:
    one, other = part("1", "text: 甲。"), part("1", "text: 乙。")
    head = part("1")
    assert joined(one, other) == head + conflict(one.removeprefix(head), other.removeprefix(head))


def test_two_new_paragraphs_stand_whole_on_their_sides() -> None:
    old, one, other = (
        part("1", "text: 甲。"),
        part("2", "text: 甲。"),
        part("3", "text: 乙。", "units: [丙]"),
    )
    assert joined(old + one, old + other) == old + conflict(one, other)
    assert joined(one + old, other + old) == conflict(one, other) + old
    assert joined(old + one, old) == old + conflict(one, "")


def test_two_new_columns_stand_whole_on_their_sides() -> None:
    one, other = column("专栏1", "1.1", "1.2"), column("专栏2", "2.1")
    assert joined(one, other) == conflict(one, other)


def test_a_remark_at_an_id_is_no_other_paragraph() -> None:
    one, rest = "  - id: 1\n", "    text: 甲。\n"
    assert joined(one + rest, "  - id: 1 # 记\n" + rest) == conflict(one, "  - id: 1 # 记\n") + rest
