"""Pieces of typst's language: all words are strings, so that none is taken for markup."""

import json
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from plancli.core.publish import look
from plancli.core.text.characters import printable
from plancli.core.text.marked import LOOKS, Run
from plancli.papers.pdf.fitted import PLACE, fitted, fitted_text
from plancli.papers.unprinted import Unprinted
from plancli.papers.word.lines import broken

if TYPE_CHECKING:
    from typst import TypstError

FANGSONG, KAI, HEI, TITLE = (
    family.others for family in (look.FANGSONG, look.KAI, look.HEI, look.XIAOBIAOSONG)
)
"""Typst knows types by the names in their files, which are not Chinese."""


_RARE = ("SimSun-ExtB", "MingLiU-ExtB", "HanaMinB", "Segoe UI Symbol", "Segoe UI Emoji")
"""What has characters that the others lack; after these typst looks into all other fonts of the machine."""


class BrokenPicturesError(ValueError):
    """Pictures that typst cannot read: the names of their files."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(*names)
        self.names = tuple(names)


def compiled(source: str, pictures: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Return a document as PDF/UA, with the pictures that it names; ImportError where typst is not installed.

    A character that no font has is printed as its number: nobody could tell what an empty box stood for. It
    is told as a warning, `Unprinted`. Raises BrokenPicturesError where typst cannot read a picture: it reads
    them to their last pixel, as nothing else here does.
    """
    import typst

    unprinted: set[str] = set()
    while True:
        try:
            content = _set_by_typst(source, pictures)
        except typst.TypstError as error:
            missing = _in_no_font(_named(error)) - unprinted
            if not missing:
                _refuse_broken(pictures)
                raise
            unprinted |= missing
            source = source.translate({ord(char): f"[U+{ord(char):04X}]" for char in missing})
        else:
            if unprinted:
                warnings.warn(Unprinted(unprinted), stacklevel=2)
            return content


def _set_by_typst(source: str, pictures: Mapping[str, bytes]) -> bytes:
    import typst

    if not pictures:
        return bytes(typst.compile(source.encode(), pdf_standards=_STANDARD))
    with TemporaryDirectory() as name:
        main = _beside(Path(name), source, pictures)
        return bytes(typst.compile(main, root=name, pdf_standards=_STANDARD))


def _beside(folder: Path, source: str, pictures: Mapping[str, bytes]) -> str:
    """Return the file of a source, in a folder with its pictures: typst reads them from files alone."""
    for file, content in pictures.items():
        (folder / file).write_bytes(content)
    main = folder / "main.typ"
    main.write_text(source, encoding="utf-8")
    return str(main)


def _refuse_broken(pictures: Mapping[str, bytes]) -> None:
    """Raise BrokenPicturesError where a picture cannot be set by itself."""
    broken = [name for name, content in pictures.items() if not _can_be_set(name, content)]
    if broken:
        raise BrokenPicturesError(broken) from None


def _can_be_set(name: str, content: bytes) -> bool:
    import typst

    with TemporaryDirectory() as folder:
        main = _beside(Path(folder), f"#image({string(name)}, width: 9pt)", {name: content})
        try:
            typst.compile(main, root=folder)
        except typst.TypstError:
            return False
    return True


_STANDARD: Final = "ua-1"
"""Tags, a title and a language for those who hear it, and no character that is a mere picture."""
_NOT_IN_FONTS = re.compile(r'the text `"(.*?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")


def _named(error: "TypstError") -> set[str]:
    """Return the characters that could not be displayed, as typst tells of them."""
    words = "".join(_NOT_IN_FONTS.findall(error.diagnostic))
    return set(_NUMBERED.sub(lambda code: chr(int(code[1], 16)), words))


def _in_no_font(named: set[str]) -> set[str]:
    """Return which characters no font has, of those that typst names.

    Of words with two such characters it sets all that stand between them in the last font that it tried, and
    names what that one lacks: words that any other paper of this machine shows. So each is asked for alone.
    """
    import typst

    alone = "\n\n".join(f"#text({string(char)})" for char in sorted(named))
    try:
        typst.compile(f"{headed('-', 11, '')}\n{alone}".encode(), pdf_standards=_STANDARD)
    except typst.TypstError as error:
        return named & _named(error)
    return named


def headed(title: str, size: float, language: str) -> str:
    """Return what stands ahead of all: title and language of the document, its type, how it marks words."""
    return f"#set document(title: {string(title)})\n{setting(size, language)}\n{_RULES}"


_RULES = """\
#show title: it => text(weight: "regular", size: 1em, it.body)
#show strong: it => text(weight: "regular", stroke: 0.02em, it.body)
#set underline(offset: 0.17em, stroke: 0.05em, evade: false)
#set strike(offset: -0.3em, stroke: 0.05em)"""
"""A line below words is the same for all fonts, and has no gaps; and strong are all letters alike.

Chinese types have no bold face: office programs draw their letters thicker, typst only Latin ones.
"""


def setting(size: float, language: str) -> str:
    """Return the command for the type of the whole text; `size` in points."""
    region = 'lang: "zh", region: "cn"' if language.startswith("zh") else 'lang: "en"'
    return f"#set text(font: {fonts(FANGSONG)}, size: {size}pt, {region})"


def fonts(names: tuple[str, ...]) -> str:
    return f"({', '.join(map(string, (*names, *_RARE)))})"


def string(text: str) -> str:
    return json.dumps(
        printable(text), ensure_ascii=False
    )  # what is left to escape, typst escapes alike


def strong(text: str) -> str:
    return f"strong({string(text)})"


def stamped(text: str) -> str:
    """Return the stamp of a paper that is not for publication, for above all else; without one nothing.

    On the pages behind the first it stands in the margin: a page may be passed on by itself.
    """
    if not text:
        return ""
    words = f'text(12pt, fill: rgb("#{look.STAMP_COLOUR}"), font: {fonts(HEI)}, {string(text)})'
    return (
        f"#set page(header: context {{ if here().page() > 1 {{ {words} }} }})\n"
        f'#block(stroke: 1pt + rgb("#{look.STAMP_COLOUR}"), inset: 5pt, {words})'
    )


def words(runs: Iterable[Run], ems: float) -> str:
    """Return marked words in the looks of their marks, for a column of so many ems of their type."""
    return "".join(drawn(run) for run in fitted(runs, ems) if run.text)


def plain(text: str, ems: float) -> str:
    """Return words as an expression, for a column of so many ems of their type."""
    return _worded(fitted_text(text, ems))


def titled(title: str, measure: float, size: float) -> str:
    """Return a title in the type of titles, broken between words where it is wider than the measure."""
    shown = _worded(fitted_text(broken(title, measure, size), measure / size))
    return f"title(text({size}pt, font: {fonts(TITLE)}, {shown}))"


def drawn(run: Run) -> str:
    """Return words in the look of their mark."""
    shown = LOOKS[run.op]
    words = _worded(run.text, f'fill: rgb("#{shown.colour}"), ' if shown.colour else "")
    for wanted, command in (
        (shown.strong, "strong"),
        (shown.underlined, "underline"),
        (shown.struck, "strike"),
    ):
        words = f"{command}({words})" if wanted else words
    return f"#{words}"


def _worded(text: str, fill: str = "") -> str:
    """Return words as an expression; an empty box is a place in which a line may end.

    A rule that shows a character as a box would say the same, but typst gives up on hundreds of them.
    """
    if PLACE not in text:
        return f"text({fill}{string(text)})"
    parts = (f"#text({fill}{string(part)})" for part in text.split(PLACE))
    return f"[{'#box()'.join(parts)}]"
