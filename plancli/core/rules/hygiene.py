"""The text as it is read: marks and brackets in the plan, nothing private in what is published."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from plancli.core import hygiene
from plancli.core.case import Case
from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.model import Column


class Written(NamedTuple):
    """A text, or a line of one, with its file, the path to it there, and the character where it begins."""

    subject: Subject
    path: Path
    text: str
    start: int = 0


Scan = Callable[[str], Iterator[hygiene.Flaw]]


def mixed_width(case: Case) -> Iterator[Finding]:
    """A mark has one width in the whole plan."""
    texts = list(_plan(case))
    counts = hygiene.marks(written.text for written in texts)
    yield from _flawed(texts, Code.MIXED_WIDTH, lambda text: hygiene.mixed_width(text, counts))


def unpaired(case: Case) -> Iterator[Finding]:
    """Quotation marks and brackets come in pairs."""
    yield from _flawed(_plan(case), Code.UNPAIRED, hygiene.unpaired)


def doubled(case: Case) -> Iterator[Finding]:
    """No mark stands beside another that makes it one too many."""
    yield from _flawed(_plan(case), Code.DOUBLED, hygiene.doubled)


def invisible(case: Case) -> Iterator[Finding]:
    """Nothing invisible stands in what is published."""
    yield from _flawed(_published(case), Code.INVISIBLE, hygiene.invisible)


def lookalikes(case: Case) -> Iterator[Finding]:
    """No character only looks like a common one."""
    yield from _flawed(_published(case), Code.LOOKALIKE, hygiene.lookalikes)


def contacts(case: Case) -> Iterator[Finding]:
    """No personal contact data stands in what is published."""
    yield from _flawed(_published(case), Code.CONTACT, hygiene.contacts)


def secrecy(case: Case) -> Iterator[Finding]:
    """No mark of secrecy stands in what is published."""
    yield from _flawed(_published(case), Code.SECRET, hygiene.secrecy)


def _flawed(texts: Iterator[Written] | list[Written], code: Code, scan: Scan) -> Iterator[Finding]:
    for subject, path, text, start in texts:
        for flaw in scan(text):
            around = text[max(flaw.offset - 6, 0) : flaw.offset + 8]
            params = {"words": flaw.words, "better": flaw.better, "around": around}
            yield Finding(code, params, subject, path, offset=start + flaw.offset)


def _published(case: Case) -> Iterator[Written]:
    """Yield the plan's texts, and what the table says."""
    yield from _manifest(case)
    yield from _plan(case)
    for comment in case.comments.values():
        decision = comment.decision
        said = {("opinion",): comment.opinion, ("decision", "reply"): decision.reply}
        for path, text in {**said, ("decision", "reason"): decision.reason}.items():
            if text:
                yield from _lines(Subject("comment", comment.id), path, text)


def _lines(subject: Subject, path: Path, text: str) -> Iterator[Written]:
    """Yield the lines of a text that is published with its line breaks."""
    start = 0
    for line in map(str.strip, text.splitlines()):
        yield Written(subject, path, line, start)
        start += len(line)


def _manifest(case: Case) -> Iterator[Written]:
    """Yield what is published of the manifest: title, issuer, names of units, reasons of the office."""
    manifest, plan = case.manifest, Subject("plan", "plan")
    yield Written(plan, ("title",), manifest.title)
    yield Written(plan, ("issuer",), manifest.issuer)
    for at, unit in enumerate(manifest.units):
        yield Written(plan, ("units", at, "name"), unit.name)
    for at, note in enumerate(manifest.notes):
        yield Written(plan, ("notes", at, "reason"), note.reason)


def _plan(case: Case) -> Iterator[Written]:
    """Yield the titles, headings and texts of the plan."""
    for section in case.plan.sections.values():
        subject = Subject("section", section.key)
        yield Written(subject, ("title",), section.title)
        for at, part in enumerate(section.body):
            if isinstance(part, Column) and part.title:
                yield Written(subject, ("body", at, "title"), part.title)
    for spot, path in case.plan.places():
        subject = Subject("section", spot.section.key)
        for field in ("heading", "text"):
            if text := getattr(spot.paragraph, field):
                yield Written(subject, (*path, field), text)
        for at, unit in enumerate(spot.paragraph.units or ()):
            yield Written(subject, (*path, "units", at), unit)
