"""Numbers as people write them in the language of the page."""

from __future__ import annotations

from babel.numbers import format_decimal

from ui.texts.language import language


def number(value: float, digits: int = 0, *, exactly: bool = False) -> str:
    """A number with at most so many digits behind the comma, as in „1.400“ or „4,5“; `exactly` keeps zeros there."""
    fraction = ("0" if exactly else "#") * digits
    return str(format_decimal(value, f"#,##0.{fraction}" if fraction else "#,##0", locale=language()))
