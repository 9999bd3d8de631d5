"""The n-way merge of one text: properties that hold for every case; golden cases are in tests/golden."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.merge.words import Change, Merge, Ruling, merge
from plancli.core.text.atoms import atoms

BASE = "到2025年建成5G基站2万个,由市级牵头。推进公交建设,完善机制。加强管理,方便群众。"
AUTHORS = "甲乙丙丁"


@st.composite
def change(draw: st.DrawFn) -> Change:
    start = draw(st.integers(0, len(BASE)))
    end = draw(st.integers(start, min(len(BASE), start + 6)))
    text = draw(st.text("新2万推进。", max_size=4))
    return Change(draw(st.sampled_from(AUTHORS)), start, end, text, (start, end))


sets_of_changes = st.lists(change(), max_size=5).map(
    lambda found: list({c.by: c for c in found}.values())  # one change an author
)


def merged(found: list[Change]) -> Merge:
    return merge(BASE, found)


@given(sets_of_changes, st.randoms())
def test_the_order_does_not_matter(found: list[Change], random: Random) -> None:
    shuffled = found[:]
    random.shuffle(shuffled)
    assert merged(shuffled) == merged(found)


@given(change())
def test_one_author_gets_the_wording_asked_for(one: Change) -> None:
    assert merged([one]).text == BASE[: one.start] + one.text + BASE[one.end :]


@given(change())
def test_identical_changes_count_once(one: Change) -> None:
    assert merged([one._replace(by="甲"), one._replace(by="乙")]).text == merged([one]).text


@given(sets_of_changes)
def test_no_number_that_nobody_wrote(found: list[Change]) -> None:
    def numbers(text: str) -> set[str]:
        return {atom for atom in atoms(text) if any(char.isdigit() for char in atom)}

    written = numbers(BASE).union(*(numbers(merged([one]).text) for one in found))
    assert numbers(merged(found).text) <= written


@given(sets_of_changes)
def test_what_is_not_in_conflict_is_in_the_text(found: list[Change]) -> None:
    result = merged(found)
    regions = result.regions
    assert [result.text[r.start : r.end] for r in regions] == [r.text for r in regions]
    taken = {by for region in regions for by in region.by}
    in_conflict = {by for group in result.conflicts for by in group.authors}
    real = {c.by for c in found if BASE[c.start : c.end] != c.text}
    assert taken | in_conflict == real


@given(sets_of_changes)
def test_conflicts_are_exactly_where_widened_spans_touch(found: list[Change]) -> None:
    alone = {c.by: merged([c]).groups[0] for c in found if BASE[c.start : c.end] != c.text}
    for first, one in alone.items():
        for second, other in alone.items():
            if first < second and one.start <= other.end and other.start <= one.end:
                pair = merged([c for c in found if c.by in (first, second)])
                assert pair.groups[0].verdict in (Ruling.CONFLICT, Ruling.AGREED)


def test_hostile_repetition_ends() -> None:
    base = "的" * 3000
    found = [
        Change(str(at), at * 30, at * 30 + 1, "地", (at * 30, at * 30 + 1)) for at in range(100)
    ]
    assert merge(base, found).text.count("地") == 100
