"""Where the words of Chinese text end, which no sign tells: what a dictionary and a trained model say."""

from collections.abc import Callable

Cutter = Callable[[str], list[str]]
"""Cuts a text into words. Raises ImportError where rjieba is not there."""


class Segmenter:
    """Cuts with the dictionary of rjieba, or with another form of it that cuts every text alike."""

    def __init__(self) -> None:
        self._cut: Cutter = whole_dictionary

    def use(self, cut: Cutter) -> None:
        """Cut in this way from now on."""
        self._cut = cut

    def cut(self, text: str) -> list[str]:
        """Return the words of a text, and each sign between them; joined they are the text."""
        return self._cut(text)


def whole_dictionary(text: str) -> list[str]:
    """Cut as rjieba does by itself; the first call loads all its words, which takes a tenth of a second."""
    import rjieba

    words: list[str] = rjieba.cut(text)
    return words


SEGMENTER = Segmenter()
"""The one that plancli asks."""
