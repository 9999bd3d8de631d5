"""The table of 10,000 comments in every format, beside loading them: `python -m bench.publishing`."""

import sys
import tempfile
from pathlib import Path

from bench import corpus
from bench.checking import COMMENTS, SIZE
from bench.consultation import consult
from bench.measure import RAM_DISK, in_turn, peak, show
from plancli.core.publish.sheet import Sheet
from plancli.core.publish.table import feedback_table
from plancli.core.rounds.counts import count
from plancli.papers.excel import xlsx
from plancli.papers.word.table import docx
from plancli.render.tables import sheets
from plancli.render.tables.feedback import Report, feedback
from plancli.render.tables.presets import FEEDBACK, PRESETS
from plancli.store.files import read_files
from plancli.store.repository import Repository, load

OWED = 2.0


def publishing(size: int = SIZE, comments: int = COMMENTS) -> bool:
    """Print what each format costs, the making of the table included, and the memory of whole processes."""
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
        root = Path(folder)
        sections = corpus.plan(size).sections
        corpus.write(root, corpus.files(sections, [r.comment for r in consult(sections, comments)]))
        repository = load(read_files(root))
        loading, html, md, csv, excel, word = in_turn(
            3,
            lambda: load(read_files(root)),
            lambda: sheets.templated(_table(repository), "html", root),
            lambda: sheets.templated(_table(repository), "md", root),
            lambda: sheets.as_csv(_table(repository)),
            lambda: xlsx(_table(repository)),
            lambda: docx(_table(repository)),
        )
        print(f"\na table of {comments:,} rows, beside loading them ({loading * 1000:.0f} ms)")
        made = {"html": html, "md": md, "csv": csv, "xlsx": excel}
        kept = [
            show(f"{name} / loading", seconds / loading, OWED, seconds)
            for name, seconds in made.items()
        ]
        print(f"docx / loading {word / loading:29.3f}  ({word * 1000:.0f} ms)")
        for name in (*made, "docx"):
            command = [
                sys.executable,
                "-m",
                "plancli",
                "-C",
                folder,
                "report",
                "-o",
                f"{folder}/a.{name}",
            ]
            print(f"peak memory of plancli report, {name}: {peak(command):.0f} MiB")
    return all(kept)


def _table(repository: Repository) -> Sheet:
    round_ = repository.open_round
    table = feedback_table(round_.manifest, round_.comments, repository.compounds)
    report = Report(
        round_.manifest, round_.draft.draft, round_, table, count(round_.manifest, round_.comments)
    )
    return feedback(report, PRESETS[FEEDBACK])


if __name__ == "__main__":
    sys.exit(0 if publishing() else 1)
