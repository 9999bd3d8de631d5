"""Options and arguments that several commands share."""

from typing import Annotated

import typer

from plancli.messages import _

AsJson = Annotated[bool, typer.Option("--json", help=_("Print JSON, for programs."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show what would happen; write nothing."))]
CommentIds = Annotated[list[str] | None, typer.Argument(metavar="ID…", help=_("Comment ids or units."))]
DraftName = Annotated[
    str | None,
    typer.Option("--draft", metavar="NAME", help=_("The round on this draft; default: the current one.")),
]
