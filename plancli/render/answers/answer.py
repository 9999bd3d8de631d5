"""An answer for programs: an object that says of which command it is, and in which version of its form."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, ClassVar


class Answer:
    """What a command prints for programs: a dataclass; behind `format` and `version` come its fields.

    Within a version keys may come; when one goes, or means something else, the version grows.
    """

    format: ClassVar[str]
    version: ClassVar[int] = 1


def as_text(answer: Answer) -> str:
    """Return an answer as JSON."""
    head = {"format": answer.format, "version": answer.version}
    return json.dumps({**head, **plain(answer)}, ensure_ascii=False, indent=2) + "\n"


def plain(value: Any) -> Any:
    """Return a value as JSON has it; a run is a pair of its sign and its words."""
    if hasattr(
        value, "model_dump"
    ):  # a value from a file; `check` alone needs none of these models
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value
