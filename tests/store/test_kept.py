"""Kept files are sealed: with the name that they bear, the digest of their grounds, and the user's key."""

from pathlib import Path

import pytest

from plancli.store.kept import Answer, Asked, keep_answer, keep_sealed, kept_answer, sealed_body

BODY = "one line\nand 第二行\n".encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kept/one.claims"
    keep_sealed(str(path), "key", BODY)
    return path


def test_what_is_sealed_comes_back_under_its_digest_alone(file: Path) -> None:
    assert sealed_body(str(file), "key") == BODY
    assert sealed_body(str(file), "ke") is None


def test_no_byte_of_it_may_be_another(file: Path) -> None:
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert sealed_body(str(file), "key") is None
        file.write_bytes(whole[:at])
        assert sealed_body(str(file), "key") is None
    file.write_bytes(whole)
    assert sealed_body(str(file), "key") == BODY


def test_a_file_by_another_name_is_not_believed(file: Path) -> None:
    other = file.rename(file.with_name("other.claims"))
    assert sealed_body(str(other), "key") is None


def test_an_answer_to_one_question_is_none_to_another(tmp_path: Path, cache: Path) -> None:
    """Strict and not strict have one digest, and other exit codes."""
    root = str(tmp_path)
    lenient = Asked("text", strict=False, each=False, language="zh")
    strict = Asked("text", strict=True, each=False, language="zh")
    keep_answer(root, "key", lenient, Answer(0, "clean", ""))
    (first,) = cache.rglob("*.answer")
    keep_answer(root, "key", strict, Answer(1, "warned", ""))
    (second,) = set(cache.rglob("*.answer")) - {first}
    assert kept_answer(root, "key", strict) is not None
    first.replace(second)
    assert kept_answer(root, "key", strict) is None
