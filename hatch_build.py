"""Compile the catalogues where plancli is built: sources hold .po files, programs read .mo files."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface[Any]):
    """Runs for wheels and for editable installs, which read the .mo files beside the sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        for source in sorted(Path(self.root, "plancli/locale").glob("*/LC_MESSAGES/*.po")):
            with source.open("rb") as written:
                catalogue = read_po(written)
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, catalogue)
