"""What a figure says beside its title: which picture it shows, and what that is for those who see none.

Both are paragraphs that stand in no list and come and go with their figure. They are printed nowhere among
the words: no quotation is looked for in them, and no line of the paper has them.
"""

from collections.abc import Mapping

from plancli.core.plan.model import Figure, Paragraph, Part, Section

IMAGE = "image"
"""What the picture of a figure is called, behind the figure: 图1/image. Its text is the name of the file."""

ALT = "alt"
"""What the words for those who do not see it are called: 图1/alt."""


def image_id(figure: Figure) -> str:
    """Return the id of the picture of a figure."""
    return f"{figure.figure}/{IMAGE}"


def alt_id(figure: Figure) -> str:
    """Return the id of the words that stand for a figure."""
    return f"{figure.figure}/{ALT}"


def image_of(figure: Figure) -> Paragraph:
    """Return the picture of a figure as a paragraph: the name of its file."""
    return Paragraph.of_words(image_id(figure), figure.image)


def alt_of(figure: Figure) -> Paragraph:
    """Return the words that stand for a figure as a paragraph; empty where nobody wrote any."""
    return Paragraph.of_words(alt_id(figure), figure.alt)


def told_by(figure: Figure) -> tuple[Paragraph, Paragraph]:
    """Return what a figure says beside its title, as paragraphs."""
    return image_of(figure), alt_of(figure)


def with_digests(section: Section, digests: Mapping[str, str]) -> Section:
    """Return a section whose figures have these digests of their files, by the files; others have none."""
    body = tuple(_with_digest(part, digests) for part in section.body)
    return section if body == section.body else section.model_copy(update={"body": body})


def _with_digest(part: Part, digests: Mapping[str, str]) -> Part:
    if not isinstance(part, Figure):
        return part
    digest = digests.get(part.image)
    return part if part.digest == digest else part.model_copy(update={"digest": digest})
