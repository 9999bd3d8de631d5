"""How a plan prints its paragraphs: what stands behind a heading, and round the responsible units."""

from typing import NamedTuple

from plancli.core.text.punctuation import punctuated


class Joints(NamedTuple):
    """The fixed words between the fields of a paragraph.

    `separator` stands between heading and text, `opening` before the list of responsible units, `comma`
    between two of them, `closing` behind the last one.
    """

    separator: str
    opening: str
    comma: str
    closing: str


_CHINESE = Joints("。", "（责任单位：", "、", "）")
_OTHER = Joints(". ", " (responsible: ", ", ", ")")
"""English stands for every language that has no words of its own, as in the catalogues."""


def joints_of(language: str = "zh", separator: str | None = None) -> Joints:
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
    return joints
