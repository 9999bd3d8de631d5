"""Pieces of typst's language: all words are strings, so that none is taken for markup."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from plancli.core.text.characters import printable
from plancli.core.text.marked import LOOKS, Run

_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN", "SimSun")
FANGSONG = ("FangSong", "STFangsong", *_SERIF)
KAI = ("KaiTi", "STKaiti", "AR PL UKai CN", *FANGSONG)
HEI = ("SimHei", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei")
TITLE = ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "STZhongsong", *_SERIF)


def compiled(source: str, pictures: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Return a document as PDF, with the pictures that it names; ImportError where typst is not installed."""
    import typst

    if not pictures:
        return bytes(typst.compile(source.encode()))
    # typst reads pictures from files alone
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in pictures.items():
            (folder / file).write_bytes(content)
        main = folder / "main.typ"
        main.write_text(source, encoding="utf-8")
        return bytes(typst.compile(str(main), root=name))


def setting(size: float, language: str) -> str:
    """Return the command for the type of the whole text; `size` in points."""
    region = 'lang: "zh", region: "cn"' if language.startswith("zh") else 'lang: "en"'
    return f"#set text(font: {fonts(FANGSONG)}, size: {size}pt, {region})"


def fonts(names: tuple[str, ...]) -> str:
    return f"({', '.join(map(string, names))})"


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
    words = f'text(12pt, fill: rgb("#AA1111"), font: {fonts(HEI)}, {string(text)})'
    return (
        f"#set page(header: context {{ if here().page() > 1 {{ {words} }} }})\n"
        f'#block(stroke: 1pt + rgb("#AA1111"), inset: 5pt, {words})'
    )


def drawn(run: Run) -> str:
    """Return words in the look of their mark."""
    look = LOOKS[run.op]
    fill = f'fill: rgb("#{look.colour}"), ' if look.colour else ""
    words = f"text({fill}{string(run.text)})"
    for wanted, command in (
        (look.strong, "strong"),
        (look.underlined, "underline"),
        (look.struck, "strike"),
    ):
        words = f"{command}({words})" if wanted else words
    return f"#{words}"
