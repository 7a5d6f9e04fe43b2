"""One source of chance for the whole grammar, with the split between training and held-out templates.

Values (dates, amounts, placeholder numbers) are drawn freely on both sides. Templates (the wording of cases and of
instructions) are split by a hash of their text, so that no held-out wording is ever trained on.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

HELD_OUT_ONE_IN = 8
FEW_SHARE = 0.35
"""Share of the training examples in which one person writes: few wordings, used again and again."""
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
NUMBER_WORDS = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "zehn", "zwölf")
LAWS = (
    "SGB I", "SGB X", "SGB XII", "VwVfG", "WoGG", "BauO", "StVO", "BEEG", "TVöD", "BBG", "GewO", "BNatSchG",
    "der Gebührensatzung", "der Hundesteuersatzung", "AufenthG", "IFG", "der Friedhofssatzung",
)  # fmt: skip
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")


def is_held_out(template: str) -> bool:
    """Whether this wording belongs to the evaluation. A pure function of the text."""
    return int.from_bytes(sha256(template.encode()).digest()[:4], "big") % HELD_OUT_ONE_IN == 0


@lru_cache(maxsize=4096)
def _sides(options: tuple[str, ...]) -> tuple[list[str], list[str]]:
    hashes = sorted(options, key=lambda option: sha256(option.encode()).digest())
    held = {option for option in options if is_held_out(option)} or set(hashes[-1:] if len(options) > 2 else ())
    trained = [option for option in options if option not in held]
    return trained or list(options), [option for option in options if option in held]


class Draw:
    """Random values and templates of one example; `held_out` chooses the side of the split.

    `sentences` are sentences from elsewhere (statutes) that stand in for statements now and then.
    """

    def __init__(self, seed: int | str, *, held_out: bool = False, sentences: Sequence[str] = ()) -> None:
        self.sentences = sentences
        self.random = random.Random(seed)
        self.held_out = held_out
        self.date_style = self.random.choice(("long", "long", "long", "numeric", "numeric", "short"))
        self.latest = 0
        self.year = self.random.choice((2024, 2025, 2026, 2026, 2026, 2027))
        self._numbers: dict[str, list[int]] = {}
        self._ordered = self.random.random() < 0.5
        self._few = not held_out and self.random.random() < FEW_SHARE
        self._kept: dict[tuple[object, ...], list[object]] = {}

    def chance(self, probability: float) -> bool:
        """True with the given probability."""
        return self.random.random() < probability

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, whichever side of the split."""
        return self.random.choice(options)

    def some(self, options: Sequence[T], low: int, high: int) -> list[T]:
        """Between `low` and `high` different options in random order."""
        return self.random.sample(list(options), min(len(options), self.random.randint(low, high)))

    def few(self, options: Sequence[T]) -> Sequence[T]:
        """All options, or the few of them that this example keeps to.

        Who writes things down has habits: sentences that begin alike and differ in a name or a date. What was copied
        last must then be told apart from what comes next.
        """
        if not self._few or len(options) < 3:
            return options
        kept = self._kept.setdefault(tuple(options), [])
        if not kept:
            kept.extend(self.random.sample(list(options), self.random.choice((1, 1, 2, 3))))
        return kept  # type: ignore[return-value]

    def phrase(self, options: Sequence[str], more: Sequence[str] = (), **values: str) -> str:
        """One template of this side of the split, filled with the values; `more` are templates for training only."""
        side = [option for option in options if is_held_out(option) == self.held_out]
        if not self.held_out:
            side += more
        template = self.random.choice(self.few(side or list(options)))
        return template.format(**values) if values else template

    def wish(self, said: list[str], probability: float, phrases: Sequence[str]) -> bool:
        """Whether an instruction has a wish; then one of its phrases is added to what it says."""
        if not self.chance(probability):
            return False
        said.append(self.phrase(phrases))
        return True

    def voice(self, options: Sequence[str]) -> str:
        """One template of this side of the split. From three options on, the last by hash is always held out."""
        trained, held = _sides(tuple(options))
        return self.random.choice(held if self.held_out and held else self.few(trained))

    def placeholder(self, entity: str) -> str:
        """A placeholder not used in this example yet; numbered upwards from 1 in half of all examples."""
        used = self._numbers.setdefault(entity, [])
        if self._ordered and len(used) < 9:
            number = len(used) + 1
        else:
            number = self.random.choice([n for n in range(1, 10) if n not in used] or [9])
        used.append(number)
        return f"[{entity}_{number}]"

    def date(self) -> str:
        """A date in the style of this example: `4. März 2026`, `04.03.2026` or `4.3.2026`."""
        return self._write_date(self.random.randrange(12 * 28))

    def later_date(self) -> str:
        """A date one week to three months after the latest one drawn in this example."""
        return self._write_date(self.latest + self.random.randint(7, 84))

    def _write_date(self, ordinal: int) -> str:
        self.latest = ordinal
        month_number, day = divmod(ordinal, 28)
        year, month, day = self.year + month_number // 12, month_number % 12 + 1, day + 1
        if self.date_style == "numeric":
            return f"{day:02d}.{month:02d}.{year}"
        if self.date_style == "short":
            return f"{day}.{month}.{year}"
        return f"{day}. {MONTHS[month - 1]} {year}"

    def time(self) -> str:
        """A time of day with the word `Uhr`."""
        hour, minute = self.random.randint(8, 17), self.random.choice(("00", "15", "30", "45", "10", "20"))
        if minute == "00" and self.chance(0.7):
            return f"{hour} Uhr"
        return f"{hour}{self.pick((':', '.', ':'))}{minute} Uhr"

    def amount(self) -> str:
        """An amount of money with its unit."""
        euros = self.pick((self.random.randint(5, 99), self.random.randint(100, 999), self.random.randint(1000, 9999)))
        whole = f"{euros // 1000}.{euros % 1000:03d}" if euros >= 1000 else str(euros)
        cents = f",{self.random.randint(0, 99):02d}" if self.chance(0.5) else ""
        return f"{whole}{cents} {self.pick(('Euro', 'Euro', '€'))}"

    def duration(self) -> str:
        """A length of time in the nominative or accusative plural."""
        number = self.pick((*NUMBER_WORDS, str(self.random.randint(2, 16))))
        unit = self.pick(("Wochen", "Wochen", "Wochen", "Monate", "Tage", "Arbeitstage"))
        if self.chance(0.2):
            low = self.random.randrange(len(NUMBER_WORDS) - 1)
            return f"{NUMBER_WORDS[low]} bis {NUMBER_WORDS[low + 1]} {unit}"
        return f"{number} {unit}"

    def room(self) -> str:
        """A room or counter."""
        number = self.random.randint(1, 420)
        return self.pick(
            (f"Zimmer {number}", f"Raum {number}", f"Raum {self.pick('ABCDE')} {number}", f"Schalter {number % 20 + 1}",
             f"Zimmer {self.random.randint(0, 5)}.{self.random.randint(1, 40):02d}")
        )  # fmt: skip

    def case_number(self) -> str:
        """A case number: mostly a placeholder, sometimes written out in one of many house styles."""
        if self.chance(0.8):
            return self.placeholder("DE_CASE_NUMBER")
        letters = "".join(self.random.choices("ABEGKLMOPRSTVWZ", k=self.random.randint(1, 3)))
        a, b, year = self.random.randint(10, 9999), self.random.randint(1, 99), self.year % 100
        return self.pick(
            (
                f"{letters}-{self.year}/{a}",
                f"{b}.{b % 7}-{a}/{year}",
                f"{letters} {a}/{year}",
                f"{self.year}-{a}-{letters}",
            )
        )

    def law(self) -> str:
        """A provision as letters cite it: `§ 27 Absatz 3 SGB I`."""
        paragraph = f"§ {self.random.randint(1, 120)}" + self.pick(("", "", "", "a"))
        part = f" Absatz {self.random.randint(1, 6)}" if self.chance(0.5) else ""
        return f"{paragraph}{part} {self.pick(LAWS)}"

    def person(self) -> str:
        """A person's placeholder."""
        return self.placeholder("PERSON")
