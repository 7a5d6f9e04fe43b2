"""Invented values of a given build, for examples whose real values are nowhere stored."""

from __future__ import annotations

import random

import regex

from guardrails.entities import PLACEHOLDER_PATTERN
from guardrails.recognizers import ALL

#: Build of an ordinary value, for placeholders around a marked place, whose own build is not known.
USUAL_BUILD: dict[str, str] = {
    "PERSON": "Xx Xx",
    "DATE_OF_BIRTH": "99.99.9999",
    "STREET_ADDRESS": "Xxstraße 99",
    "LOCATION": "Xx",
    "PHONE_NUMBER": "0999 9999999",
    "EMAIL_ADDRESS": "x.x@x.de",
    "IBAN_CODE": "XX99 9999 9999 9999 9999 99",
    "CREDIT_CARD": "9999 9999 9999 9999",
    "DE_CASE_NUMBER": "99 X 9999/99",
    "DE_BENEFIT_ID": "999X999999",
    "DE_TAX_ID": "99 999 999 999",
    "DE_TAX_NUMBER": "99/999/99999",
    "DE_SOCIAL_SECURITY": "99 999999 X 999",
    "DE_HEALTH_INSURANCE": "X999999999",
    "DE_ID_CARD": "X99X9X9999",
    "DE_PASSPORT": "X99X9X9999",
    "DE_FUEHRERSCHEIN": "X999XXX9X99",
    "DE_KFZ": "B-XX 9999",
    "DE_FOREIGNER_ID": "999999999999",
    "DE_PERSONNEL_ID": "99999999",
    "DE_EMPLOYER_ID": "99999999",
    "DE_HANDELSREGISTER": "HRB 99999",
    "DE_VAT_ID": "XX999999999",
    "SECRET": "Xxxxx-9999-xxX9",
    "URL": "https://www.x.de/x",
    "IP_ADDRESS": "99.99.99.99",
}
#: Given names and surnames of invented people, of many origins.
NAMES: tuple[tuple[str, str], ...] = (
    ("Hannelore", "Brüggemann"),
    ("Ansgar", "Teichgräber"),
    ("Aylin", "Demirtaş"),
    ("Orhan", "Yıldızlar"),
    ("Rasha", "Al-Khatib"),
    ("Nabil", "Benjelloun"),
    ("Wiesława", "Grabowska"),
    ("Zbigniew", "Pawlik"),
    ("Oksana", "Hrytsenko"),
    ("Timur", "Sadykow"),
    ("Thuy Linh", "Dang"),
    ("Minh Duc", "Phan"),
    ("Adwoa", "Owusu"),
    ("Chinedu", "Eze"),
    ("Saba", "Ghebremariam"),
    ("Giulia", "Ferrante"),
    ("Joaquim", "Figueiredo"),
    ("Dragana", "Milošević"),
    ("Besnik", "Shehu"),
    ("Anjali", "Deshpande"),
    ("Farhan", "Chaudhry"),
    ("Xiuying", "Zhao"),
    ("Haruka", "Nakagawa"),
)
#: Words that look like names and are none; they stand where a finding was contested.
LOOK_ALIKES = ("Winter", "Kaiser", "Vogel", "Sommer", "Bergwerk", "Mai", "Schreiber", "Stein", "Wolf", "Sonntag")
_WORDS = ("linden", "garten", "hafen", "mühlen", "kirch", "berg", "ulmen", "schul", "anger", "brunnen")
_PREFIX = {"IBAN_CODE": "DE", "DE_VAT_ID": "DE"}
_WORDY = frozenset(("STREET_ADDRESS", "EMAIL_ADDRESS", "URL", "LOCATION"))
_RUN = regex.compile(r"X+x*|x+")
#: Draws until a check digit is right; two check digits are right once in 97.
_DRAWS = 2_000


def value_of(entity: str, build: str, chance: random.Random, *, checked: bool) -> str:
    """An invented value.

    Args:
        entity: kind of data.
        build: ``X`` a capital, ``x`` a small letter, ``9`` a digit, all else as it stands.
        chance: where the draws come from.
        checked: whether a check digit has to be right, where the kind has one.
    """
    if entity == "PERSON":
        return _name(build, chance)
    if entity in _WORDY:
        return str(_RUN.sub(lambda run: _word(run[0], chance), _digits(build, chance)))
    recognizer = next((kind() for kind in ALL if entity == kind.ENTITY), None)
    value = ""
    for _ in range(_DRAWS):
        value = _digits(build, chance)
        value = regex.sub("X", lambda _: chance.choice("ABCDEFGHKLMNPRTUVWXYZ"), value)
        value = regex.sub("x", lambda _: chance.choice("abcdefghkmnprstuvw"), value)
        if build.startswith("XX") and entity in _PREFIX:
            value = _PREFIX[entity] + value[2:]
        if not checked or recognizer is None or recognizer.check(value) is not False:
            break
    return value


def look_alike(build: str, chance: random.Random) -> str:
    """What a contested finding is replaced with: a word that looks like a name, or digits without meaning."""
    if regex.search(r"\d", build):
        return _digits(regex.sub("X", lambda _: chance.choice("ABCDEFG"), build), chance)
    return str(_RUN.sub(lambda run: _cased(chance.choice(LOOK_ALIKES), run[0]), build))


def without_placeholders(text: str, chance: random.Random, known: dict[str, str]) -> list[tuple[str, str]]:
    """A redacted text as pieces with their entity, empty for what stood there; placeholders become invented values.

    ``known`` holds the value of each placeholder seen so far and is added to.
    """
    pieces: list[tuple[str, str]] = []
    position = 0
    for match in PLACEHOLDER_PATTERN.finditer(text):
        entity = match["entity"]
        build = USUAL_BUILD.get(entity, "99999999")
        if match[0] not in known:
            known[match[0]] = value_of(entity, build, chance, checked=True)
        pieces += [(text[position : match.start()], ""), (known[match[0]], entity)]
        position = match.end()
    return [*pieces, (text[position:], "")]


def _digits(build: str, chance: random.Random) -> str:
    """Digits for nines; two at the beginning of a date-like build stay days and months."""
    date = regex.fullmatch(r"9{1,2}([./-] ?)9{1,2}([./-] ?)9{2,4}", build)
    if date:
        year = str(chance.randrange(1940, 2010))
        return f"{chance.randrange(1, 29):02d}{date[1]}{chance.randrange(1, 13):02d}{date[2]}{year}"
    return regex.sub("9", lambda _: str(chance.randrange(1, 10)), build)


def _name(build: str, chance: random.Random) -> str:
    given, surname = chance.choice(NAMES)
    runs = list(_RUN.finditer(build))
    turned = "," in build
    position, pieces = 0, []
    for number, run in enumerate(runs):
        last = number == (0 if turned else len(runs) - 1)
        word = surname if last else given
        initial = run[0] in ("X", "x") and build[run.end() : run.end() + 1] == "."
        pieces += [build[position : run.start()], _cased(word[0] if initial else word, run[0])]
        position = run.end()
    return "".join([*pieces, build[position:]])


def _word(run: str, chance: random.Random) -> str:
    return _cased(chance.choice(_WORDS), run)


def _cased(word: str, run: str) -> str:
    if run.islower():
        return word.lower()
    if len(run) > 1 and run.isupper():
        return word.upper()
    return word if word[:1].isupper() or " " in word else word[:1].upper() + word[1:]
