"""The typer application: commands loaded when they are asked for, one place where errors are caught."""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
import typer.core
from typer._click import exceptions
from typer._click.core import Command as ClickCommand
from typer._click.core import Context, Parameter
from typer._click.formatting import HelpFormatter
from typer._click.shell_completion import CompletionItem

from plancli.cli.overview import COMMANDS, FOR_GIT, overview
from plancli.cli.system import problem
from plancli.core.finding import Code, Place, PlanError, refuse
from plancli.messages import N_, _

_PARSERS_WORDS = (N_("Arguments"), N_("Options"), N_("required"), N_("default: {default}"))
"""What the command line library itself looks up when it writes help."""


class Command(typer.core.TyperCommand):
    """A command whose help speaks the reader's language."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))

    def format_help_text(self, _ctx: Context, formatter: HelpFormatter) -> None:
        from plancli.render.terminal.columns import wrapped

        lines = wrapped(self.help or "", formatter.width - 2)
        formatter.write("\n" + "".join(f"  {line}\n" for line in lines))

    def get_help_option(self, ctx: Context) -> typer.core.TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this help.")
        return option


class Commands(typer.core.TyperGroup):
    """The commands of `overview`, each imported when it is asked for."""

    def list_commands(self, _ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: Context, cmd_name: str) -> ClickCommand | None:
        return _load(cmd_name) if cmd_name in COMMANDS | FOR_GIT else None

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, ClickCommand | None, list[str]]:
        if args[0] not in COMMANDS | FOR_GIT and not ctx.resilient_parsing:
            near = get_close_matches(args[0], COMMANDS)
            problem = _("There is no command {name}.").format(name=args[0])
            raise exceptions.UsageError(" ".join([problem, *_did_you_mean(near)]), ctx)
        return super().resolve_command(ctx, args)

    def get_help(self, _ctx: Context) -> str:
        return overview()

    def shell_complete(self, _ctx: Context, incomplete: str) -> list[CompletionItem]:
        return [
            CompletionItem(name, help=_(summary))
            for name, summary in COMMANDS.items()
            if name.startswith(incomplete)
        ]


def _load(name: str) -> ClickCommand:
    module = import_module(f"plancli.cli.commands.{name.replace('-', '_')}")
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    example = _("Example:") + " " + module.EXAMPLE
    single.command(name, cls=Command, help=_(module.HELP), epilog=example)(module.command)
    return typer.main.get_command(single)


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
    except exceptions.UsageError as error:
        _say(f"plancli: {_usage_problem(error)}")
        _say(
            _("Try: {command} --help").format(
                command=error.ctx.command_path if error.ctx else "plancli"
            )
        )
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
            raise exceptions.UsageError(_("There is no folder {folder}.").format(folder=folder))
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


def _usage_problem(error: exceptions.UsageError) -> str:
    """Say in the reader's language what the command line parser says in English."""
    match error:
        case exceptions.NoSuchOption():
            problem = _("There is no option {option}.").format(option=error.option_name)
            return " ".join([problem, *_did_you_mean(error.possibilities or ())])
        case exceptions.MissingParameter():
            return _("{name} is missing.").format(name=_hint(error.param))
        case exceptions.BadParameter() if choices := getattr(
            error.param and error.param.type, "choices", None
        ):
            known = ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
            return _("{name} is one of: {known}.").format(name=_hint(error.param), known=known)
        case exceptions.BadParameter():
            return _("{name}: {problem}").format(name=_hint(error.param), problem=error.message)
        case exceptions.BadOptionUsage():
            return _("Option {option} is used wrongly: it needs a value, or takes none.").format(
                option=error.option_name
            )
    if error.message.startswith("Got unexpected extra argument"):
        return _("There are more arguments than this command takes.")
    return error.message


def _did_you_mean(near: Iterable[str]) -> list[str]:
    names = ", ".join(near)
    return [_("Did you mean: {near}?").format(near=names)] if names else []


def _hint(parameter: Parameter | None) -> str:
    if parameter is None:
        return ""
    return (
        parameter.opts[0]
        if isinstance(parameter, typer.core.TyperOption)
        else parameter.human_readable_name
    )
