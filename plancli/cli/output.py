"""What a command writes to a file that the user names."""

from pathlib import Path

import typer

from plancli.messages import _


def write(output: Path, text: str) -> None:
    """Write a text as it is, with the folders that it needs, and say so."""
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, encoding="utf-8", newline="")
    typer.echo(_("written: {file}").format(file=output), err=True)
