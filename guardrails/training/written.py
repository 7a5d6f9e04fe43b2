"""Documents written and labelled by hand for training, and their variants: other people, other numbers, other dates.

A person who writes a letter, a table or a chat brings what templates lack: the layout, the haste and the words around a
value. Each time a document is drawn, its people may be others of any origin, its numbers have other digits or are those
of another document, and now and then only some of its lines are shown. The corpus that the guard is measured on is
never among them.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from guardrails.evaluation.documents import Document
from guardrails.evaluation.marked_text import read_marked_text
from guardrails.lexicon import fold, load_lexicon
from guardrails.tagger import LABELS
from guardrails.training.compose import LabelledText, Span
from guardrails.training.names import ORIGINS, NameBook
from guardrails.training.persons import Person, genitive

DOCUMENTS = Path(__file__).parent / "documents"
#: One document in so many is kept for evaluation, by a checksum of its id.
_KEPT = 8
#: Numbers that stand for a person, whoever gave them: to the tagger they are one.
_REFERENCES = frozenset(
    (
        *("DE_CASE_NUMBER", "DE_BENEFIT_ID", "DE_PERSONNEL_ID", "DE_TAX_ID", "DE_TAX_NUMBER", "DE_SOCIAL_SECURITY"),
        *("DE_HEALTH_INSURANCE", "DE_ID_CARD", "DE_PASSPORT", "DE_FUEHRERSCHEIN", "DE_FOREIGNER_ID", "DE_KFZ"),
        *("DE_EMPLOYER_ID", "DE_HANDELSREGISTER", "DE_VAT_ID", "DE_LANR", "DE_BSNR", "IBAN_CODE", "CREDIT_CARD"),
        *("US_SSN", "US_ITIN", "UK_NHS", "UK_NINO"),
    )
)
_OTHER_PEOPLE, _OTHER_DIGITS, _SOME_LINES, _SMALL = 0.65, 0.8, 0.25, 0.1
#: How often a document takes its values from others, and a surname from those that are everyday words, too.
_OTHERS_VALUES, _WORD_FOR_A_NAME = 0.25, 0.12
#: What may stand in for one of its kind, whatever the words around say.
_EXCHANGED = _REFERENCES | {"DATE_OF_BIRTH", "PHONE_NUMBER", "EMAIL_ADDRESS", "STREET_ADDRESS", "SECRET"}
#: A value shorter than that is an extension, a part, a masked rest, and stays where it is.
_WHOLE = 6
_DISGUISED = frozenset(("evasion", "ocr"))
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLES = frozenset(
    (
        *("von", "van", "der", "den", "de", "zu", "zum", "zur", "vom", "da", "dos", "del"),
        *("la", "al", "el", "bin", "ibn", "und", "y", "e", "abu", "ben"),
    )
)
_NUMERIC_DATE = re.compile(r"(\d{1,2})([./-] ?)(\d{1,2})([./-] ?)((?:19|20)?\d{2})\Z")
_LONG_NUMBER = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d{4,}(?![\d.,])")


@dataclass(frozen=True)
class WrittenTexts:
    """All documents of the folder; draws variants of those that training may see."""

    documents: tuple[Document, ...]

    @cached_property
    def _values(self) -> dict[str, list[str]]:
        """What stands for each kind in documents that disguise nothing."""
        values: dict[str, list[str]] = {}
        for document in self.documents:
            if _DISGUISED.isdisjoint(document.tags):
                for label in document.labels:
                    value = document.text[label.start : label.end]
                    if label.entity in _EXCHANGED and len(value) >= _WHOLE and "\n" not in value:
                        values.setdefault(label.entity, []).append(value)
        return values

    @classmethod
    def read(cls, *, evaluation: bool, folder: Path = DOCUMENTS) -> WrittenTexts:
        """Training's or evaluation's part of the documents in `folder`."""
        everything = [document for path in sorted(folder.glob("*.txt")) for document in read_marked_text(path)]
        return cls(tuple(d for d in everything if (zlib.crc32(d.id.encode()) % _KEPT == 0) is evaluation))

    def plain(self) -> list[LabelledText]:
        """The documents as they were written."""
        return [_labelled(document) for document in self.documents]

    def draw(self, rng: random.Random, book: NameBook) -> LabelledText:
        """A variant of one document."""
        document = rng.choice(self.documents)
        text = _labelled(document)
        others = rng.random() < _OTHERS_VALUES and _DISGUISED.isdisjoint(document.tags)
        if rng.random() < _SOME_LINES:
            text = _some_lines(text, rng)
        cast = _Cast(rng, book) if rng.random() < _OTHER_PEOPLE else None
        digits = rng.random() < _OTHER_DIGITS
        out = LabelledText("", [], text.section)
        position = 0
        marks = [*((s.start, s.end, s.label, s.form) for s in text.spans), *((a, b, "", "") for a, b in text.missing)]
        for start, end, label, kind in sorted(marks):
            out.text += _between(text.text[position:start], rng, digits)
            old = text.text[start:end]
            if others and len(old) >= _WHOLE and kind in self._values:
                old = rng.choice(self._values[kind])
            new = cast.renamed(old) if label == "PERSON" and cast else _other(old, label, rng) if digits else old
            out.text += new
            place = (len(out.text) - len(new), len(out.text))
            if label:
                out.spans.append(Span(*place, label))
            else:
                out.missing.append(place)
            position = end
        out.text += _between(text.text[position:], rng, digits)
        small = out.text.lower()
        if rng.random() < _SMALL and len(small) == len(out.text):
            out.text = small
        return out


class _Cast:
    """The people who take the places of those in one document: each word of a name becomes the same new word."""

    def __init__(self, rng: random.Random, book: NameBook) -> None:
        self._rng, self._book = rng, book
        self._words: dict[str, str] = {}
        self._origin = rng.choice(ORIGINS)

    def renamed(self, name: str) -> str:
        words = [m for m in _WORD.finditer(name) if m[0].lower() not in _PARTICLES and len(m[0]) > 1]
        if not words or re.search(r"[\d@_/\\%&=]", name):
            return name
        turned = "," in name
        lexicon = load_lexicon()
        out, position = "", 0
        for number, match in enumerate(words):
            last = number == (0 if turned else len(words) - 1)
            single = len(words) == 1
            given = (single and lexicon.given(match[0]) > 0 and not lexicon.surname(match[0])) or (
                not single and not last
            )
            out += name[position : match.start()] + self._other(match[0], given)
            position = match.end()
        return out + name[position:]

    def _other(self, word: str, given: bool) -> str:
        key = fold(word)
        stem = key[:-1] if key.endswith("s") and key[:-1] in self._words else key
        if stem not in self._words:
            origin = self._origin if self._rng.random() < 0.5 else self._rng.choice(ORIGINS)
            person = Person.draw(self._rng, self._book, origin)
            surname = person.surname
            if self._rng.random() < _WORD_FOR_A_NAME:
                surname = self._rng.choice(self._book.words)
            self._words[stem] = person.given if given else surname
        new = self._words[stem]
        if stem != key:
            new = genitive(new)
        return new.lower() if word.islower() else new.upper() if word.isupper() and len(word) > 2 else new


def _labelled(document: Document) -> LabelledText:
    """The document in the tagger's labels. It marks every place, so it learns nothing of places that nobody marked."""
    out = LabelledText(document.text, [], document.kind)
    for label in document.labels:
        name = "REFERENCE" if label.entity in _REFERENCES else label.entity
        if name in LABELS:
            out.spans.append(Span(label.start, label.end, name, form=label.entity))
    taken = [(s.start, s.end) for s in out.spans]
    lexicon = load_lexicon()
    for match in _WORD.finditer(document.text):
        free = not any(start < match.end() and match.start() < end for start, end in taken)
        if free and match[0][0].isupper() and lexicon.place(match[0]):
            out.missing.append(match.span())
    return out


def _some_lines(text: LabelledText, rng: random.Random) -> LabelledText:
    """A stretch of consecutive lines; those that a value spans stay together."""
    ends = [m.end() for m in re.finditer(r"\n", text.text) if not any(s.start < m.end() < s.end for s in text.spans)]
    cuts = [0, *ends, len(text.text)]
    if len(cuts) < 4:
        return text
    first, last = sorted(rng.sample(range(len(cuts)), 2))
    start, end = cuts[first], cuts[last]
    return LabelledText(
        text.text[start:end],
        [replace(s, start=s.start - start, end=s.end - start) for s in text.spans if start <= s.start and s.end <= end],
        text.section,
        [(a - start, b - start) for a, b in text.missing if start <= a and b <= end],
    )


def _between(text: str, rng: random.Random, digits: bool) -> str:
    return _LONG_NUMBER.sub(lambda m: _digits(m[0], rng), text) if digits else text


def _other(value: str, label: str, rng: random.Random) -> str:
    if label == "DATE_OF_BIRTH":
        date = _NUMERIC_DATE.match(value)
        if date is None:
            return value
        year = str(rng.randint(1930, 2022))[-len(date[5]) :]
        day, month = (
            f"{n:0{len(part)}d}" for n, part in ((rng.randint(1, 28), date[1]), (rng.randint(1, 12), date[3]))
        )
        return f"{day}{date[2]}{month}{date[4]}{year}"
    return _digits(value, rng) if label in ("REFERENCE", "PHONE_NUMBER") else value


def _digits(value: str, rng: random.Random) -> str:
    """Other digits; a leading zero and the case of letters stay."""
    return re.sub(r"(?<!^)\d|[1-9]", lambda m: str(rng.randint(1, 9) if m[0] != "0" else rng.choice((0, 0, 5))), value)


def held_out_texts(folder: Path = DOCUMENTS) -> Iterator[LabelledText]:
    """The documents that training never sees, as they were written."""
    yield from WrittenTexts.read(evaluation=True, folder=folder).plain()
