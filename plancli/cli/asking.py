"""Words that a person gives: on the command line, from stdin, or asked for in a terminal."""

import sys


def lines(words: str) -> str:
    """Return words with plain line breaks, whatever system they come from."""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def given(words: str | None) -> str | None:
    """Return words as they are given, - from stdin, without what ends them; None where they are not."""
    if words is None:
        return None
    return lines(sys.stdin.read() if words == "-" else words).strip("\n").rstrip()
