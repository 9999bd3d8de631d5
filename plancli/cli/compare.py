"""plancli compare."""

from plancli.cli.opening import note_waiting, open_repository, opened_round, part
from plancli.cli.options import DraftName, Output, Public, SectionKey
from plancli.cli.publish import shown_or_written
from plancli.core.changes import changes
from plancli.core.redline import redline, spoken
from plancli.messages import N_
from plancli.render.comparing import comparison
from plancli.render.said import said

HELP = N_(
    "The comparison table (修订对照表): each changed place, the original and the revised wording, and the "
    "comments that are its ground. In the terminal, or to a file: docx, html, xlsx, md, csv, json, pdf."
)
EXAMPLE = "plancli compare -o 修订对照表.docx; plancli compare --section 第四章/17"


def command(
    output: Output = None,
    section: SectionKey = None,
    draft: DraftName = None,
    published: Public = False,
) -> int:
    root, repository = open_repository()
    case = opened_round(repository, draft, published)
    note_waiting(case)
    lines = spoken(part(case, redline(case), section), said(case.manifest.language))
    shown_or_written(comparison(case, changes(case, lines)), output, root / "templates")
    return 0
