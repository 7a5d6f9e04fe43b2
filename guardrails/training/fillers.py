"""What stands around the names in generated text and is no name: dates, amounts, file references, offices."""

from __future__ import annotations

import random
from collections.abc import Callable

from guardrails.training.places import PlaceBook
from guardrails.training.sections import TEMPLATES, nouns, read_sections

_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
_HOSTS = ("example.de", "example.org", "mail.example", "post.example.com", "amt.example.de")


class Fillers:
    """Values for the slots without a label; the same generator state gives the same value."""

    def __init__(self, places: PlaceBook) -> None:
        self._lists = read_sections(TEMPLATES / "slots.txt")
        self._places = places
        self._nouns = nouns()

    def value(self, slot: str, rng: random.Random) -> str:
        """A value for `slot`. Raises KeyError for a slot that no list or rule knows."""
        name = slot.rstrip("2")
        if name in self._lists:
            return rng.choice(self._lists[name])
        rules: dict[str, Callable[[random.Random], str]] = {
            "date": self._date,
            "month": lambda r: r.choice(_MONTHS),
            "wochentag": lambda r: r.choice(_DAYS),
            "year": lambda r: str(r.randint(1985, 2026)),
            "uhr": self._time,
            "betrag": self._amount,
            "az": self._reference,
            "tel": self._phone,
            "mail": self._mail,
            "iban": lambda r: "DE" + " ".join(f"{r.randint(0, 9999):04d}" for _ in range(5)),
            "nr": lambda r: str(r.randint(10, 9999)),
            "nr_klein": lambda r: str(r.randint(1, 12)),
            "nr_alter": lambda r: str(r.randint(18, 95)),
            "plz": self._places.postcode,
            "wort": lambda r: r.choice(self._nouns),
            "ortwort": lambda r: r.choice(self._places.abroad),
        }
        return rules[name](rng)

    @staticmethod
    def _date(rng: random.Random) -> str:
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1940, 2026)
        return rng.choice(
            (
                f"{day:02d}.{month:02d}.{year}",
                f"{day}.{month}.{year}",
                f"{day}. {_MONTHS[month - 1]} {year}",
                f"{day}. {_MONTHS[month - 1]}",
                f"{day}.{month}.",
                f"{year}-{month:02d}-{day:02d}",
                f"{day:02d}.{month:02d}.{year % 100:02d}",
            )
        )

    @staticmethod
    def _time(rng: random.Random) -> str:
        hour, minute = rng.randint(7, 18), rng.choice((0, 15, 30, 45))
        return rng.choice(
            (f"{hour}:{minute:02d} Uhr", f"{hour}.{minute:02d} Uhr", f"{hour} Uhr", f"{hour}:{minute:02d}")
        )

    @staticmethod
    def _amount(rng: random.Random) -> str:
        euro, cent = rng.randint(5, 9999), rng.randint(0, 99)
        return rng.choice(
            (f"{euro},{cent:02d} Euro", f"{euro},{cent:02d} €", f"{euro} Euro", f"{euro} EUR", f"{euro},- €")
        )

    @staticmethod
    def _reference(rng: random.Random) -> str:
        number, year = rng.randint(1, 99999), rng.randint(15, 26)
        return rng.choice(
            (
                f"III B {rng.randint(1, 9)} – {number % 999}.{rng.randint(1, 20):02d}/20{year}",
                f"{rng.randint(1, 40)} F {number % 9999}/{year}",
                f"Soz {rng.randint(10, 99)}-{number}",
                f"{rng.randint(100, 999)}.{rng.choice('ABCKLS')}-{number}/20{year}",
                f"WG-{number}-{year}",
                f"{rng.randint(1, 30)} K {number % 999}/{year}",
                f"S {rng.randint(1, 90)} AS {number % 9999}/{year} ER",
            )
        )

    @staticmethod
    def _phone(rng: random.Random) -> str:
        area, number = (
            rng.choice(("030", "040", "0221", "0351", "0171", "0152", "089", "03391")),
            rng.randint(10**5, 10**7),
        )
        return rng.choice((f"{area} {number}", f"{area}/{number}", f"({area}) {number}", f"+49 {area[1:]} {number}"))

    def _mail(self, rng: random.Random) -> str:
        local = rng.choice(("info", "post", "kontakt", "poststelle", "s.k", "max.m", "team", "anna87", "buero"))
        return f"{local}{rng.choice(('', '', '1', '.x'))}@{rng.choice(_HOSTS)}"
