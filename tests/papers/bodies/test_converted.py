"""Files of other programs go through LibreOffice: alone, without macros, and not for ever."""

import sys
from pathlib import Path

import pytest

from plancli.papers.bodies import converted
from plancli.papers.bodies.converted import as_word
from plancli.papers.bodies.reading import body_in
from plancli.papers.packed import UnfitFileError
from tests.papers.bodies.packages import package, paragraph

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of LibreOffice: it keeps what it was told, and gives the document beside it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = f"""#!{sys.executable}
import pathlib, shutil, sys
here = pathlib.Path(__file__).parent
words = sys.argv[1:]
(here / "words").write_text("\\n".join(words))
profile = pathlib.Path(words[0].partition("file://")[2])
shutil.copy(profile / "user/registrymodifications.xcu", here / "settings")
shutil.copy(words[-1], here / "given")
if (here / "made.docx").exists():
    out = pathlib.Path(words[words.index("--outdir") + 1])
    out.mkdir()
    shutil.copy(here / "made.docx", out / "draft.docx")
"""
    file = folder / "soffice"
    file.write_text(script, encoding="utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_an_old_file_is_read_as_what_libreoffice_makes_of_it(program: Path) -> None:
    (program / "made.docx").write_bytes(package(paragraph("河流三条。")))
    assert [block.words for block in body_in(OLD, ".WPS").blocks] == ["河流三条。"]
    told = (program / "words").read_text().splitlines()
    assert told[-1].endswith("draft.wps")
    assert "--headless" in told
    assert (program / "given").read_bytes() == OLD
    settings = (program / "settings").read_text()
    for forbidden in ("DisableMacrosExecution", "BlockUntrustedRefererLinks"):
        assert f'{forbidden}" oor:op="fuse"><value>true' in settings
    assert not Path(told[0].partition("file://")[2]).exists()


def test_what_it_cannot_read_is_one_error(program: Path) -> None:
    assert program.exists()
    with pytest.raises(UnfitFileError, match="cannot read"):
        as_word(OLD, ".ofd")


def test_what_it_makes_is_looked_at_like_any_file(program: Path) -> None:
    (program / "made.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(UnfitFileError, match="broken"):
        body_in(OLD, ".doc")


def test_without_it_there_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnfitFileError, match=r"save it as \.docx"):
        body_in(OLD, ".doc")


def test_it_is_not_waited_for_without_end(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program / "soffice").write_text("#!/bin/sh\nexec /bin/sleep 30\n", encoding="utf-8")
    monkeypatch.setattr(converted, "_LONGEST", 0.1)
    with pytest.raises(UnfitFileError, match="too long"):
        as_word(OLD, ".doc")
