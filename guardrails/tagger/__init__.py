"""The project's own tagger for German: persons, places, addresses, birth dates, numbers.

Trained by `python -m guardrails.training`; sources, figures and faults are in TAGGER_CARD.md.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy import attrs
from spacy.language import Language

from guardrails.tagger._lexicon import ABOUT_PEOPLE, NameLexicon
from guardrails.tagger._reader import KEY, OUTSIDE, PLACE, ValueReader

MODEL_DIR = Path(__file__).parent / "model"
TAGGER_NAME = "amtsdeutsch"
TAGGER_VERSION = "2.1.0"
LABELS = (
    *("LOCATION", "PERSON", "STREET_ADDRESS", "DATE_OF_BIRTH"),
    *("PHONE_NUMBER", "EMAIL_ADDRESS", "REFERENCE", "SECRET"),
)
"""What the tagger marks. A ``REFERENCE`` is any number that stands for a person, whoever gave it."""

#: What spaCy works out for each word and neither tokenizer nor reader asks for.
_UNUSED = (
    *(attrs.IS_STOP, attrs.LIKE_EMAIL, attrs.LIKE_NUM, attrs.LIKE_URL, attrs.IS_PUNCT, attrs.IS_ASCII, attrs.IS_QUOTE),
    *(attrs.IS_BRACKET, attrs.IS_LEFT_PUNCT, attrs.IS_RIGHT_PUNCT, attrs.IS_CURRENCY, attrs.IS_DIGIT, attrs.IS_LOWER),
    *(attrs.IS_TITLE, attrs.IS_UPPER, attrs.IS_ALPHA),
)

__all__ = [
    "ABOUT_PEOPLE",
    "KEY",
    "LABELS",
    "MODEL_DIR",
    "OUTSIDE",
    "PLACE",
    "TAGGER_NAME",
    "TAGGER_VERSION",
    "NameLexicon",
    "ValueReader",
    "load_tagger",
]


@cache
def load_tagger(language: str = "de") -> Language:
    """The tagger for `language` (only `de`), loaded once per process.

    What it marks lies in ``doc.spans[KEY]`` with a score for each stretch, and in ``doc.ents``: PERSON without title
    and salutation, LOCATION any place name whatever its context, STREET_ADDRESS a street with house number or without,
    REFERENCE any number that stands for a person or a case.
    Call it inside `with tagger.memory_zone():` where texts must not outlive the request: spaCy otherwise
    keeps each new word in its vocabulary. Raises ValueError for another language, OSError without model.
    """
    if language != "de":
        raise ValueError(f"no tagger for language {language!r}")
    tagger = spacy.load(MODEL_DIR)
    for attribute in _UNUSED:
        tagger.vocab.lex_attr_getters.pop(attribute, None)
    return tagger
