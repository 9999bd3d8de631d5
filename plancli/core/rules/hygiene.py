"""The text as it is read: marks and brackets in the plan, nothing private in what is published."""

from collections.abc import Callable, Iterator, Sequence

from plancli.core import hygiene
from plancli.core.case import Case
from plancli.core.finding import Code, Finding
from plancli.core.published import Written

Scan = Callable[[str], Iterator[hygiene.Flaw]]


def mixed_width(case: Case) -> Iterator[Finding]:
    """A mark has one width in the whole plan."""
    texts = case.plan_texts
    counts = hygiene.marks(written.text for written in texts)
    yield from _flawed(texts, Code.MIXED_WIDTH, lambda text: hygiene.mixed_width(text, counts))


def unpaired(case: Case) -> Iterator[Finding]:
    """Quotation marks and brackets come in pairs."""
    yield from _flawed(case.own_words, Code.UNPAIRED, hygiene.unpaired)


def doubled(case: Case) -> Iterator[Finding]:
    """No mark stands beside another that makes it one too many."""
    yield from _flawed(case.own_words, Code.DOUBLED, hygiene.doubled)


def invisible(case: Case) -> Iterator[Finding]:
    """Nothing invisible stands in what is published."""
    yield from _flawed(case.published, Code.INVISIBLE, hygiene.invisible)


def lookalikes(case: Case) -> Iterator[Finding]:
    """No character only looks like a common one."""
    yield from _flawed(case.published, Code.LOOKALIKE, hygiene.lookalikes)


def contacts(case: Case) -> Iterator[Finding]:
    """No personal contact data stands in what is published."""
    yield from _flawed(case.published, Code.CONTACT, hygiene.contacts)


def secrecy(case: Case) -> Iterator[Finding]:
    """No mark of secrecy stands in what is published."""
    yield from _flawed(case.published, Code.SECRET, hygiene.secrecy)


def _flawed(texts: Sequence[Written], code: Code, scan: Scan) -> Iterator[Finding]:
    for subject, path, text, start in texts:
        for flaw in scan(text):
            around = text[max(flaw.offset - 6, 0) : flaw.offset + 8]
            params = {"words": flaw.words, "better": flaw.better, "around": around}
            yield Finding(code, params, subject, path, offset=start + flaw.offset)
