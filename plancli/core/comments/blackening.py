"""Words of an opinion that are blacked out where it is published; the file and the house keep them."""

from collections.abc import Iterable

BLACK = "█"
"""Stands for each character, so that readers see how much is missing, and places stay where they are."""


def blacked_out(text: str, words: Iterable[str]) -> str:
    """Return a text in which some words are black, wherever they stand."""
    # a longer passage goes first: what it holds would break it
    for passage in sorted(words, key=len, reverse=True):
        text = text.replace(passage, BLACK * len(passage))
    return text
