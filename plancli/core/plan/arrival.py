"""From which file something was taken in: a comment, or the answer of a unit."""

from typing import Annotated

from pydantic import Field

from plancli.core.plan.model import Model, Words
from plancli.core.plan.names import Name

PASTED = "-"
"""Stands for the name of a file where there was none: what was pasted."""


class Arrival(Model):
    """From which file a comment, or an answer without one, was taken in.

    `digest` is that of the file, `sheet`, `row` and `author` say where in it: a row of a table, a line of a
    letter, a paragraph in which somebody changed words. `intake` counts the runs: one is taken back whole.
    `taken` is the digest of the comment as it was then.
    """

    file: Name
    digest: Words
    sheet: Name | None = None
    row: Annotated[int, Field(ge=1)] | None = None
    author: Name | None = None
    channel: Name | None = None
    intake: Annotated[int, Field(ge=1)]
    taken: Words | None = None
