"""Labelled documents from templates: slots filled, sentences put together, letters disturbed."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from typing import Any

from guardrails.training.fillers import Fillers
from guardrails.training.names import ORIGINS, NameBook
from guardrails.training.persons import Person
from guardrails.training.places import PlaceBook
from guardrails.training.sections import TEMPLATES, read_sections

_CHOICE = re.compile(r"<([^<>{}]*\|[^<>]*)>")
_SLOT = re.compile(r"\{([a-zA-Z_0-9.]+)\}")


@dataclass
class Span:
    """A labelled stretch: offsets in code points; origin and form of the name for persons, else empty."""

    start: int
    end: int
    label: str
    origin: str = ""
    form: str = ""


@dataclass
class LabelledText:
    """A text with its entities; in `missing` stretches nothing is known (the training ignores them)."""

    text: str
    spans: list[Span]
    section: str
    missing: list[tuple[int, int]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The form that is written as a JSON line."""
        return {
            "text": self.text,
            "spans": [[s.start, s.end, s.label, s.origin, s.form] for s in self.spans],
            "section": self.section,
            "missing": self.missing,
        }

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> LabelledText:
        """The reverse of `as_dict`."""
        missing = [(start, end) for start, end in raw["missing"]]
        return cls(raw["text"], [Span(*span) for span in raw["spans"]], raw["section"], missing)


Segment = tuple[str, str, str, str]

#: Slots whose value is personal in one template and not in another: nothing is learnt of them.
_NUMBERS = frozenset(("az", "tel", "iban", "nr", "date", "mail"))
_UNKNOWN = "?"


class Composer:
    """Draws documents; two composers with one seed and one book draw the same."""

    def __init__(self, seed: int, book: NameBook, places: PlaceBook, *, evaluation: bool) -> None:
        self._rng = random.Random(seed)
        self._book = book
        self._places = places
        self._fillers = Fillers(places)
        name = "heldout" if evaluation else "train"
        self.positive = read_sections(TEMPLATES / f"{name}.txt")
        self.negative = read_sections(TEMPLATES / f"{name}_negative.txt")
        self._origin_turn = 0

    def persons(self, origin: str | None = None) -> dict[str, Person]:
        """Three persons for a document; origins take turns, so that each has the same share."""
        if origin is None:
            origin = ORIGINS[self._origin_turn % len(ORIGINS)]
            self._origin_turn += 1
        others = [origin if self._rng.random() < 0.4 else self._rng.choice(ORIGINS) for _ in "bc"]
        drawn = [Person.draw(self._rng, self._book, o) for o in (origin, *others)]
        cast = dict(zip("abc", drawn, strict=True))
        for who in "wv":
            plain = Person.draw(self._rng, self._book, "deutsch")
            cast[who] = replace(plain, surname=self._rng.choice(self._book.words))
        return cast

    def fill(self, template: str, persons: dict[str, Person]) -> list[Segment]:
        """The template as segments (text, label, origin, form)."""
        rng = self._rng
        text = _CHOICE.sub(lambda m: rng.choice(m[1].split("|")), template)
        out: list[Segment] = []
        position = 0
        for slot in _SLOT.finditer(text):
            out.append((text[position : slot.start()], "", "", ""))
            position = slot.end()
            out.extend(self._slot(slot[1], persons))
        out.append((text[position:], "", "", ""))
        return [segment for segment in out if segment[0]]

    def _slot(self, name: str, persons: dict[str, Person]) -> list[Segment]:
        rng = self._rng
        if "." in name:
            who, form = name.split(".", 1)
            person = persons[who]
            value = person.name(form, rng)
            if value is None:
                return [(person.word(form, rng), "", "", "")]
            return [(value, "PERSON", person.origin, form)]
        if name in ("street", "street2"):
            return [(self._places.street(rng), "STREET_ADDRESS", "", "number")]
        if name.startswith("streetname"):
            return [(self._places.street_name(rng), "STREET_ADDRESS", "", "name")]
        if name == "prep_street":
            before, street = self._places.at_street(rng)
            return [(before, "", "", ""), (street, "STREET_ADDRESS", "", "number")]
        if name in ("city", "city2"):
            return [(self._places.city(rng), "LOCATION", "", "")]
        if name in ("country", "country2"):
            return [(self._fillers.value("country", rng), "LOCATION", "", "")]
        return [(self._fillers.value(name, rng), _UNKNOWN if name.rstrip("2") in _NUMBERS else "", "", "")]

    def single(self, template: str, section: str, origin: str | None = None) -> LabelledText:
        """One template, undisturbed (for evaluation)."""
        return _join(self.fill(template, self.persons(origin)), section)

    def document(self) -> LabelledText:
        """A training document: one sentence, a few, or a whole letter; sometimes disturbed."""
        rng = self._rng
        persons = self.persons()
        draw = rng.random()
        if draw < 0.45:
            section, segments = self._sentence(persons, 0.22)
        elif draw < 0.75:
            section, segments = "gemischt", self._several(persons, rng.randint(2, 4))
        else:
            section, segments = "brief", self._letter(persons)
        return self.disturb(segments, section)

    def _sentence(self, persons: dict[str, Person], negative: float) -> tuple[str, list[Segment]]:
        stock = self.negative if self._rng.random() < negative else self.positive
        sections = list(stock)
        section = self._rng.choices(sections, [len(stock[s]) for s in sections])[0]
        return section, self.fill(self._rng.choice(stock[section]), persons)

    def _several(self, persons: dict[str, Person], count: int) -> list[Segment]:
        gap = self._rng.choice((" ", " ", "\n", "\n\n", " – "))
        out: list[Segment] = []
        for number in range(count):
            names = [persons[who] for who in "abc"]
            self._rng.shuffle(names)
            _, segments = self._sentence({**persons, **dict(zip("abc", names, strict=True))}, 0.4)
            out.extend(([(gap, "", "", "")] if number else []) + segments)
        return out

    def _letter(self, persons: dict[str, Person]) -> list[Segment]:
        rng = self._rng

        def one(section: str) -> list[Segment]:
            return self.fill(rng.choice(self.positive[section]), persons)

        parts = [one("kopf")] if rng.random() < 0.6 else []
        parts.append(one("anrede"))
        body: list[Segment] = []
        for _ in range(rng.randint(1, 4)):
            stock = self.negative if rng.random() < 0.5 else self.positive
            body.extend([*self.fill(rng.choice(stock["satz"]), persons), (" ", "", "", "")])
        parts.append(body)
        parts.append(self.fill(rng.choice(self.positive["gruss"]), persons))
        gap: list[Segment] = [("\n\n", "", "", "")]
        return [segment for number, part in enumerate(parts) for segment in (gap if number else []) + part]

    def disturb(self, segments: list[Segment], section: str) -> LabelledText:
        """Lower case, capitals, names alone in another case, hard line ends."""
        case = self._rng.choices(("keep", "lower", "upper", "name lower", "name upper"), (79, 10, 4, 2, 5))[0]
        joined = _join([(_cased(segment, case), *segment[1:]) for segment in segments], section)
        if self._rng.random() < 0.08:
            joined.text = _wrap(joined.text, self._rng.randint(25, 70))
        return joined

    def disturb_text(self, text: LabelledText) -> LabelledText:
        """A text whole in lower case at times."""
        lowered = text.text.lower()
        if self._rng.random() < 0.12 and len(lowered) == len(text.text):
            return LabelledText(lowered, text.spans, text.section, text.missing)
        return text


def _cased(segment: Segment, case: str) -> str:
    value, label, _, form = segment
    if case == "lower" or (case == "name lower" and label):
        return value.lower()
    if case == "upper" or (case == "name upper" and label == "PERSON" and form != "gen"):
        return value.upper()
    return value


def _join(segments: list[Segment], section: str) -> LabelledText:
    text = ""
    spans: list[Span] = []
    missing: list[tuple[int, int]] = []
    for value, label, origin, form in segments:
        if label == _UNKNOWN:
            missing.append((len(text), len(text) + len(value)))
        elif label == "PERSON" and spans and spans[-1].label == label and text[spans[-1].end :] == " ":
            spans[-1] = Span(spans[-1].start, len(text) + len(value), label, origin, "full")
        elif label:
            spans.append(Span(len(text), len(text) + len(value), label, origin, form))
        text += value
    return LabelledText(text, spans, section, missing)


def _wrap(text: str, width: int) -> str:
    letters, since = list(text), 0
    for place, letter in enumerate(letters):
        since = 0 if letter == "\n" else since + 1
        if letter == " " and since >= width:
            letters[place], since = "\n", 0
    return "".join(letters)
