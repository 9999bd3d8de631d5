"""plancli serve."""

import gc
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.live import ADDRESS, listening
from plancli.cli.options import DraftName
from plancli.messages import N_, _
from plancli.store.files import find_root

HELP = N_(
    "Shows the review page on this computer, for nobody else. The page in the browser follows the files: it "
    "loads again when the plan, a comment or a template changes, and shows what is wrong while one cannot be "
    "read. Ctrl-C ends it."
)
EXAMPLE = "plancli serve --port 0"


def command(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help=_("Where to listen; 0: any free port."))
    ] = 8350,
    draft: DraftName = None,
) -> int:
    gc.enable()  # no short run
    try:
        with listening(find_root(Path.cwd()), port, draft) as server:
            typer.echo(f"http://{ADDRESS}:{server.server_port}/")
            server.serve_forever()
    except KeyboardInterrupt:
        pass
    return 0
