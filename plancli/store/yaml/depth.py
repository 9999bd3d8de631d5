"""How deep a YAML file is nested, found out before anything that descends into it: one step after the other.

Parsers that build nodes call themselves for each level, in C too: a file of brackets would end the program.
"""

import re
from collections.abc import Iterator

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent, Event

from plancli.core.entry import N_
from plancli.core.finding import Code, Place, refuse

DEEPEST = 40
"""Levels of lists and mappings at most. A plan needs seven."""

_OPENERS = "[{"
_FAR_IN = re.compile(rf"^[ \-?:]{{{DEEPEST}}}", re.MULTILINE)
"""A line that begins so far in. Outside brackets a level needs a column of its own, of nothing but these;
a list can stand in the column of its key, so twice as many levels pass: few enough for any parser."""


def refuse_depth(file: str, text: str, events: Iterator[Event]) -> None:
    """Refuse a file that is nested deeper than any of ours; `events` are those of its parser.

    What the parser cannot read is left to whoever reads it.
    """
    if sum(map(text.count, _OPENERS)) < DEEPEST and not _FAR_IN.search(text):
        return
    depth = 0
    try:
        for event in events:
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)
            if depth > DEEPEST:
                mark = event.start_mark
                raise refuse(
                    Code.TOO_MUCH,
                    Place(file, mark.line + 1, mark.column + 1),
                    problem=N_("lists and keys inside each other"),
                    most=str(DEEPEST),
                )
    except YAMLError:
        return
