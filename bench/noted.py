"""What check sees of footnotes: corrupted places, words, notes that go or come by hand, and harmless edits.

Each is made in a plan made for it, as it stands and once more with a comment in it.
"""

import re
from random import Random

from bench.numbered import Edition, Hand, Kind, Wish
from bench.small_plan import DRAFT, SmallPlan
from plancli.store.files import RECORD

_BODY = """- id: 第三章.1
  text: |-
    到2027年,有效灌溉面积达到8万亩,节水灌溉面积占比达到70%。
  notes:
    - id: 第三章.1.注1
      after: 有效灌溉面积
      text: |-
        指有固定水源的耕地面积。
    - id: 第三章.1.注2
      after: 面积
      nth: 2
      text: |-
        2024年为52%。
- id: 第三章.2
  heading: 渠道
  text: |-
    衬砌干渠三条,整修支渠十二条。
  note: |-
    田间渠道由各村自行整修。
"""
_PLAN = SmallPlan("灌区改造方案", "镇水管站", "第三章", "灌溉", _BODY)
SECTION = _PLAN.section
_WISH = Wish(
    "comments/镇水管站/01.yaml",
    """unit: 镇水管站
opinion: |-
  建议将节水灌溉面积占比由70%调整为75%,将脚注中的52%调整为53%,并为干渠加一条脚注。
edits:
  - {replace: 70%, with: 75%}
  - {replace: 52%, with: 53%}
  - {add: {note: 含东干渠。, after: 干渠}, to: 第三章.2}
decision: {status: 采纳, reply: 已按意见修改。}
""",
)


def editions() -> list[Edition]:
    """Return the plan as it stands, and with a comment taken in."""
    return _PLAN.editions(_WISH)


# --- corruptions --------------------------------------------------------------------------------------------


def place_unknown(rng: Random, hand: Hand) -> bool:
    """A mark behind words that the text does not have."""
    words = rng.choice(["实际灌溉面积", "灌区", "有效灌溉的面积"])
    return hand.put(SECTION, "after: 有效灌溉面积", f"after: {words}")


def place_doubtful(rng: Random, hand: Hand) -> bool:
    """A mark behind words that stand twice, of which nothing says which."""
    return hand.put(
        SECTION,
        *rng.choice(
            [("        nth: 2\n", ""), ("after: 有效灌溉面积", "after: 灌溉面积")],
        ),
    )


def place_beyond(rng: Random, hand: Hand) -> bool:
    """A mark behind words that do not stand there so often."""
    return hand.put(SECTION, "nth: 2", f"nth: {rng.choice([3, 4, 9])}")


def mark_elsewhere(rng: Random, hand: Hand) -> bool:
    """A mark behind other words of its text."""
    words = rng.choice(["达到8万亩", "到2027年", "节水灌溉"])
    return hand.put(SECTION, "after: 有效灌溉面积", f"after: {words}")


def mark_to_other_words_alike(_rng: Random, hand: Hand) -> bool:
    """A mark behind the same words where they stand first."""
    return hand.put(SECTION, "nth: 2", "nth: 1")


def note_worded(rng: Random, hand: Hand) -> bool:
    """The words of a note."""
    return hand.put(
        SECTION,
        *rng.choice([("固定水源", "水源"), ("各村自行", "各村"), ("耕地面积", "耕地和园地面积")]),
    )


def note_number(rng: Random, hand: Hand) -> bool:
    """A number in a note."""
    old = "53%" if hand.edition.wish else "52%"
    return hand.put(SECTION, f"年为{old}", f"年为{rng.choice([41, 55, 62])}%")


def note_emptied(_rng: Random, hand: Hand) -> bool:
    """A note without words."""
    text = re.sub(r"text: \|-\n *指有固定水源的耕地面积。", "text: ''", hand.texts[SECTION])
    hand.texts[SECTION] = text
    return True


def note_dropped(_rng: Random, hand: Hand) -> bool:
    """A note that is no longer there."""
    text = hand.texts[SECTION]
    start, end = (text.index(f"      - id: 第三章.1.注{one}") for one in (1, 2))
    hand.texts[SECTION] = text[:start] + text[end:]
    return True


def note_added(rng: Random, hand: Hand) -> bool:
    """A note that nobody asked for."""
    words = rng.choice(["含两座泵站。", "按普查口径计算。"])
    added = f"      - {{after: 到2027年, text: {words}}}\n"
    return hand.put(SECTION, "      - id: 第三章.1.注1\n", f"{added}      - id: 第三章.1.注1\n")


def notes_exchanged(_rng: Random, hand: Hand) -> bool:
    """The words of two notes in each other's place."""
    one, other = "指有固定水源的耕地面积。", "田间渠道由各村自行整修。"
    text = hand.texts[SECTION].replace(one, "§").replace(other, one).replace("§", other)
    hand.texts[SECTION] = text
    return True


def note_of_draft(rng: Random, hand: Hand) -> bool:
    """A note of the frozen draft: its words, or its place."""
    old, new = rng.choice([("固定水源", "水源"), ("nth: 2", "nth: 1"), ("各村自行", "各村")])
    return hand.put(DRAFT, old, new)


def note_not_in_text(_rng: Random, hand: Hand) -> bool:
    """An adopted change of a note that does not stand there."""
    return hand.edition.wish is not None and hand.put(SECTION, "53%", "52%")


def note_otherwise_asked(rng: Random, hand: Hand) -> bool:
    """A comment that asks for other words of a note than the text has."""
    old, new = rng.choice([("with: 53%", "with: 54%"), ("含东干渠。", "含西干渠。")])
    return hand.edition.wish is not None and hand.put(_WISH.file, old, new)


def note_otherwise_recorded(rng: Random, hand: Hand) -> bool:
    """A record with other words of a note than the text has."""
    old, new = rng.choice([("with: 53%", "with: 54%"), ("含东干渠。", "含西干渠。")])
    return hand.edition.wish is not None and hand.put(RECORD, old, new)


def added_note_worded(_rng: Random, hand: Hand) -> bool:
    """A note that a comment added, with other words."""
    return hand.edition.wish is not None and hand.put(SECTION, "含东干渠。", "含干渠。")


# --- harmless -----------------------------------------------------------------------------------------------


def more_words_said(rng: Random, hand: Hand) -> bool:
    """More words, or fewer, that say the same place."""
    words = rng.choice([",有效灌溉面积", "效灌溉面积", "到2027年,有效灌溉面积"])
    return hand.put(SECTION, "after: 有效灌溉面积", f"after: '{words}'")


def said_without_count(_rng: Random, hand: Hand) -> bool:
    """Words that stand once in place of those of which a count says which."""
    return hand.put(SECTION, "after: 面积\n        nth: 2\n", "after: 节水灌溉面积\n")


def note_by_its_place(_rng: Random, hand: Hand) -> bool:
    """A note without its id, which its place says."""
    return hand.put(SECTION, "- id: 第三章.1.注1\n        after", "- after")


def note_in_quotes(_rng: Random, hand: Hand) -> bool:
    """The words of a note in quotes, on one line."""
    text = re.sub(
        r"text: \|-\n *指有固定水源的耕地面积。",
        "text: '指有固定水源的耕地面积。'",
        hand.texts[SECTION],
    )
    hand.texts[SECTION] = text
    return True


def remark_at_a_note(_rng: Random, hand: Hand) -> bool:
    """A remark of YAML behind the place of a note."""
    return hand.put(SECTION, "after: 有效灌溉面积\n", "after: 有效灌溉面积  # 已核\n")


KINDS: tuple[Kind, ...] = (
    place_unknown,
    place_doubtful,
    place_beyond,
    mark_elsewhere,
    mark_to_other_words_alike,
    note_worded,
    note_number,
    note_emptied,
    note_dropped,
    note_added,
    notes_exchanged,
    note_of_draft,
    note_not_in_text,
    note_otherwise_asked,
    note_otherwise_recorded,
    added_note_worded,
)

HARMLESS: tuple[Kind, ...] = (
    more_words_said,
    said_without_count,
    note_by_its_place,
    note_in_quotes,
    remark_at_a_note,
)
"""None of them moves a mark or changes a word."""
