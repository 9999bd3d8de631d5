"""An instruction that is not to be taken, told on the way up."""

from plancli.core.comments.edits import Edit
from plancli.core.instructions.grammar.verdict import Doubt


class UnclearError(Exception):
    """Why an instruction is not taken; `edits` are what it may mean, where that can be said."""

    def __init__(self, doubt: Doubt, words: str = "", edits: tuple[Edit, ...] = ()) -> None:
        super().__init__(doubt)
        self.doubt, self.words, self.edits = doubt, words, edits
