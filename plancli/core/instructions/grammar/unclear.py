"""An instruction that is not to be taken, told on the way up."""

from collections.abc import Callable, Iterable

from plancli.core.comments.edits import Edit
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.locate.anchors import Anchor, Refusal


class UnclearError(Exception):
    """Why an instruction is not taken; `edits` are what it may mean, where that can be said.

    `others` are what it may mean as well; `found` is what came of looking for the words in the draft.
    """

    def __init__(
        self,
        doubt: Doubt,
        words: str = "",
        edits: tuple[Edit, ...] = (),
        others: tuple[tuple[Edit, ...], ...] = (),
        found: Anchor | Refusal | None = None,
    ) -> None:
        super().__init__(doubt)
        self.doubt, self.words, self.edits = doubt, words, edits
        self.others, self.found = others, found


def all_of(makers: Iterable[Callable[[], Edit]]) -> list[Edit]:
    """Return the edits of several makers, in their order.

    Raises:
        UnclearError: one is not to be taken: with the edits of all, where each can be said.

    """
    edits: list[Edit] = []
    first: UnclearError | None = None
    for make in makers:
        try:
            edits.append(make())
        except UnclearError as error:
            if not error.edits:
                raise
            edits += error.edits
            first = first or error
    if first is not None:
        raise UnclearError(first.doubt, first.words, tuple(edits), found=first.found)
    return edits
