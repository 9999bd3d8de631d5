"""An equation on one line says how its letters stand, or says that it cannot."""

import ast
import operator
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.papers.equations import equation_of
from tests.papers.equation_parts import (
    brackets,
    element,
    fraction,
    held,
    index,
    matrix,
    power,
    root,
    run,
    total,
)

MEAN = '<m:acc><m:accPr><m:chr m:val="̄"/></m:accPr><m:e>' + run("x") + "</m:e></m:acc>"
BY = 'w:id="9" w:author="甲"'


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (fraction(run("A"), run("B")) + power(run("x"), run("2")), "(A/B)x^2"),
        (run("η=") + fraction(run("Q−W"), run("Q")) + run("×100%"), "η=(Q−W)/Q×100%"),
        (run("率=") + fraction(run("用水量"), run("基准年用水量")), "率=用水量/基准年用水量"),
        (fraction(run("a"), run("2b")), "a/(2b)"),
        (run("3") + fraction(run("a"), run("b")), "3(a/b)"),
        (fraction(fraction(run("a"), run("b")), run("c")), "(a/b)/c"),
        (power(run("x"), run("n+1")), "x^{n+1}"),
        (power(brackets(run("a+b")), run("2")), "(a+b)^2"),
        (power(power(run("x"), run("2")), run("3")), "(x^2)^3"),
        (held("sSubSup", e=run("x"), sub=run("i"), sup=run("12")), "x_i^{12}"),
        (index(run("q"), run("i")) + index(run("A"), run("i")), "q_i A_i"),
        (run("W=") + total(run("i=1"), run("n"), index(run("q"), run("i"))), "W=∑_{i=1}^{n}q_i"),
        (total(run("i"), run("n"), fraction(run("q"), run("A"))), "∑_{i}^{n}(q/A)"),
        (root(fraction(run("a"), run("b"))), "√(a/b)"),
        (held("rad", deg=run("3"), e=run("x")), "√[3](x)"),
        (held("func", fName=run("ln"), e=run("x")), "ln x"),
        (
            held("func", fName=held("limLow", e=run("lim"), lim=run("x→0")), e=run("y")),
            "lim_{x→0} y",
        ),
        (run("x−") + MEAN, "x−x̄"),
        (held("eqArr", e=run("E=m#") + brackets(run("1"))), "E=m (1)"),
        (f"<w:del {BY}>{run('a')}</w:del><w:ins {BY}>{run('b')}</w:ins>{run('=c')}", "b=c"),
        (run("\U0001d465=1"), "x=1"),
    ],
)
def test_what_a_line_can_say(inside: str, words: str) -> None:
    assert equation_of(element(inside)) == (words, True)


@pytest.mark.parametrize(
    ("inside", "letters"),
    [
        (matrix((run("a"), run("b")), (run("c"), run("d"))), "abcd"),
        ("<m:eqArr><m:e>" + run("a") + "</m:e><m:e>" + run("b") + "</m:e></m:eqArr>", "ab"),
        ('<m:f><m:fPr><m:type m:val="noBar"/></m:fPr><m:num/><m:den/></m:f>' + run("n"), "n"),
        (held("bar", e=run("AB")), "AB"),
        (held("groupChr", e=run("ab")), "ab"),
        (held("limLow", e=run("x"), lim=run("n")), "xn"),
        (run("a^b"), "a^b"),
        ('<m:r><m:rPr><m:scr m:val="double-struck"/></m:rPr><m:t>R</m:t></m:r>', "R"),
        ("<m:new>" + run("x") + "</m:new>", "x"),
    ],
)
def test_what_a_line_cannot_say_is_not_said(inside: str, letters: str) -> None:
    assert equation_of(element(inside)) == (letters, False)


def test_before_a_tracked_change_it_said_something_else() -> None:
    inside = f"<w:del {BY}>{run('2')}</w:del><w:ins {BY}>{run('3')}</w:ins>"
    equation = element(power(run("x"), inside))
    assert equation_of(equation).words == "x^3"
    assert equation_of(equation, as_it_was=True).words == "x^2"


# --- judged by counting -------------------------------------------------------------------------------------


class Term:
    """A term as Word sets it, and what it comes to, counted without its line."""

    def __init__(self, word: str, value: float) -> None:
        self.word, self.value = word, value


LEAVES = st.integers(1, 9).map(lambda number: Term(run(str(number)), number))
_TO: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "−": operator.sub,
    "×": operator.mul,
}


def _branches(terms: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    def joined(one: Term, sign: str, other: Term) -> Term:
        # Word prints no brackets that are not there, so that a sum within a product has some
        words = brackets(one.word) + run(sign) + brackets(other.word)
        return Term(words, _TO[sign](one.value, other.value))

    def divided(above: Term, below: Term) -> Term:
        # no bracket of Word's: the bar holds both together
        return Term(fraction(above.word, below.word), above.value / (below.value or 1))

    def squared(base: Term) -> Term:
        return Term(power(brackets(base.word), run("2")), base.value**2)

    def twice(of: Term) -> Term:
        return Term(run("2") + brackets(of.word), 2 * of.value)

    return st.one_of(
        st.builds(joined, terms, st.sampled_from("+−×"), terms),
        st.builds(divided, terms, terms.filter(lambda term: bool(term.value))),
        st.builds(squared, terms),
        st.builds(twice, terms),
        st.builds(lambda of: Term(root(power(brackets(of.word), run("2"))), abs(of.value)), terms),
    )


@given(st.recursive(LEAVES, _branches, max_leaves=6))
def test_a_line_comes_to_what_the_equation_does(term: Term) -> None:
    words, exact = equation_of(element(term.word))
    assert exact
    counted = words.translate(str.maketrans("−×", "-*")).replace("^", "**")
    counted = re.sub(r"(?<=[\d)])(?=[(√])", "*", counted).replace("√", "ROOT")
    value = eval(compile(ast.parse(counted, mode="eval"), "", "eval"), {"ROOT": abs_root})
    assert value == pytest.approx(term.value)


def abs_root(value: float) -> float:
    return float(value**0.5)
