"""The fixed words of what is published; those of another language come from its catalogue."""

from collections.abc import Mapping
from typing import NamedTuple

from plancli.core.comments.status import CLAIMING, Status
from plancli.core.publish.claims import Claim
from plancli.core.publish.naming import CHINESE_NAMING, Naming
from plancli.core.text.characters import ends_sentence


class Said(NamedTuple):
    """Labels of decisions, sentences that point from one row to another, and how parts are joined.

    `intended` are the labels of decisions that the text does not prove yet. `nothing` stands for the comment
    that a unit does not have, `stop` ends a label, `comma` lies between names. What the plan itself prints
    between its fields is in `plan/joints`. `naming` puts together what its parts are called.
    """

    labels: Mapping[Status, str]
    intended: Mapping[Status, str]
    nothing: str
    joint: str
    joined: str
    shared: str
    stop: str
    comma: str
    naming: Naming = CHINESE_NAMING

    def label(self, claim: Claim) -> str:
        """Return the word under which a decision is published: what the text does not prove is intended.

        Of a decision that claims nothing of the text there is nothing to prove.
        """
        label = self.labels[claim.status]
        if claim.proved:
            return label
        return self.intended.get(claim.status, label)

    @property
    def after(self) -> str:
        """What stands between two sentences: what follows a full stop."""
        return self.stop[1:]

    def closed(self, text: str) -> str:
        """Return a text with a full stop, where it has no mark at its end."""
        # A full stop of another language ends a sentence, too, though not everywhere: 3.5 does not.
        if ends_sentence(text) or text.endswith("."):
            return text
        full_stop = self.stop[0]
        return text + full_stop


CHINESE = Said(
    {status: status.meaning.label for status in Status},
    {status: status.meaning.intended[0] for status in CLAIMING},
    "无",
    "与{unit}的意见综合表述。",
    "与{unit}的意见合并办理。",
    "{units}提出相同意见。",
    "。",
    "、",
)
