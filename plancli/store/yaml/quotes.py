"""Another word in the quotes in which the old one stands: every sign that stays is written as it was."""

from typing import Any

from ruamel.yaml.nodes import ScalarNode

from plancli.core.text.diff import apply, splices
from plancli.store.yaml import emit
from plancli.store.yaml.nodes import SIGNS


def in_its_quotes(node: Any, text: str, word: str) -> str | None:
    """Return `word` in the quotes of a scalar of `text`; None where it has none, or they cannot hold it.

    What stays of the old word stays as it was typed, escapes among it.
    """
    if not isinstance(node, ScalarNode) or node.style not in SIGNS or not word:
        return None
    if node.style == "'" and not emit.is_printable(word):
        return None
    written = text[node.start_mark.index + 1 : node.end_mark.index - 1]
    starts = [match.start() for match in SIGNS[node.style].finditer(written)]
    if len(starts) != len(node.value):
        return None  # a word over several lines
    starts.append(len(written))
    changed = [
        change._replace(
            start=starts[change.start],
            end=starts[change.end],
            text=_typed(change.text, node.style),
        )
        for change in splices(node.value, word)
    ]
    return f"{node.style}{apply(written, changed)}{node.style}"


def _typed(words: str, style: str) -> str:
    """Return words as they are typed between quotes."""
    return words.replace("'", "''") if style == "'" else emit.quoted(words)[1:-1]
