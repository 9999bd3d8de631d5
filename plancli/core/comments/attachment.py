"""A file that came with an opinion, such as the scan of its letter: its name, and its digest."""

from typing import Annotated, Any

from pydantic import AfterValidator, Discriminator, Field, Tag

from plancli.core.plan.model import Digest, Model
from plancli.core.plan.names import Name, folded, unstorable

_COMMENT_ENDINGS = (".yaml", ".yml")
"""What ends so beside a comment is read as one."""


def _file_name(name: str) -> str:
    reason = unstorable(name)
    if reason is not None:
        raise ValueError(reason)
    if folded(name).endswith(_COMMENT_ENDINGS):
        raise ValueError("what ends in .yaml is read as a comment: give the file another ending")
    return name


FileName = Annotated[Name, AfterValidator(_file_name)]
"""The name of a file alone: it lies beside the comment, or outside the repository."""


class Attachment(Model):
    """A file by its name; `digest` is the SHA-256 of its bytes, where somebody noted it."""

    file: FileName
    digest: Digest | None = None


def _noted_as(value: Any) -> str:
    """Return whether a file is noted by its name alone, or with more."""
    if isinstance(value, str):
        return "<name>"
    return "<attachment>"


NotedFile = Annotated[
    Annotated[FileName, Tag("<name>")] | Annotated[Attachment, Tag("<attachment>")],
    Discriminator(_noted_as),
]
"""A file as a comment notes it: its name may stand alone."""


def attachment_of(noted: str | Attachment) -> Attachment:
    """Return a file with what is noted of it."""
    if isinstance(noted, Attachment):
        return noted
    return Attachment.model_construct(file=noted)


def _each_file_once(noted: tuple[str | Attachment, ...]) -> tuple[str | Attachment, ...]:
    names = [folded(attachment_of(one).file) for one in noted]
    if len(set(names)) < len(names):
        raise ValueError("one of the files stands twice: leave it once")
    return noted


Attachments = Annotated[tuple[NotedFile, ...], Field(min_length=1), AfterValidator(_each_file_once)]
"""The files that came with an opinion."""
