"""Chinese sentences that leave something open: nothing of them is taken; `meant` is what may be proposed."""

from tests.variants.chinese import Form
from tests.variants.drafts import UNITS, DraftMaker, Said


def _twins(draft: DraftMaker) -> Said:
    """Words that stand in two paragraphs, without a place."""
    one, other = draft.dice.sample(list(draft.lines), 2)
    clause = draft.dice.choice(draft.clauses(one))
    heading, text, units = draft.lines[other]
    draft.lines[other] = (heading, text + clause + "。", units)
    said = draft.dice.choice(
        (
            f"将{draft.q(clause)}改为{draft.q(draft.fresh(draft.clause))}",
            f"删除{draft.q(clause)}",
            f"在{draft.q(clause)}后增加{draft.q(',' + draft.fresh(draft.clause))}",
        )
    )
    return Said(said)


def _not_there(draft: DraftMaker) -> Said:
    said = draft.dice.choice(
        (
            f"将{draft.q(draft.fresh(draft.clause))}改为{draft.q(draft.fresh(draft.clause))}",
            f"删除{draft.q(draft.fresh(draft.clause))}",
        )
    )
    return Said(said)


def _choice(draft: DraftMaker) -> Said:
    key = draft.pick()
    old = draft.dice.choice(draft.clauses(key))
    one, other = draft.fresh(draft.clause), draft.fresh(draft.clause)
    joint = draft.one("或", "或者", ",或改为", "、或")
    verb = draft.one("改为", "修改为")
    said = (
        f"{draft.one('', '建议将', '将')}{draft.q(old)}{verb}{draft.q(one)}{joint}{draft.q(other)}"
    )
    return Said(said + draft.one("", "。"), meant=draft.replaced(key, old, one))


def _condition(draft: DraftMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    lead = draft.one(
        "如资金落实,则", "若省里同意,", "如不能实施,", "条件成熟时,", "假如用地落实,则"
    )
    said = f"{lead}将{draft.q(old)}改为{draft.q(new)}"
    return Said(said, meant=draft.replaced(key, old, new))


def _denied(draft: DraftMaker) -> Said:
    old = draft.dice.choice(draft.clauses(draft.pick()))
    said = draft.dice.choice(
        (
            f"不同意将{draft.q(old)}改为{draft.q(draft.fresh(draft.clause))}",
            f"不建议删除{draft.q(old)}",
            f"建议不要删除{draft.q(old)}",
            f"反对删除{draft.q(old)}",
            f"无需将{draft.q(old)}改为{draft.q(draft.fresh(draft.clause))}",
            f"是否将{draft.q(old)}改为{draft.q(draft.fresh(draft.clause))}?",
        )
    )
    return Said(said)


def _others(draft: DraftMaker) -> Said:
    old = draft.dice.choice(draft.clauses(draft.pick()))
    lead = draft.one("省规划", "上一稿中", "我局此前已", "有专家建议", "市发改委提出")
    return Said(f"{lead}将{draft.q(old)}改为{draft.q(draft.fresh(draft.clause))}")


def _everywhere(draft: DraftMaker) -> Said:
    """Words of several paragraphs, all of which are meant."""
    one, other = draft.dice.sample(list(draft.lines), 2)
    old, new = draft.dice.choice(draft.clauses(one)), draft.fresh(draft.clause)
    heading, text, units = draft.lines[other]
    draft.lines[other] = (heading, text + old + "。", units)
    said = draft.dice.choice(
        (
            f"全文{draft.q(old)}统一改为{draft.q(new)}",
            f"{draft.q(old)}改为{draft.q(new)},下同",
            f"建议将全文中的{draft.q(old)}均修改为{draft.q(new)}。",
            f"{draft.q(old)}表述不规范,全文统一为{draft.q(new)}。",
        )
    )
    lines = draft.replaced(one, old, new)
    heading, text, units = lines[other]
    return Said(said, meant={**lines, other: (heading, text.replace(old, new), units)})


def _somewhere(draft: DraftMaker) -> Said:
    new = draft.fresh(draft.clause)
    said = draft.dice.choice((f"建议增加{draft.q(new)}", f"请在合适位置增加{draft.q(new)}"))
    return Said(said)


def _at_its_end(draft: DraftMaker) -> Said:
    key = draft.pick()
    new, mark = draft.fresh(draft.clause), draft.one("", "。")
    verb = draft.one("增加", "补充", "中增加", "增加一句")
    said = f"{draft.one('', '建议在', '建议')}{key}{verb}{draft.q(new + mark)}"
    return Said(said, meant=draft.with_text(key, draft.lines[key][1] + new + "。"))


def _mark_implied(draft: DraftMaker) -> Said:
    key = draft.pick()
    anchor, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    said = f"{draft.one('', '在')}{draft.q(anchor)}{draft.one('后', '之后')}增加{draft.q(new)}"
    return Said(said, meant=draft.replaced(key, anchor, f"{anchor},{new}"))


def _near(draft: DraftMaker) -> Said:
    """A quotation with a slip of the pen."""
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    at = draft.dice.randrange(1, len(old) - 1)
    while not "\u4e00" <= old[at] <= "\u9fff":
        at -= 1
    slip = old[:at] + draft.one("丨", "卍", "囗") + old[at + 1 :]
    return Said(f"将{draft.q(slip)}改为{draft.q(new)}", meant=draft.replaced(key, old, new))


def _mark_lost(draft: DraftMaker) -> Said:
    """One mark of a quotation is missing: what stands in it cannot be told."""
    old = draft.dice.choice(draft.clauses(draft.pick()))
    new = draft.fresh(draft.clause)
    said = draft.dice.choice(
        (f"“{old}改为“{new}”", f"{old}”改为“{new}”", f"“{old}”改为“{new}", f"删除“{old}")
    )
    return Said(said)


def _leads(draft: DraftMaker) -> Said:
    key = draft.pick()
    units = draft.lines[key][2]
    new = draft.dice.choice([unit for unit in UNITS if unit not in units])
    said = draft.dice.choice(
        (f"{key}改由{new}牵头", f"建议明确{new}为{key}的牵头单位", f"建议{key}由{new}牵头。")
    )
    return Said(said, meant=draft.with_units(key, (new, *units)))


def _merge(draft: DraftMaker) -> Said:
    number = draft.dice.choice("123")
    first, second = [key for key in draft.lines if key[0] == number][:2]
    new = draft.fresh(draft.clause) + "。"
    both = first + draft.one("和", "与", "、") + second + draft.one("", "两段")
    said = f"{draft.one('', '建议将', '将')}{both}合并为{draft.q(new)}"
    heading, _, units = draft.lines[first]
    others = tuple(unit for unit in draft.lines[second][2] if unit not in units)
    lines = {**draft.lines, first: (heading, new, units + others)}
    del lines[second]
    return Said(said, meant=lines)


def _stop_lost(draft: DraftMaker) -> Said:
    """The old words end with a mark that the new ones lack."""
    key = draft.pick()
    sentence = draft.dice.choice([piece for piece in draft.lines[key][1].split("。") if piece])
    mark = draft.one("。", ",")
    old = sentence if mark == "。" else sentence.split(",")[0]
    new = draft.fresh(draft.clause)
    said = f"{draft.one('', '建议将', '将')}{draft.q(old + mark)}改为{draft.q(new)}"
    return Said(said, meant=draft.replaced(key, old + mark, new + mark))


def _stop_along(draft: DraftMaker) -> Said:
    """The end of a sentence is to go, and is quoted with the mark that the rest needs."""
    key = draft.pick()
    sentence = draft.dice.choice([piece for piece in draft.lines[key][1].split("。") if piece])
    gone = sentence.split(",")[-1]
    said = f"{draft.one('删除', '建议删去')}{draft.q(draft.one('', ',') + gone + '。')}"
    return Said(said, meant=draft.replaced(key, f",{gone}。", "。"))


def _wordless(draft: DraftMaker) -> Said:
    key = draft.pick()
    clause = draft.dice.choice(draft.clauses(key))
    said = draft.dice.choice(
        (
            f"建议进一步明确{draft.q(clause)}的资金来源",
            f"{key}的表述需要完善,请核实",
            f"{draft.q(clause)}偏高,建议调整",
            f"建议细化{key}的措施",
            f"{draft.q(clause)}与上级规划不一致",
        )
    )
    return Said(said)


def _in_a_book(draft: DraftMaker) -> Said:
    """A verb in a reason, and no instruction for the draft."""
    clause = draft.dice.choice(draft.clauses(draft.pick()))
    said = draft.dice.choice(
        (
            f"《渡口条例》将{draft.q(clause)}改为{draft.q(draft.fresh(draft.clause))}",
            f"我局已将{draft.q(clause)}调整为{draft.q(draft.fresh(draft.clause))}",
            f"上级文件中已删除{draft.q(clause)}",
            f"{draft.q(clause)}已由{draft.dice.choice(UNITS)}改为{draft.q(draft.fresh(draft.clause))}",
        )
    )
    return Said(said)


OPEN: tuple[Form, ...] = (
    _twins, _not_there, _choice, _condition, _denied, _others, _everywhere, _somewhere, _at_its_end,
    _mark_implied, _near, _mark_lost, _leads, _merge, _stop_lost, _stop_along,
    _wordless, _in_a_book,
)  # fmt: skip
