"""Each form matches its example from end to end."""

import pytest

from plancli.core.instructions.grammar.forms import FAMILIES, forms_for
from plancli.core.instructions.grammar.pieces import InstructionForm
from plancli.core.instructions.grammar.row import row_of

FORMS = [form for family in FAMILIES for form in family.forms]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_a_form_matches_its_example(form: InstructionForm) -> None:
    row = row_of(form.example)
    assert form in forms_for(row.text)
    match = form.pattern.match(row.text)
    assert match is not None
    assert match.end() == len(row.text)


def test_no_example_stands_twice() -> None:
    examples = [form.example for form in FORMS]
    assert len(set(examples)) == len(examples)
