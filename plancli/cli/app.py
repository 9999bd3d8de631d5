"""The typer application: command lines are read here, and what is wrong with one is said."""

import os
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.ending import ended
from plancli.cli.overview import overview
from plancli.cli.parsing import Commands, usage_problem, where_to_look
from plancli.messages import _


def run(words: list[str]) -> int:
    """Run a command line; every error that a user can make ends here, with its exit code."""
    application = typer.Typer(
        cls=Commands,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
    )
    application.callback()(_root)

    def parsed() -> int:
        try:
            code = typer.main.get_command(application).main(words, "plancli", standalone_mode=False)
        except typer.TyperException as error:
            _say(f"plancli: {usage_problem(error)}")
            _say(_("Try: {command} --help").format(command=where_to_look(error)))
            return 2
        except typer.Abort:
            return 130
        return int(code or 0)

    return ended(parsed, _say)


def _root(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Option("-C", metavar="DIR")] = None,
    version: Annotated[bool, typer.Option("--version")] = False,
) -> None:
    from plancli import __version__

    if version:
        print(f"plancli {__version__}")
    if folder is not None:
        if not folder.is_dir():
            raise typer.BadParameter(_("There is no folder {folder}.").format(folder=folder))
        os.chdir(folder)
    if context.invoked_subcommand is None and not version:
        print(overview())


def _say(line: str) -> None:
    typer.echo(line, err=True)
