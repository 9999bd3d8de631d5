"""What a text says of a person that must not be published: contacts, numbers, accounts, homes."""

from collections.abc import Iterator

from plancli.core.check.text.accounts import accounts, bank_cards
from plancli.core.check.text.contacts import contacts
from plancli.core.check.text.flaw import Flaw
from plancli.core.check.text.homes import homes


def personal(text: str) -> Iterator[Flaw]:
    """Yield all of it in the order of the text; what two scans see in one place is said once."""
    found = [*contacts(text), *bank_cards(text), *accounts(text), *homes(text)]
    end = 0
    for flaw in sorted(found, key=_longest_first):
        if flaw.offset >= end:
            yield flaw
            end = flaw.offset + len(flaw.words)


def _longest_first(flaw: Flaw) -> tuple[int, int]:
    return flaw.offset, -len(flaw.words)
