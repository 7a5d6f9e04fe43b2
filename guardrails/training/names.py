"""Names by origin, for generated text: balanced draws, so that no origin is learnt worse than another."""

from __future__ import annotations

import csv
import importlib
import random
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from guardrails.training.sections import TEMPLATES, read_sections

ORIGINS = (
    "deutsch",
    "tuerkisch",
    "arabisch",
    "polnisch",
    "ukrainisch_russisch",
    "vietnamesisch",
    "westafrikanisch",
    "ostafrikanisch",
    "romanisch",
    "suedosteuropaeisch",
    "suedasiatisch",
    "ostasiatisch",
)

_LOCALES: dict[str, tuple[str, ...]] = {
    "deutsch": ("de_DE", "de_AT"),
    "tuerkisch": ("tr_TR",),
    "arabisch": ("fr_DZ",),
    "polnisch": ("pl_PL",),
    "ukrainisch_russisch": ("uk_UA", "ru_RU"),
    "vietnamesisch": ("vi_VN",),
    "westafrikanisch": ("yo_NG", "ig_NG", "ha_NG", "tw_GH"),
    "ostafrikanisch": ("en_KE",),
    "romanisch": ("it_IT", "es_ES", "pt_PT", "fr_FR"),
    "suedosteuropaeisch": ("hr_HR", "sl_SI", "ro_RO", "bg_BG", "mk_MK", "el_GR"),
    "suedasiatisch": ("en_IN", "en_PK"),
    "ostasiatisch": ("zh_CN", "ja_JP", "en_TH", "id_ID"),
}

_CYRILLIC = dict(zip("абвгґдеёзиіїйклмнопрстуфцыьъэѕјљњџ", "abwhgdeosyijjklmnoprstufzy\0\0esjlnd", strict=True)) | {
    "ж": "sch",
    "є": "je",
    "ё": "jo",
    "ї": "ji",
    "х": "ch",
    "ц": "z",
    "ч": "tsch",
    "ш": "sch",
    "щ": "schtsch",
}
_CYRILLIC |= {"ю": "ju", "я": "ja", "ѓ": "gj", "ѕ": "dz", "љ": "lj", "њ": "nj", "ќ": "kj", "џ": "dsch"}
_CYRILLIC |= {"ь": "", "ъ": ""}
_GREEK = dict(zip("αάβγδεέζηήιίϊΐκλμνξοόπρσςτυύϋφωώ", "aavgdeeziiiiiiklmnxooprsstyyyfoo", strict=True)) | {
    "θ": "th",
    "χ": "ch",
    "ψ": "ps",
}
_GREEK_PAIRS = {"ου": "ou", "ού": "ou", "αυ": "av", "γγ": "ng", "μπ": "b", "ντ": "nt", "ευ": "ev"}
_LATIN_NAME = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*\Z")


def transliterate(name: str, *, ukrainian: bool = False) -> str:
    """`name` in Latin letters, in the manner of German newspapers (Cyrillic, Greek); others unchanged."""
    if not ukrainian:
        name = name.translate(str.maketrans("гГиИ", "gGiI"))
    out = []
    for digraph, pair in _GREEK_PAIRS.items():
        name = name.replace(digraph, pair).replace(digraph.capitalize(), pair.capitalize())
    for letter in name:
        table = _CYRILLIC if letter.lower() in _CYRILLIC else _GREEK
        latin = table.get(letter.lower())
        if latin is None:
            out.append(letter)
        else:
            out.append(latin.capitalize() if letter.isupper() else latin)
    return "".join(out)


def held_out(name: str) -> bool:
    """Whether a name is reserved for evaluation: one in six, by a checksum of its lower-cased form."""
    return zlib.crc32(name.lower().encode()) % 6 == 0


@dataclass(frozen=True)
class NameStock:
    """The names of one origin, sorted; weights are equal but for Berlin's given names."""

    given_f: tuple[str, ...]
    given_m: tuple[str, ...]
    surnames: tuple[str, ...]

    def part(self, evaluation: bool) -> NameStock:
        """The half of the stock that training may use, or the one kept for evaluation."""

        def keep(names: Iterable[str]) -> tuple[str, ...]:
            return tuple(n for n in names if held_out(n) is evaluation)

        return NameStock(keep(self.given_f), keep(self.given_m), keep(self.surnames))


def word_surnames(*, evaluation: bool) -> list[str]:
    """German surnames that are everyday words too; training's or evaluation's part."""
    lines = read_sections(TEMPLATES / "names_own.txt")["deutsch words"]
    return sorted(n for n in set(" ".join(lines).split()) if held_out(n) is evaluation)


@dataclass
class NameBook:
    """All names: by origin, and the big lists without origin (Berlin's given names, GermaNER's surnames)."""

    stocks: dict[str, NameStock]
    berlin_f: list[str]
    berlin_m: list[str]
    berlin_weights_f: list[float]
    berlin_weights_m: list[float]
    surnames: list[str]
    counts: dict[str, int] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, names: Path, *, evaluation: bool) -> NameBook:
        """Read `names` (folder `names` of the shared data) and keep training's or evaluation's part.

        Raises FileNotFoundError where the folder lacks its lists.
        """
        berlin: dict[str, dict[str, int]] = {"w": {}, "m": {}}
        counts: dict[str, int] = {}
        with (names / "vornamen_berlin_2012_2023.csv").open(encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                name, count = row["vorname"].strip(), int(row["anzahl"])
                counts[name] = counts.get(name, 0) + count
                if row["geschlecht"] in berlin and _LATIN_NAME.match(name):
                    berlin[row["geschlecht"]][name] = count
        big = (names / "nachnamen_germaner.txt").read_text(encoding="utf-8").split("\n")
        kept = {s: sorted(n for n in berlin[s] if held_out(n) is evaluation) for s in berlin}
        return cls(
            stocks={o: s.part(evaluation) for o, s in _stocks().items()},
            berlin_f=kept["w"],
            berlin_m=kept["m"],
            berlin_weights_f=_cumulated(berlin["w"][n] for n in kept["w"]),
            berlin_weights_m=_cumulated(berlin["m"][n] for n in kept["m"]),
            surnames=sorted(n for n in set(big) if _LATIN_NAME.match(n) and len(n) > 2 and held_out(n) is evaluation),
            counts=counts,
            words=word_surnames(evaluation=evaluation),
        )

    def given(self, rng: random.Random, origin: str, female: bool) -> str:
        """One given name; German ones mostly from Berlin's register, which holds all origins."""
        stock = self.stocks[origin]
        if rng.random() < (0.5 if origin == "deutsch" else 0.08):
            pool, weights = (self.berlin_f, self.berlin_weights_f) if female else (self.berlin_m, self.berlin_weights_m)
            return rng.choices(pool, cum_weights=weights)[0]
        return rng.choice(stock.given_f if female else stock.given_m)

    def surname(self, rng: random.Random, origin: str, female: bool) -> str:
        """One surname; German ones half from the common names, half from GermaNER's long list."""
        if origin == "deutsch" and rng.random() < 0.5:
            return rng.choice(self.surnames)
        name = rng.choice(self.stocks[origin].surnames)
        if female and origin == "ukrainisch_russisch" and name.endswith(("ow", "ew", "in")):
            return name + "a"
        return name


def _cumulated(counts: Iterable[int]) -> list[float]:
    total, out = 0.0, []
    for count in counts:
        total += count**0.5
        out.append(total)
    return out


@cache
def _stocks() -> dict[str, NameStock]:
    own = read_sections(TEMPLATES / "names_own.txt")
    stocks = {}
    for origin in ORIGINS:
        lists: dict[str, set[str]] = {"given_f": set(), "given_m": set(), "surnames": set()}
        for kind, into in lists.items():
            for line in own.get(f"{origin} {kind}", []):
                into.update(line.split())
        for locale in _LOCALES[origin]:
            for kind, names in _faker_names(locale).items():
                lists[kind].update(names)
        stocks[origin] = NameStock(*(tuple(sorted(lists[kind])) for kind in ("given_f", "given_m", "surnames")))
    return stocks


def _faker_names(locale: str) -> dict[str, list[str]]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider

    def names(*attributes: str) -> list[str]:
        for attribute in attributes:
            raw = list(getattr(provider, attribute, None) or ())
            if len(raw) > 2:
                latin = [transliterate(str(n), ukrainian=locale == "uk_UA") for n in raw]
                return [n for n in latin if _LATIN_NAME.match(n) and _is_latin(n)]
        return []

    both = names("first_romanized_names", "first_names")
    return {
        "given_f": names("first_names_female") or both,
        "given_m": names("first_names_male") or both,
        "surnames": names("last_romanized_names", "last_names"),
    }


def _is_latin(name: str) -> bool:
    return all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 for letter in name)
