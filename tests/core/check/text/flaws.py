"""What the tests of the scans share."""

from collections.abc import Callable, Iterable

from plancli.core.check.text.flaw import Flaw


def words(flaws: Iterable[Flaw]) -> list[str]:
    return [flaw.words for flaw in flaws]


def grows(found: Callable[[int], int], times: int) -> bool:
    """Whether about as much is found in a very long line as in short ones, by their length."""
    first, second = found(200), found(400)
    return abs(found(times) - first - (second - first) * (times - 200) // 200) <= times // 500
