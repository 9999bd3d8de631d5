"""Every text that is published: of the plan, of its manifest, and what the table says."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.comment import Comment
from plancli.core.finding import Path, Subject
from plancli.core.manifest import Manifest
from plancli.core.model import Column
from plancli.core.outline import Outline


class Written(NamedTuple):
    """A text, or a line of one, with its file, the path to it there, and the character where it begins."""

    subject: Subject
    path: Path
    text: str
    start: int = 0


def of_comments(comments: Iterable[Comment]) -> Iterator[Written]:
    """Yield what the table says, by line."""
    for comment in comments:
        decision = comment.decision
        said = {("opinion",): comment.opinion, ("decision", "reply"): decision.reply}
        for path, text in {**said, ("decision", "reason"): decision.reason}.items():
            if text:
                yield from _lines(Subject("comment", comment.id), path, text)


def of_manifest(manifest: Manifest) -> Iterator[Written]:
    """Yield what is published of the manifest: title, issuer, names of units, reasons of the office."""
    plan = Subject("plan", "plan")
    yield Written(plan, ("title",), manifest.title)
    yield Written(plan, ("issuer",), manifest.issuer)
    for at, unit in enumerate(manifest.units):
        yield Written(plan, ("units", at, "name"), unit.name)
    for at, note in enumerate(manifest.notes):
        yield Written(plan, ("notes", at, "reason"), note.reason)


def of_plan(plan: Outline) -> Iterator[Written]:
    """Yield the titles, headings and texts of the plan."""
    for section in plan.sections.values():
        subject = Subject("section", section.key)
        yield Written(subject, ("title",), section.title)
        for at, part in enumerate(section.body):
            if isinstance(part, Column) and part.title:
                yield Written(subject, ("body", at, "title"), part.title)
    for spot, path in plan.places():
        subject = Subject("section", spot.section.key)
        for field in ("heading", "text"):
            if text := getattr(spot.paragraph, field):
                yield Written(subject, (*path, field), text)
        for at, unit in enumerate(spot.paragraph.units or ()):
            yield Written(subject, (*path, "units", at), unit)


def _lines(subject: Subject, path: Path, text: str) -> Iterator[Written]:
    """Yield the lines of a text that is published with its line breaks."""
    start = 0
    for line in map(str.strip, text.splitlines()):
        yield Written(subject, path, line, start)
        start += len(line)
