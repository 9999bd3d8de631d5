"""The block of lines that plancli keeps in a file of git attributes, apart from the user's own."""

_BEGIN = b"# plancli git-setup: begin (what follows the end counts more)\n"
_END = b"# plancli git-setup: end\n"


def with_block(content: bytes, lines: bytes) -> bytes:
    """Return the file with these lines at its beginning, so that the user's own have the last word."""
    return _BEGIN + lines + _END + without_block(content)


def without_block(content: bytes) -> bytes:
    """Return the file without the block; every other byte stays."""
    start, end = content.find(_BEGIN), content.find(_END)
    return content[:start] + content[end + len(_END) :] if 0 <= start < end else content
