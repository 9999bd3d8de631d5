"""Bring plancli/locale up to date: `make messages`, then translate what is new in the .po file."""

import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from plancli.core.text.punctuation import wide

PACKAGE = Path(__file__).parent.parent / "plancli"
METHODS = [("**.py", "python"), ("render/templates/**.j2", "jinja2.ext:babel_extract")]
LANGUAGES = tuple(path.name for path in sorted((PACKAGE / "locale").iterdir()) if path.is_dir())
KEYWORDS = {"_": None, "N_": None}


def po_file(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "plancli.po"


def mo_file(language: str) -> Path:
    return po_file(language).with_suffix(".mo")


def is_compiled(language: str) -> bool:
    """Whether the compiled catalogue is there and not older than its source."""
    compiled = mo_file(language)
    return compiled.exists() and compiled.stat().st_mtime >= po_file(language).stat().st_mtime


def compile_catalogue(language: str) -> None:
    """Write the .mo file, which git ignores; an installation writes it too (hatch_build.py)."""
    with mo_file(language).open("wb") as file:
        write_mo(file, stored(language))


def extracted() -> Catalog:
    """Return every message of the code and the built-in templates."""
    found = Catalog()
    for _file, _line, message, _comments, _context in extract_from_dir(
        PACKAGE, METHODS, keywords=KEYWORDS
    ):
        found.add(message)
    return found


def stored(language: str) -> Catalog:
    """Return the catalogue of a language as it is in the repository."""
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """Return the catalogue with new messages, untranslated, and without those that are gone."""
    catalogue = stored(language)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.revision_date = catalogue.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    return catalogue


_FILLED = re.compile(r"\{\w+\}")
_CODE = re.compile(
    r"[,:?!](?= )"  # field: text; what Chinese words have behind them is no blank
    r"|(?<=\{file\}):(?=\{(?:row|line)\})"
    r"|\{\{.*?\}\}(?!\})"
    r"|\[[^\]]*\]"
)
"""What people type or read as it is: keys, places in files, flow mappings, lists."""


def in_full_width(translation: str) -> str:
    """Return a Chinese message with wide marks between its words; what is filled in counts as words."""
    worded = _FILLED.sub(lambda field: "字" * len(field[0]), translation)
    letters = list(wide(worded))
    for pattern in (_FILLED, _CODE):
        for kept in pattern.finditer(translation):
            letters[kept.start() : kept.end()] = kept[0]
    return "".join(letters)


def main() -> None:
    for language in LANGUAGES:
        catalogue = updated(language)
        if language == "zh":
            for message in catalogue:
                if message.id and message.string:
                    message.string = in_full_width(str(message.string))
        with po_file(language).open("wb") as file:
            write_po(file, catalogue, sort_output=True, width=0, no_location=True)
        compile_catalogue(language)
        empty = [message.id for message in catalogue if message.id and not message.string]
        print(f"{language}: {len(catalogue)} messages, untranslated: {empty}")


if __name__ == "__main__":
    main()
