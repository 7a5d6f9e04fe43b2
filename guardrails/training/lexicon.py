"""Builds the tagger's lexicon from lists of names and places, the vocabulary of federal law, and own nouns."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

from guardrails.tagger import _lexicon as bits
from guardrails.training.names import NameBook
from guardrails.training.persons import plain
from guardrails.training.places import PlaceBook
from guardrails.training.sections import nouns


def build_lexicon(data: Path, law: Counter[str]) -> dict[str, int]:
    """Bits by lower-cased word. `data` is the shared data folder; names kept for evaluation are included."""
    words: dict[str, int] = {}

    def put(name: str, bit: int) -> None:
        for part in name.replace("-", " ").split():
            for form in {part, plain(part)}:
                key = unicodedata.normalize("NFC", form.lower())
                if len(key) > 1:
                    words[key] = words.get(key, 0) | bit

    from_abroad: set[str] = set()
    for evaluation in (False, True):
        book = NameBook.read(data / "names", evaluation=evaluation)
        for surname in book.surnames:
            put(surname, bits.SURNAME)
        for given in (*book.berlin_f, *book.berlin_m):
            put(given, bits.GIVEN_COMMON if book.counts.get(given, 0) >= 8 else bits.GIVEN_RARE)
        for surname in book.words:
            put(surname, bits.SURNAME)
        for origin, stock in book.stocks.items():
            if origin != "deutsch":
                names = (*stock.given_f, *stock.given_m, *stock.surnames)
                from_abroad.update(part.lower() for name in names for part in name.replace("-", " ").split())
            for given in (*stock.given_f, *stock.given_m):
                put(given, bits.GIVEN_RARE)
            for surname in stock.surnames:
                put(surname, bits.SURNAME)
    places = PlaceBook.read(data / "places")
    for place in (*places.big, *places.foreign, *places.abroad, *(ort for _, ort in places.rows)):
        for part in place.replace("-", " ").replace("/", " ").split():
            if part[0].isupper() and len(part) > 3:
                words[part.lower()] = words.get(part.lower(), 0) | bits.PLACE
    lower, noun = Counter[str](), Counter[str]()
    for word, count in law.items():
        (lower if word[0].islower() else noun)[word.lower()] += count
    everyday = sorted({*lower, *noun}, key=lambda word: (-lower[word] - noun[word], word))
    lexicon = bits.NameLexicon(words)
    for word in everyday:
        often, some = lower[word], noun[word]
        if often + some < 2:
            break
        if often + some < 12 and word not in words and lexicon.facts(word) & bits.DERIVED:
            continue
        words[word] = (
            words.get(word, 0)
            | (bits.LOWER_OFTEN if often > 60 else bits.LOWER_SOME if often > 1 else 0)
            | (bits.NOUN_OFTEN if some > 150 else bits.NOUN_SOME if some > 5 else bits.NOUN_RARE if some else 0)
        )
    everyday_bits = bits.LOWER_OFTEN | bits.LOWER_SOME | bits.NOUN_OFTEN | bits.NOUN_SOME
    for word in sorted({noun.lower() for noun in nouns()}, key=lambda noun: (len(noun), noun)):
        known = words.get(word, 0)
        if known & (everyday_bits | bits.GIVEN_COMMON) or word in from_abroad:
            continue
        if not known and lexicon.facts(word) & bits.DERIVED:
            continue
        words[word] = known | bits.NOUN_SOME
    return words
