"""Which program wrote a draft is seen in its bytes; text is told from Markdown by the name of its file."""

from collections.abc import Callable
from functools import partial

from plancli.core.entry import N_
from plancli.core.intake.body import Body
from plancli.papers.bodies.converted import as_word
from plancli.papers.bodies.pieces import MOST_BLOCKS, too_many_blocks
from plancli.papers.packed import BINARY, LOCKED, PACKED, UnfitFileError, parts_of, read_within

_RICH = b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MARKDOWN = (".md", ".markdown")


def body_in(content: bytes, ending: str, with_pictures: bool = False) -> Body:
    """Return the body of a draft by the bytes of its file; `ending` is that of its name, with its dot.

    With pictures those of a document are in it, where their program keeps them so that others show them;
    those of Markdown by the names of their files alone.

    Raises UnfitFileError, in English, where it is no draft that can be read.
    """
    body = read_within(content, lambda raw: _reader(raw, ending.lower(), with_pictures)(raw))
    if len(body.blocks) > MOST_BLOCKS:
        raise too_many_blocks()
    if not body.blocks:
        raise UnfitFileError(N_("it has no words; a scan has none"))
    return body


def _reader(content: bytes, ending: str, with_pictures: bool) -> Callable[[bytes], Body]:
    """Return what reads such bytes; each is imported only where it is needed."""
    if content.startswith(PACKED):
        names = parts_of(content)
        if any(name.startswith("word/") for name in names):
            from plancli.papers.bodies.word import body_of_word

            return partial(body_of_word, with_pictures=with_pictures)
        return _converted(ending if ending in (".odt", ".ofd", ".wps") else ".odt")
    if content.startswith(BINARY):
        if _LOCKED in content:
            raise UnfitFileError(LOCKED)
        return _converted(ending if ending in (".doc", ".wps") else ".doc")
    if content.startswith(_RICH):
        return _converted(".rtf")
    from plancli.papers.bodies.plain import body_of_markdown, body_of_text

    if ending in _MARKDOWN:
        return partial(body_of_markdown, with_pictures=with_pictures)
    return body_of_text


def _converted(ending: str) -> Callable[[bytes], Body]:
    from plancli.papers.bodies.word import body_of_word

    return lambda content: body_of_word(as_word(content, ending))
