"""A file that came with an opinion is noted by its name, alone or with its digest."""

import pytest
from pydantic import ValidationError

from plancli.core.comments.attachment import Attachment
from plancli.core.comments.comment import Comment

DIGEST = "sha256:" + "0a" * 32


def comment(*noted: object) -> Comment:
    return Comment.model_validate(
        {"id": "林业站-01", "unit": "林业站", "opinion": "请改。", "attachments": noted}
    )


def test_a_name_stands_alone_or_with_a_digest() -> None:
    found = comment("来函.pdf", {"file": "照片.jpg", "digest": DIGEST}, {"file": "表.xlsx"})
    assert found.attached == (
        Attachment(file="来函.pdf"),
        Attachment(file="照片.jpg", digest=DIGEST),
        Attachment(file="表.xlsx"),
    )


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        (["../来函.pdf"], "begins or ends with a dot"),
        (["a/b.pdf"], "it holds one of"),
        ([".隐藏.pdf"], "begins or ends with a dot"),
        (["02.yaml"], "read as a comment"),
        (["02.YML"], "read as a comment"),
        ([{"file": "a.pdf", "digest": "0a" * 32}], "a digest is sha256:"),
        ([{"file": "a.pdf", "digest": DIGEST.upper()}], "a digest is sha256:"),
        (["a.pdf", {"file": "A.pdf"}], "stands twice"),
        ([["a.pdf"]], "Attachment"),
        ([], "at least 1"),
    ],
)
def test_what_is_no_file_beside_a_comment_is_refused(noted: list[object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        comment(*noted)
