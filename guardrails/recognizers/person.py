"""PERSON by rules and lexicon"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer
from guardrails.recognizers.name_reader import Name, NameReader
from guardrails.recognizers.name_words import (
    BORN,
    CAPITAL_PARTICLES,
    CLOSINGS,
    DETERMINERS,
    FIELDS,
    GREETINGS,
    NAME_AND_WORD,
    NEVER,
    NOT_ALONE,
    PARTICLES,
    PERSON_NOUNS,
    PERSON_VERBS,
    RESIDES,
    ROLES,
    SALUTATIONS,
)

_ORGANISATION_FIELD = regex.compile(
    r"(?:firmen|datei|benutzer|straßen|produkt|datenbank|feld|domain|server|gruppen|vereins|projekt|orts|stadt)-?name"
)


class PersonRecognizer(GuardRecognizer):
    """Names of persons, by what stands around them and by lists of given names and surnames.

    Certain: behind a salutation (``Frau Dr. Karaca``; salutation and title stay outside the finding), in a field
    (``Name: …``), in a greeting or sign-off, before "geb." or "wohnhaft", as ``Nachname, Vorname``, given name with
    surname. Less certain: surname behind a noun for a person (``die Antragstellerin Karaca``), initial with surname, a
    frequent given name alone, a surname alone that is no everyday word and no place. Names that are words (Winter,
    Kaiser, Mai) need a certain context.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Every rule at every word; overlapping results are left to the conflict resolution."""
        reader = NameReader(text, load_lexicon())
        for index in range(len(reader)):
            for name, score, reason, sex in self._at(reader, index):
                surname_alone = len(name.words) == 1
                yield (
                    reader.starts[name.first],
                    reader.ends[name.behind - 1],
                    score,
                    Evidence(
                        reason,
                        sex or self._sex(reader, name),
                        identifying=score >= 0.75 or (score >= 0.7 and not surname_alone),
                    ),
                )

    @staticmethod
    def _sex(reader: NameReader, name: Name) -> str:
        return reader.lexicon.sex(name.words[0]) if len(name.words) > 1 else ""

    def _at(self, reader: NameReader, index: int) -> Iterator[tuple[Name, float, str, str]]:
        key = reader.lower[index]
        if key in SALUTATIONS:
            yield from self._salutation(reader, index)
        if key in FIELDS or key.endswith("name"):
            yield from self._field(reader, index)
        if key in PERSON_NOUNS:
            name = reader.read(reader.skip_titles(index + 1), certain=False)
            if name and not reader.common(name.first) and self._known_or_no_place(reader, name):
                yield name, 0.75, f"Name hinter „{reader.words[index]}“.", ""
        if key in CLOSINGS or (key in ("auftrag", "vertretung", "gez", "a", "v") and self._signs(reader, index)):
            yield from self._sign_off(reader, index)
        if key in GREETINGS:
            yield from self._greeting(reader, index)
        if key in BORN:
            yield from self._born(reader, index)
        if reader.capital(index) and key not in NEVER:
            yield from self._free(reader, index)

    def _salutation(self, reader: NameReader, index: int) -> Iterator[tuple[Name, float, str, str]]:
        word, key = reader.words[index], reader.lower[index]
        if len(key) <= 3 and key not in ("mrs",) and not (reader.capital(index)):
            return
        position = index + 1
        if reader.at(position) == "." and len(key) <= 3:
            position += 1
        if key == "fr" and reader.at(index + 1) != ".":
            return
        position = reader.skip_titles(position)
        while reader.at(position) in ROLES and (
            reader.capital(position + 1) or reader.at(position + 1) in ("dr", "prof")
        ):
            following = reader.skip_titles(position + 1)
            if not reader.capital(following) or (
                reader.common(following) and reader.at(following) not in NAME_AND_WORD
            ):
                break
            position = following
        if reader.at(position) in ROLES and reader.at(position) not in NAME_AND_WORD:
            return
        as_noun = reader.at(index - 1) in (
            "die",
            "eine",
            "einer",
            "der",
            "jede",
            "diese",
            "keine",
            "meine",
            "seine",
            "als",
            "zur",
            "ihre",
        )
        particle = reader.at(position) in PARTICLES and reader.at(position + 1) not in ("", "\n", ",")
        lower_case = not reader.capital(position) and not particle
        if lower_case and (
            reader.at(position) in NEVER
            or position >= len(reader)
            or (reader.common(position) and reader.at(position) not in NAME_AND_WORD)
        ):
            return
        if as_noun and position < len(reader) and reader.common(position) and reader.at(position) not in NAME_AND_WORD:
            return
        name = reader.read(position, certain=True, lower_case=lower_case)
        if name is not None:
            yield name, 0.7 if lower_case else 0.95, f"Name hinter der Anrede „{word}“.", SALUTATIONS[key]

    def _field(self, reader: NameReader, index: int) -> Iterator[tuple[Name, float, str, str]]:
        if _ORGANISATION_FIELD.fullmatch(reader.lower[index]):
            return
        position = index + 1
        for _ in range(8):
            if reader.at(position) in (":", "|", "="):
                break
            if reader.at(position) in (
                "(",
                ")",
                "/",
                ",",
                "und",
                "*",
                "in",
                "innen",
                "vorname",
                "name",
                "der",
                "des",
                "kindes",
                "person",
                "mutter",
                "vaters",
                "r",
                "antragstellers",
            ):
                position += 1
            else:
                return
        else:
            return
        position += 1
        while reader.at(position) in ("\n", "|", "-") and position < index + 12:
            position += 1
        if reader.at(position) in SALUTATIONS:
            return
        position = reader.skip_titles(position)
        name = reader.read(position, certain=True, lower_case=not reader.capital(position))
        if name is None:
            return
        if reader.at(name.behind) == "," and reader.capital(name.behind + 1):
            rest = reader.read(name.behind + 1, certain=False)
            if rest is not None and reader.lexicon.given(rest.words[0]) > 0 and len(name.words) <= 2:
                name = Name(name.first, rest.behind, name.words + rest.words)
        certain = reader.lower[index].endswith("name") or self._known_or_no_place(reader, name)
        if certain:
            yield name, 0.85, f"Angabe im Feld „{reader.words[index]}“.", ""

    @staticmethod
    def _signs(reader: NameReader, index: int) -> bool:
        key = reader.lower[index]
        if key == "gez":
            return True
        if key in ("a", "v"):
            return reader.at(index - 1) == "." and reader.at(index - 2) == "i" and reader.at(index + 1) == "."
        return reader.at(index - 1) in ("im", "in") and (
            reader.at(index - 2) in ("", "\n") or reader.at(index + 1) == "\n"
        )

    def _sign_off(self, reader: NameReader, index: int) -> Iterator[tuple[Name, float, str, str]]:
        position = index + 1
        breaks = 0
        skipped = 0
        while position < len(reader) and skipped < 14:
            key = reader.at(position)
            if key == "\n":
                breaks += 1
            elif key in (
                ",",
                ".",
                "!",
                "/",
                "(",
                "-",
                "i",
                "a",
                "v",
                "im",
                "in",
                "auftrag",
                "vertretung",
                "ihr",
                "ihre",
                "euer",
                "eure",
                "deine",
                "dein",
                "gez",
                "und",
                "aus",
                "your",
                "yours",
                "sincerely",
                "faithfully",
                "best",
            ):
                pass
            else:
                break
            position += 1
            skipped += 1
        if position >= len(reader) or breaks > 6:
            return
        if reader.at(position) in SALUTATIONS:
            return
        position = reader.skip_titles(position)
        if position >= len(reader):
            return
        lower_case = not reader.capital(position)
        if lower_case and (
            reader.common(position)
            or not (reader.lexicon.given(reader.words[position]) or reader.lexicon.surname(reader.words[position]))
        ):
            return
        name = reader.read(position, certain=breaks > 0, lower_case=lower_case)
        if name is None or (breaks == 0 and not reader.lexicon.given(name.words[0])):
            return
        if reader.at(name.behind) in ("", "\n", ",", "(", "|", "-", ".", "/") and (
            len(name.words) > 1 or not reader.lexicon.place(name.words[0]) or reader.lexicon.given(name.words[0])
        ):
            yield name, 0.85, "Name unter der Grußformel.", ""

    def _greeting(self, reader: NameReader, index: int) -> Iterator[tuple[Name, float, str, str]]:
        if reader.at(index - 1) not in ("", "\n", ",", "!", ".", "sehr", "guten", '"', ">"):
            return
        position = reader.skip_titles(index + 1)
        if not reader.capital(position) or reader.at(position) in SALUTATIONS:
            return
        name = reader.read(position, certain=False)
        if (
            name is not None
            and not reader.common(name.first)
            and reader.at(name.behind) in (",", "!", "\n", "", ".", "und", "-", ";")
        ):
            yield name, 0.8, f"Name hinter dem Gruß „{reader.words[index]}“.", ""

    def _born(self, reader: NameReader, index: int) -> Iterator[tuple[Name, float, str, str]]:
        position = index + 1
        if reader.at(position) in (".", ":"):
            position += 1
        if reader.capital(position) and reader.at(index) != "geburtsdatum":
            name = reader.read(position, certain=False)
            if name is not None and not reader.common(name.first) and reader.at(position - 1) != "in":
                yield name, 0.8, "Geburtsname hinter „geb.“.", ""

    def _free(self, reader: NameReader, index: int) -> Iterator[tuple[Name, float, str, str]]:
        """Names without a word that introduces them."""
        lexicon = reader.lexicon
        word = reader.words[index]
        given = lexicon.given(word)
        common = reader.common(index)
        if reader.initial(index):
            name = reader.read(index, certain=False)
            if (
                name
                and len(name.words) >= 2
                and lexicon.surname(name.words[-1])
                and reader.at(index - 1) not in (".", ")", "§")
            ):
                yield name, 0.7, "Anfangsbuchstabe mit bekanntem Nachnamen.", ""
            return
        if (
            reader.at(index + 1) == ","
            and reader.capital(index + 2)
            and reader.at(index + 2) not in NEVER
            and not reader.capital(index - 1)
        ):
            first = lexicon.given(reader.words[index + 2])
            if (
                first >= 3
                and not reader.common(index + 2)
                and (not common or reader.lower[index] in NAME_AND_WORD)
                and not (given >= 20 and not lexicon.surname(word))
            ):
                rest = reader.read(index + 2, certain=False)
                if rest is not None and not (lexicon.place(word) and not lexicon.surname(word)):
                    yield (
                        Name(index, rest.behind, (word, *rest.words)),
                        0.8,
                        "Schreibweise „Nachname, Vorname“ mit bekanntem Vornamen.",
                        "",
                    )
        if reader.lower[index] in CAPITAL_PARTICLES and not reader.capital(index - 1):
            name = reader.read(index, certain=False)
            if (
                name
                and not reader.common(name.behind - 1)
                and (lexicon.surname(name.words[-1]) or lexicon.given(name.words[0]))
            ):
                yield name, 0.6, "Namenszusatz mit bekanntem Nachnamen.", ""
            return
        if common and not (given >= 50 and reader.capital(index + 1)):
            if (
                self._introduced_behind(reader, index + 1)
                and reader.lexicon.surname(word)
                and reader.at(index - 1) in ("", "\n")
            ):
                yield Name(index, index + 1, (word,)), 0.7, "Name vor „geb.“ oder „wohnhaft“.", ""
            return
        name = reader.read(index, certain=given > 0)
        if name is None or (
            index > 0
            and reader.capital(index - 1)
            and lexicon.given(reader.words[index - 1])
            and not reader.common(index - 1)
        ):
            return
        if self._introduced_behind(reader, name.behind):
            yield name, 0.9, "Name vor „geb.“ oder „wohnhaft“.", ""
            return
        if len(name.words) > 1:
            known = sum(lexicon.given(part) > 0 or lexicon.surname(part) for part in name.words)
            last = name.words[-1]
            if reader.lower[name.first] in NAME_AND_WORD and reader.at(index - 1) in DETERMINERS:
                return
            if (
                given
                and (lexicon.surname(last) or not lexicon.common(last))
                and not (lexicon.place(word) and given < 100)
            ):
                yield (
                    name,
                    0.9 if given >= 20 and lexicon.surname(last) else 0.8,
                    "Bekannter Vorname mit Nachnamen.",
                    "",
                )
            elif known == len(name.words) and not lexicon.place(" ".join(name.words)) and not lexicon.place(word):
                yield name, 0.6, "Mehrere Wörter, die als Namen bekannt sind.", ""
            return
        if lexicon.place(word) and given < 50:
            return
        if given >= 30 and not (lexicon.place(word) and given < 300) and reader.lower[index] not in NOT_ALONE:
            yield name, 0.6, "Häufiger Vorname.", ""
        elif lexicon.surname(word) and len(word) > 3 and reader.at(name.behind) in PERSON_VERBS:
            yield name, 0.6, f"Bekannter Nachname vor „{reader.words[name.behind]}“.", ""

    @staticmethod
    def _introduced_behind(reader: NameReader, position: int) -> bool:
        if reader.at(position) in (",", "(", "-"):
            position += 1
        return (
            reader.at(position) in BORN
            or reader.at(position) in RESIDES
            or (reader.at(position) == "*" and reader.at(position + 1).isdigit())
        )

    @staticmethod
    def _known_or_no_place(reader: NameReader, name: Name) -> bool:
        phrase = " ".join(name.words)
        return (
            not reader.lexicon.place(phrase)
            or bool(reader.lexicon.given(name.words[0]))
            or reader.lower[name.first] in NAME_AND_WORD
        )
