"""The text as it is read: marks and brackets in the plan, nothing private in what is published."""

from collections.abc import Callable, Iterator, Sequence

from plancli.core.check.text import marks as hygiene
from plancli.core.check.text.contacts import contacts as private_numbers
from plancli.core.check.text.secrecy import secrecy as secret_marks
from plancli.core.finding import Code, Finding
from plancli.core.rounds.round import Round
from plancli.core.rounds.written import Written

Scan = Callable[[str], Iterator[hygiene.Flaw]]


def mixed_widths(round_: Round) -> Iterator[Finding]:
    """A mark has one width in the whole plan."""
    texts = round_.plan_texts
    counts = hygiene.marks(written.text for written in texts)
    yield from _flawed(texts, Code.MIXED_WIDTH, lambda text: hygiene.mixed_width(text, counts))


def unpaired_marks(round_: Round) -> Iterator[Finding]:
    """Quotation marks and brackets come in pairs."""
    yield from _flawed(round_.own_words, Code.UNPAIRED, hygiene.unpaired)


def doubled_marks(round_: Round) -> Iterator[Finding]:
    """No mark stands beside another that makes it one too many."""
    yield from _flawed(round_.own_words, Code.DOUBLED, hygiene.doubled)


def invisible_characters(round_: Round) -> Iterator[Finding]:
    """Nothing invisible stands in what is published."""
    yield from _flawed(round_.published, Code.INVISIBLE, hygiene.invisible)


def lookalike_characters(round_: Round) -> Iterator[Finding]:
    """No character only looks like a common one."""
    yield from _flawed(round_.published, Code.LOOKALIKE, hygiene.lookalikes)


def contact_data(round_: Round) -> Iterator[Finding]:
    """No personal contact data stands in what is published."""
    yield from _flawed(round_.published, Code.CONTACT, private_numbers)


def secrecy_marks(round_: Round) -> Iterator[Finding]:
    """No mark of secrecy stands in what is published."""
    yield from _flawed(round_.published, Code.SECRET, secret_marks)


def _flawed(texts: Sequence[Written], code: Code, scan: Scan) -> Iterator[Finding]:
    for subject, path, text, start in texts:
        for flaw in scan(text):
            around = text[max(flaw.offset - 6, 0) : flaw.offset + 8]
            params = {"words": flaw.words, "better": flaw.better, "around": around}
            yield Finding(code, params, subject, path, offset=start + flaw.offset)
