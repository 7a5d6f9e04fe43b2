"""One fictional person of a generated document: all forms under which the name can stand in a text."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass

from guardrails.training.names import NameBook

_NOBILITY = ("von", "von", "van", "van der", "von der", "zu", "de", "vom")
_ASCII = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ı": "i", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ø": "o", "ə": "e", "Ə": "E"}
)


@dataclass(frozen=True)
class Person:
    """Given name(s), surname, sex and origin; `form` renders what a template asks for."""

    given: str
    surname: str
    female: bool
    origin: str
    family_first: bool

    @classmethod
    def draw(cls, rng: random.Random, book: NameBook, origin: str) -> Person:
        """A person of `origin`; now and then a double name, nobility, or letters without diacritics."""
        female = rng.random() < 0.5
        given, surname = book.given(rng, origin, female), book.surname(rng, origin, female)
        draw = rng.random()
        if draw < 0.06:
            given = f"{given}-{book.given(rng, origin, female)}"
        elif draw < 0.13:
            given = f"{given} {book.given(rng, origin, female)}"
        draw = rng.random()
        if draw < 0.06:
            second = book.surname(rng, origin if rng.random() < 0.5 else "deutsch", female)
            surname = f"{surname}-{second}"
        elif draw < 0.10 and origin in ("deutsch", "romanisch"):
            surname = f"{rng.choice(_NOBILITY)} {surname}"
        elif draw < 0.12 or (origin == "romanisch" and draw < 0.25):
            surname = f"{surname} {book.surname(rng, origin, female)}"
        if rng.random() < 0.15:
            given, surname = plain(given), plain(surname)
        eastern = origin in ("vietnamesisch", "ostasiatisch") and rng.random() < 0.3
        return cls(given, surname, female, origin, eastern)

    @property
    def full(self) -> str:
        """The whole name in the order of its bearer."""
        return f"{self.surname} {self.given}" if self.family_first else f"{self.given} {self.surname}"

    def name(self, form: str, rng: random.Random) -> str | None:
        """The labelled part for a name form; None where `form` is no name form."""
        if form == "full":
            if not self.family_first and rng.random() < 0.05:
                return f"{self.given} {rng.choice('ABCDEFGHIJKLMNOPRSTW')}. {self.surname}"
            return self.full
        if form in ("last", "lasts"):
            return self.surname
        if form == "first":
            return self.given
        if form == "inv":
            return f"{self.surname}, {self.given}"
        if form == "init":
            gap = rng.choice((" ", " ", " ", ""))
            return f"{self.given[0]}.{gap}{self.surname}"
        if form == "abbr":
            return f"{self.surname[0]}."
        if form == "gen":
            return genitive(self.surname)
        if form == "full_gen":
            return genitive(self.full)
        if form == "first_gen":
            return genitive(self.given)
        return None

    def word(self, form: str, rng: random.Random) -> str:
        """Words around a name that agree with its bearer: salutation, pronoun. Raises KeyError if unknown."""
        pair = {
            "frau": ("Frau", "Herr"),
            "herrn": ("Frau", "Herrn"),
            "geehrte": ("geehrte Frau", "geehrter Herr"),
            "er": ("sie", "er"),
            "Er": ("Sie", "Er"),
            "in": ("in", ""),
            "in_e": ("in", "e"),
            "pron_poss": ("ihr", "sein"),
            "mr": (rng.choice(("Ms", "Mrs", "Ms.", "Mrs.")), rng.choice(("Mr", "Mr."))),
        }[form]
        word = pair[0] if self.female else pair[1]
        if form in ("frau", "herrn", "geehrte"):
            draw = rng.random()
            if draw < 0.06:
                word += rng.choice((" Dr.", " Prof. Dr.", " Dr. med.", " Prof."))
            elif draw < 0.09 and form != "geehrte":
                word = {"Frau": "Fr.", "Herr": "Hr.", "Herrn": "Hrn."}[word]
        return word


def genitive(name: str) -> str:
    """The German genitive without apostrophe; names that end in a hiss stay as they are."""
    return name if name.lower().endswith(("s", "ß", "x", "z", "ce")) else name + "s"


def plain(name: str) -> str:
    """`name` without diacritics, umlauts written out, as on many forms and in many registers."""
    decomposed = unicodedata.normalize("NFD", name.translate(_ASCII))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
