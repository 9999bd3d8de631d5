"""Freeze the working plan as a draft, and tell whether a frozen draft was changed."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from plancli.core.plan.model import Column, Paragraph, Part, Section


def digest(sections: Iterable[Section]) -> str:
    """Return the SHA-256 of a draft's wording and structure; pages and lines may be added later."""
    values = [(s.key, s.title, s.above, [_wording(part) for part in s.body]) for s in sections]
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _wording(part: Part) -> list[Any]:
    if isinstance(part, Column):
        return [part.column, part.title, [_wording(item) for item in part.items]]
    paragraph: Paragraph = part
    return [paragraph.id, paragraph.heading, paragraph.text, paragraph.units]


def unprinted(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections without pages and lines, which belong to a draft alone."""
    return tuple(s.model_copy(update={"body": tuple(map(_unprinted, s.body))}) for s in sections)


def _unprinted(part: Part) -> Part:
    if isinstance(part, Column):
        return part.model_copy(update={"items": tuple(map(_unprinted, part.items))})
    return part.model_copy(update={"page": None, "line": None, "layout": ()})
