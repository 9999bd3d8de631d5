"""A figure with its changes: all accepted it is that of the plan, all rejected that of the draft."""

from collections.abc import Iterable

from hypothesis import given

from plancli.core.comments.edits import ChangePicture, Edit, Move, Remove, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.evidence.pictured import Pictured, ShownPicture, pictured
from plancli.core.evidence.pieces import accepted, rejected
from plancli.core.evidence.redline import Line, LineKind, plain, redline
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import headline
from tests.core.figured import round_of, wanted, written


def figures_in(lines: Iterable[Line]) -> list[Pictured]:
    return [part for part in pictured(lines) if isinstance(part, Pictured)]


def shown(word: str, lines: Iterable[Line]) -> list[tuple[str, str, str]]:
    """Return the pictures that stand in a state with their words, and the titles below them."""
    state = rejected if word == "added" else accepted
    found: list[tuple[str, str, str]] = []
    for figure in figures_in(lines):
        for one in figure.shown:
            if not getattr(one, word):
                title = state(figure.title.heading) if figure.title else ""
                found.append((one.image, one.alt, title))
    return found


def standing(outline: Outline) -> list[tuple[str, str, str]]:
    return [(one.image, one.alt, headline(one)) for one in outline.figures.values()]


@given(wanted, written)
def test_accepted_it_is_the_plan_and_rejected_the_draft(
    patches: dict[str, Patch], by_office: dict[str, str]
) -> None:
    round_ = round_of(patches, by_office)
    lines = redline(round_)
    for word, outline in (("added", round_.workspace.draft), ("gone", round_.plan)):
        assert sorted(shown(word, lines)) == sorted(standing(outline))
        assert sorted(shown(word, plain(outline))) == sorted(standing(outline))


def first(*edits: Edit, **by_office: str) -> Pictured:
    patches = {"甲-1": Patch(edits=edits)} if edits else {}
    names = {f"图1/{name}": words for name, words in by_office.items()}
    return figures_in(redline(round_of(patches, names)))[0]


OLD = ShownPicture("figures/图1.png", "两岸各一处渡口")


def test_a_picture_that_stays_is_shown_once() -> None:
    assert first().shown == (OLD,)


def test_one_that_was_exchanged_stands_before_the_new_one() -> None:
    found = first(ChangePicture(image="图1", wording="新.png"))
    new = ShownPicture("新.png", OLD.alt, added=("甲-1",))
    assert found.shown == (OLD._replace(gone=("甲-1",)), new)


def test_other_words_are_another_picture() -> None:
    """They are no line of the paper: with the picture they go and come, under the name of who wrote them."""
    found = first(Rewrite(rewrite="图1/alt", wording="两岸各两处渡口"))
    assert [one.alt for one in found.shown] == [OLD.alt, "两岸各两处渡口"]
    assert [one.image for one in found.shown] == [OLD.image, OLD.image]
    by_office = first(alt="渡口")
    assert by_office.shown[1] == ShownPicture(OLD.image, "渡口", added=(OFFICE,))


def test_a_figure_that_goes_or_moves_goes_whole() -> None:
    gone = first(Remove(remove="图1"))
    assert gone.shown == (OLD._replace(gone=("甲-1",)),)
    moved = round_of({"甲-1": Patch(edits=(Move(move="图1", after="1.2"),))}, {})
    went, came, _other = figures_in(redline(moved))
    assert went.shown == (OLD._replace(gone=("甲-1",)),)
    assert came.shown == (OLD._replace(added=("甲-1",)),)


def test_lines_of_other_kinds_come_as_they_are() -> None:
    kinds = [part.kind for part in pictured(redline(round_of({}, {}))) if isinstance(part, Line)]
    assert LineKind.PICTURE not in kinds
    assert kinds.count(LineKind.PARAGRAPH) == 3
