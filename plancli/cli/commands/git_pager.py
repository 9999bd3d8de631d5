"""plancli git-pager: the pager of git log and git show that git-setup names to git."""

import io
import signal
import sys
from pathlib import Path

from plancli.git import processes as git
from plancli.git.hunks import marked_patch
from plancli.messages import N_

HELP = N_(
    "Called by git log and git show once plancli git-setup has run: marks the changed characters in patches "
    "of plan and comment files, passes everything else on as it is, and shows it in your own pager "
    "(core.pager, PAGER, less). Where GIT_PAGER is set, git asks that pager instead, and nothing is marked."
)
EXAMPLE = "git log -p -- plan"


def command() -> int:
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C belongs to the pager, which may live on
    lines = io.TextIOWrapper(
        sys.stdin.buffer, encoding="utf-8", errors="surrogateescape", newline="\n"
    )
    git.page(Path.cwd(), marked_patch(lines))
    return 0
