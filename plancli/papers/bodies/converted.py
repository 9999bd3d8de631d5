"""Files of other office programs, made Word documents by LibreOffice where it is installed.

It runs with a profile of its own, that lets no macro run and fetches nothing, and not without end.
"""

import shutil
import tempfile
from pathlib import Path

from plancli.core.entry import N_
from plancli.papers.packed import LARGEST, UnfitFileError, refuse_bomb

_LONGEST = 180
"""Seconds; 500 pages take some 20, and the first start as many."""
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_ITEM = '<item oor:path="/{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
)


def as_word(content: bytes, ending: str) -> bytes:
    """Return the bytes of a Word document; `ending` is that of the file as its program names it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnfitFileError(
            N_("only LibreOffice reads such a file, and it is not installed; save it as .docx")
        )
    with tempfile.TemporaryDirectory(prefix="plancli-") as made:
        made_in = Path(made)
        source = made_in / f"draft{ending}"
        source.write_bytes(content)
        _convert(program, source, made_in)
        found = made_in / "out" / "draft.docx"
        if not found.is_file():
            raise UnfitFileError(N_("LibreOffice cannot read it; save it as .docx"))
        with found.open("rb") as file:
            word = file.read(LARGEST + 1)
    refuse_bomb(word)
    return word


def _convert(program: str, source: Path, folder: Path) -> None:
    import subprocess  # seldom needed, and slow to import

    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(_PROFILE.format(items), encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        raise UnfitFileError(N_("LibreOffice takes too long for it; save it as .docx")) from None
