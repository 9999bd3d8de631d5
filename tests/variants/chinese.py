"""Chinese sentences that say wholly what they want, with the plan that must come of it."""

from collections.abc import Callable

from tests.variants.drafts import TAILS, THINGS, UNITS, DraftMaker, Said

Form = Callable[[DraftMaker], Said]


def _ahead(draft: DraftMaker) -> str:
    return draft.one("", "建议", "建议将", "请将", "将", "把", "1.", "(一)")


def _behind(draft: DraftMaker) -> str:
    return draft.dice.choice(
        ("", "。", ",理由:与上级规划衔接。", "。理由:原数据有误,应以年报为准。", "。")
    )


def _becomes(draft: DraftMaker) -> str:
    return draft.dice.choice(
        ("改为", "修改为", "调整为", "应为", "表述为", "更改为", "修改成", "替换为")
    )


def _replace(draft: DraftMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    said = f"{_ahead(draft)}{draft.q(old)}{_becomes(draft)}{draft.q(new)}{_behind(draft)}"
    return Said(said, draft.replaced(key, old, new))


def _replace_in(draft: DraftMaker) -> Said:
    """A piece of a clause, shown by its clause."""
    key = draft.pick()
    clause = draft.dice.choice(draft.clauses(key))
    old = clause[:2]
    new = draft.one("统筹", "协同", "分批")
    if clause.count(old) > 1 or old[0] == "“":
        return _replace(draft)
    asked = f"{draft.q(clause)}中的{draft.q(old)}{_becomes(draft)}{draft.q(new)}"
    said = _ahead(draft) + asked + _behind(draft)
    return Said(said, draft.with_text(key, draft.lines[key][1].replace(clause, new + clause[2:])))


def _replace_at(draft: DraftMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    place = draft.dice.choice(
        (f"{key}", f"{key}{draft.q(draft.lines[key][0])}", draft.q(draft.lines[key][0]))
    )
    asked = f"{place}中的{draft.q(old)}{_becomes(draft)}{draft.q(new)}"
    said = draft.one("", "建议将", "将") + asked + _behind(draft)
    return Said(said, draft.replaced(key, old, new))


def _original(draft: DraftMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    between = draft.one(",", "。", ";", "\n", "|")
    said = f"原文:{draft.q(old)}{between}{draft.one('修改为', '建议修改为', '改为')}:{draft.q(new)}"
    return Said(said, draft.replaced(key, old, new))


def _arrow(draft: DraftMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    arrow = draft.one("→", "->", " → ", "⇒")
    return Said(f"{draft.q(old)}{arrow}{draft.q(new)}", draft.replaced(key, old, new))


def _without_marks(draft: DraftMaker) -> Said:
    key = draft.pick()
    old = draft.dice.choice(draft.clauses(key))
    new = old[:2] + draft.fresh(lambda: draft.dice.choice(THINGS) + draft.dice.choice(TAILS))
    if "“" in old or old[:2] in old[2:]:
        return _replace(draft)
    said = f"{draft.one('将', '建议将', '把')}{old}{draft.one('改为', '修改为')}{new}{draft.one('', '。')}"
    return Said(said, draft.replaced(key, old, new))


def _delete_clause(draft: DraftMaker) -> Said:
    key = draft.pick()
    text = draft.lines[key][1]
    sentence = draft.dice.choice([piece for piece in text.split("。") if piece])
    clauses = sentence.split(",")
    at = draft.dice.randrange(len(clauses))
    gone = clauses[at]
    rest = ",".join(clauses[:at] + clauses[at + 1 :])
    verb = draft.one("删除", "建议删除", "删去", "请删掉")
    said = draft.dice.choice(
        (f"{verb}{draft.q(gone)}", f"{draft.q(gone)}建议删除", f"将{draft.q(gone)}删去")
    ) + _behind(draft)
    return Said(said, draft.with_text(key, text.replace(sentence, rest)))


def _delete_sentence(draft: DraftMaker) -> Said:
    key = draft.pick()
    text = draft.lines[key][1]
    sentence = draft.dice.choice([piece for piece in text.split("。") if piece])
    mark = draft.one("", "。")
    said = f"{draft.one('删除', '建议删除')}{draft.q(sentence + mark)}{_behind(draft)}"
    return Said(said, draft.with_text(key, text.replace(sentence + "。", "")))


def _delete_nth(draft: DraftMaker) -> Said:
    key = draft.pick()
    pieces = [piece + "。" for piece in draft.lines[key][1].split("。") if piece]
    at = draft.dice.randrange(len(pieces))
    said = draft.one(f"删除{key}第{'一二三'[at]}句", f"{key}第{'一二三'[at]}句删除")
    return Said(said, draft.with_text(key, "".join(pieces[:at] + pieces[at + 1 :])))


def _remove(draft: DraftMaker) -> Said:
    key = draft.pick()
    place = draft.one(key, f"{key}{draft.q(draft.lines[key][0])}")
    said = draft.dice.choice(
        (f"删除{place}", f"建议删除{place}整段内容", f"{place}不再保留", f"建议{place}整段删除")
    )
    rest = {name: line for name, line in draft.lines.items() if name != key}
    return Said(said + _behind(draft), rest)


def _insert(draft: DraftMaker) -> Said:
    key = draft.pick()
    anchor = draft.dice.choice(draft.clauses(key))
    new = draft.fresh(draft.clause)
    add = draft.one("增加", "补充", "加上", "新增", "增加内容")
    where = draft.one("后", "之后", "后面")
    said = f"{draft.one('', '在', '建议在')}{draft.q(anchor)}{where}{add}{draft.q(',' + new)}{_behind(draft)}"
    return Said(said, draft.with_text(key, draft.lines[key][1].replace(anchor, f"{anchor},{new}")))


def _insert_before(draft: DraftMaker) -> Said:
    key = draft.pick()
    anchor = draft.dice.choice(draft.clauses(key))
    new = draft.fresh(draft.clause)
    where = draft.q(anchor) + draft.one("前", "之前")
    said = f"{draft.one('', '在', '建议在')}{where}增加{draft.q(new + ',')}{_behind(draft)}"
    return Said(said, draft.with_text(key, draft.lines[key][1].replace(anchor, f"{new},{anchor}")))


def _insert_end(draft: DraftMaker) -> Said:
    key = draft.pick()
    new = draft.fresh(draft.clause) + "。"
    place = draft.one(key, draft.q(draft.lines[key][0]), f"{key}{draft.q(draft.lines[key][0])}")
    said = f"{draft.one('在', '')}{place}{draft.one('末尾', '段末', '最后')}增加{draft.q(new)}"
    return Said(said, draft.with_text(key, draft.lines[key][1] + new))


def _rewrite(draft: DraftMaker) -> Said:
    key = draft.pick()
    new = draft.fresh(draft.clause) + "," + draft.fresh(draft.clause) + "。"
    what = key + draft.one("", "整段", "内容")
    said = f"{draft.one('', '将', '建议将')}{what}{draft.one('修改为', '改为')}:{draft.q(new)}"
    return Said(said, draft.with_text(key, new))


def _figure(draft: DraftMaker) -> Said:
    key = draft.pick()
    found = [clause for clause in draft.clauses(key) if "覆盖率" in clause]
    if not found:
        return _replace(draft)
    clause = draft.dice.choice(found)
    subject, old = clause.split("达到")
    new = f"{int(old[:-1]) + 1}%"
    said = f"{draft.one('', '将', '建议将')}{subject}由{old}{draft.one('调整为', '提高到', '改为')}{new}。"
    return Said(
        said, draft.with_text(key, draft.lines[key][1].replace(clause, f"{subject}达到{new}"))
    )


def _move(draft: DraftMaker) -> Said:
    number = draft.dice.choice("123")
    keys = [key for key in draft.lines if key[0] == number]
    what, goal = draft.dice.sample(keys, 2)
    side = draft.dice.choice("前后")
    said = (
        f"{draft.one('将', '建议将', '')}{what}{draft.one('移至', '调整到', '移到')}{goal}之{side}"
    )
    order = [key for key in draft.lines if key != what]
    order.insert(order.index(goal) + (side == "后"), what)
    return Said(said, {key: draft.lines[key] for key in order})


def _add_unit(draft: DraftMaker) -> Said:
    key = draft.pick()
    units = draft.lines[key][2]
    new = draft.dice.choice([unit for unit in UNITS if unit not in units])
    said = draft.dice.choice(
        (
            f"{key}责任单位增加{new}",
            f"建议在{key}责任单位中增加{draft.q(new)}",
            f"将{new}列为{key}的责任单位",
            f"建议{key}的责任单位添加{new}。",
        )
    )
    return Said(said, draft.with_units(key, (*units, new)))


def _drop_unit(draft: DraftMaker) -> Said:
    key = draft.pick()
    units = draft.lines[key][2]
    gone = draft.dice.choice(units)
    said = draft.dice.choice(
        (
            f"{key}责任单位删除{gone}",
            f"建议将{gone}从{key}责任单位中删除",
            f"删除{key}责任单位中的{draft.q(gone)}",
            f"{gone}不再作为{key}的责任单位",
        )
    )
    return Said(said, draft.with_units(key, tuple(unit for unit in units if unit != gone)))


def _two(draft: DraftMaker) -> Said:
    one, other = draft.dice.sample(list(draft.lines), 2)
    old, last = draft.dice.choice(draft.clauses(one)), draft.dice.choice(draft.clauses(other))
    new, latest = draft.fresh(draft.clause), draft.fresh(draft.clause)
    between = draft.one(";", "。", ",", "。2.")
    said = f"{draft.q(old)}改为{draft.q(new)}{between}{draft.q(last)}修改为{draft.q(latest)}。"
    lines = draft.with_text(one, draft.lines[one][1].replace(old, new))
    heading, text, units = draft.lines[other]
    return Said(said, {**lines, other: (heading, text.replace(last, latest), units)})


def _reason_ahead(draft: DraftMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    lead = draft.dice.choice(
        (
            f"根据《县级规划编制办法》{draft.q(draft.clause())}的要求,",
            "考虑到财力有限,",
            "鉴于该工程已开工,",
            "为与部门规划衔接,",
            "参照《渡口管理规定》,",
        )
    )
    said = f"{lead}建议将{draft.q(old)}改为{draft.q(new)}。"
    return Said(said, draft.replaced(key, old, new))


def _between(draft: DraftMaker) -> Said:
    key = draft.pick()
    text = draft.lines[key][1]
    sentence = draft.dice.choice([piece for piece in text.split("。") if piece])
    one, other = sentence.split(",")[:2]
    new = draft.fresh(draft.clause)
    where = draft.one("之间", "中间")
    brought = draft.one(f",{new}", f"{new},")
    said = f"{draft.one('', '在')}{draft.q(one)}和{draft.q(other)}{where}增加{draft.q(brought)}"
    return Said(
        said + _behind(draft), draft.replaced(key, f"{one},{other}", f"{one},{new},{other}")
    )


def _delete_stretch(draft: DraftMaker) -> Said:
    key = draft.pick()
    text = draft.lines[key][1]
    sentence = draft.dice.choice([piece for piece in text.split("。") if piece])
    *rest, one, other = sentence.split(",")
    said = f"{draft.one('删除', '建议删去')}从{draft.q(one)}到{draft.q(other)}的内容"
    left = ",".join(rest) + "。" if rest else ""
    return Said(said + _behind(draft), draft.replaced(key, sentence + "。", left))


def _delete_both(draft: DraftMaker) -> Said:
    """Two clauses side by side, each quoted by itself."""
    key = draft.pick()
    sentence = draft.dice.choice([piece for piece in draft.lines[key][1].split("。") if piece])
    *rest, one, other = sentence.split(",")
    verb, joint = draft.one("删除", "建议删去"), draft.one("、", "和", "")
    left = ",".join(rest) + "。" if rest else ""
    said = f"{verb}{draft.q(one)}{joint}{draft.q(other)}{_behind(draft)}"
    return Said(said, draft.replaced(key, sentence + "。", left))


def _remove_both(draft: DraftMaker) -> Said:
    keys = draft.dice.sample(list(draft.lines), 2)
    both = draft.one("、", "和", "与").join(keys)
    said = draft.one(f"删除{both}", f"建议将{both}删除", f"{both}均不再保留")
    rest = {name: line for name, line in draft.lines.items() if name not in keys}
    return Said(said + _behind(draft), rest)


def _delete_on(draft: DraftMaker) -> Said:
    key = draft.pick()
    text = draft.lines[key][1]
    first, last = text.index("。") + 1, text.rindex("。", 0, -1) + 1
    start = text[last:].split(",")[0] if draft.one("", "x") else text[first:].split(",")[0]
    kept = text[: text.index(start)]
    said = f"删除{draft.q(start)}{draft.one('及其后', '及之后', '以及其后')}内容"
    return Said(said + _behind(draft), draft.with_text(key, kept))


def _heading(draft: DraftMaker) -> Said:
    key = draft.pick()
    old, text, units = draft.lines[key]
    new = draft.fresh(lambda: "健全" + draft.dice.choice(THINGS) + draft.dice.choice(TAILS))
    was = draft.one("", f"由{draft.q(old)}")
    said = f"{draft.one('', '建议将', '将')}{key}{draft.one('标题', '的名称', '名称')}{was}"
    return Said(
        f"{said}{draft.one('改为', '修改为', '调整为')}{draft.q(new)}。",
        {**draft.lines, key: (new, text, units)},
    )


def _swap(draft: DraftMaker) -> Said:
    number = draft.dice.choice("123")
    order = list(draft.lines)
    keys = [key for key in order if key[0] == number]
    at = order.index(draft.dice.choice(keys[:-1]))
    first, second = order[at : at + 2]
    named = draft.dice.choice(((first, second), (second, first)))
    joint = draft.one("和", "与", "、")
    verb = draft.one("顺序互换", "对调", "位置互换", "互换顺序")
    said = draft.one("", "将", "建议将") + joint.join(named) + verb
    order[at : at + 2] = [second, first]
    return Said(said + draft.one("", "。"), {key: draft.lines[key] for key in order})


def _change_unit(draft: DraftMaker) -> Said:
    key = draft.pick()
    units = draft.lines[key][2]
    old = draft.dice.choice(units)
    new = draft.dice.choice([unit for unit in UNITS if unit not in units])
    said = draft.dice.choice(
        (
            f"{key}责任单位由{old}改为{new}",
            f"建议将{key}的责任单位由{draft.q(old)}调整为{draft.q(new)}。",
            f"{key}责任单位{old}变更为{new}",
        )
    )
    return Said(said, draft.with_units(key, (*(unit for unit in units if unit != old), new)))


def _all_units(draft: DraftMaker) -> Said:
    key = draft.pick()
    units = draft.lines[key][2]
    new = tuple(draft.dice.sample(UNITS, len(units)))
    verb = draft.one("责任单位改为", "的责任单位改为", "责任单位调整为")
    said = f"{draft.one('', '建议将')}{key}{verb}{'、'.join(new)}。"
    return Said(said, draft.with_units(key, new))


def _respectively(draft: DraftMaker) -> Said:
    key = draft.pick()
    olds = draft.dice.sample(draft.clauses(key), 2)
    news = [draft.fresh(draft.clause) for _ in olds]
    one, other = (draft.one("、", "和").join(map(draft.q, words)) for words in (olds, news))
    said = f"{draft.one('', '将', '建议将')}{one}分别{draft.one('改为', '修改为', '调整为')}{other}"
    text = draft.lines[key][1]
    for old, new in zip(olds, news, strict=True):
        text = text.replace(old, new)
    return Said(said + _behind(draft), draft.with_text(key, text))


def _numbered(draft: DraftMaker) -> Said:
    """Three things in one letter, with numbers and reasons of their own."""
    one, other, third = draft.dice.sample(list(draft.lines), 3)
    old, gone = draft.dice.choice(draft.clauses(one)), draft.clauses(other)[-1]
    new, added = draft.fresh(draft.clause), draft.fresh(draft.clause) + "。"
    tokens = draft.dice.choice((("一是", "二是", "三是"), ("①", "②", "③"), ("(1)", "(2)", "(3)")))
    between = draft.one("。", ";", "。\n")
    why = draft.one("", ",以便考核", ",避免重复")
    points = (
        f"将{draft.q(old)}改为{draft.q(new)}{why}",
        f"删除{draft.q(gone)}",
        f"{third}末尾增加{draft.q(added)}",
    )
    said = between.join(token + point for token, point in zip(tokens, points, strict=True)) + "。"
    lines = {**draft.lines}
    for key, before, after in (
        (one, old, new),
        (other, "," + gone, ""),
        (third, lines[third][1], lines[third][1] + added),
    ):
        heading, text, units = lines[key]
        lines[key] = (heading, text.replace(before, after), units)
    return Said(said, lines)


def _reason_behind(draft: DraftMaker) -> Said:
    """Reasons that quote, and speak of changes themselves."""
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    other = draft.fresh(draft.clause)
    why = draft.dice.choice(
        (
            f"。理由:省规划已将{draft.q(other)}改为{draft.q(draft.fresh(draft.clause))}。",
            f"。修改理由:{draft.q(other)}已删除。",
            ",因部门职责已调整。",
            f"\n理由:《渡口条例》增加了{draft.q(other)}。",
            ",与年度计划保持一致。",
        )
    )
    said = f"{_ahead(draft)}{draft.q(old)}{_becomes(draft)}{draft.q(new)}{why}"
    return Said(said, draft.replaced(key, old, new))


def _twin_at(draft: DraftMaker) -> Said:
    """Words that stand in two paragraphs, one of which is named."""
    one, other = draft.dice.sample(list(draft.lines), 2)
    clause = draft.dice.choice(draft.clauses(one))
    heading, text, units = draft.lines[other]
    draft.lines[other] = (heading, text + clause + "。", units)
    new = draft.fresh(draft.clause)
    place = draft.one(one, draft.q(draft.lines[one][0]))
    asked = f"{place}中的{draft.q(clause)}{_becomes(draft)}{draft.q(new)}"
    said = draft.one("", "建议将", "将") + asked + _behind(draft)
    return Said(said, draft.replaced(one, clause, new))


def _other_width(draft: DraftMaker) -> Said:
    """A quotation over a comma, in marks of another width."""
    key = draft.pick()
    text = draft.lines[key][1]
    sentence = draft.dice.choice([piece for piece in text.split("。") if piece])
    new = draft.fresh(draft.clause)
    said = f"{_ahead(draft)}{draft.q(sentence.replace(',', '，'))}{_becomes(draft)}{draft.q(new)}"
    return Said(said + _behind(draft), draft.replaced(key, sentence, new))


def _bracketed(draft: DraftMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    said = draft.dice.choice(
        (
            f"{draft.q(old)}(应为{draft.q(new)})",
            f"用{draft.q(new)}替换{draft.q(old)}",
            f"{key}{draft.q(old)}表述不准确,建议改为{draft.q(new)}",
            f"{draft.q(old)}表述有误,应更正为{draft.q(new)}",
        )
    )
    return Said(said + draft.one("", "。"), draft.replaced(key, old, new))


COMPLETE: tuple[Form, ...] = (
    _replace, _replace_in, _replace_at, _original, _arrow, _without_marks, _delete_clause, _delete_sentence,
    _delete_nth, _remove, _insert, _insert_before, _insert_end, _rewrite, _figure, _move, _add_unit,
    _drop_unit, _two, _reason_ahead, _between, _delete_stretch, _delete_both,
    _remove_both, _delete_on, _heading, _swap, _change_unit,
    _all_units, _respectively, _numbered, _reason_behind, _twin_at, _other_width, _bracketed,
)  # fmt: skip
