"""What codes mean, for programs."""

from dataclasses import dataclass
from typing import ClassVar

from plancli.core.finding import Severity
from plancli.messages import _
from plancli.render.answers.answer import Answer
from plancli.render.findings.explanations import Explanation
from plancli.render.findings.messages import plain


@dataclass(frozen=True)
class CodeEntry:
    """What a code means; `severity` is what it weighs where plan.yaml says nothing else.

    `case` says what is wrong in the example, and `mended` is the same without it; both may be empty.
    """

    code: str
    severity: Severity
    message: str
    meaning: str
    case: str
    example: str
    mended: str
    hint: str


@dataclass(frozen=True)
class ExplainAnswer(Answer):
    """What codes mean."""

    format: ClassVar = "plancli explain"
    codes: list[CodeEntry]


def code_entry(one: Explanation) -> CodeEntry:
    message, hint = plain(one.known)
    return CodeEntry(
        one.code,
        one.known.weight,
        message,
        _(one.known.meaning),
        one.case,
        "\n".join(one.example),
        "\n".join(one.mended),
        hint,
    )
