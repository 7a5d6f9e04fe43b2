"""Checksums of German documents that no library offers, as pure functions of the compact value."""

from collections.abc import Iterable

_MRZ_WEIGHTS = (7, 3, 1)


def _mrz_value(character: str) -> int:
    return int(character) if character.isdigit() else ord(character) - 55


def mrz_digit(characters: str) -> int:
    """ICAO Doc 9303 part 3: weights 7, 3, 1; letters count A = 10 … Z = 35; sum modulo 10.

    >>> mrz_digit("L01X00T47")
    1
    """
    return sum(_mrz_value(c) * _MRZ_WEIGHTS[i % 3] for i, c in enumerate(characters)) % 10


def driving_licence_character(characters: str) -> str:
    """Tenth character of a German driving licence: weights 9 … 1 over the first nine, modulo 11, 10 is X.

    >>> driving_licence_character("B072RRE2I")
    '5'
    """
    rest = sum(_mrz_value(c) * (9 - i) for i, c in enumerate(characters)) % 11
    return "X" if rest == 10 else str(rest)


def cross_sum(numbers: Iterable[int]) -> int:
    """Sum of the digits of all numbers (each below 100)."""
    return sum(number // 10 + number % 10 for number in numbers)


def luhn(digits: str) -> bool:
    """ISO/IEC 7812 annex B, the check of payment cards."""
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit)
        if index % 2:
            value = value * 2 - 9 * (value > 4)
        total += value
    return total % 10 == 0
