"""How a part was typed before a comment changed it: its lines, from which it is written again."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from plancli.core.plan.model import Footnote, Part
from plancli.core.plan.outline import part_name
from plancli.store.files import RECORD
from plancli.store.yaml.strict import parse


def as_typed(part: Part, typed: Mapping[str, str]) -> tuple[Part, list[str]] | None:
    """Return what a part said before a comment changed it, and in which lines; None where none are known."""
    text = typed.get(part_name(part))
    if text is None:
        return None
    said = _said(text)
    if isinstance(part, Footnote) and isinstance(said, dict):
        said = {"id": part.id, **said}  # one without an id is called by its number
    try:
        before = type(part).model_validate(said)
    except ValidationError:
        return None  # the lines are of a part of another kind that had this name
    return (before, text.split("\n")) if part_name(before) == part_name(part) else None


@lru_cache(maxsize=256)
def _said(text: str) -> Any:
    """Return the value of an element of a list that is written in these lines."""
    indented = "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
    return parse(RECORD, f"part:\n{indented}\n".encode()).data["part"][0]
