"""A document against the model of its kind; what does not fit becomes findings with line and key."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError

from plancli.core.comments.edits import VERBS
from plancli.core.entry import N_
from plancli.core.finding import Code, Finding, Path, PlanError
from plancli.core.plan.manifest import FORMAT, NewerFormatError
from plancli.core.plan.model import Model, UnfitError
from plancli.store.yaml.scan import WIDE_COLON
from plancli.store.yaml.strict import Document

M = TypeVar("M", bound=Model)


def validate(
    model: type[M], document: Document, values: Mapping[str, Any] | None = None, inside: Path = ()
) -> M:
    """Return the document as a value of `model`; `values` replaces its own data (to add what it cannot say).

    `inside` leads to the document's data in `values`, where they are only a part of them.
    Raises PlanError with one finding for each value that does not fit.
    """
    try:
        return model.model_validate(document.data if values is None else values)
    except ValidationError as error:
        mistakes = list(_causes(error.errors(include_url=False)))
        told = [_finding(document, dict(details), inside) for details in mistakes[:_MOST]]
        if len(mistakes) > _MOST:
            params = {"problem": N_("mistakes in one file"), "most": str(_MOST)}
            told.append(Finding(Code.TOO_MUCH, params, place=document.place()))
        raise PlanError(told) from None


def _causes(mistakes: Sequence[Any]) -> Iterator[Any]:
    """Yield the mistakes without those that only follow from others.

    Of a list whose one entry is wrong nobody is told that it has no entry.
    """
    places = [mistake["loc"] for mistake in mistakes]
    for mistake in mistakes:
        own = mistake["loc"]
        entries = any(len(place) > len(own) and place[: len(own)] == own for place in places)
        if not (mistake["type"] == "too_short" and entries):
            yield mistake


_MOST = 50
"""Mistakes that are told of one file: each is looked up among the keys that are known, and in its text."""


def _finding(document: Document, details: dict[str, Any], inside: Path) -> Finding:
    path: Path = tuple(step for step in details["loc"] if step not in _TAGS)[len(inside) :]
    error = details.get("ctx", {}).get("error")
    if isinstance(error, NewerFormatError):
        params = {"format": str(error), "known": str(FORMAT)}
        place = document.key_place(("format",))
        return Finding(Code.NEWER_FORMAT, params, path=("format",), place=place)
    if isinstance(error, UnfitError):
        return _misfit(document, (*path, error.key), error, details["input"])
    kind, key = details["type"], _key_of(path)
    names_wrongly = path[-1:] == (_OF_A_MAP,)
    path = path[:-1] if names_wrongly else path
    if words := _unquoted(document, path) if kind == "extra_forbidden" else None:
        return Finding(Code.UNQUOTED, words, path=path, place=document.key_place(path))
    code, params = _describe(kind, key, details)
    at_key = names_wrongly or code is Code.WRONG_KEY
    place = document.key_place(path) if at_key else document.place(path)
    return Finding(code, params, path=path, place=place)


def _key_of(path: Path) -> str:
    """Return the key under which a value stands: of an element that of its list, of a wrong key its map's."""
    keys = [step for step in path if isinstance(step, str)]
    if keys[-1:] == [_OF_A_MAP]:
        keys = keys[:-2]
    return keys[-1] if keys else ""


_OF_A_MAP = "[key]"
"""What pydantic puts behind a key of a map that is none of those that may be chosen."""


def _unquoted(document: Document, path: Path) -> dict[str, str] | None:
    """Return the words of a value in braces that a comma cut, and its key; None where an unknown key is one.

    {with: 甲,乙} is read as two keys, of which the second has nothing behind it.
    """
    from ruamel.yaml.nodes import MappingNode, ScalarNode

    from plancli.store.yaml.nodes import descend

    owner = descend(document.root, path[:-1])
    if not isinstance(owner, MappingNode) or not owner.flow_style:
        return None
    pairs: list[Any] = owner.value
    at = next((at for at, (name, _) in enumerate(pairs) if name.value == path[-1]), 0)
    first = at
    while first and _is_bare(document.text, pairs[first][0]):
        first -= 1
    value = pairs[first][1]
    if first == at or not isinstance(value, ScalarNode) or value.style in ("'", '"'):
        return None
    words = document.text[value.start_mark.index : pairs[at][0].end_mark.index]
    return {"key": str(pairs[first][0].value), "words": words}


def _is_bare(text: str, key: Any) -> bool:
    """Whether a key in braces has nothing behind it, not even a colon."""
    return not text[key.end_mark.index :].lstrip().startswith(":")


def _misfit(
    document: Document, path: Path, error: UnfitError, values: Mapping[str, Any]
) -> Finding:
    """Build the finding about a key that does not fit the other keys of its mapping."""
    params = {"key": error.key, "reason": str(error)}
    value = values.get(error.key)
    if isinstance(value, str) and value.strip():
        return Finding(
            Code.WRONG_VALUE, {**params, "value": value}, path=path, place=document.key_place(path)
        )
    if error.at is not None:
        path = (*path, error.at)
        return Finding(Code.WRONG_KIND, params, path=path, place=document.place(path))
    return Finding(Code.WRONG_KIND, params, path=path, place=document.key_place(path))


def _describe(kind: str, key: str, details: dict[str, Any]) -> tuple[Code, dict[str, str]]:
    value = details.get("input")
    shown = value if isinstance(value, str) else ""
    if wide := WIDE_COLON.match(shown):
        return Code.WIDE_COLON, {"key": wide[1]}
    match kind:
        case "extra_forbidden":
            return Code.WRONG_KEY, {
                "key": key,
                "near": "、".join(_near(key)),
            }
        case "missing":
            return Code.MISSING_KEY, {"key": key}
        case "enum":
            return Code.WRONG_CHOICE, {
                "key": key,
                "value": shown,
                "choices": details["ctx"]["expected"],
            }
        case "union_tag_not_found":
            return Code.NO_VERB, {"verbs": "、".join(VERBS)}
        case "string_too_short":
            return Code.EMPTY_VALUE, {"key": key}
        case "value_error":
            return Code.WRONG_VALUE, {
                "key": key,
                "value": shown,
                "reason": str(details["ctx"]["error"]),
            }
        case _:
            return Code.WRONG_KIND, {
                "key": key,
                "value": shown,
                "reason": _EXPECTED.get(kind, details["msg"]),
            }


_PARTS = ("paragraph", "column", "section", "table", "row", "head", "name", "attachment")
_TAGS = {f"<{name}>" for name in (*VERBS, *_PARTS)}
"""What pydantic adds to a path to say which of several models it tried."""

_EXPECTED = {
    "string_type": "a text is expected here",
    "tuple_type": "a list is expected here",
    "dict_type": "keys with values are expected here",
    "model_type": "keys with values are expected here",
    "model_attributes_type": "keys with values are expected here",
    "too_short": "at least one entry is expected here",
    "int_parsing": "a whole number is expected here",
    "int_parsing_size": "a whole number is expected here",
    "int_type": "a whole number is expected here",
    "int_from_float": "a whole number is expected here",
    "greater_than_equal": "the number is too small",
    "bool_parsing": "true or false is expected here",
    "bool_type": "true or false is expected here",
}


def _near(key: str) -> list[str]:
    """Return the keys that somebody could have meant; longer ones are no slips."""
    known = _known_keys()
    longest = max(map(len, known))
    return get_close_matches(key, known - {key}) if len(key) <= 2 * longest else []


@cache
def _known_keys() -> frozenset[str]:
    fields = (item for model in Model.__subclasses__() for item in model.model_fields.items())
    return frozenset(field.alias or name for name, field in fields)


def at(document: Document, code: Code, path: Path = (), **params: str) -> Finding:
    """Build a finding about a value of a document."""
    return Finding(code, params, path=path, place=document.place(path))
