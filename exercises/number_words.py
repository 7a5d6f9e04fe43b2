"""German number words to 999 as numbers: "sechs" is 6, "hundertfünfzig" is 150."""

from __future__ import annotations

from functools import cache

_UNITS = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TEENS = {
    10: "zehn", 11: "elf", 12: "zwölf", 13: "dreizehn", 14: "vierzehn", 15: "fünfzehn",
    16: "sechzehn", 17: "siebzehn", 18: "achtzehn", 19: "neunzehn",
}  # fmt: skip
_TENS = {2: "zwanzig", 3: "dreißig", 4: "vierzig", 5: "fünfzig", 6: "sechzig", 7: "siebzig", 8: "achtzig", 9: "neunzig"}
_IRREGULAR_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}


def _below_hundred(number: int) -> str:
    if number < 10:
        return _UNITS[number]
    if number < 20:
        return _TEENS[number]
    tens, unit = divmod(number, 10)
    return f"{_UNITS[unit]}und{_TENS[tens]}" if unit else _TENS[tens]


@cache
def number_words() -> dict[str, int]:
    """Every cardinal from "zwei" to "neunhundertneunundneunzig" in lower case, with its value."""
    words: dict[str, int] = {}
    for number in range(2, 1000):
        hundreds, rest = divmod(number, 100)
        if not hundreds:
            words[_below_hundred(number)] = number
            continue
        tail = "eins" if rest == 1 else _below_hundred(rest)
        words[f"{_UNITS[hundreds]}hundert{tail}"] = number
        if hundreds == 1:
            words[f"hundert{tail}"] = number
    return words


_UNIT = "(?:" + "|".join(_UNITS[1:]) + ")"
_TAIL = rf"(?:(?:{_UNIT}und)?(?:{'|'.join(_TENS.values())})|{'|'.join(_TEENS.values())}|eins|{'|'.join(_UNITS[2:])})"
NUMBER_WORD = rf"(?:{_UNIT}?hundert{_TAIL}?|{_TAIL})"
"""Regular expression for the words of `number_words`; it also takes "eins" and "einhundert"."""

ONE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
"""Forms of "one": a number before a unit of time, an article everywhere else."""


@cache
def ordinal_words() -> dict[str, int]:
    """Days of a month as inflected ordinals: "ersten", "vierter", "einunddreißigsten" with their value."""
    words: dict[str, int] = {}
    for number in range(1, 32):
        stem = _IRREGULAR_ORDINALS.get(number) or _below_hundred(number) + ("t" if number < 20 else "st")
        for ending in ("e", "en", "er", "em"):
            words[stem + ending] = number
    return words
