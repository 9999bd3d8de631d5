"""All rules of `check`: every record in a module below `rules`, wherever it stands there."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import TypeVar

from plancli.core.check import rules
from plancli.core.check.rule import HistoryRule, PlanRule, RoundRule, Rule, Writing
from plancli.core.codes import NOTICES
from plancli.core.entry import Entry
from plancli.core.finding import Finding
from plancli.core.rounds.round import Consultation, Round

OfRound = Callable[[Round], Iterator[Finding]]
OfHistory = Callable[[Consultation], Iterator[Finding]]
R = TypeVar("R", bound=Rule)
F = TypeVar("F")


def found_rules() -> dict[str, Rule]:
    """Return the rules by code, in the order of the codes.

    Raises ValueError where a code has two records: two rules, or a rule and a notice.
    """
    found: dict[str, Rule] = {}
    for module in walk_packages(rules.__path__, f"{rules.__name__}."):
        for value in vars(import_module(module.name)).values():
            if not isinstance(value, Rule):
                continue
            # A module may import the record of another one; it is the same object then.
            if value.code in NOTICES or found.setdefault(value.code, value) is not value:
                raise ValueError(f"{module.name}: the code {value.code} is taken")
    return dict(sorted(found.items()))


RULES = found_rules()
"""The rules by code: what plan.yaml and the waivers of a comment may name."""


def entry(code: str) -> Entry:
    """Return the words of any code, of a rule or not."""
    return NOTICES.get(code) or RULES[code]


def all_codes() -> list[str]:
    """Return every code that there is, in order."""
    return sorted([*NOTICES, *RULES])


def plan_rules() -> list[OfRound]:
    """Return the functions of the rules about the plan, in the order of their findings."""
    return _each_once(rule.find for rule in _of(PlanRule))


def history_rules() -> list[OfHistory]:
    """Return the functions of the rules about all rounds, in the order of their findings."""
    return _each_once(rule.find for rule in _of(HistoryRule))


def round_rules() -> list[OfRound]:
    """Return the functions of the rules about each round, in the order of their findings."""
    return _each_once(rule.find for rule in _of(RoundRule))


def rules_while_writing(parts: Iterable[Writing]) -> list[OfRound]:
    """Return the functions that are asked while these parts of a comment are written."""
    wanted = set(parts)
    judging: list[PlanRule | RoundRule] = [*_of(PlanRule), *_of(RoundRule)]
    return _each_once(rule.find for rule in judging if wanted & set(rule.while_writing))


def _of(scope: type[R]) -> list[R]:
    own = [rule for rule in RULES.values() if isinstance(rule, scope)]
    return sorted(own, key=lambda rule: (rule.order, rule.code))


def _each_once(functions: Iterable[F]) -> list[F]:
    """Return the functions without repetition: one function may find what several codes are about."""
    return list(dict.fromkeys(functions))
