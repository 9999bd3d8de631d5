"""The typer application, and the one place where errors are caught."""

import os
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.overview import overview
from plancli.cli.parsing import Commands, usage_problem, where_to_look
from plancli.cli.system import problem
from plancli.core.finding import Code, Place, PlanError, refuse
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
    try:
        code = typer.main.get_command(application).main(words, "plancli", standalone_mode=False)
    except PlanError as error:
        return _refused(error)
    except BrokenPipeError:
        from plancli.cli.output import closed_pipe

        return closed_pipe()
    except OSError as error:
        place = Place(str(error.filename)) if error.filename else None
        return _refused(refuse(Code.SYSTEM, place, problem=problem(error)))
    except typer.TyperException as error:
        _say(f"plancli: {usage_problem(error)}")
        _say(_("Try: {command} --help").format(command=where_to_look(error)))
        return 2
    except (typer.Abort, KeyboardInterrupt):
        return 130
    return int(code or 0)


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


def _refused(error: PlanError) -> int:
    from plancli.render.findings.messages import lines

    for finding in error.findings:
        for line in lines(finding):
            _say(line)
    return error.exit_code


def _say(line: str) -> None:
    typer.echo(line, err=True)
