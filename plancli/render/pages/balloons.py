"""What stands beside the text of the review page: balloons, with the numbers that changes bear."""

from collections.abc import Iterable, Mapping

from plancli.core.publish.review.values import Review


class Balloons:
    """The balloons of a page; `names` is how it calls what has an address."""

    def __init__(self, review: Review, names: Mapping[str, str], comma: str) -> None:
        self._cards = {card.address: card for card in review.cards}
        self._names = names
        self._comma = comma
        found = dict.fromkeys(address for part in review.parts for address in part.about)
        self._numbers = {address: str(number) for number, address in enumerate(found, 1)}

    def number(self, address: str) -> str:
        """Return the number of a comment beside the text: 1 is the first that is read there."""
        return self._numbers[address]

    def numbers(self, by: Iterable[str]) -> str:
        """Return the numbers of those who made a change, as it bears them."""
        return ",".join(self._numbers[address] for address in by if address in self._numbers)

    def words(self, address: str) -> str:
        """Return what a comment is called: by its unit, too, where its id does not say that."""
        name = self._names[address]
        if address not in self._cards:
            return name
        signed = self._cards[address].comment.signed(self._comma)
        return name if name.startswith(signed) else f"{signed} {name}"
