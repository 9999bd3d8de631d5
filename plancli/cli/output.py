"""What a command prints for programs, or writes to a file that the user names."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from plancli.messages import _
from plancli.render.answers.answer import Answer
from plancli.render.answers.answer import as_text as answer_text
from plancli.store.outputs import write_output, write_outputs


def write(output: Path, text: str) -> None:
    """Write a text as it is, with the folders that it needs, and say so."""
    write_output(output, text.encode())
    typer.echo(_("written: {file}").format(file=output), err=True)


def write_bytes(output: Path, content: bytes) -> None:
    """Write a file of an office program, with the folders that it needs, and say so."""
    write_output(output, content)
    typer.echo(_("written: {file}").format(file=output), err=True)


def write_several(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together, all of them or none, and say so of each."""
    write_outputs(files)
    for output in files:
        typer.echo(_("written: {file}").format(file=output), err=True)


def as_text(value: Any) -> str:
    """Return a value as JSON, for programs."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def print_answer(answer: Answer) -> None:
    """Print what a command found, for programs."""
    typer.echo(answer_text(answer), nl=False)


def closed_pipe() -> int:
    """Stop quietly when the reader of a pipe has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
