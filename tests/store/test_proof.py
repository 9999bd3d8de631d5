"""What is kept of the claims of a round comes back whole, and only to the same question."""

from pathlib import Path

import pytest

from plancli.core.publish.claims import PROVED, Cause, Claims
from plancli.store.proof import Kept

FILES = {"plan/plan.yaml": b"title: one", "comments/a/01.yaml": b"unit: a"}
DRAFT = "征求意见稿"
FOUND = Claims(
    {"甲局-01": ("甲局-02", "乙局-01"), "甲局-03(1)": ("甲局-03(1)",)},
    {"甲局-02": Cause.WAITING, "乙局-01": Cause.CONFLICT},
    {"乙局-01": ("丙局-01",)},
    ["甲局-01", "甲局-03"],
)


@pytest.mark.parametrize("found", [FOUND, PROVED])
def test_claims_come_back_whole_and_in_their_order(tmp_path: Path, found: Claims) -> None:
    Kept(tmp_path, FILES, DRAFT).remember(found)
    back = Kept(tmp_path, dict(FILES), DRAFT).recall()
    assert back is not None
    assert back._replace(comments=list(back.comments)) == found._replace(
        comments=list(found.comments)
    )
    assert [list(one) for one in back[:3]] == [list(one) for one in found[:3]]
    assert back.open == found.open


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_comes_back(tmp_path: Path, cause: Cause) -> None:
    Kept(tmp_path, FILES, DRAFT).remember(Claims(causes={"甲局-01": cause}))
    back = Kept(tmp_path, FILES, DRAFT).recall()
    assert back is not None
    assert back.causes["甲局-01"] is cause


@pytest.mark.parametrize(
    "other",
    [
        {"files": {**FILES, "plan/plan.yaml": b"title: two"}},
        {"files": {**FILES, "comments/a/02.yaml": b""}},
        {"files": {"plan/plan.yaml": b"title: one"}},
        {"draft": "送审稿"},
        {"public": True},
    ],
    ids=str,
)
def test_another_question_has_no_answer(tmp_path: Path, other: dict[str, object]) -> None:
    Kept(tmp_path, FILES, DRAFT).remember(FOUND)
    asked = {"files": FILES, "draft": DRAFT, "public": False, **other}
    assert Kept(tmp_path, **asked).recall() is None  # type: ignore[arg-type]
    assert Kept(tmp_path, FILES, DRAFT).recall() is not None


def test_another_folder_has_no_answer(tmp_path: Path) -> None:
    Kept(tmp_path, FILES, DRAFT).remember(FOUND)
    assert Kept(tmp_path / "other", FILES, DRAFT).recall() is None


def test_one_state_of_the_files_is_kept_of_each_round(tmp_path: Path, cache: Path) -> None:
    for title in (b"title: one", b"title: two"):
        for draft in (DRAFT, "送审稿"):
            for public in (False, True):
                files = {**FILES, "plan/plan.yaml": title}
                Kept(tmp_path, files, draft, public).remember(FOUND)
    assert len(list((cache / "plancli").iterdir())) == 4
