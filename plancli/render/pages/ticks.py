"""Which comments can be ticked off on the review page, and what the page then shows."""

from plancli.core.publish.review.values import Card, PageRow, Review, Without
from plancli.core.publish.review.without import in_rows_of_their_own

_MOST_WORDS = 2_000_000
"""Characters of rows that are stored with the page at most: words that the page does not show by itself.

Of most comments there are none to store, as without them the draft's words stand there, which the page has. A
page of 10,000 comments has 20 million characters: what no reader may ever tick is to be a small part of it.
"""


class Ticks:
    """The comments that are in the text, and what of the text without them is stored with the page."""

    def __init__(self, review: Review) -> None:
        self.known = review.recorded
        self._staying = {one.comments for one in review.without if one.stays}
        self.trials: list[Without] = []
        left = _MOST_WORDS
        for one in review.without:
            left -= _size(one)
            if not one.stays and left >= 0:
                self.trials.append(one)
        self._computed = {one.comments: one for one in self.trials}

    def of(self, card: Card) -> tuple[str, ...]:
        """Return the comments that the tick of a card is about: itself, or the points of a compound one."""
        return tuple(name for name in card.items or (card.address,) if name in self.known)

    def computed(self, addresses: tuple[str, ...]) -> bool:
        """Whether the page can show the text without some comments: so stored, or one by one, apart."""
        if addresses in self._computed:
            return True
        alone = [found for name in addresses if (found := self._computed.get((name,)))]
        return len(alone) == len(addresses) > 1 and in_rows_of_their_own(alone)

    def stays(self, addresses: tuple[str, ...]) -> bool:
        """Whether comments cannot be taken out by themselves."""
        return addresses in self._staying


def _size(one: Without) -> int:
    """Return how many characters of words a trial brings."""
    rows = [row for row in one.rows.values() if isinstance(row, PageRow)]
    texts = (change.texts for row in rows for change in (*row.heading, *row.text, *row.units))
    return sum(len(word) for words in texts for word in words)
