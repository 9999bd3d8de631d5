"""A paragraph that a unit sends anew, without a word on what is changed in it: 第3段:…."""

import re

from plancli.core.comments.edits import Rewrite
from plancli.core.instructions.grammar.newwords import speaks_of_text
from plancli.core.plan.outline import Spot
from plancli.core.text.diff import readable

_ALIKE = 0.5
"""With less of a paragraph in it a text is another one, and does not stand for it."""
_BEGINS = 6
"""So many characters tell how a text begins."""
_BETWEEN = re.compile(r"[\s。.:：,，“]*")
_BEHIND = re.compile(r"[”\s]*[(（]责任单位[:：][^)）]*[)）][。.]?\s*$|[”\s]+$")
"""What may stand behind the text, and is no part of it."""


def pasted(opinion: str, spot: Spot) -> Rewrite | None:
    """Return the new text of a paragraph that an opinion says whole; None where it does not.

    It stands behind the heading of the paragraph, or from the words on with which the paragraph begins, and
    nothing that is no text of a plan stands behind it: who quotes a paragraph goes on to say what he wants.
    """
    paragraph = spot.paragraph
    start = _start(opinion, paragraph.heading, paragraph.text)
    if start is None or not paragraph.text:
        return None
    new = _BEHIND.sub("", "".join(opinion[start:].split("\n")))
    if new == paragraph.text or speaks_of_text(paragraph.text, new):
        return None
    runs = readable(paragraph.text, new)
    same = sum(len(run.text) for run in runs if run.op == "=")
    if same < _ALIKE * max(len(paragraph.text), len(new)):
        return None
    return Rewrite.model_validate({"rewrite": paragraph.id, "with": new})


def _start(opinion: str, heading: str, text: str) -> int | None:
    """Return where the text of a paragraph begins in an opinion."""
    at = opinion.find(heading) if heading else -1
    if at >= 0:
        behind = _BETWEEN.match(opinion, at + len(heading))
        return behind.end() if behind else None
    at = opinion.find(text[:_BEGINS])
    return at if at >= 0 else None
