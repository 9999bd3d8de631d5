"""How what is published looks, in whatever format: its type, and the colours of what is not plain text.

How marked words look is said in `text.marked.LOOKS`.
"""

from typing import NamedTuple


class Family(NamedTuple):
    """A type under the name that Chinese office programs know, and what stands in for it, the best first.

    `generic` is its kind, as CSS names it.
    """

    name: str
    others: tuple[str, ...]
    generic: str = "serif"

    @property
    def css(self) -> str:
        """Return the names as CSS lists them."""
        return ", ".join([*(f'"{name}"' for name in (self.name, *self.others)), self.generic])


_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN", "SimSun")
SONG = Family("宋体", ("SimSun", "STSong", "Songti SC", *_SERIF[:-1]))
FANGSONG = Family("仿宋", ("FangSong", "STFangsong", *_SERIF))
KAI = Family("楷体", ("KaiTi", "STKaiti", "AR PL UKai CN", *FANGSONG.others))
HEI = Family(
    "黑体",
    ("SimHei", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei"),
    "sans-serif",
)
XIAOBIAOSONG = Family(
    "方正小标宋简体", ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "STZhongsong", *_SERIF)
)
TYPES = (SONG, FANGSONG, KAI, HEI, XIAOBIAOSONG)
"""GB/T 9704-2012: titles in 小标宋, heads in 黑体 and 楷体, text in 仿宋, numbers of pages in 宋体."""
LATIN = "Times New Roman"
"""Letters and digits among Chinese ones."""

HEAD_GROUND = "EEF1F5"
"""Behind the heads of tables."""
CHANGED_GROUND = "FFF6DC"
"""Behind cells in which something changed."""
STAMP_COLOUR = "AA1111"
"""Of the stamp of what is not for publication."""
BAR_COLOUR = "2F5D8A"
"""Of the bars of a chart."""
HINT_COLOUR = "888888"
"""Of what stands where something is to be filled in."""
