"""Options and arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.completion import comments_and_units, drafts, parts, units
from plancli.messages import _

AsJson = Annotated[bool, typer.Option("--json", help=_("Print JSON, for programs."))]
Commit = Annotated[bool, typer.Option("--commit", help=_("Make a git commit of what is written."))]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Show what would happen; write nothing."))
]
Authors = Annotated[
    list[str] | None,
    typer.Option(
        "--author",
        metavar="NAME=UNIT",
        help=_("Whose changes those of an author are; kept for later."),
    ),
]
CommentIds = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID…", help=_("Comment ids or units."), autocompletion=comments_and_units
    ),
]
OfUnits = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        metavar="UNIT",
        help=_("Only comments of this unit; repeatable."),
        autocompletion=units,
    ),
]
DraftName = Annotated[
    str | None,
    typer.Option(
        "--draft",
        metavar="NAME",
        help=_("The round on this draft; default: the current one."),
        autocompletion=drafts,
    ),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Write to FILE."))
]
Internal = Annotated[
    bool,
    typer.Option(
        "--internal",
        help=_(
            "For use in the house: comments that the text does not prove are no fault (exit 0)."
        ),
    ),
]
ProvedAnew = Annotated[
    bool, typer.Option("--anew", help=_("Prove the decisions anew even if nothing has changed."))
]
SectionKey = Annotated[
    str | None,
    typer.Option(
        "--section",
        metavar="KEY",
        help=_("Only a section, column or paragraph."),
        autocompletion=parts,
    ),
]
Public = Annotated[
    bool, typer.Option("--public", help=_("Mask the names of persons, leave out what is internal."))
]
