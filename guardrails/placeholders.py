"""Placeholders that stay the same for the same person or number, kept by keyed hash, never by value."""

from __future__ import annotations

import hashlib
import hmac
import threading
from dataclasses import dataclass, field
from typing import Any

import regex

from guardrails.entities import ENTITY_LABELS, PLACEHOLDER_PATTERN, placeholder_for
from guardrails.errors import GuardError
from guardrails.lexicon import load_lexicon, plain
from guardrails.resolution import name_words

_STATE_VERSION = 1
_ZIP = regex.compile(r"\b\d{5}\b")


@dataclass(slots=True)
class _Person:
    """What is known of a person, as hashes."""

    number: int
    surnames: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    sex: str = ""
    mentioned: int = 0


class PlaceholderBook:
    """The placeholders of one conversation.

    ``Frau Karaca``, ``Karaca``, ``Karacas`` and ``Selin Karaca`` are one person; a name borne by a Herr and a Frau, or
    with two different given names, is two. Numbers are compared without blanks and signs, in any case.

    Args:
        key: secret of the workshop; whoever has the state without it cannot try values.
    """

    def __init__(self, key: bytes) -> None:
        if len(key) < 16:
            raise ValueError("the key needs at least 16 bytes")
        self._key = key
        self._last: dict[str, int] = {}
        self._values: dict[str, dict[str, int]] = {}
        self._persons: list[_Person] = []
        self._clock = 0
        self._lock = threading.RLock()

    def __repr__(self) -> str:
        return f"<PlaceholderBook {sum(self._last.values())} Platzhalter>"

    def reserve(self, text: str) -> None:
        """Takes the numbers of placeholders that already stand in a text; numbering goes on after them."""
        with self._lock:
            for match in PLACEHOLDER_PATTERN.finditer(text):
                entity, number = match["entity"], int(match["number"])
                self._last[entity] = max(self._last.get(entity, 0), number)

    def placeholder(self, entity: str, value: str, sex: str = "") -> str:
        """The placeholder of a value, a new one where the value is new.

        Args:
            entity: kind of finding.
            value: the text found.
            sex: ``w`` or ``m`` where a salutation or given name tells.
        """
        with self._lock:
            number = self._person(value, sex) if entity == "PERSON" else self._number(entity, value)
            return placeholder_for(entity, number)

    def state(self) -> dict[str, Any]:
        """Numbers and keyed hashes as plain JSON; holds no value."""
        with self._lock:
            return {
                "version": _STATE_VERSION,
                "last": dict(self._last),
                "values": {entity: dict(values) for entity, values in self._values.items()},
                "persons": [
                    {
                        "number": person.number,
                        "surnames": sorted(person.surnames),
                        "given": sorted(person.given),
                        "sex": person.sex,
                        "mentioned": person.mentioned,
                    }
                    for person in self._persons
                ],
            }

    @classmethod
    def from_state(cls, key: bytes, state: dict[str, Any]) -> PlaceholderBook:
        """Goes on where :meth:`state` was taken, with the same key.

        Raises:
            GuardError: the state is none of this class.
        """
        book = cls(key)
        try:
            if state["version"] != _STATE_VERSION:
                raise ValueError
            book._last = {entity: int(number) for entity, number in state["last"].items() if entity in ENTITY_LABELS}
            book._values = {
                entity: {h: int(n) for h, n in values.items()} for entity, values in state["values"].items()
            }
            book._persons = [
                _Person(int(p["number"]), set(p["surnames"]), set(p["given"]), str(p["sex"]), int(p["mentioned"]))
                for p in state["persons"]
            ]
        except (KeyError, TypeError, ValueError, AttributeError):
            raise GuardError("Der gespeicherte Stand der Platzhalter ist unbrauchbar.") from None
        book._clock = max((person.mentioned for person in book._persons), default=0)
        return book

    def _hash(self, kind: str, value: str) -> str:
        message = f"{kind}\x00{value}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key, message, hashlib.sha256).hexdigest()[:32]

    def _next(self, entity: str) -> int:
        self._last[entity] = self._last.get(entity, 0) + 1
        return self._last[entity]

    def _number(self, entity: str, value: str) -> int:
        known = self._values.setdefault(entity, {})
        key = self._hash(entity, canonical_value(entity, value))
        if key not in known:
            known[key] = self._next(entity)
        return known[key]

    def _person(self, value: str, sex: str) -> int:
        given, surname = split_name(value)
        self._clock += 1
        if not surname and not given:
            return self._number("PERSON", value)
        given_hashes = {self._hash("name", word) for word in given}
        surname_hash = self._hash("name", surname) if surname else ""
        forms = {surname_hash} | {self._hash("name", form) for form in _inflected(surname)} if surname else set()
        best: _Person | None = None
        rank: tuple[int, int] = (0, 0)
        for person in self._persons:
            fit = self._fit(person, given_hashes, forms, sex)
            if fit and (fit, person.mentioned) > rank:
                best, rank = person, (fit, person.mentioned)
        if best is None:
            best = _Person(self._next("PERSON"))
            self._persons.append(best)
        if surname and not (not given and forms & best.given and not forms & best.surnames):
            best.surnames.add(surname_hash)
        best.given |= given_hashes
        best.sex = best.sex or sex
        best.mentioned = self._clock
        return best.number

    @staticmethod
    def _fit(person: _Person, given: set[str], forms: set[str], sex: str) -> int:
        """How well a mention fits a known person: 3 full name, 2 surname, 1 given name alone, 0 another person."""
        if sex and person.sex and sex != person.sex:
            return 0
        same_surname = bool(forms & person.surnames)
        if given:
            if forms and person.surnames and not same_surname:
                return 0
            if person.given:
                return 3 if given & person.given and (same_surname or not forms or not person.surnames) else 0
            return 2 if same_surname else 0
        if same_surname:
            return 2
        return 1 if forms & person.given else 0


def split_name(value: str) -> tuple[list[str], str]:
    """Given names and surname, folded; ``Karaca, Selin`` is turned round. A single word counts as surname."""
    head, comma, tail = value.partition(",")
    words = name_words(tail) + name_words(head) if comma and tail.strip() else name_words(value)
    folded = [plain(word).rstrip("'") for word in words]
    if not folded:
        return [], ""
    return folded[:-1], folded[-1]


def _inflected(surname: str) -> set[str]:
    """The surname with and without the genitive ending (``karacas``, ``karaca's``, ``marx'``)."""
    forms = {surname + "s", surname + "'s"}
    if surname.endswith("'s"):
        forms.add(surname[:-2])
    elif surname.endswith("s") and len(surname) > 3:
        forms.add(surname[:-1])
    return forms


def canonical_value(entity: str, value: str) -> str:
    """What two spellings of one value have in common."""
    if entity in ("SECRET", "URL"):
        return value
    folded = plain(value)
    if entity == "STREET_ADDRESS":
        zip_code = _ZIP.search(folded)
        street = folded[: zip_code.start()] if zip_code and zip_code.start() > 4 else folded
        folded = str(regex.sub(r"(?:strasse|str\b\.?)", "str", street))
    elif entity == "EMAIL_ADDRESS":
        folded = str(regex.sub(r"[^\p{L}\p{N}]*\b(?:at|@)\b[^\p{L}\p{N}]*", "@", folded))
        folded = str(regex.sub(r"[^\p{L}\p{N}@]*\b(?:punkt|dot)\b[^\p{L}\p{N}]*", ".", folded))
        return folded.replace(" ", "")
    elif entity == "PHONE_NUMBER":
        digits = str(regex.sub(r"[^0-9]", "", folded.replace("(0)", "")))
        return str(regex.sub(r"^(?:0049|49(?=[0-9]{9,}))", "0", digits))
    return "".join(character for character in folded if character.isalnum())


def known_given_sex(value: str) -> str:
    """The usual sex of the first given name, where the name has one."""
    words = name_words(value.partition(",")[2] or value)
    return load_lexicon().sex(words[0]) if words and (len(words) > 1 or "," in value) else ""
