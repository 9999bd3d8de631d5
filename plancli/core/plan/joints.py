"""How a plan prints its paragraphs: what stands behind a heading, and round the responsible units."""

from typing import NamedTuple

from plancli.core.text.punctuation import Punctuation, outside_quotations, punctuated


class Joints(NamedTuple):
    """The fixed words between the fields of a paragraph.

    `separator` stands between heading and text, `opening` before the list of responsible units, `comma`
    between two of them, `closing` behind the last one. `punctuation` is how all of it is published, where
    the plan says so: its files have their marks as they are.
    """

    separator: str
    opening: str
    comma: str
    closing: str
    punctuation: Punctuation | None = None

    def published(self, words: str) -> str:
        """Return words of the plan as they are published."""
        return words if self.punctuation is None else self.punctuation.printed(words)

    def replied(self, words: str) -> str:
        """Return words of the office as they are published; what they quote stays as it is written."""
        return words if self.punctuation is None else outside_quotations(words, self.punctuation)


_CHINESE = Joints("。", "（责任单位：", "、", "）")
_OTHER = Joints(". ", " (responsible: ", ", ", ")")
"""English stands for every language that has no words of its own, as in the catalogues."""


def joints_of(
    language: str = "zh", separator: str | None = None, punctuation: Punctuation | None = None
) -> Joints:
    """Return the joints of a language, with a separator of its own where the plan states one."""
    joints = _OTHER
    if language.startswith("zh"):
        joints = _CHINESE
        opening, closing = (
            punctuated(joints.opening, language),
            punctuated(joints.closing, language),
        )
        joints = joints._replace(opening=opening, closing=closing)
    if separator is not None:
        joints = joints._replace(separator=separator)
    return joints._replace(punctuation=punctuation)
