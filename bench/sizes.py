"""How much is measured: whole, for figures to be published, or quickly, to see that everything runs."""

from typing import NamedTuple


class Sizes(NamedTuple):
    """Characters of the plans, numbers of comments, edits and quotations, and rounds of the sides."""

    characters: int
    """Of the plan that functions work on; with `few` the plans for locating are shorter."""
    long: int
    """Of the plan that commands work on: 500 sections in the whole run."""
    few: int
    some: int
    many: int
    edits: tuple[int, int]
    quotations: int
    """Of each kind."""
    traps: int
    """Of each kind."""
    rounds: int
    starts: int
    """Rounds of commands that need less than a second, where a disturbance weighs more."""


WHOLE = Sizes(
    characters=1_000_000,
    long=1_410_000,
    few=1_000,
    some=3_000,
    many=10_000,
    edits=(1_000, 10_000),
    quotations=200,
    traps=10,
    rounds=3,
    starts=15,
)
QUICK = Sizes(
    characters=20_000,
    long=60_000,
    few=20,
    some=60,
    many=300,
    edits=(20, 200),
    quotations=5,
    traps=3,
    rounds=1,
    starts=3,
)
