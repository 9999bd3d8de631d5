"""Letters of a list in Writer: `python3 mail_merge.py PIPE LIST FOLDER PARAGRAPHS`.

The list (a workbook, or CSV with commas) is registered as a source of data.
PARAGRAPHS is JSON: texts with fields of the list in 【】. A letter is made for each row, below FOLDER.
Prints the fields that the list offers, and the paragraphs of each letter. Returns as bridge.py says.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from bridge import answer, opened  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK  # type: ignore[import-not-found]

SOURCE = "Letters"
TABLE = 0
"""com.sun.star.sdb.CommandType: the command is the name of a table."""
TO_FILES = 2
"""com.sun.star.text.MailMergeType: neither printed nor mailed."""


def merged(office: Any, listed: Path, folder: Path, texts: list[str]) -> dict[str, Any]:
    folder.mkdir()
    source = registered(office, listed, folder)
    table, columns = fields(source)
    form = folder / "form.odt"
    written(office, form, table, texts)
    run(office, form, table, folder / "letters")
    letters = sorted((folder / "letters").glob("*.odt"), key=number)
    return {"fields": columns, "letters": [read(office, letter) for letter in letters]}


def registered(office: Any, listed: Path, folder: Path) -> Any:
    """Return the source of data that a list is, under a name that forms can use."""
    context = made(office, "com.sun.star.sdb.DatabaseContext")
    if context.hasByName(SOURCE):
        context.revokeObject(SOURCE)
    source = context.createInstance()
    if listed.suffix == ".csv":
        source.URL = f"sdbc:flat:{url(listed.parent)}"
        source.Info = as_values(
            Extension="csv",
            CharSet="UTF-8",
            FieldDelimiter=",",
            StringDelimiter='"',
            HeaderLine=True,
        )
    else:
        source.URL = f"sdbc:calc:{url(listed)}"
    source.DatabaseDocument.storeAsURL(url(folder / "letters.odb"), ())
    context.registerObject(SOURCE, source)
    return source


def fields(source: Any) -> tuple[str, list[str]]:
    """Return the one table of a source, and its columns."""
    connection = source.getConnection("", "")
    table, *others = connection.Tables.ElementNames
    assert not others, others
    columns = list(connection.Tables.getByName(table).Columns.ElementNames)
    connection.close()
    return table, columns


def written(office: Any, form: Path, table: str, texts: list[str]) -> None:
    """Write a form whose paragraphs have fields of a table."""
    desktop = made(office, "com.sun.star.frame.Desktop")
    document = desktop.loadComponentFromURL(
        "private:factory/swriter", "_blank", 0, as_values(Hidden=True)
    )
    body = document.Text
    for at, text in enumerate(texts):
        if at:
            body.insertControlCharacter(body.End, PARAGRAPH_BREAK, False)
        for part in re.split("(【.*?】)", text):
            if part.startswith("【"):
                body.insertTextContent(body.End, field(document, table, part[1:-1]), False)
            else:
                body.insertString(body.End, part, False)
    document.storeAsURL(url(form), ())
    document.close(True)


def field(document: Any, table: str, column: str) -> Any:
    master = document.createInstance("com.sun.star.text.fieldmaster.Database")
    master.DataBaseName, master.DataTableName, master.DataColumnName = SOURCE, table, column
    master.DataCommandType = TABLE
    made_ = document.createInstance("com.sun.star.text.textfield.Database")
    made_.attachTextFieldMaster(master)
    return made_


def run(office: Any, form: Path, table: str, folder: Path) -> None:
    folder.mkdir()
    job = made(office, "com.sun.star.text.MailMerge")
    job.DataSourceName, job.Command, job.CommandType = SOURCE, table, TABLE
    job.DocumentURL, job.OutputType, job.OutputURL = url(form), TO_FILES, url(folder)
    job.FileNamePrefix, job.SaveFilter = "letter", "writer8"
    job.execute(())


def read(office: Any, letter: Path) -> list[str]:
    document = opened(office, str(letter))
    listed, found = document.Text.createEnumeration(), []
    while listed.hasMoreElements():
        found.append(listed.nextElement().getString())
    document.close(True)
    return found


def number(letter: Path) -> int:
    return int("".join(filter(str.isdecimal, letter.stem)))


def made(office: Any, service: str) -> Any:
    return office.ServiceManager.createInstanceWithContext(service, office)


def url(path: Path) -> str:
    return str(uno.systemPathToFileUrl(str(path)))


def as_values(**told: object) -> tuple[Any, ...]:
    return tuple(PropertyValue(Name=name, Value=value) for name, value in told.items())


if __name__ == "__main__":
    pipe, listed, folder, texts = sys.argv[1:]
    answer(pipe, lambda office: merged(office, Path(listed), Path(folder), json.loads(texts)))
