"""What a command says of the folder in which it keeps what it found, where it does not use it."""

import sys
from pathlib import Path

from plancli.core.text.characters import printable
from plancli.messages import _
from plancli.store.folders import brought_by_branch, cache_folder


def remark_on_cache(root: Path) -> None:
    """Say on stderr where the cache lies in the work tree: it is neither read nor written there."""
    folder = cache_folder()
    if brought_by_branch(folder, str(root)):
        said = _(
            "The cache folder {folder} lies in the work tree, where a branch decides what is in it: it is "
            "not used. Name one outside: XDG_CACHE_HOME"
        )
        print(said.format(folder=printable(folder)), file=sys.stderr, flush=True)
