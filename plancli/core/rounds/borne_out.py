"""Whether the text bears a decision out: the one split of all figures and bars of what is adopted."""

from collections.abc import Mapping

from plancli.core.entry import N_
from plancli.core.meaningful import Meaningful


class InText(Meaningful):
    """Whether the text, and whoever signs it off, bears a decision out; in this order figures are shown.

    A decision that claims nothing of the text is borne out.
    """

    meaning: str
    """What is counted, given the label of the decision."""

    YES = "in-text", N_("{label}")
    NOT_YET = "not-yet", N_("{label} (not yet)")
    CONFLICT = "in-conflict", N_("{label} (in conflict)")


Unborne = Mapping[str, InText]
"""Comments, by id, that are not borne out yet, each with what it lacks."""
