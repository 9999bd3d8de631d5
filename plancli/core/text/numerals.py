"""Numerals: 三百零五 and 305."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def number(numeral: str) -> int:
    """Return the value of a Chinese, full-width or ASCII numeral below ten thousand."""
    if not set(numeral) & {"十", "百"}:
        return int("".join(str(_DIGITS.get(char, char)) for char in numeral))
    total = digit = 0
    for char in numeral:
        if char in ("十", "百"):
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char] if char in _DIGITS else digit * 10 + int(char)
    return total + digit


def chinese(value: int) -> str:
    """Return the Chinese numeral of 1 to 99, as chapters are numbered; other numbers in digits."""
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    digits = "零一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (
        digits[ones] if ones else ""
    )
