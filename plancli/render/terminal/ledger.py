"""What a ledger that was filled in says besides decisions."""

from collections.abc import Iterator

from plancli.core.intake.filled import FilledIn
from plancli.messages import _


def filled_lines(found: FilledIn, file: str) -> Iterator[str]:
    """Yield who works on a comment now, then the rows of which something was not taken, and the sum."""
    for name, handler in found.handlers.items():
        yield _("{id}: handler {name}").format(id=name, name=handler or "—")
    for row, name, words in found.undecided:
        said = _("{file}:{row} {id}: no decision that is known, nothing was changed: “{words}”")
        yield said.format(file=file, row=row, id=name, words=words)
    for row, name, head in found.unread:
        said = _("{file}:{row} {id}: what was changed under {head} is not read")
        yield said.format(file=file, row=row, id=name, head=head)
    if not found.changes and not found.handlers:
        yield _("Nothing was filled in that is not decided here already.")
