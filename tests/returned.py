"""What an office has before plancli: `python returned.py PLAN FOLDER` makes it of a plan that is in plancli.

The draft as Word, the list of units, and a table of what they wrote, without what was decided on it.
"""

import csv
import sys
from pathlib import Path

from plancli.__main__ import main
from plancli.library.opening import open_repository


def lay_out(plan: Path, folder: Path) -> None:
    """Write 征求意见稿.docx, 单位.txt and 回收/意见.csv into a folder."""
    repository = open_repository(plan)
    draft = folder / "征求意见稿.docx"
    assert main(["-C", str(plan), "export", str(draft), "--draft-only"]) == 0
    names = [unit.name for unit in repository.manifest.units]
    (folder / "单位.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    table = folder / "回收" / "意见.csv"
    table.parent.mkdir(exist_ok=True)
    whole = [one for one in repository.comments.values() if one.part_of is None]
    rows = [(one.unit, one.opinion) for one in (*repository.compounds.values(), *whole)]
    with table.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("单位", "意见建议"), *rows])


if __name__ == "__main__":
    lay_out(*(Path(word).resolve() for word in sys.argv[1:]))
