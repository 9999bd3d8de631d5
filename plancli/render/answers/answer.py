"""An answer for programs: an object that says of which command it is, and in which version of its form."""

import json
from collections.abc import Mapping
from dataclasses import Field, fields
from typing import Any, ClassVar

ONLY_IF_ANY: Mapping[str, bool] = {"only_if_any": True}
"""Marks a field that is left out where there is nothing to say."""


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


def _left_out(field: Field[Any], value: object) -> bool:
    """Whether a field is only there where it says something, and says nothing; what is false says it."""
    return "only_if_any" in field.metadata and value is not False and not value


def plain(value: Any) -> Any:
    """Return a value as JSON has it; a run is a pair of its sign and its words."""
    if hasattr(
        value, "model_dump"
    ):  # a value from a file; `check` alone needs none of these models
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if hasattr(value, "__dataclass_fields__"):
        return {
            field.name: plain(getattr(value, field.name))
            for field in fields(value)
            if not _left_out(field, getattr(value, field.name))
        }
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value
