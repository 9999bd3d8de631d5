"""The block of lines that plancli keeps in a file of git attributes, apart from the user's own."""

import re

_BEGIN = b"# plancli git-setup: begin (what follows the end counts more)\n"
_END = b"# plancli git-setup: end\n"
_BLOCK = re.compile(
    rb"^# plancli git-setup: begin [^\n]*\n"
    rb"(?:(?!# plancli git-setup: )[^\n]*\n)*"
    rb"# plancli git-setup: end\r?(?:\n|\Z)",
    re.MULTILINE,
)
"""However an editor or git ends its lines."""


def with_block(content: bytes, lines: bytes) -> bytes:
    """Return the file with these lines at its beginning, so that the user's own have the last word.

    They end as the other lines of the file do.
    """
    block = _BEGIN + lines + _END
    return (block.replace(b"\n", b"\r\n") if b"\r\n" in content else block) + without_block(content)


def without_block(content: bytes) -> bytes:
    """Return the file without the block; every other byte stays."""
    return _BLOCK.sub(b"", content)
