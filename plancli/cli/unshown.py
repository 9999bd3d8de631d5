"""What a command that publishes says of pictures that its paper was to show and does not."""

import typer

from plancli.render.findings.messages import lines
from plancli.store.pictures import Pictures


def unshown(pictures: Pictures, code: int) -> int:
    """Say which pictures are not in a paper; return the exit code, which is 0 only where all are."""
    missing = pictures.not_shown()
    for finding in missing:
        for line in lines(finding):
            typer.echo(line, err=True)
    return max(code, 1) if missing else code
