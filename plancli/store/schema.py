"""JSON schemas of the files, made from the models that read them."""

from typing import Any

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Record
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Draft, Model, Section

KINDS: dict[str, tuple[type[Model], str]] = {
    "plan": (Manifest, "plan/plan.yaml"),
    "section": (Section, "plan/*.yaml, plan/*/*.yaml"),
    "draft": (Draft, "plan/drafts/*.yaml"),
    "comment": (Comment, "comments/*/*.yaml"),
    "applied": (Record, "plan/applied.yaml"),
}


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of one kind of file, as people write it."""
    model, files = KINDS[kind]
    found = model.model_json_schema(by_alias=True, mode="validation")
    if model is Comment:  # the id comes from the path
        del found["properties"]["id"], found["properties"]["part_of"]
        found["required"].remove("id")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **found,
        "title": f"plancli: {files}",
    }
