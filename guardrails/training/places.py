"""Places and streets for generated text: postal-code register, own street-name grammar."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from pathlib import Path

from guardrails.training.sections import TEMPLATES, places_abroad, read_sections

_PREPOSITIONS = ("Am ", "An ", "Auf ", "Im ", "In ", "Unter ", "Zum ", "Zur ", "Hinter", "Vor ", "Bei", "Über ")


@dataclass
class PlaceBook:
    """Places with postal codes, big cities, foreign cities, more places abroad, parts of street names."""

    rows: list[tuple[str, str]]
    big: list[str]
    foreign: list[str]
    abroad: list[str]
    stems: list[str]
    suffixes: list[str]
    long_names: list[str]
    lasts: list[str]
    firsts: list[str]

    @classmethod
    def read(cls, places: Path) -> PlaceBook:
        """Read the folder `places` of the shared data. Raises FileNotFoundError where it is missing."""
        with (places / "plz_de.csv").open(encoding="utf-8") as handle:
            rows = [(row["plz"], row["ort"].strip()) for row in csv.DictReader(handle)]
        own = read_sections(TEMPLATES / "places.txt")
        words = {section: " ".join(lines).split() for section, lines in own.items()}
        return cls(
            rows=rows,
            big=words["big"],
            foreign=words["foreign"],
            abroad=sorted(set(places_abroad()) - {ort for _, ort in rows}),
            stems=words["street_stem"],
            suffixes=words["street_suffix"],
            long_names="|".join(own["street_long"]).split("|"),
            lasts=words["street_last"],
            firsts=words["street_first"],
        )

    def city(self, rng: random.Random) -> str:
        """A place name: big city, any German place, or a city abroad."""
        draw = rng.random()
        if draw < 0.35:
            return rng.choice(self.big)
        if draw < 0.45:
            return rng.choice(self.foreign).replace("Addis-", "Addis ")
        if draw < 0.60:
            return rng.choice(self.abroad)
        return rng.choice(self.rows)[1]

    def postcode(self, rng: random.Random) -> str:
        """A German postal code."""
        return rng.choice(self.rows)[0]

    def street_name(self, rng: random.Random) -> str:
        """A street name without number."""
        draw = rng.random()
        if draw < 0.42:
            return self._compound(rng)
        if draw < 0.56:
            first, last = rng.choice(self.firsts), rng.choice(self.lasts)
            ending = rng.choice(("Straße", "Straße", "Straße", "Str.", "Weg", "Platz", "Allee", "Ring"))
            return f"{first}-{last}-{ending}" if rng.random() < 0.85 else f"{first} {last} {ending}"
        if draw < 0.72:
            town = rng.choice(self.big if rng.random() < 0.5 else [ort for _, ort in rng.sample(self.rows, 1)])
            ending = rng.choice(("Straße", "Straße", "Str.", "Allee", "Platz", "Chaussee", "Weg", "Damm"))
            return f"{town}er {ending}" if town[-1] not in "e)" else f"{town.rstrip('e)')}er {ending}"
        if draw < 0.78:
            size = rng.choice(("Alte", "Neue", "Große", "Kleine", "Obere", "Untere", "Hintere", "Vordere"))
            return f"{size} {self._compound(rng, ('straße', 'gasse', 'allee', 'str.'))}"
        return rng.choice(self.long_names)

    def _compound(self, rng: random.Random, suffixes: tuple[str, ...] = ()) -> str:
        stem, suffix = rng.choice(self.stems), rng.choice(suffixes or self.suffixes)
        if rng.random() < 0.08:
            return f"{stem}-{suffix.capitalize()}"
        if rng.random() < 0.06:
            return f"{stem} {suffix.capitalize()}"
        return stem + suffix

    def street(self, rng: random.Random) -> str:
        """A street name with house number."""
        name, number = self.street_name(rng), rng.choice((rng.randint(1, 40), rng.randint(1, 299)))
        if name.endswith("tr.") and rng.random() < 0.15:
            return f"{name}{number}"
        draw = rng.random()
        if draw < 0.62:
            return f"{name} {number}"
        letter = rng.choice("abcdefgABC")
        return (
            f"{name} {number}{letter}"
            if draw < 0.76
            else f"{name} {number} {letter}"
            if draw < 0.84
            else f"{name} {number}-{number + rng.randint(1, 6)}"
            if draw < 0.9
            else f"{name} {number}/{rng.randint(1, 9)}"
            if draw < 0.93
            else f"{name} {number}–{number + rng.randint(1, 6)}"
            if draw < 0.95
            else f"{name} Nr. {number}"
        )

    def at_street(self, rng: random.Random) -> tuple[str, str]:
        """A preposition and a street with number, as they stand in a sentence (“in der”, “”)."""
        street = self.street(rng)
        return ("", street) if street.startswith(_PREPOSITIONS) else (rng.choice(("in der ", "in ")), street)
