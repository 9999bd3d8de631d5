"""Opinions with the plan that must come out, made by string operations alone: seeded, many as wanted.

Neither the grammar nor the locator has a part in making them: a draft is put together from invented clauses,
a sentence of a known form is written about words of it, and what must come out is computed with `str.replace`
and list operations. `plan` is None where nothing may be taken: the sentence leaves something open.
"""

import random
from collections.abc import Callable
from typing import NamedTuple

from plancli.core.plan.model import Section

Lines = dict[str, tuple[str, str, tuple[str, ...]]]
"""Heading, text and units by id, in order."""


class Variant(NamedTuple):
    """An opinion of `unit` about a draft; `plan` is what must come out where it is taken, or None."""

    form: str
    sections: tuple[Section, ...]
    unit: str
    opinion: str
    plan: Lines | None


_THINGS = (
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
_TAILS = (
    "工作机制",
    "管护制度",
    "责任清单",
    "年度计划",
    "资金保障",
    "专项行动",
    "考核办法",
    "信息平台",
)
_UNITS = (
    "市水务局",
    "市粮储局",
    "市茶业局",
    "市航运局",
    "市教体局",
    "市园林局",
    "市商贸局",
    "市路政局",
)


class _Draft:
    """A draft in the making: lines by id, in sections."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.lines: Lines = {}
        self.used: set[str] = set()
        for section in range(1, 4):
            for number in range(1, dice.randint(3, 4) + 1):
                self.lines[f"{section}.{number}"] = self._paragraph()

    def _paragraph(self) -> tuple[str, str, tuple[str, ...]]:
        dice = self.dice
        heading = self.fresh(
            lambda: (
                dice.choice(("加强", "优化", "深化", "规范"))
                + dice.choice(_THINGS)
                + dice.choice(_TAILS)
            )
        )
        text = "".join(self._sentence() for _ in range(dice.randint(2, 3)))
        return heading, text, tuple(dice.sample(_UNITS, dice.randint(1, 3)))

    def _sentence(self) -> str:
        return ",".join(self.fresh(self.clause) for _ in range(self.dice.randint(2, 3))) + "。"

    def clause(self) -> str:
        dice = self.dice
        thing, tail = dice.choice(_THINGS), dice.choice(_TAILS)
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

    def with_units(self, key: str, units: tuple[str, ...]) -> Lines:
        heading, text, _ = self.lines[key]
        return {**self.lines, key: (heading, text, units)}

    def count(self, words: str) -> int:
        return sum(
            text.count(words) + heading.count(words) for heading, text, _ in self.lines.values()
        )


Form = Callable[[_Draft], tuple[str, Lines | None]]


def _q(words: str) -> str:
    """Put words in quotation marks; those inside keep theirs."""
    return f"“{words}”"


def _ahead(draft: _Draft) -> str:
    return draft.one("", "建议", "建议将", "请将", "将", "把", "1.", "(一)")


def _behind(draft: _Draft) -> str:
    return draft.dice.choice(
        ("", "。", ",理由:与上级规划衔接。", "。理由:原数据有误,应以年报为准。", "。")
    )


def _becomes(draft: _Draft) -> str:
    return draft.dice.choice(
        ("改为", "修改为", "调整为", "应为", "表述为", "更改为", "修改成", "替换为")
    )


def _replace(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    said = f"{_ahead(draft)}{_q(old)}{_becomes(draft)}{_q(new)}{_behind(draft)}"
    return said, draft.with_text(key, draft.lines[key][1].replace(old, new))


def _replace_in(draft: _Draft) -> tuple[str, Lines | None]:
    """A piece of a clause, shown by its clause."""
    key = draft.pick()
    clause = draft.dice.choice(draft.clauses(key))
    old = clause[:2]
    new = draft.one("统筹", "协同", "分批")
    if clause.count(old) > 1 or old[0] == "“":
        return _replace(draft)
    said = f"{_ahead(draft)}{_q(clause)}中的{_q(old)}{_becomes(draft)}{_q(new)}{_behind(draft)}"
    return said, draft.with_text(key, draft.lines[key][1].replace(clause, new + clause[2:]))


def _replace_at(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    place = draft.dice.choice(
        (f"{key}", f"{key}{_q(draft.lines[key][0])}", _q(draft.lines[key][0]))
    )
    said = f"{draft.one('', '建议将', '将')}{place}中的{_q(old)}{_becomes(draft)}{_q(new)}{_behind(draft)}"
    return said, draft.with_text(key, draft.lines[key][1].replace(old, new))


def _original(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    between = draft.one(",", "。", ";", "\n", "|")
    said = f"原文:{_q(old)}{between}{draft.one('修改为', '建议修改为', '改为')}:{_q(new)}"
    return said, draft.with_text(key, draft.lines[key][1].replace(old, new))


def _arrow(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    return f"{_q(old)}→{_q(new)}", draft.with_text(key, draft.lines[key][1].replace(old, new))


def _without_marks(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    old = draft.dice.choice(draft.clauses(key))
    new = old[:2] + draft.fresh(lambda: draft.dice.choice(_THINGS) + draft.dice.choice(_TAILS))
    if "“" in old or old[:2] in old[2:]:
        return _replace(draft)
    said = f"{draft.one('将', '建议将', '把')}{old}{draft.one('改为', '修改为')}{new}{draft.one('', '。')}"
    return said, draft.with_text(key, draft.lines[key][1].replace(old, new))


def _delete_clause(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    text = draft.lines[key][1]
    sentence = draft.dice.choice([piece for piece in text.split("。") if piece])
    clauses = sentence.split(",")
    at = draft.dice.randrange(len(clauses))
    gone = clauses[at]
    rest = ",".join(clauses[:at] + clauses[at + 1 :])
    verb = draft.one("删除", "建议删除", "删去", "请删掉")
    said = draft.dice.choice(
        (f"{verb}{_q(gone)}", f"{_q(gone)}建议删除", f"将{_q(gone)}删去")
    ) + _behind(draft)
    return said, draft.with_text(key, text.replace(sentence, rest))


def _delete_sentence(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    text = draft.lines[key][1]
    sentence = draft.dice.choice([piece for piece in text.split("。") if piece])
    mark = draft.one("", "。")
    said = f"{draft.one('删除', '建议删除')}{_q(sentence + mark)}{_behind(draft)}"
    return said, draft.with_text(key, text.replace(sentence + "。", ""))


def _delete_nth(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    pieces = [piece + "。" for piece in draft.lines[key][1].split("。") if piece]
    at = draft.dice.randrange(len(pieces))
    said = draft.one(f"删除{key}第{'一二三'[at]}句", f"{key}第{'一二三'[at]}句删除")
    return said, draft.with_text(key, "".join(pieces[:at] + pieces[at + 1 :]))


def _remove(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    place = draft.one(key, f"{key}{_q(draft.lines[key][0])}")
    said = draft.dice.choice(
        (f"删除{place}", f"建议删除{place}整段内容", f"{place}不再保留", f"建议{place}整段删除")
    )
    return said + _behind(draft), {name: line for name, line in draft.lines.items() if name != key}


def _insert(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    anchor = draft.dice.choice(draft.clauses(key))
    new = draft.fresh(draft.clause)
    add = draft.one("增加", "补充", "加上", "新增", "增加内容")
    where = draft.one("后", "之后", "后面")
    said = f"{draft.one('', '在', '建议在')}{_q(anchor)}{where}{add}{_q(',' + new)}{_behind(draft)}"
    return said, draft.with_text(key, draft.lines[key][1].replace(anchor, f"{anchor},{new}"))


def _insert_before(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    anchor = draft.dice.choice(draft.clauses(key))
    new = draft.fresh(draft.clause)
    where = _q(anchor) + draft.one("前", "之前")
    said = f"{draft.one('', '在', '建议在')}{where}增加{_q(new + ',')}{_behind(draft)}"
    return said, draft.with_text(key, draft.lines[key][1].replace(anchor, f"{new},{anchor}"))


def _insert_end(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    new = draft.fresh(draft.clause) + "。"
    place = draft.one(key, _q(draft.lines[key][0]), f"{key}{_q(draft.lines[key][0])}")
    said = f"{draft.one('在', '')}{place}{draft.one('末尾', '段末', '最后')}增加{_q(new)}"
    return said, draft.with_text(key, draft.lines[key][1] + new)


def _rewrite(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    new = draft.fresh(draft.clause) + "," + draft.fresh(draft.clause) + "。"
    what = key + draft.one("", "整段", "内容")
    said = f"{draft.one('', '将', '建议将')}{what}{draft.one('修改为', '改为')}:{_q(new)}"
    return said, draft.with_text(key, new)


def _figure(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    found = [clause for clause in draft.clauses(key) if "覆盖率" in clause]
    if not found:
        return _replace(draft)
    clause = draft.dice.choice(found)
    subject, old = clause.split("达到")
    new = f"{int(old[:-1]) + 1}%"
    said = f"{draft.one('', '将', '建议将')}{subject}由{old}{draft.one('调整为', '提高到', '改为')}{new}。"
    return said, draft.with_text(key, draft.lines[key][1].replace(clause, f"{subject}达到{new}"))


def _move(draft: _Draft) -> tuple[str, Lines | None]:
    number = draft.dice.choice("123")
    keys = [key for key in draft.lines if key[0] == number]
    what, goal = draft.dice.sample(keys, 2)
    side = draft.dice.choice("前后")
    said = (
        f"{draft.one('将', '建议将', '')}{what}{draft.one('移至', '调整到', '移到')}{goal}之{side}"
    )
    order = [key for key in draft.lines if key != what]
    order.insert(order.index(goal) + (side == "后"), what)
    return said, {key: draft.lines[key] for key in order}


def _add_unit(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    units = draft.lines[key][2]
    new = draft.dice.choice([unit for unit in _UNITS if unit not in units])
    said = draft.dice.choice(
        (
            f"{key}责任单位增加{new}",
            f"建议在{key}责任单位中增加{_q(new)}",
            f"将{new}列为{key}的责任单位",
            f"建议{key}的责任单位添加{new}。",
        )
    )
    return said, draft.with_units(key, (*units, new))


def _drop_unit(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    units = draft.lines[key][2]
    gone = draft.dice.choice(units)
    said = draft.dice.choice(
        (
            f"{key}责任单位删除{gone}",
            f"建议将{gone}从{key}责任单位中删除",
            f"删除{key}责任单位中的{_q(gone)}",
            f"{gone}不再作为{key}的责任单位",
        )
    )
    return said, draft.with_units(key, tuple(unit for unit in units if unit != gone))


def _two(draft: _Draft) -> tuple[str, Lines | None]:
    one, other = draft.dice.sample(list(draft.lines), 2)
    old, last = draft.dice.choice(draft.clauses(one)), draft.dice.choice(draft.clauses(other))
    new, latest = draft.fresh(draft.clause), draft.fresh(draft.clause)
    between = draft.one(";", "。", ",", "。2.")
    said = f"{_q(old)}改为{_q(new)}{between}{_q(last)}修改为{_q(latest)}。"
    lines = draft.with_text(one, draft.lines[one][1].replace(old, new))
    heading, text, units = draft.lines[other]
    return said, {**lines, other: (heading, text.replace(last, latest), units)}


def _reason_ahead(draft: _Draft) -> tuple[str, Lines | None]:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    lead = draft.dice.choice(
        (
            f"根据《县级规划编制办法》{_q(draft.clause())}的要求,",
            "考虑到财力有限,",
            "鉴于该工程已开工,",
            "为与部门规划衔接,",
            "参照《渡口管理规定》,",
        )
    )
    said = f"{lead}建议将{_q(old)}改为{_q(new)}。"
    return said, draft.with_text(key, draft.lines[key][1].replace(old, new))


# --- what leaves something open -----------------------------------------------------------------------------


def _twins(draft: _Draft) -> tuple[str, Lines | None]:
    """Words that stand in two paragraphs, without a place."""
    one, other = draft.dice.sample(list(draft.lines), 2)
    clause = draft.dice.choice(draft.clauses(one))
    heading, text, units = draft.lines[other]
    draft.lines[other] = (heading, text + clause + "。", units)
    said = draft.dice.choice(
        (
            f"将{_q(clause)}改为{_q(draft.fresh(draft.clause))}",
            f"删除{_q(clause)}",
            f"在{_q(clause)}后增加{_q(',' + draft.fresh(draft.clause))}",
        )
    )
    return said, None


def _not_there(draft: _Draft) -> tuple[str, Lines | None]:
    said = draft.dice.choice(
        (
            f"将{_q(draft.fresh(draft.clause))}改为{_q(draft.fresh(draft.clause))}",
            f"删除{_q(draft.fresh(draft.clause))}",
        )
    )
    return said, None


def _choice(draft: _Draft) -> tuple[str, Lines | None]:
    old = draft.dice.choice(draft.clauses(draft.pick()))
    return f"{_q(old)}改为{_q(draft.fresh(draft.clause))}或{_q(draft.fresh(draft.clause))}", None


def _condition(draft: _Draft) -> tuple[str, Lines | None]:
    old = draft.dice.choice(draft.clauses(draft.pick()))
    lead = draft.one("如资金落实,则", "若省里同意,", "如不能实施,", "条件成熟时,")
    return f"{lead}将{_q(old)}改为{_q(draft.fresh(draft.clause))}", None


def _denied(draft: _Draft) -> tuple[str, Lines | None]:
    old = draft.dice.choice(draft.clauses(draft.pick()))
    said = draft.dice.choice(
        (
            f"不同意将{_q(old)}改为{_q(draft.fresh(draft.clause))}",
            f"不建议删除{_q(old)}",
            f"建议不要删除{_q(old)}",
            f"反对删除{_q(old)}",
            f"无需将{_q(old)}改为{_q(draft.fresh(draft.clause))}",
            f"是否将{_q(old)}改为{_q(draft.fresh(draft.clause))}?",
        )
    )
    return said, None


def _others(draft: _Draft) -> tuple[str, Lines | None]:
    old = draft.dice.choice(draft.clauses(draft.pick()))
    lead = draft.one("省规划", "上一稿中", "我局此前已", "有专家建议", "市发改委提出")
    return f"{lead}将{_q(old)}改为{_q(draft.fresh(draft.clause))}", None


def _everywhere(draft: _Draft) -> tuple[str, Lines | None]:
    old = draft.dice.choice(draft.clauses(draft.pick()))
    said = draft.dice.choice(
        (
            f"全文{_q(old)}统一改为{_q(draft.fresh(draft.clause))}",
            f"{_q(old)}改为{_q(draft.fresh(draft.clause))},下同",
            f"将{_q(old)}改为{_q(draft.fresh(draft.clause))},并相应修改其他章节",
        )
    )
    return said, None


def _somewhere(draft: _Draft) -> tuple[str, Lines | None]:
    new = draft.fresh(draft.clause)
    return draft.dice.choice(
        (f"建议增加{_q(new)}", f"请在合适位置增加{_q(new)}", f"{draft.pick()}增加{_q(new)}")
    ), None


FORMS: dict[str, Form] = {
    form.__name__.strip("_"): form
    for form in (
        _replace, _replace_in, _replace_at, _original, _arrow, _without_marks, _delete_clause,
        _delete_sentence, _delete_nth, _remove, _insert, _insert_before, _insert_end, _rewrite, _figure,
        _move, _add_unit, _drop_unit, _two, _reason_ahead,
        _twins, _not_there, _choice, _condition, _denied, _others, _everywhere, _somewhere,
    )
}  # fmt: skip


def variants(seed: int, count: int) -> list[Variant]:
    """Return so many variants, form after form."""
    dice = random.Random(seed)
    names = list(FORMS)
    found: list[Variant] = []
    for number in range(count):
        name = names[number % len(names)]
        draft = _Draft(dice)
        opinion, plan = FORMS[name](draft)
        found.append(Variant(name, draft.sections(), dice.choice(_UNITS), opinion, plan))
    return found


def lines_of(sections: tuple[Section, ...]) -> Lines:
    """Return the lines of sections that have no columns."""
    found: Lines = {}
    for section in sections:
        for part in section.body:
            found[part.id] = (part.heading, part.text, tuple(part.units or ()))  # type: ignore[union-attr]
    return found
