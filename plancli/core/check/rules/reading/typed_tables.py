"""A table is a part of the plan, and no text."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Path, Subject
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.rounds.round import Round
from plancli.core.text.typed_table import typed_tables

_SHOWN = 24
"""Characters of a typed table that are shown."""
_Placed = list[tuple[Path, Paragraph]]


def typed(round_: Round) -> Iterator[Finding]:
    """No table of cells is typed as text: it would run together wherever it is printed."""
    for section in round_.plan.sections.values():
        for listed in _lists(section):
            texts = [_words(paragraph) for _, paragraph in listed]
            for table in typed_tables(texts):
                path, first = listed[table.first]
                words = texts[table.first]
                params = {
                    "paragraph": first.id,
                    "words": words[:_SHOWN] + ("…" if len(words) > _SHOWN else ""),
                    "count": str(table.last - table.first + 1),
                }
                yield Finding(TYPED_TABLE.code, params, Subject("section", section.key), path)


def _lists(section: Section) -> Iterator[_Placed]:
    """Yield paragraphs that follow each other: of a section between its tables and columns, of a column."""
    beside: _Placed = []
    for at, part in enumerate(section.body):
        if isinstance(part, Paragraph):
            beside.append((("body", at), part))
            continue
        yield beside
        beside = []
        if isinstance(part, Column):
            yield [(("body", at, "items", place), item) for place, item in enumerate(part.items)]
    yield beside


def _words(paragraph: Paragraph) -> str:
    """Return the text of a paragraph, or its heading where that is all."""
    return paragraph.text or paragraph.heading


TYPED_TABLE = PlanRule(
    code="P523",
    find=typed,
    order=267,
    weight=Severity.WARNING,
    message=N_("{paragraph} is a table that is typed as text: {words} (paragraphs: {count})"),
    hint=N_(
        "Make it a table of the section: table:, columns: and rows:, a row a line. Of a draft "
        "that is not circulated yet plancli intake draft makes it."
    ),
    meaning=N_(
        "Cells with bars, tabs or blanks between them stand in a text, as in Markdown or copied "
        "from a sheet. Nobody can cite or change a cell of it, and in every paper the rows run together."
    ),
)
