"""How many opinions wait for a person, and what comes next: said wherever somebody may ask."""

from plancli.messages import _


def waiting_line(count: int) -> str:
    """Say how many opinions wait for a person to say what they ask for, and the command for it."""
    return _("{count} wait for a review: plancli intake review").format(count=count)
