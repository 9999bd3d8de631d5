"""What check sees of figures: pictures that went or changed, words, numbers, titles, and harmless edits.

Each is made in a plan made for it, as it stands and once more with a comment in it. A file of a picture is
written as a word here, of which its bytes are made: another word is another picture.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random

from bench.numbered import Edition, Hand, Kind, Wish
from bench.published import Book, Changes
from bench.small_plan import DRAFT, SmallPlan
from plancli.core.finding import Finding
from plancli.core.text.picture_names import names_picture
from plancli.store.files import RECORD
from plancli.store.picture_files import picture_of
from plancli.store.pictures import (
    FOLDER,
    Pictures,
    StoredPicture,
    digest_of_picture,
    unfit_pictures,
)
from plancli.store.unfit_picture import UnfitPictureError

_BROKEN = "broken"
_FILES = {"图1": "渡口", "图2": "航线", "图1-改": "改后渡口", "另": "另图", "新": "新图"}
"""The words of which pictures are made, by the names of their files; one is shown nowhere."""


def _picture(words: str) -> bytes:
    """Return a picture whose colour is that of words."""
    if words == _BROKEN:
        return b"\x89PNG\r\n\x1a\n"
    colour = struct.pack(">I", zlib.crc32(words.encode()))[:3]
    head = struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" + colour * 2)), (b"IEND", b""))
    whole = b"\x89PNG\r\n\x1a\n"
    for name, data in parts:
        whole += struct.pack(">I", len(data)) + name + data
        whole += struct.pack(">I", zlib.crc32(name + data))
    return whole


class _WordedPictures(Pictures):
    """Pictures that are not on disk."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__(Path())
        self._words = words

    def _read(self, name: str) -> StoredPicture | None:
        words = self._words.get(FOLDER + name)
        if not words:
            return None
        content = _picture(words)
        try:
            return StoredPicture(digest_of_picture(content), picture_of(name, content))
        except UnfitPictureError as error:
            return StoredPicture(digest_of_picture(content), None, str(error))


class PicturedBook(Book):
    """A plan whose pictures are looked at, too."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._pictures = {f"{FOLDER}figures/{name}.png": words for name, words in _FILES.items()}
        super().__init__(files)
        self.texts |= self._pictures

    def _found(self, changes: Changes) -> list[Finding]:
        """Return what check finds, of the files and of the pictures that they name."""
        drawn = {path: text for path, text in changes.items() if names_picture(path)}
        plain = {path: text for path, text in changes.items() if path not in drawn}
        pictures = _WordedPictures(self._pictures | drawn)
        files = dict(self.repository.files) | {path: text.encode() for path, text in plain.items()}
        return [*super()._found(plain), *unfit_pictures(pictures, files)]


def _figures(with_digests: bool) -> str:
    digests = {name: f"\n  digest: {digest_of_picture(_picture(_FILES[name]))}" for name in _FILES}
    own = digests if with_digests else dict.fromkeys(_FILES, "")
    return f"""- id: 第四章.1
  text: |-
    渡口布局见图1,航线见图2。
- image: figures/图1.png
  title: 渡口布局
  alt: 两岸各有一处渡口{own["图1"]}
- id: 第四章.2
  heading: 航线
  text: |-
    设航线三条。
- image: figures/图2.png
  title: 航线走向
  alt: 三条航线都是东西向{own["图2"]}
"""


_PLAN = SmallPlan("渡口布局方案", "镇渡管站", "第四章", "布局", _figures(False), _figures(True))
SECTION = _PLAN.section
_WISH = Wish(
    "comments/镇渡管站/01.yaml",
    f"""unit: 镇渡管站
opinion: |-
  建议更换图1,图题改为“渡口总体布局”,替代文字写明北岸两处,并增加图3“码头”。
edits:
  - image: 图1
    with: figures/图1-改.png
    digest: {digest_of_picture(_picture(_FILES["图1-改"]))}
  - {{title: 图1, with: 渡口总体布局}}
  - {{rewrite: 图1/alt, with: 北岸两处渡口南岸一处渡口}}
  - add:
      image: figures/新.png
      figure: 图3
      title: 码头
      alt: 一处码头
      digest: {digest_of_picture(_picture(_FILES["新"]))}
    to: 第四章
decision: {{status: 采纳, reply: 已按意见修改。}}
""",
)


def editions() -> list[Edition]:
    """Return the plan as it stands, and with a comment taken in."""
    return _PLAN.editions(_WISH, PicturedBook)


def _shown(hand: Hand) -> list[str]:
    """Return the names of the pictures that the plan shows."""
    return [name for name in _FILES if f"image: figures/{name}.png" in hand.texts[SECTION]]


def _file(name: str) -> str:
    return f"{FOLDER}figures/{name}.png"


# --- corruptions --------------------------------------------------------------------------------------------


def picture_repainted(rng: Random, hand: Hand) -> bool:
    """Another picture in a file that a draft froze, or that an edit names by its digest."""
    frozen = ["图1", "图2", *(["图1-改"] if hand.edition.wish else [])]
    hand.texts[_file(rng.choice(frozen))] = rng.choice(["夜航", "码头"])
    return True


def picture_gone(rng: Random, hand: Hand) -> bool:
    """A file that is no longer there."""
    hand.texts[_file(rng.choice(_shown(hand)))] = ""
    return True


def picture_broken(rng: Random, hand: Hand) -> bool:
    """A file that is no picture any more."""
    hand.texts[_file(rng.choice(_shown(hand)))] = _BROKEN
    return True


def picture_exchanged(rng: Random, hand: Hand) -> bool:
    """Another file in a figure, which no comment asked for."""
    name = rng.choice(_shown(hand))
    kept = f"    figure: {name}\n" if name in ("图1", "图2") else ""
    return hand.put(SECTION, f"figures/{name}.png\n", f"figures/另.png\n{kept}")


def picture_unknown(rng: Random, hand: Hand) -> bool:
    """A file that is nowhere."""
    name = rng.choice(_shown(hand))
    return hand.put(SECTION, f"figures/{name}.png", f"figures/{name}-2.png")


def pictures_in_each_others_place(_rng: Random, hand: Hand) -> bool:
    """Two figures with each other's pictures, under their own numbers and titles."""
    first = "图1-改" if hand.edition.wish else "图1"
    text = hand.texts[SECTION]
    named = text if hand.edition.wish else text.replace("图1.png", "图1.png\n    figure: 图1")
    named = named.replace("图2.png", "图2.png\n    figure: 图2").replace("图2.png", "§")
    hand.texts[SECTION] = named.replace(f"{first}.png", "图2.png").replace("§", f"{first}.png")
    return True


def alt_emptied(rng: Random, hand: Hand) -> bool:
    """A figure without words for those who do not see it."""
    alt = rng.choice(_alts(hand))
    return hand.put(SECTION, f"    alt: {alt}\n", rng.choice(["", "    alt: ''\n"]))


def alt_worded(rng: Random, hand: Hand) -> bool:
    """Other words for those who do not see a figure."""
    alt = rng.choice(_alts(hand))
    return hand.put(SECTION, f"alt: {alt}", f"alt: {alt}{rng.choice(['等', '和码头'])}")


def _alts(hand: Hand) -> list[str]:
    alts = ["两岸各有一处渡口", "三条航线都是东西向", "北岸两处渡口南岸一处渡口", "一处码头"]
    return [alt for alt in alts if f"alt: {alt}\n" in hand.texts[SECTION]]


def caption_by_hand(rng: Random, hand: Hand) -> bool:
    """The title of a figure."""
    old = "渡口总体布局" if hand.edition.wish else "渡口布局"
    return hand.put(
        SECTION, *rng.choice([(f"title: {old}", "title: 渡口位置"), ("航线走向", "航线")])
    )


def captions_exchanged(_rng: Random, hand: Hand) -> bool:
    """The titles of two figures in each other's place."""
    old = "渡口总体布局" if hand.edition.wish else "渡口布局"
    text = hand.texts[SECTION].replace(f"title: {old}", "title: §")
    hand.texts[SECTION] = text.replace("航线走向", old).replace("§", "航线走向")
    return True


def number_by_hand(rng: Random, hand: Hand) -> bool:
    """A figure with the number of another one, or with one that leaves a gap."""
    number = rng.choice(["图1", "图5", "图2-1"])
    return hand.put(SECTION, "figures/图2.png\n", f"figures/图2.png\n    number: {number}\n")


def numbers_exchanged(_rng: Random, hand: Hand) -> bool:
    """The numbers of two figures in each other's place."""
    first = "figure: 图1\n" if hand.edition.wish else "figures/图1.png\n"
    return hand.put(SECTION, first, f"{first}    number: 图2\n") and hand.put(
        SECTION, "figures/图2.png\n", "figures/图2.png\n    number: 图1\n"
    )


def figure_dropped(rng: Random, hand: Hand) -> bool:
    """A figure that is no longer there."""
    with _parts(hand) as parts:
        parts.remove(rng.choice([part for part in parts if part.startswith("image:")]))
    return True


def figure_added(rng: Random, hand: Hand) -> bool:
    """A figure that nobody asked for."""
    where = rng.choice(["  - id: 第四章.2\n", "  - image: figures/图2.png\n"])
    new = "  - image: figures/另.png\n    title: 水深\n    alt: 各处水深\n"
    return hand.put(SECTION, where, f"{new}{where}")


def figures_reordered(_rng: Random, hand: Hand) -> bool:
    """Two figures in another order."""
    with _parts(hand) as parts:
        one, other = [at for at, part in enumerate(parts) if part.startswith("image:")][:2]
        parts[one], parts[other] = parts[other], parts[one]
    return True


def reference_to_nothing(rng: Random, hand: Hand) -> bool:
    """A reference to a figure that is not there."""
    return hand.put(SECTION, "航线见图2", f"航线见图{rng.choice([6, 7, 9])}")


def figure_of_draft(rng: Random, hand: Hand) -> bool:
    """A figure of the frozen draft: picture, digest, title or words."""
    digest = digest_of_picture(_picture(_FILES["图2"]))
    old, new = rng.choice(
        [
            ("figures/图2.png", "figures/另.png"),
            (digest, digest_of_picture(b"")),
            (f"          digest: {digest}\n", ""),
            ("title: 渡口布局", "title: 布局"),
            ("alt: 三条航线", "alt: 四条航线"),
        ]
    )
    return hand.put(DRAFT, old, new)


def picture_not_in_text(_rng: Random, hand: Hand) -> bool:
    """An adopted picture that the figure does not show."""
    return hand.edition.wish is not None and hand.put(SECTION, "图1-改.png", "图1.png")


def words_not_in_text(rng: Random, hand: Hand) -> bool:
    """An adopted title, or adopted words, that do not stand there."""
    old, new = rng.choice(
        [("渡口总体布局", "渡口布局"), ("北岸两处渡口南岸一处渡口", "两岸各有一处渡口")]
    )
    return hand.edition.wish is not None and hand.put(SECTION, old, new)


def _otherwise(rng: Random, hand: Hand, path: str) -> bool:
    old, new = rng.choice(
        [
            ("with: figures/图1-改.png", f"with: figures/{rng.choice(['另', '图2', '无'])}.png"),
            ("image: 图1\n", "image: 图2\n"),
            ("with: 渡口总体布局", "with: 渡口位置"),
            ("with: 北岸两处渡口南岸一处渡口", "with: 北岸两处渡口"),
            ("figures/新.png", "figures/另.png"),
            ("title: 码头", "title: 栈桥"),
        ]
    )
    return hand.edition.wish is not None and hand.put(path, old, new)


def figure_otherwise_asked(rng: Random, hand: Hand) -> bool:
    """A comment that asks for another picture, title or words than the figure has."""
    return _otherwise(rng, hand, _WISH.file)


def figure_otherwise_recorded(rng: Random, hand: Hand) -> bool:
    """A record with another picture, title or words than the figure has."""
    return _otherwise(rng, hand, RECORD)


def added_figure_changed(rng: Random, hand: Hand) -> bool:
    """A figure that a comment added, otherwise."""
    old, new = rng.choice(
        [("figures/新.png", "figures/另.png"), ("title: 码头", "title: 栈桥"), ("一处码头", "码头")]
    )
    return hand.edition.wish is not None and hand.put(SECTION, old, new)


# --- harmless -----------------------------------------------------------------------------------------------


def keys_in_another_order(_rng: Random, hand: Hand) -> bool:
    """The words of a figure ahead of its title."""
    old = "    title: 航线走向\n    alt: 三条航线都是东西向\n"
    return hand.put(SECTION, old, "    alt: 三条航线都是东西向\n    title: 航线走向\n")


def figure_by_its_name(_rng: Random, hand: Hand) -> bool:
    """The name of a figure, which that of its file says."""
    return hand.put(SECTION, "figures/图2.png\n", "figures/图2.png\n    figure: 图2\n")


def number_by_its_name(_rng: Random, hand: Hand) -> bool:
    """The number of a figure, which its name says."""
    return hand.put(SECTION, "figures/图2.png\n", "figures/图2.png\n    number: 图2\n")


def words_in_quotes(rng: Random, hand: Hand) -> bool:
    """The words of a figure in quotes."""
    alt, mark = rng.choice(_alts(hand)), rng.choice("'\"")
    return hand.put(SECTION, f"alt: {alt}", f"alt: {mark}{alt}{mark}")


def remark_at_a_figure(_rng: Random, hand: Hand) -> bool:
    """A remark of YAML behind a figure."""
    return hand.put(SECTION, "figures/图2.png\n", "figures/图2.png  # 已核\n")


def picture_shown_nowhere(rng: Random, hand: Hand) -> bool:
    """A file that no figure shows, repainted or gone."""
    hand.texts[_file("另")] = rng.choice(["", "夜航", _BROKEN])
    return True


@contextmanager
def _parts(hand: Hand) -> Iterator[list[str]]:
    """Yield the parts of the section, to be changed."""
    head, *parts = hand.texts[SECTION].split("\n  - ")
    parts[-1] = parts[-1].removesuffix("\n")
    yield parts
    hand.texts[SECTION] = "\n  - ".join([head, *parts]) + "\n"


KINDS: tuple[Kind, ...] = (
    picture_repainted,
    picture_gone,
    picture_broken,
    picture_exchanged,
    picture_unknown,
    pictures_in_each_others_place,
    alt_emptied,
    alt_worded,
    caption_by_hand,
    captions_exchanged,
    number_by_hand,
    numbers_exchanged,
    figure_dropped,
    figure_added,
    figures_reordered,
    reference_to_nothing,
    figure_of_draft,
    picture_not_in_text,
    words_not_in_text,
    figure_otherwise_asked,
    figure_otherwise_recorded,
    added_figure_changed,
)

HARMLESS: tuple[Kind, ...] = (
    keys_in_another_order,
    figure_by_its_name,
    number_by_its_name,
    words_in_quotes,
    remark_at_a_figure,
    picture_shown_nowhere,
)
"""None of them shows another picture or changes a word."""
