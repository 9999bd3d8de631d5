"""plancli compare."""

from pathlib import Path

from plancli.cli.formats import ending_of, known, table_writer
from plancli.cli.opening import open_repository, opened_round, part
from plancli.cli.options import AsJson, DraftName, Internal, Output, Public, SectionKey
from plancli.cli.output import print_answer
from plancli.cli.publish import shown_or_written
from plancli.cli.unproved import exit_code
from plancli.core.evidence.compare import changed_parts, changes
from plancli.core.evidence.printed_lines import printed_comparison
from plancli.core.publish.claims import claims
from plancli.messages import N_
from plancli.render.answers.tables import compare_answer
from plancli.render.pages.words import stamp
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
    internal: Internal = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    round_ = opened_round(repository, draft, published)
    found = claims(round_)
    lines = part(round_, printed_comparison(round_), section)
    if as_json:
        print_answer(compare_answer(round_.draft.draft, changes(round_, lines)))
        return exit_code(found, internal)
    parts = changed_parts(round_, lines) if _nests(output) else changes(round_, lines)
    sheet = comparison(round_, parts)
    sheet = sheet._replace(stamp=stamp(found, round_.manifest.language))
    shown_or_written(sheet, output, root / "templates")
    return exit_code(found, internal)


def _nests(output: Path | None) -> bool:
    """Whether tables are drawn before and after; elsewhere each of their changes has a row of its own."""
    format_ = known().get(ending_of(output)) if output else None
    return format_ is not None and format_.nests
