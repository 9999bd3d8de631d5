"""English sentences about English drafts, with the plan that must come of them, or that they may mean."""

from collections.abc import Callable

from tests.variants.drafts import EnglishMaker, Said

EnglishForm = Callable[[EnglishMaker], Said]


def _ahead(draft: EnglishMaker) -> str:
    return draft.one("", "Please ", "We suggest to ", "1. ", "First, ")


def _behind(draft: EnglishMaker) -> str:
    return draft.one(
        "", ".", ", because funds are short.", " to reflect the budget.", " as the survey shows."
    )


def _begun(said: str) -> str:
    return said[0].upper() + said[1:]


def _en_replace(draft: EnglishMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    verb, joint = draft.dice.choice(
        (
            ("replace", "with"),
            ("change", "to"),
            ("amend", "to"),
            ("replace", "by"),
            ("correct", "to read"),
        )
    )
    place = draft.one("", "", f" in {key}", f" in section {key}")
    said = f"{_ahead(draft)}{verb} {draft.q(old)}{place} {joint} {draft.q(new)}{_behind(draft)}"
    return Said(_begun(said), draft.replaced(key, old, new))


def _en_replace_in(draft: EnglishMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    place = draft.one(f"In {key}", f"In paragraph {key}", draft.placed(key))
    verb = draft.one("replace", "please replace", "change")
    said = f"{place}, {verb} {draft.q(old)} {'to' if verb == 'change' else 'with'} {draft.q(new)}"
    return Said(said + _behind(draft), draft.replaced(key, old, new))


def _en_should_read(draft: EnglishMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    said = draft.dice.choice(
        (
            f"{draft.q(old)} should read {draft.q(new)}",
            f"{draft.q(old)} in {key} should be {draft.q(new)}",
            f"In {key}, {draft.q(old)} should read {draft.q(new)}",
            f"{draft.q(old)} should be replaced with {draft.q(new)}",
            f"{key} reads {draft.q(old)}, which should be {draft.q(new)}",
            f"For {draft.q(old)} read {draft.q(new)}",
            f"Substitute {draft.q(new)} for {draft.q(old)}",
            f"{draft.q(old)} → {draft.q(new)}",
        )
    )
    return Said(said + draft.one("", "."), draft.replaced(key, old, new))


def _en_delete(draft: EnglishMaker) -> Said:
    key = draft.pick()
    sentence = draft.dice.choice(draft.sentences(key))
    gone = draft.dice.choice(sentence.split(", ")[1:])
    said = draft.dice.choice(
        (
            f"{_ahead(draft)}{draft.one('delete', 'remove', 'strike', 'omit')} {draft.q(gone)}",
            f"{draft.q(gone)} should be {draft.one('deleted', 'removed', 'struck out')}",
            f"In {key}, {draft.one('delete', 'strike')} the words {draft.q(gone)}",
            f"delete {draft.q(gone)} in {key}",
        )
    )
    return Said(_begun(said) + _behind(draft), draft.replaced(key, ", " + gone, ""))


def _en_delete_sentence(draft: EnglishMaker) -> Said:
    key = draft.pick()
    found = draft.sentences(key)
    gone = draft.dice.choice(found)
    rest = " ".join(sentence + "." for sentence in found if sentence != gone)
    verb = draft.one("delete", "remove", "strike")
    said = f"{_ahead(draft)}{verb} the sentence {draft.q(gone + '.')}"
    return Said(_begun(said) + draft.one("", "."), draft.with_text(key, rest))


def _en_remove(draft: EnglishMaker) -> Said:
    key = draft.pick()
    said = draft.dice.choice(
        (
            f"Delete {key}",
            f"Please remove paragraph {key}",
            f"{key} should be deleted",
            f"Strike out {draft.placed(key)[3:]}",
        )
    )
    rest = {name: line for name, line in draft.lines.items() if name != key}
    return Said(said + draft.one("", "."), rest)


def _en_insert(draft: EnglishMaker) -> Said:
    key = draft.pick()
    anchor = draft.dice.choice(draft.clauses(key))
    new = draft.fresh(lambda: f"and {draft.clause()}")
    said = draft.dice.choice(
        (
            f"{_ahead(draft)}{draft.one('insert', 'add')} {draft.q(new)} after {draft.q(anchor)}",
            f"After {draft.q(anchor)} {draft.one('insert', 'add')} {draft.q(new)}",
            f"In {key}, after {draft.q(anchor)}, please insert {draft.q(new)}",
            f"{draft.q(new)} should be inserted after {draft.q(anchor)}",
        )
    )
    return Said(_begun(said) + _behind(draft), draft.replaced(key, anchor, f"{anchor} {new}"))


def _en_insert_comma(draft: EnglishMaker) -> Said:
    key = draft.pick()
    anchor, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    said = f"{_ahead(draft)}insert {draft.q(', ' + new)} after {draft.q(anchor)} in {key}"
    return Said(_begun(said) + _behind(draft), draft.replaced(key, anchor, f"{anchor}, {new}"))


def _en_append(draft: EnglishMaker) -> Said:
    key = draft.pick()
    new = _begun(draft.fresh(draft.clause)) + "."
    said = draft.dice.choice(
        (
            f"{_ahead(draft)}add {draft.q(new)} at the end of {key}",
            f"At the end of {key}, {draft.one('add', 'insert')} {draft.q(new)}",
        )
    )
    return Said(_begun(said), draft.with_text(key, f"{draft.lines[key][1]} {new}"))


def _en_rewrite(draft: EnglishMaker) -> Said:
    key = draft.pick()
    new = f"{_begun(draft.fresh(draft.clause))}, {draft.fresh(draft.clause)}."
    said = draft.dice.choice(
        (
            f"{key} should read {draft.q(new)}",
            f"Replace {key} with {draft.q(new)}",
            f"The whole of {key} should read: {draft.q(new)}",
            f"Please replace {draft.placed(key)[3:]} with {draft.q(new)}",
        )
    )
    return Said(said, draft.with_text(key, new))


def _en_heading(draft: EnglishMaker) -> Said:
    key = draft.pick()
    _, text, units = draft.lines[key]
    new = _begun(draft.fresh(lambda: f"better {draft.thing()}"))
    said = draft.dice.choice(
        (
            f"Rename {key} to {draft.q(new)}",
            f"Change the title of {key} to {draft.q(new)}",
            f"The heading of {key} should be {draft.q(new)}",
            f"Retitle {key} as {draft.q(new)}",
        )
    )
    return Said(said + draft.one("", "."), {**draft.lines, key: (new, text, units)})


def _en_move(draft: EnglishMaker) -> Said:
    number = draft.dice.choice("12")
    what, goal = draft.dice.sample([key for key in draft.lines if key[0] == number], 2)
    side = draft.one("before", "after")
    said = f"{_ahead(draft)}move {what} {draft.one('', 'to ')}{side} {goal}{draft.one('', '.')}"
    order = [key for key in draft.lines if key != what]
    order.insert(order.index(goal) + (side == "after"), what)
    return Said(_begun(said), {key: draft.lines[key] for key in order})


def _en_swap(draft: EnglishMaker) -> Said:
    order = list(draft.lines)
    at = order.index(draft.dice.choice([key for key in order if key[-1] != max(order)[-1]]))
    first, second = order[at : at + 2]
    order[at : at + 2] = [second, first]
    said = f"{draft.one('Swap', 'Please exchange', 'Transpose')} {first} and {second}{draft.one('', '.')}"
    return Said(said, {key: draft.lines[key] for key in order})


def _en_two(draft: EnglishMaker) -> Said:
    one, other = draft.dice.sample(list(draft.lines), 2)
    old, gone = draft.dice.choice(draft.clauses(one)), draft.dice.choice(draft.clauses(other))
    new, latest = draft.fresh(draft.clause), draft.fresh(draft.clause)
    between = draft.one("; ", " and ", ", and ", ". Also ", ". 2. ")
    said = f"Replace {draft.q(old)} with {draft.q(new)}{between}change {draft.q(gone)} to {draft.q(latest)}."
    lines = draft.replaced(one, old, new)
    heading, text, units = lines[other]
    return Said(said, {**lines, other: (heading, text.replace(gone, latest), units)})


def _en_reason_ahead(draft: EnglishMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    why = draft.one(
        "Since the survey is new", "As the council decided", "Given the budget", "Because it rains"
    )
    said = f"{why}, {draft.one('', 'please ', 'we suggest to ')}replace {draft.q(old)} with {draft.q(new)}."
    return Said(said, draft.replaced(key, old, new))


# --- what leaves something open -----------------------------------------------------------------------------


def _en_twins(draft: EnglishMaker) -> Said:
    one, other = draft.dice.sample(list(draft.lines), 2)
    clause = draft.dice.choice(draft.clauses(one))
    heading, text, units = draft.lines[other]
    draft.lines[other] = (heading, f"{text} And {clause}.", units)
    said = draft.dice.choice(
        (
            f"Replace {draft.q(clause)} with {draft.q(draft.fresh(draft.clause))}",
            f"Delete {draft.q(clause)}.",
        )
    )
    return Said(said)


def _en_condition(draft: EnglishMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    said = draft.dice.choice(
        (
            f"If funds allow, replace {draft.q(old)} with {draft.q(new)}.",
            f"Replace {draft.q(old)} with {draft.q(new)} where possible.",
            f"Unless the council objects, change {draft.q(old)} to {draft.q(new)}.",
            f"{draft.q(old)} could be changed to {draft.q(new)}.",
            f"Consider replacing {draft.q(old)} with {draft.q(new)}.",
        )
    )
    return Said(said, meant=draft.replaced(key, old, new))


def _en_choice(draft: EnglishMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    said = f"Replace {draft.q(old)} with {draft.q(new)} or {draft.q(draft.fresh(draft.clause))}."
    return Said(said, meant=draft.replaced(key, old, new))


def _en_everywhere(draft: EnglishMaker) -> Said:
    key = draft.pick()
    old, new = draft.dice.choice(draft.clauses(key)), draft.fresh(draft.clause)
    said = draft.dice.choice(
        (
            f"Replace {draft.q(old)} with {draft.q(new)} throughout.",
            f"Throughout the plan, change {draft.q(old)} to {draft.q(new)}",
            f"In the whole text, replace {draft.q(old)} with {draft.q(new)}.",
        )
    )
    return Said(said, meant=draft.replaced(key, old, new))


def _en_denied(draft: EnglishMaker) -> Said:
    old = draft.dice.choice(draft.clauses(draft.pick()))
    new = draft.fresh(draft.clause)
    said = draft.dice.choice(
        (
            f"Do not replace {draft.q(old)} with {draft.q(new)}.",
            f"We do not agree that {draft.q(old)} should be deleted.",
            f"{draft.q(old)} should not be changed to {draft.q(new)}.",
            f"Should {draft.q(old)} be changed to {draft.q(new)}?",
            f"The council has replaced {draft.q(old)} with {draft.q(new)}.",
            f"Others want to delete {draft.q(old)}.",
            f"No objection to deleting {draft.q(old)}.",
        )
    )
    return Said(said)


def _en_somewhere(draft: EnglishMaker) -> Said:
    key = draft.pick()
    new = _begun(draft.fresh(draft.clause)) + "."
    said = f"{draft.one('Add', 'Please include')} {draft.q(new)} {draft.one('in', 'to')} {key}"
    return Said(said, meant=draft.with_text(key, f"{draft.lines[key][1]} {new}"))


def _en_wordless(draft: EnglishMaker) -> Said:
    clause = draft.dice.choice(draft.clauses(draft.pick()))
    said = draft.dice.choice(
        (
            f"Please clarify {draft.q(clause)}.",
            f"{draft.q(clause)} needs more detail.",
            f"The figures in {draft.pick()} should be revised.",
            f"Replace {draft.q(clause)} with something shorter.",
        )
    )
    return Said(said)


COMPLETE: tuple[EnglishForm, ...] = (
    _en_replace, _en_replace_in, _en_should_read, _en_delete, _en_delete_sentence, _en_remove, _en_insert,
    _en_insert_comma, _en_append, _en_rewrite, _en_heading, _en_move, _en_swap, _en_two, _en_reason_ahead,
)  # fmt: skip
OPEN: tuple[EnglishForm, ...] = (
    _en_twins, _en_condition, _en_choice, _en_everywhere, _en_denied, _en_somewhere, _en_wordless,
)  # fmt: skip
