"""Words that a person gives: on the command line, from stdin, or asked for in a terminal."""

import sys
from collections.abc import Iterator, Mapping

import typer

from plancli.cli.keys import STOP, Keys
from plancli.core.finding import Code, refuse
from plancli.messages import _, colon


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
    label: str, choices: Mapping[str, str], more: Mapping[str, str], before: str = ""
) -> str:
    """Ask for one of some choices, or for what goes elsewhere; return its key.

    Both are words by their keys, which are shown ahead of the question. A terminal gives one key at a time;
    else a line with the key or the words is read. Enter takes the key `before`, if there is one.
    """
    known = {**choices, **more}
    shown = [f"{key} {words}" for key, words in choices.items()]
    for first in range(0, len(shown), _IN_A_LINE):
        typer.echo("  " + "  ".join(shown[first : first + _IN_A_LINE]), err=True)
    typer.echo("  " + "  ".join(f"{key} {words}" for key, words in more.items()), err=True)
    asked_for = label + (f" [{known[before]}]" if before else "") + colon()
    by_words = {words: key for key, words in choices.items()}
    while True:
        typer.echo(asked_for, nl=False, err=True)
        answer = _key_or_line() or before
        key = by_words.get(answer, answer)
        if key in known:
            typer.echo(known[key], err=True)
            return key
        typer.echo(_("One of these keys, please."), err=True)


def _key_or_line() -> str:
    """Return the next key of a terminal, or the next line; "" for Enter."""
    keys = Keys()
    if keys.single:
        with keys.at_once():
            key = keys.next()
        if key == STOP:
            raise typer.Abort
        return key.strip()
    line = sys.stdin.readline()
    if not line:
        raise typer.Abort
    return line.strip()


_IN_A_LINE = 6
"""So many choices with their keys stand in one line of a terminal."""
