"""Text inside Markdown."""


def cell(text: str) -> str:
    """Return text that stays in its cell of a Markdown table and is not taken for markup."""
    for mark in ("\\", "|", "*", "_", "`", "[", "<"):
        text = text.replace(mark, "\\" + mark)
    return "<br>".join(line.strip() for line in text.splitlines())
