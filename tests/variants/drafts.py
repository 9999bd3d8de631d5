"""Drafts in the making: invented clauses in paragraphs, of which each stands once."""

import random
from collections.abc import Callable
from typing import NamedTuple

from plancli.core.plan.model import Section, Table

Lines = dict[str, tuple[str, str, tuple[str, ...]]]
"""Heading, text and units by id, in order."""


class Variant(NamedTuple):
    """An opinion of `unit` about a draft; `plan` is what must come out where it is taken.

    It is None where nothing may be taken: the sentence leaves something open. `meant` is then what comes out
    where a person confirms what is proposed, if that can be said.
    """

    form: str
    sections: tuple[Section, ...]
    unit: str
    opinion: str
    plan: Lines | None
    meant: Lines | None = None


class Said(NamedTuple):
    """A sentence about a draft, the plan that must come of it, and the one that it may mean."""

    opinion: str
    plan: Lines | None = None
    meant: Lines | None = None


THINGS = (
    "河塘清淤",
    "管网巡检",
    "粮仓改造",
    "茶园灌溉",
    "渡口疏浚",
    "校舍加固",
    "苗圃培育",
    "货场扩容",
    "山路硬化",
    "书屋建设",
    "井盖更换",
    "码头整修",
    "林地抚育",
    "集市搬迁",
    "桥梁检测",
    "路灯节能",
    "车站翻新",
    "电网升级",
    "湿地修复",
    "菜场提档",
)
_MEASURES = ("处", "座", "公里", "项", "个", "万亩", "万人", "家")
_VERBS = ("完成", "推进", "实施", "新建", "改造", "开展", "启动", "落实")
TAILS = (
    "工作机制",
    "管护制度",
    "责任清单",
    "年度计划",
    "资金保障",
    "专项行动",
    "考核办法",
    "信息平台",
)
UNITS = (
    "市水务局",
    "市粮储局",
    "市茶业局",
    "市航运局",
    "市教体局",
    "市园林局",
    "市商贸局",
    "市路政局",
)


class DraftMaker:
    """A draft in the making: lines by id, in sections."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.lines: Lines = {}
        self.used: set[str] = set()
        self.marks = dice.choice(("“”", "“”", '""', "「」"))
        for section in range(1, 4):
            for number in range(1, dice.randint(3, 4) + 1):
                self.lines[f"{section}.{number}"] = self._paragraph()

    def _paragraph(self) -> tuple[str, str, tuple[str, ...]]:
        dice = self.dice
        heading = self.fresh(
            lambda: (
                dice.choice(("加强", "优化", "深化", "规范"))
                + dice.choice(THINGS)
                + dice.choice(TAILS)
            )
        )
        text = "".join(self._sentence() for _ in range(dice.randint(2, 3)))
        return heading, text, tuple(dice.sample(UNITS, dice.randint(1, 3)))

    def _sentence(self) -> str:
        return ",".join(self.fresh(self.clause) for _ in range(self.dice.randint(2, 3))) + "。"

    def clause(self) -> str:
        dice = self.dice
        thing, tail = dice.choice(THINGS), dice.choice(TAILS)
        amount = f"{dice.randint(3, 980)}{dice.choice(_MEASURES)}"
        return dice.choice(
            (
                f"{dice.choice(_VERBS)}{thing}{amount}",
                f"{thing}覆盖率达到{dice.randint(11, 99)}%",
                f"建立{thing}{tail}",
                f"{dice.choice(_VERBS)}“{thing[:2]}{dice.choice('甲乙丙丁')}”{tail}",
            )
        )

    def fresh(self, make: Callable[[], str]) -> str:
        """Return words that are no part of others, and have none as a part."""
        while True:
            words = make()
            if not any(words in other or other in words for other in self.used):
                self.used.add(words)
                return words

    def sections(self) -> tuple[Section, ...]:
        found: list[Section] = []
        for number in "123":
            body = [
                {"id": key, "heading": heading, "text": text, "units": list(units)}
                for key, (heading, text, units) in self.lines.items()
                if key[0] == number
            ]
            key = f"第{'一二三'[int(number) - 1]}章"
            found.append(
                Section.model_validate({"key": key, "title": f"总则之{number}", "body": body})
            )
        return tuple(found)

    # --- what a form needs --------------------------------------------------------------------------------

    def q(self, words: str) -> str:
        """Put words in quotation marks, those of the opinion; words that have some keep theirs."""
        nested = any(mark in words for mark in "“”「」")
        marks = "“”" if nested else self.marks
        return marks[0] + words + marks[1]

    def one(self, *ways: str) -> str:
        """Return one of several ways to say it."""
        return self.dice.choice(ways)

    def pick(self) -> str:
        return self.dice.choice(list(self.lines))

    def clauses(self, key: str) -> list[str]:
        return [clause for clause in self.lines[key][1].replace("。", ",").split(",") if clause]

    def with_text(self, key: str, text: str) -> Lines:
        heading, _, units = self.lines[key]
        return {**self.lines, key: (heading, text, units)}

    def replaced(self, key: str, old: str, new: str) -> Lines:
        """Return the lines with other words in one paragraph."""
        return self.with_text(key, self.lines[key][1].replace(old, new))

    def with_units(self, key: str, units: tuple[str, ...]) -> Lines:
        heading, text, _ = self.lines[key]
        return {**self.lines, key: (heading, text, units)}


_EN_THINGS = (
    "ferry landings",
    "harbour lamps",
    "tea gardens",
    "mountain roads",
    "school roofs",
    "grain stores",
    "well covers",
    "market halls",
    "reed beds",
    "river gauges",
    "bus shelters",
    "tree nurseries",
)
_EN_VERBS = ("repair", "build", "inspect", "light", "renew", "survey", "widen", "plant")
_EN_TAILS = (
    "every spring",
    "by summer",
    "with the towns",
    "under one roof",
    "at night",
    "in two steps",
)
_ORDINALS = ("first", "second", "third", "fourth")


class EnglishMaker(DraftMaker):
    """An English draft in the making: chapters of three paragraphs."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.lines: Lines = {}
        self.used: set[str] = set()
        self.marks = dice.choice(("“”", "“”", '""'))
        for chapter in (1, 2):
            for number in (1, 2, 3):
                heading = self.fresh(lambda: f"About {self.thing()} {self.dice.choice(_EN_TAILS)}")
                text = " ".join(self._en_sentence() for _ in range(dice.randint(2, 3)))
                self.lines[f"{chapter}.{number}"] = (heading, text, ())

    def thing(self) -> str:
        return self.dice.choice(_EN_THINGS)

    def clause(self) -> str:
        amount = self.dice.randint(3, 980)
        return (
            f"{self.dice.choice(_EN_VERBS)} {amount} {self.thing()} {self.dice.choice(_EN_TAILS)}"
        )

    def _en_sentence(self) -> str:
        clauses = [self.fresh(self.clause) for _ in range(self.dice.randint(2, 3))]
        return f"They {', '.join(clauses)}."

    def clauses(self, key: str) -> list[str]:
        found: list[str] = []
        for sentence in self.sentences(key):
            found += sentence.removeprefix("They ").split(", ")
        return found

    def sentences(self, key: str) -> list[str]:
        """Return the sentences of a paragraph without their full stops."""
        return [sentence.strip() for sentence in self.lines[key][1].split(".") if sentence.strip()]

    def placed(self, key: str) -> str:
        """Return where a paragraph stands, counted in its chapter."""
        chapter, _, number = key.partition(".")
        nth = _ORDINALS[int(number) - 1]
        counted = self.one(
            f"Chapter {chapter}, paragraph {number}", f"the {nth} paragraph of Chapter {chapter}"
        )
        return f"In {counted}"

    def sections(self) -> tuple[Section, ...]:
        found: list[Section] = []
        for chapter in "12":
            body = [
                {"id": key, "heading": heading, "text": text}
                for key, (heading, text, _) in self.lines.items()
                if key[0] == chapter
            ]
            key = f"Chapter {chapter}"
            found.append(Section.model_validate({"key": key, "title": f"Of {key}", "body": body}))
        return tuple(found)


def lines_of(sections: tuple[Section, ...]) -> Lines:
    """Return the lines of sections that have no columns; of a table its heads, rows and notes."""
    found: Lines = {}
    for section in sections:
        for part in section.body:
            if isinstance(part, Table):
                found |= _lines_of_table(part)
                continue
            found[part.id] = (part.heading, part.text, tuple(part.units or ()))  # type: ignore[union-attr]
    return found


def _lines_of_table(table: Table) -> Lines:
    heads = tuple(head.title for head in table.columns)
    found: Lines = {table.table: (table.title, table.unit, heads)}
    for at, row in enumerate(table.rows, 1):
        found[f"{table.table}行{at}"] = ("", "|".join(row.cells), ())
    for at, note in enumerate(table.notes, 1):
        found[f"{table.table}注{at}"] = ("", note.text, ())
    return found
