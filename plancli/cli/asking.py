"""Words that a person gives: on the command line, from stdin, or asked for in a terminal."""

import sys
from collections.abc import Iterator, Mapping, Sequence

import typer

from plancli.core.finding import Code, refuse
from plancli.messages import _


def lines(words: str) -> str:
    """Return words with plain line breaks, whatever system they come from."""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def given(words: str | None) -> str | None:
    """Return words as they are given, - from stdin, without what ends them; None where they are not."""
    if words is None:
        return None
    return lines(sys.stdin.read() if words == "-" else words).strip("\n").rstrip()


def somebody() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def asked(label: str, option: str) -> str:
    """Ask for a value that is missing, where there is somebody to answer."""
    if not somebody():
        raise refuse(Code.VALUE_MISSING, name=option)
    answer: str = typer.prompt(label, err=True)
    return answer.strip()


def asked_or_nothing(label: str) -> str:
    """Ask for a value that may be left out."""
    answer: str = typer.prompt(label, default="", show_default=False, err=True)
    return answer.strip()


def asked_lines(label: str, option: str) -> str:
    """Ask for words of several lines, which an empty one ends."""
    first = asked(label, option)
    return "\n".join([first, *_more()])


def _more() -> Iterator[str]:
    while line := typer.prompt(
        "", default="", show_default=False, prompt_suffix="", err=True
    ).rstrip():
        yield line


def proposed(label: str, words: str) -> str:
    """Ask for words that are proposed: an empty answer takes them, - stands for none."""
    if not words:
        return asked_or_nothing(_("{label} (may be empty)").format(label=label))
    typer.echo(f"  {words}", err=True)
    shown = _("{label} (empty: as above; -: none)").format(label=label)
    answer: str = typer.prompt(shown, default=words, show_default=False, err=True)
    return "" if answer.strip() == "-" else answer.strip()


def chosen(
    label: str, choices: Sequence[str], keys: Mapping[str, str], before: str | None = None
) -> str:
    """Ask for one of some choices, by its number or its name, or for a key; `before` is what it was.

    `keys` say in words what each of them does. Their letters and the numbers are shown ahead of the question.
    """
    numbered = {str(number): choice for number, choice in enumerate(choices, 1)}
    shown = [f"{number} {choice}" for number, choice in numbered.items()]
    for first in range(0, len(shown), _IN_A_LINE):
        typer.echo("  " + "  ".join(shown[first : first + _IN_A_LINE]), err=True)
    typer.echo("  " + "  ".join(f"{key} {words}" for key, words in keys.items()), err=True)
    while True:
        answer: str = typer.prompt(label, default=before, err=True).strip()
        if answer in {*numbered, *choices, *keys}:
            return numbered.get(answer, answer)
        typer.echo(_("A number from 1 to {count}, please.").format(count=len(choices)), err=True)


_IN_A_LINE = 6
"""So many choices with their numbers stand in one line of a terminal."""
