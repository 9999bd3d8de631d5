"""Flaws of texts as findings."""

from collections.abc import Callable, Iterator, Sequence

from plancli.core.check.text.flaw import Flaw
from plancli.core.finding import Finding
from plancli.core.rounds.written import Written

BEFORE, BEHIND = 6, 8
"""So many characters before a flaw and from it on show a reader where it is; a line has room for them."""


def flawed(
    texts: Sequence[Written], code: str, scan: Callable[[str], Iterator[Flaw]]
) -> Iterator[Finding]:
    """Yield a finding for each flaw that `scan` sees in a text, at its character."""
    for subject, path, text, start in texts:
        for flaw in scan(text):
            around = text[max(flaw.offset - BEFORE, 0) : flaw.offset + BEHIND]
            params = {"words": flaw.words, "better": flaw.better, "around": around}
            yield Finding(code, params, subject, path, offset=start + flaw.offset)
