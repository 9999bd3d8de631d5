"""plancli init."""

from pathlib import Path
from typing import Annotated

import typer

from plancli.core.finding import Code, Place, refuse
from plancli.messages import N_, _
from plancli.store.repository import MANIFEST

HELP = N_(
    "Start a plan repository: a small example that passes check, ready for git and CI. Change it into your "
    "own plan file by file."
)
EXAMPLE = "plancli init 示例 && plancli -C 示例 check"

_EXAMPLE = Path(__file__).parent.parent / "example"
_NAMES = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "github": ".github/workflows"}
"""Names that begin with a dot only in the new repository."""


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("New or existing folder."))] = Path(),
) -> int:
    if (folder / MANIFEST).exists():
        raise refuse(Code.EXISTS, Place(str(folder / MANIFEST)))
    files = {folder / _target(path): path.read_bytes() for path in _EXAMPLE.rglob("*") if path.is_file()}
    for target in files:
        if target.exists():
            raise refuse(Code.EXISTS, Place(str(target)))
    for target, content in files.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    typer.echo(_("{count} files written to {folder}").format(count=len(files), folder=folder), err=True)
    typer.echo(_("Next: plancli -C {folder} check").format(folder=folder), err=True)
    return 0


def _target(path: Path) -> Path:
    first, *rest = path.relative_to(_EXAMPLE).parts
    return Path(_NAMES.get(first, first), *rest)
