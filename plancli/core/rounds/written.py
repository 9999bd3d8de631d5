"""Every text that is published: of the plan, of its manifest, and what the table says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.comments.blackening import blacked_out
from plancli.core.comments.comment import Comment
from plancli.core.finding import Path, Subject
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Captioned, Table
from plancli.core.plan.outline import Outline, Spot
from plancli.core.text.characters import join_lines


class Written(NamedTuple):
    """A text, or a line of one, with its file, the path to it there, and the character where it begins."""

    subject: Subject
    path: Path
    text: str
    start: int = 0


def of_comments(comments: Iterable[Comment]) -> Iterator[Written]:
    """Yield what the table says of comments, by line."""
    for comment in comments:
        subject, decision = Subject("comment", comment.id), comment.decision
        shown = blacked_out(comment.opinion, comment.blacken)
        yield from _lines(subject, ("opinion",), shown)
        # points have the topic of the whole comment, which is published once
        if not comment.part_of:
            yield from _topics(subject, comment.topics)
        yield from _lines(subject, ("decision", "reply"), decision.reply or "")
        yield from _lines(subject, ("decision", "reason"), decision.reason or "")


def _topics(subject: Subject, topics: Sequence[str]) -> Iterator[Written]:
    """Yield the topics of a comment: one stands in its file by itself, several in a list."""
    for at, topic in enumerate(topics):
        path: Path = ("topic",) if len(topics) == 1 else ("topic", at)
        yield Written(subject, path, topic)


def of_decisions(comments: Iterable[Comment]) -> Iterator[Written]:
    """Yield what the drafting office itself says in the table: each text whole, without its line breaks."""
    for comment in comments:
        said = {"reply": comment.decision.reply, "reason": comment.decision.reason}
        for key, text in said.items():
            if text:
                path = ("decision", key)
                yield Written(Subject("comment", comment.id), path, join_lines(text))


def of_manifest(manifest: Manifest) -> Iterator[Written]:
    """Yield what is published of the manifest: title, issuer, units, channels, the office's reasons."""
    plan = Subject("plan", "plan")
    yield Written(plan, ("title",), manifest.title)
    yield Written(plan, ("issuer",), manifest.issuer)
    for at, unit in enumerate(manifest.units):
        yield Written(plan, ("units", at, "name"), unit.name)
        if unit.channel:
            yield Written(plan, ("units", at, "channel"), unit.channel)
    for at, note in enumerate(manifest.notes):
        yield Written(plan, ("notes", at, "reason"), note.reason)


def of_plan(plan: Outline) -> Iterator[Written]:
    """Yield the titles, headings and texts of the plan."""
    for section in plan.sections.values():
        subject = Subject("section", section.key)
        yield Written(subject, ("title",), section.title)
        for at, part in enumerate(section.body):
            if isinstance(part, Captioned) and part.title:
                yield Written(subject, ("body", at, "title"), part.title)
            for number, column in enumerate(part.columns if isinstance(part, Table) else ()):
                yield Written(subject, ("body", at, "columns", number, "head"), column.title)
    for spot, path in plan.places():
        if not spot.is_image:  # the name of a file is none of the words of the plan
            yield from _of_paragraph(spot, path)


def _of_paragraph(spot: Spot, path: Path) -> Iterator[Written]:
    """Yield heading, text and responsible units of a paragraph, as far as it has them."""
    subject = Subject("section", spot.section.key)
    heading, text = spot.paragraph.heading, spot.paragraph.text
    if heading:
        yield Written(subject, (*path, "heading"), heading)
    if text:
        yield Written(subject, (*path, "text"), text)
    for at, unit in enumerate(spot.paragraph.units or ()):
        yield Written(subject, (*path, "units", at), unit)


def _lines(subject: Subject, path: Path, text: str) -> Iterator[Written]:
    """Yield the lines of a text that is published with its line breaks."""
    start = 0
    for line in map(str.strip, text.splitlines()):
        yield Written(subject, path, line, start)
        start += len(line)
