"""Words that a person gives: on the command line, from stdin, or asked for in a terminal."""

import sys
from collections.abc import Iterator, Sequence

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


def chosen(label: str, option: str, choices: Sequence[str]) -> str:
    """Ask for one of some choices, by its number or by its name."""
    if not somebody():
        raise refuse(Code.VALUE_MISSING, name=option)
    for number, choice in enumerate(choices, 1):
        typer.echo(f"{number:>3} {choice}", err=True)
    by_number = {str(number): choice for number, choice in enumerate(choices, 1)}
    while (answer := asked(label, option)) not in {*by_number, *choices}:
        typer.echo(_("A number from 1 to {count}, please.").format(count=len(choices)), err=True)
    return by_number.get(answer, answer)
