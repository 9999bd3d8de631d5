"""Presets of the feedback table: which columns it has, and how its rows are grouped."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from plancli.core.plan.model import Model, Words


class Value(StrEnum):
    """What a column of the table shows of a comment."""

    # the records of the columns: publish/columns.py
    NUMBER = "number"
    UNIT = "unit"
    OPINION = "opinion"
    DECISION = "decision"
    STATUS = "status"
    ANSWER = "answer"
    CHANNEL = "channel"
    PLACE = "place"
    PAGE = "page"
    LINE = "line"
    ORIGINAL = "original"
    ASKED = "asked"
    BEFORE = "before"
    AFTER = "after"
    TOPIC = "topic"
    ID = "id"
    LETTER = "letter"
    RECEIVED = "received"
    HANDLER = "handler"
    APPROVAL = "approval"
    NOTE = "note"
    ATTACHMENTS = "attachments"


class Grouping(StrEnum):
    """What rows of the table stand together."""

    UNIT = "unit"
    TOPIC = "topic"
    NONE = "none"


class PresetHead(Model):
    """One column; `label` and `width` (its part of the whole) default to those of the value."""

    value: Value
    label: Words | None = None
    width: Annotated[int, Field(ge=1)] | None = None


class Preset(Model):
    """A table of plan.yaml's `tables`; with `foot` the counts of units stand below it.

    With `fit` its columns are as wide as their words need, and those in which nothing stands are left out.
    """

    title: Words | None = None
    group: Grouping = Grouping.UNIT
    heads: Annotated[tuple[PresetHead, ...], Field(min_length=1)]
    foot: bool = False
    fit: bool = False
