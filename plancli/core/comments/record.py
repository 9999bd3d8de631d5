"""The record of what is in the text."""

from pydantic import Field

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Edit
from plancli.core.plan.model import Digest, ImageName, Model
from plancli.core.plan.names import Name


class Patch(Model):
    """Edits with the citation that helps to locate them."""

    at: Cited = Field(default_factory=Cited.model_construct)
    edits: tuple[Edit, ...]

    @staticmethod
    def of(at: Cited, edits: tuple[Edit, ...]) -> "Patch":
        """Put together what was validated before."""
        return Patch.model_construct(at=at, edits=edits)


class RecordedRound(Model):
    """The patches that went into the text on one draft, by comment id.

    `renumbered` has the number of each part that `renumber` gave another one than it has in that draft,
    `left` the words of the references that it left as they stand, by part.
    """

    draft: Name
    comments: dict[str, Patch] = Field(default_factory=dict)
    renumbered: dict[str, Name] = Field(default_factory=dict)
    left: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class TypedFile(Model):
    """A file as it was typed before a comment changed it, and the digest of what was written last instead."""

    text: str
    now: Digest


class Record(Model):
    """`plan/applied.yaml`: the patches that are in the text, by comment id; `earlier` rounds are closed.

    `renumbered` has the number of each part that `renumber` gave another one than it has in the draft,
    `left` the words of the references that it left as they stand, by part. `pictures` has the digest that
    the file of each picture had when a comment put it into the text, by its name; of those for which the
    comment itself has one it says nothing.
    `typed` are lines of parts, and `files` whole files, that would not be written so again: as they were
    before a comment changed them.
    """

    draft: Name | None = None
    comments: dict[str, Patch] = Field(default_factory=dict)
    renumbered: dict[str, Name] = Field(default_factory=dict)
    left: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    pictures: dict[ImageName, Digest] = Field(default_factory=dict)
    typed: dict[str, str] = Field(default_factory=dict)
    files: dict[str, TypedFile] = Field(default_factory=dict)
    earlier: tuple[RecordedRound, ...] = ()
