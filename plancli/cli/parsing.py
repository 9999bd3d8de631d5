"""The command line parser: help in the reader's language, commands that are loaded when they are asked for.

typer carries a parser of its own under a private name. What is overridden here is public, the types in its
signatures are not: they are `Any`, and what is used of them is named by a protocol.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from importlib import import_module
from types import ModuleType
from typing import Any, Protocol, runtime_checkable

import typer
import typer.core

from plancli.cli.formats import listed
from plancli.cli.overview import COMMANDS, FOR_GIT, overview
from plancli.messages import N_, _

_PARSERS_WORDS = (N_("Arguments"), N_("Options"), N_("required"), N_("default: {default}"))
"""What typer itself looks up when it writes help."""


class Command(typer.core.TyperCommand):
    """A command whose help speaks the reader's language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))

    def format_help_text(self, _ctx: Any, formatter: Any) -> None:
        from plancli.render.terminal.columns import wrapped

        lines = wrapped(self.help or "", formatter.width - 2)
        formatter.write("\n" + "".join(f"  {line}\n" for line in lines))

    def get_help_option(self, ctx: Any) -> typer.core.TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this help.")
        return option


class _Unloaded(typer.core.TyperCommand):
    """A command of which only the name and the summary are known, until its words are to be read."""

    def make_context(self, *words: Any, **more: Any) -> Any:
        assert self.name is not None
        return loaded(self.name).make_context(*words, **more)


class Commands(typer.core.TyperGroup):
    """The commands of `overview`, each imported when its words are to be read."""

    family = ""
    """The first word, and a blank, of the commands that are listed here; nothing: all of them."""

    def list_commands(self, _ctx: Any) -> list[str]:
        return list(dict.fromkeys(map(self._word, self._known(COMMANDS))))

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        name = self.family + cmd_name
        if name in (known := COMMANDS | FOR_GIT) and " " not in cmd_name:
            return _Unloaded(name, short_help=_(known[name]))
        return _Family(name) if any(self._known(COMMANDS, f"{name} ")) else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = {self._word(name) for name in self._known(COMMANDS | FOR_GIT)}
        if args[0] not in known and not ctx.resilient_parsing:
            near = get_close_matches(args[0], self.list_commands(ctx))
            problem = _("There is no command {name}.").format(name=self.family + args[0])
            raise typer.BadParameter(" ".join([problem, *_did_you_mean(near)]), ctx)
        return super().resolve_command(ctx, args)

    def get_help(self, _ctx: Any) -> str:
        return overview()

    def _known(self, names: Iterable[str], beginning: str = "") -> Iterable[str]:
        """Return the commands that begin with the words of this family, or of one in it."""
        return [name for name in names if name.startswith(beginning or self.family)]

    def _word(self, name: str) -> str:
        """Return the word of a command's name that is typed here."""
        return name.removeprefix(self.family).partition(" ")[0]


class _Family(Commands):
    """The commands that share a first word: plancli intake sheet, plancli intake undo."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.family = f"{name} "

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read which command is named; without one the list of them is what was asked for."""
        return super().parse_args(ctx, args or ["--help"])

    def get_help(self, _ctx: Any) -> str:
        names = self._known(COMMANDS)
        width = max(map(len, names)) + 2
        lines = [_("Usage: ") + f"plancli {self.family}COMMAND [OPTIONS]", ""]
        lines += [f"  {name:<{width}}{_(COMMANDS[name])}" for name in names]
        return "\n".join(lines)


def loaded(name: str) -> typer.core.TyperCommand:
    """Return a command with its arguments and options."""
    module = import_module(f"plancli.cli.commands.{re.sub('[- ]', '_', name)}")
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    example = _("Example:") + " " + module.EXAMPLE
    single.command(name, cls=Command, help=_help(module), epilog=example)(module.command)
    command = typer.main.get_command(single)
    assert isinstance(command, typer.core.TyperCommand)
    return command


def _help(module: ModuleType) -> str:
    """Return the help of a command; one that writes papers of a `KIND` lists the formats that hold them."""
    text = _(module.HELP)
    return text.format(endings=listed(module.KIND)) if hasattr(module, "KIND") else text


# --- wrong usage ------------------------------------------------------------------------------------------


@runtime_checkable
class _WrongOption(Protocol):
    """A wrong use of an option, as the parser tells it."""

    option_name: str


@runtime_checkable
class _NoSuchOption(Protocol):
    """An option that there is not, with those that are near."""

    option_name: str
    possibilities: Sequence[str] | None


@runtime_checkable
class _Missing(Protocol):
    """An argument, or an option, that was not given."""

    param: Any
    param_type: str | None


def usage_problem(error: typer.TyperException) -> str:
    """Say in the reader's language what the parser says in English."""
    match error:
        case _NoSuchOption():
            problem = _("There is no option {option}.").format(option=error.option_name)
            return " ".join([problem, *_did_you_mean(error.possibilities or ())])
        case _WrongOption():
            return _("Option {option} is used wrongly: it needs a value, or takes none.").format(
                option=error.option_name
            )
        case _Missing():
            return _("{name} is missing.").format(name=_hint(error.param))
        case typer.BadParameter() if error.param is not None:
            return _wrong_value(error)
    if error.message.startswith("Got unexpected extra argument"):
        return _("There are more arguments than this command takes.")
    return error.message


def _wrong_value(error: typer.BadParameter) -> str:
    name = _hint(error.param)
    choices = getattr(error.param and error.param.type, "choices", None)
    if not choices:
        return _("{name}: {problem}").format(name=name, problem=error.message)
    known = ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
    return _("{name} is one of: {known}.").format(name=name, known=known)


def where_to_look(error: typer.TyperException) -> str:
    """Return the command whose help says more about a wrong usage."""
    context = getattr(error, "ctx", None)
    return context.command_path if context else "plancli"


def _did_you_mean(near: Iterable[str]) -> list[str]:
    names = ", ".join(near)
    return [_("Did you mean: {near}?").format(near=names)] if names else []


def _hint(parameter: Any) -> str:
    if parameter is None:
        return ""
    option = isinstance(parameter, typer.core.TyperOption)
    name: str = parameter.opts[0] if option else parameter.human_readable_name
    return name
