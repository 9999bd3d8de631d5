"""What check sees of lists in lists: entries that go, come, move, change, and harmless edits.

Each is made in a plan made for it, as it stands and once more with a comment in it.
"""

import re
from random import Random

from bench.numbered import Edition, Hand, Kind, Wish
from bench.small_plan import DRAFT, SmallPlan
from plancli.store.files import RECORD

_BODY = """- id: 第五章.1
  heading: 码头整治
  separator: "："
  text: |-
    分两年完成，见㈠至㈡。
  items:
    - id: 第五章.1.1
      number: ㈠
      heading: 上游码头
      separator: "。"
      text: |-
        先行整治，长度320米。
      items:
        - id: 第五章.1.1.1
          number: (1)
          text: |-
            面层作防滑处理。
          items:
            - id: 第五章.1.1.1.1
              number: ①
              text: |-
                石材厚度为5厘米。
            - id: 第五章.1.1.1.2
              number: ②
              text: |-
                接缝不大于5毫米。
        - id: 第五章.1.1.2
          number: (2)
          text: |-
            护栏高度为1.1米。
    - id: 第五章.1.2
      number: ㈡
      heading: 下游码头
      separator: "。"
      text: |-
        随后整治，长度180米。
      items:
        - id: 第五章.1.2.1
          number: (1)
          text: |-
            增设候船亭两座。
- id: 第五章.2
  heading: 渡船检验
  text: |-
    渡船每年检验一次。
"""
_PLAN = SmallPlan("渡口整治方案", "镇渡管站", "第五章", "整治", _BODY)
SECTION = _PLAN.section
_WISH = Wish(
    "comments/镇渡管站/01.yaml",
    """unit: 镇渡管站
opinion: |-
  建议石材厚度由5厘米调整为6厘米，并在候船亭后增加一条“增设公告栏一处。”
edits:
  - {replace: 5厘米, with: 6厘米}
  - {add: {number: (2), text: 增设公告栏一处。}, to: 第五章.1.2}
decision: {status: 采纳, reply: 已按意见修改。}
""",
)


def editions() -> list[Edition]:
    """Return the plan as it stands, and with a comment taken in."""
    return _PLAN.editions(_WISH)


# --- hands --------------------------------------------------------------------------------------------------


def _block(text: str, name: str) -> re.Match[str]:
    """Return an entry of a list with all that it holds."""
    found = re.search(rf"^( *)- id: {re.escape(name)}\n(?:\1  .*\n)*", text, re.MULTILINE)
    assert found is not None, name
    return found


def _taken(hand: Hand, name: str) -> str:
    """Take an entry out of the section; return its lines as they stand at the margin."""
    block = _block(hand.texts[SECTION], name)
    hand.cut(SECTION, block.span(), "")
    # a list of which nothing is left is none
    hand.texts[SECTION] = re.sub(
        r"^( *)items:\n(?!\1  )", "", hand.texts[SECTION], flags=re.MULTILINE
    )
    return re.sub(rf"^{block[1]}", "", block[0], flags=re.MULTILINE)


def _put_at_end(hand: Hand, name: str, holder: str) -> None:
    """Put an entry at the end of what another one holds."""
    lines = _taken(hand, name)
    block = _block(hand.texts[SECTION], holder)
    blanks = block[1] + "    "
    head = "" if f"\n{block[1]}  items:\n" in block[0] else f"{block[1]}  items:\n"
    inside = re.sub(r"^", blanks, lines.rstrip("\n"), flags=re.MULTILINE)
    hand.cut(SECTION, (block.end(), block.end()), f"{head}{inside}\n")


# --- corruptions --------------------------------------------------------------------------------------------

_LEAVES = ("第五章.1.1.1.1", "第五章.1.1.1.2", "第五章.1.1.2", "第五章.1.2.1")


def entry_dropped(rng: Random, hand: Hand) -> bool:
    """An entry that is no longer there, by itself or with all that it holds."""
    _taken(hand, rng.choice([*_LEAVES, "第五章.1.1.1", "第五章.1.1", "第五章.1.2"]))
    return True


def entry_added(rng: Random, hand: Hand) -> bool:
    """An entry that nobody asked for."""
    block = _block(hand.texts[SECTION], rng.choice(_LEAVES))
    new = f"{block[1]}- {{id: 第五章.9, number: (9), text: 另设引桥一座。}}\n"
    hand.cut(SECTION, (block.end(), block.end()), new)
    return True


def entry_elsewhere(rng: Random, hand: Hand) -> bool:
    """An entry below another parent."""
    _put_at_end(
        hand,
        *rng.choice(
            [
                ("第五章.1.1.2", "第五章.1.2"),
                ("第五章.1.2.1", "第五章.1.1"),
                ("第五章.1.1.1.2", "第五章.1.1"),
                ("第五章.1.1.1.2", "第五章.1.1.2"),
                ("第五章.1.1.2", "第五章.2"),
                ("第五章.1.2", "第五章.2"),
            ]
        ),
    )
    return True


def entry_in_its_neighbour(rng: Random, hand: Hand) -> bool:
    """An entry one level deeper, in the one ahead of it."""
    _put_at_end(
        hand,
        *rng.choice(
            [("第五章.1.1.2", "第五章.1.1.1"), ("第五章.1.2.1", "第五章.1.1.2")],
        ),
    )
    return True


def list_too_deep(_rng: Random, hand: Hand) -> bool:
    """A list in a list of the third level."""
    _put_at_end(hand, "第五章.1.2.1", "第五章.1.1.1.1")
    return True


def level_skipped(_rng: Random, hand: Hand) -> bool:
    """Entries of the third level in place of what held them."""
    lines = _block(hand.texts[SECTION], "第五章.1.1.1")
    inside = lines[0].partition("items:\n")[2]
    hand.cut(SECTION, lines.span(), re.sub(r"^    ", "", inside, flags=re.MULTILINE))
    return True


def entries_reordered(_rng: Random, hand: Hand) -> bool:
    """Two entries in another order, with their numbers."""
    text = hand.texts[SECTION]
    one, other = (_block(text, name) for name in ("第五章.1.1.1.1", "第五章.1.1.1.2"))
    hand.texts[SECTION] = text[: one.start()] + other[0] + one[0] + text[other.end() :]
    return True


def entries_exchanged(_rng: Random, hand: Hand) -> bool:
    """The words of two entries in each other's place."""
    one, other = "护栏高度为1.1米。", "增设候船亭两座。"
    text = hand.texts[SECTION].replace(one, "§").replace(other, one)
    hand.texts[SECTION] = text.replace("§", other)
    return True


def entry_worded(rng: Random, hand: Hand) -> bool:
    """The words of an entry."""
    return hand.put(
        SECTION,
        *rng.choice(
            [("作防滑处理", "作耐磨处理"), ("候船亭两座", "候船亭"), ("接缝不大于", "接缝小于")]
        ),
    )


def entry_number_in_words(rng: Random, hand: Hand) -> bool:
    """A number in the words of an entry."""
    old, new = rng.choice([("1.1米", "1.2米"), ("320米", "230米"), ("5毫米", "8毫米")])
    return hand.put(SECTION, old, new)


def heading_by_hand(rng: Random, hand: Hand) -> bool:
    """The heading of an entry."""
    return hand.put(
        SECTION,
        *rng.choice([("上游码头", "上码头"), ("下游码头", "下游渡口"), ("码头整治", "码头")]),
    )


def separator_changed(rng: Random, hand: Hand) -> bool:
    """What is printed between a heading and its text."""
    name, new = rng.choice(
        [("第五章.1", '" "'), ("第五章.1.1", '"："'), ("第五章.1.2", '" "'), ("第五章.1.1", None)]
    )
    line = f"{'  ' * (name.count('.') * 2 - 1)}  separator: "
    block = _block(hand.texts[SECTION], name)
    changed = re.sub(
        rf"^{line}.*\n",
        "" if new is None else f"{line}{new}\n",
        block[0],
        count=1,
        flags=re.MULTILINE,
    )
    hand.cut(SECTION, block.span(), changed)
    return True


def number_by_hand(rng: Random, hand: Hand) -> bool:
    """An entry with the number of its neighbour, of another series, or without one."""
    name, old, new = rng.choice(
        [
            ("第五章.1.1.1.2", "②", "①"),
            ("第五章.1.1.1.2", "②", "④"),
            ("第五章.1.1.2", "(2)", "(3)"),
            ("第五章.1.1.2", "(2)", "2."),
            ("第五章.1.2", "㈡", "㈢"),
        ]
    )
    block = _block(hand.texts[SECTION], name)
    hand.cut(SECTION, block.span(), block[0].replace(f"number: {old}", f"number: {new}", 1))
    return True


def reference_to_nothing(rng: Random, hand: Hand) -> bool:
    """A reference to an entry that is not there."""
    return hand.put(SECTION, "见㈠至㈡", rng.choice(["见㈠至㈣", "见㈦"]))


def entry_of_draft(rng: Random, hand: Hand) -> bool:
    """An entry of the frozen draft: words, separator, number, or that it is there."""
    if rng.random() < 0.3:
        block = _block(hand.texts[DRAFT], rng.choice(_LEAVES[:3]))
        hand.cut(DRAFT, block.span(), "")
        return True
    return hand.put(
        DRAFT,
        *rng.choice(
            [
                ("防滑处理", "防滑"),
                ('separator: "："', 'separator: " "'),
                ("number: ②", "number: ③"),
            ]
        ),
    )


def change_not_in_text(_rng: Random, hand: Hand) -> bool:
    """An adopted change of an entry that does not stand there."""
    return hand.edition.wish is not None and hand.put(SECTION, "6厘米", "5厘米")


def added_entry_gone(_rng: Random, hand: Hand) -> bool:
    """An adopted entry that does not stand there."""
    if hand.edition.wish:
        _taken(hand, "镇渡管站-01.2")
    return hand.edition.wish is not None


def added_entry_elsewhere(rng: Random, hand: Hand) -> bool:
    """An adopted entry below another parent than it was added to."""
    if hand.edition.wish:
        _put_at_end(hand, "镇渡管站-01.2", rng.choice(["第五章.1.1", "第五章.2"]))
    return hand.edition.wish is not None


def _otherwise(rng: Random, hand: Hand, path: str) -> bool:
    old, new = rng.choice(
        [
            ("with: 6厘米", "with: 7厘米"),
            ("公告栏一处", "公告栏两处"),
            ("to: 第五章.1.2", "to: 第五章.1.1"),
        ]
    )
    return hand.edition.wish is not None and hand.put(path, old, new)


def entry_otherwise_asked(rng: Random, hand: Hand) -> bool:
    """A comment that asks for other words, or another parent, than the text has."""
    return _otherwise(rng, hand, _WISH.file)


def entry_otherwise_recorded(rng: Random, hand: Hand) -> bool:
    """A record with other words, or another parent, than the text has."""
    return _otherwise(rng, hand, RECORD)


# --- harmless -----------------------------------------------------------------------------------------------


def entry_on_one_line(rng: Random, hand: Hand) -> bool:
    """An entry in braces, on one line."""
    number, name, words = rng.choice(
        [("(2)", "第五章.1.1.2", "护栏高度为1.1米。"), ("②", "第五章.1.1.1.2", "接缝不大于5毫米。")]
    )
    block = _block(hand.texts[SECTION], name)
    new = f'{block[1]}- {{id: {name}, number: "{number}", text: {words}}}\n'
    hand.cut(SECTION, block.span(), new)
    return True


def words_on_two_lines(rng: Random, hand: Hand) -> bool:
    """The words of an entry, broken into two lines."""
    words = rng.choice(["护栏高度|为1.1米。", "接缝不|大于5毫米。", "增设候船亭|两座。"])
    one, other = words.split("|")
    text = hand.texts[SECTION]
    found = re.search(rf"^( *){one}{other}\n", text, re.MULTILINE)
    assert found is not None
    hand.cut(SECTION, found.span(), f"{found[1]}{one}\n{found[1]}{other}\n")
    return True


def keys_in_another_order(_rng: Random, hand: Hand) -> bool:
    """The separator of an entry ahead of its heading."""
    old = "        heading: 下游码头\n" + '        separator: "。"\n'
    new = '        separator: "。"\n' + "        heading: 下游码头\n"
    return hand.put(SECTION, old, new)


def remark_in_a_list(_rng: Random, hand: Hand) -> bool:
    """A remark of YAML behind the number of an entry."""
    return hand.put(SECTION, "number: ②\n", "number: ②  # 已核\n")


def blank_line_in_a_list(_rng: Random, hand: Hand) -> bool:
    """An empty line between two entries."""
    block = _block(hand.texts[SECTION], "第五章.1.2")
    hand.cut(SECTION, (block.start(), block.start()), "\n")
    return True


KINDS: tuple[Kind, ...] = (
    entry_dropped,
    entry_added,
    entry_elsewhere,
    entry_in_its_neighbour,
    list_too_deep,
    level_skipped,
    entries_reordered,
    entries_exchanged,
    entry_worded,
    entry_number_in_words,
    heading_by_hand,
    separator_changed,
    number_by_hand,
    reference_to_nothing,
    entry_of_draft,
    change_not_in_text,
    added_entry_gone,
    added_entry_elsewhere,
    entry_otherwise_asked,
    entry_otherwise_recorded,
)

HARMLESS: tuple[Kind, ...] = (
    entry_on_one_line,
    words_on_two_lines,
    keys_in_another_order,
    remark_in_a_list,
    blank_line_in_a_list,
)
"""None of them moves an entry or changes a word."""
