"""What a paper cannot print."""

from collections.abc import Iterable


class Unprinted(UserWarning):
    """A warning that no font of this machine has some characters: the paper has their numbers instead."""

    def __init__(self, characters: Iterable[str]) -> None:
        self.characters = tuple(sorted(characters))
        super().__init__(", ".join(f"{char} (U+{ord(char):04X})" for char in self.characters))
