"""plan.yaml as a value: which forms of it are read."""

import pytest
from pydantic import ValidationError

from plancli.core.plan.manifest import FORMAT, Manifest

KEYS = {"title": "渡口规划", "issuer": "镇政府", "sections": ("第一章",)}


@pytest.mark.parametrize("number", [None, 1, "1", "002", FORMAT])
def test_known_forms_are_read(number: object) -> None:
    assert Manifest.model_validate({**KEYS, "format": number}).title == "渡口规划"


@pytest.mark.parametrize("number", [FORMAT + 1, str(FORMAT + 1), "10", "9" * 9000])
def test_a_newer_form_is_told_and_nothing_else(number: object) -> None:
    with pytest.raises(ValidationError) as refused:
        Manifest.model_validate({**KEYS, "format": number, "unknown": "what only a later one has"})
    [error] = refused.value.errors()
    assert type(error["ctx"]["error"]).__name__ == "NewerFormatError"
