"""A draft with a table as a Word document, and what a unit does to its cells in Word."""

import io
import re
import zipfile

from plancli.core.evidence.redline import plain
from plancli.core.intake.changed import DraftGround
from plancli.core.intake.circulated import Circulated
from plancli.core.intake.opinions import FileOpinions
from plancli.core.intake.returned import NOBODY, returned
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.manifest import Frozen
from plancli.papers.word.changes import tracked_in
from plancli.papers.word.plan import docx
from plancli.render.pages.asking import asking
from tests.core.tabled import DRAFT

_CORPUS = Corpus(DRAFT)
_FROZEN = Frozen(name="稿", digest="sha256:1")
_GROUND = DraftGround(_CORPUS, _FROZEN, asking("zh"), frozenset({"渡口"}))
EXPORTED = docx(
    "渡口", list(plain(_CORPUS.outline)), draft=Circulated(_FROZEN.name, _FROZEN.digest)
)
_DOCUMENT = "word/document.xml"
AUTHOR = 'w:id="7" w:author="甲"'


def text() -> str:
    """Return the XML of the draft as it went out."""
    return zipfile.ZipFile(io.BytesIO(EXPORTED)).read(_DOCUMENT).decode()


def packed(xml: str) -> bytes:
    """Return the draft with another text."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(EXPORTED)) as sent, zipfile.ZipFile(packed, "w") as back:
        for name in sent.namelist():
            back.writestr(name, xml if name == _DOCUMENT else sent.read(name))
    return packed.getvalue()


def gone(run: str) -> str:
    """Return a run that is taken out."""
    words = re.sub("<(/?)w:t(?=[ >])", r"<\1w:delText", run)
    return f"<w:del {AUTHOR}>{words}</w:del>"


def replaced(xml: str, old: str, new: str) -> str:
    """Return a text in which the first run with just these words is taken out, and another one put in."""
    run = re.search(rf"<w:r>(?:(?!</w:r>).)*>{re.escape(old)}</w:t></w:r>", xml)
    assert run is not None, old
    put = run.group().replace(f">{old}<", f">{new}<")
    return xml.replace(run.group(), f"{gone(run.group())}<w:ins {AUTHOR}>{put}</w:ins>", 1)


def said(xml: str) -> FileOpinions:
    """Return what comes back with a text."""
    return returned(tracked_in(packed(xml)), {"甲": "甲", NOBODY: "甲"}, _GROUND)


def edits(found: FileOpinions) -> list[object]:
    """Return the edits of each opinion as YAML has them; of one that is asked why."""
    shown: list[object] = []
    for one in found.opinions:
        written = [
            edit.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)
            for edit in one.shown or ()
        ]
        shown.append(one.doubt or written)
    return shown


def row_with(xml: str, words: str) -> str:
    """Return the row in which a cell has just these words."""
    rows: list[str] = re.findall(r"<w:tr>.*?</w:tr>", xml)
    return next(row for row in rows if f">{words}</w:t>" in row)


def row_out(xml: str, words: str) -> str:
    """Return a text in which a row is taken out with its words."""
    row = row_with(xml, words)
    out = re.sub(r"<w:r>.*?</w:r>", lambda run: gone(run.group()), row)
    return xml.replace(row, out.replace("</w:trPr>", f"<w:del {AUTHOR}/></w:trPr>", 1))


def cells_out(xml: str, *places: tuple[int, int], words: bool = True) -> str:
    """Return a text without cells, of each its row and its place in that: with their `words`, or alone."""
    rows = [re.findall(r"<w:tc>.*?</w:tc>", row) for row in re.findall(r"<w:tr>.*?</w:tr>", xml)]
    for row, place in places:
        old = rows[row][place]
        new = re.sub(r"<w:r>.*?</w:r>", lambda run: gone(run.group()), old) if words else old
        xml = xml.replace(old, new.replace("</w:tcPr>", f"<w:cellDel {AUTHOR}/></w:tcPr>"), 1)
    return xml


def row_in(xml: str, beside: str, *cells: str) -> str:
    """Return a text in which a row comes behind that of some words."""
    row = row_with(xml, beside)
    words = iter(cells)
    new = re.sub(r"<w:bookmark(Start|End)[^>]*>", "", row)
    new = re.sub(r"(<w:t[^>]*>)[^<]*</w:t>", lambda run: f"{run[1]}{next(words)}</w:t>", new)
    new = re.sub(r"<w:r>.*?</w:r>", rf"<w:ins {AUTHOR}>\g<0></w:ins>", new)
    new = new.replace("</w:trPr>", f"<w:ins {AUTHOR}/></w:trPr>", 1)
    return xml.replace(row, row + new)


def paragraph_out(xml: str, words: str) -> str:
    """Return a text in which the paragraph with some words is taken out, and the break behind it."""
    found = re.findall(r"<w:p>(?:(?!</w:p>).)*</w:p>", xml)
    old = next(one for one in found if words in re.sub("<[^>]*>", "", one))
    new = re.sub(r"<w:r>.*?</w:r>", lambda run: gone(run.group()), old)
    mark = f"<w:rPr><w:del {AUTHOR}/></w:rPr></w:pPr>"
    return xml.replace(old, new.replace("</w:pPr>", mark, 1), 1)


def all_rows_out(xml: str) -> str:
    """Return a text in which all rows of its table are taken out, those of the head among them."""
    for row in re.findall(r"<w:tr>.*?</w:tr>", xml):
        out = re.sub(r"<w:r>.*?</w:r>", lambda run: gone(run.group()), row)
        xml = xml.replace(row, out.replace("</w:trPr>", f"<w:del {AUTHOR}/></w:trPr>", 1), 1)
    return xml
