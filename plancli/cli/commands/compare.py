"""plancli compare."""

from plancli.cli.formats import table_writer
from plancli.cli.opening import note_waiting, open_repository, opened_round, part
from plancli.cli.options import DraftName, Output, Public, SectionKey
from plancli.cli.publish import shown_or_written
from plancli.core.evidence.compare import changes
from plancli.core.evidence.redline import redline
from plancli.messages import N_
from plancli.render.tables.compare import comparison

HELP = N_(
    "The comparison table (修订对照表): each changed place, the original and the revised wording, and the "
    "comments that are its ground. In the terminal, or to a file: {endings}."
)
EXAMPLE = "plancli compare -o 修订对照表.docx; plancli compare --section 第四章/17"
KIND = table_writer


def command(
    output: Output = None,
    section: SectionKey = None,
    draft: DraftName = None,
    published: Public = False,
) -> int:
    root, repository = open_repository()
    round_ = opened_round(repository, draft, published)
    note_waiting(round_)
    lines = part(round_, redline(round_), section)
    shown_or_written(comparison(round_, changes(round_, lines)), output, root / "templates")
    return 0
