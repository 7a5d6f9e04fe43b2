"""Names behind something that introduces them: salutation, field, noun for a person, greeting, sign-off, "geb."."""

from collections.abc import Iterator

import regex

from guardrails.recognizers.name_reader import OCCUPATION, Name, NameReader, Reading
from guardrails.recognizers.name_words import (
    BORN,
    CALENDAR,
    CLOSING_FILLERS,
    CLOSINGS,
    FIELD_FILLERS,
    FIELDS,
    FILES,
    FRAU_AS_NOUN,
    GREETINGS,
    NAME_AND_WORD,
    NAMED,
    NEVER,
    PARTICLES,
    PERSON_NOUNS,
    RANKS,
    ROLES,
    SALUTATIONS,
    SHORT_SURNAMES,
    TITLES,
    TITLES_BEFORE_NAMES,
)

_NO_PERSONS_FIELD = regex.compile(
    r"(?:firmen|datei|benutzer|straßen|produkt|datenbank|feld|domain|server|gruppen|vereins|projekt|orts|stadt)-?name"
)
#: What may stand behind a name in a greeting, and behind one under a closing.
_BEHIND_GREETING = frozenset((",", "!", "\n", "", ".", "und", "-", ";"))
_BEHIND_SIGNATURE = frozenset(("", "\n", ",", "(", "|", "-", ".", "/"))
_BEFORE_GREETING = frozenset(("", "\n", ",", "!", ".", "sehr", "guten", '"', ">"))


def introduced_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """The names that the word at ``index`` introduces."""
    key = reader.lower[index]
    if key in SALUTATIONS:
        yield from _salutation(reader, index)
    if (key in FIELDS or key.endswith("name")) and not _NO_PERSONS_FIELD.fullmatch(key):
        yield from _field(reader, index)
    if key in PERSON_NOUNS or key in ROLES:
        position = reader.skip_titles(index + 1)
        worded = reader.at(position) in NAME_AND_WORD - CALENDAR and reader.capital(position)
        small = _small_name(reader, position) and reader.words[index].islower()
        name = reader.read(position, certain=worded, lower_case=small)
        if name and (worded or not reader.common(name.behind - 1)) and not _only_a_place(reader, name):
            yield Reading(name, 0.75, f"Name hinter „{reader.words[index]}“.")
    if key in TITLES_BEFORE_NAMES and reader.capital(index):
        yield from _titled(reader, index)
    if key in FILES and not reader.capital(index - 1):
        yield from _filed(reader, index)
    if reader.at(index + 1) == ":" and reader.at(index - 1) in ("", "\n", "]", "|", ">"):
        yield from _speaker(reader, index)
    if key in CLOSINGS or _signs(reader, index):
        yield from _sign_off(reader, index)
    if key in GREETINGS:
        yield from _greeting(reader, index)
    if key in BORN:
        yield from _born(reader, index)
    if key in NAMED or (
        key == "ist" and reader.at(index - 1) == "name" and reader.at(index - 2) in ("mein", "ihr", "sein")
    ):
        yield from _named(reader, index)
    if reader.capital(index) and reader.at(index - 1) in ("\n", ""):
        yield from _signature_alone(reader, index)


def _everyday(reader: NameReader, index: int) -> bool:
    """Whether the word is an everyday word and no frequent surname besides."""
    return reader.common(index) and reader.at(index) not in NAME_AND_WORD


def _known_small(reader: NameReader, index: int) -> bool:
    """``fam brandstätter``: a word in small letters that only the list of surnames knows."""
    if index >= len(reader) or reader.capital(index) or len(reader.words[index]) < 4 or reader.common(index):
        return False
    return reader.lexicon.surname(reader.words[index]) and reader.at(index) not in NEVER


def _only_a_place(reader: NameReader, name: Name) -> bool:
    lexicon = reader.lexicon
    named = lexicon.given(name.words[0]) or reader.lower[name.first] in NAME_AND_WORD
    return lexicon.place(" ".join(name.words)) and not named


def _salutation(reader: NameReader, index: int) -> Iterator[Reading]:
    word, key = reader.words[index], reader.lower[index]
    if len(key) <= 3 and key != "mrs" and not reader.capital(index) and not _known_small(reader, index + 1):
        return
    dotted = reader.at(index + 1) == "." and len(key) <= 3
    if key == "fr" and not dotted:
        return
    position = index + 1 + dotted
    if reader.at(position) == "\n" and reader.at(index - 1) in ("", "\n", "an"):
        position += 1
    position = _skip_roles(reader, reader.skip_titles(position))
    if position >= len(reader) or (reader.at(position) in ROLES and reader.at(position) not in NAME_AND_WORD):
        return
    particle = reader.at(position) in PARTICLES and reader.at(position + 1) not in ("", "\n", ",")
    behind_particles = position
    while particle and reader.at(behind_particles) in PARTICLES:
        behind_particles += 1
    lower_case = not reader.capital(position) and not reader.capital(behind_particles)
    head = behind_particles if particle and lower_case else position
    short = reader.at(position) in SHORT_SURNAMES and reader.at(position) not in NEVER
    if lower_case and short and reader.lower[index] == word:
        yield Reading(Name(position, position + 1, (reader.words[position],)), 0.7, f"Name hinter der Anrede „{word}“.")
        return
    if lower_case and (reader.at(head) in NEVER or _everyday(reader, head)):
        return
    if reader.at(index - 1) in FRAU_AS_NOUN and _everyday(reader, position):
        return
    name = reader.read(position, certain=True, lower_case=lower_case, addressed=len(key) > 2)
    if name is not None:
        yield Reading(name, 0.7 if lower_case else 0.95, f"Name hinter der Anrede „{word}“.", SALUTATIONS[key])


def _skip_roles(reader: NameReader, position: int) -> int:
    """``Frau Bürgermeisterin Dr. Özdemir``: the index of the name, if one follows the office."""
    while reader.at(position) in ROLES:
        following = reader.skip_titles(position + 1)
        if not reader.capital(following) or _everyday(reader, following):
            break
        position = following
    return position


def _field(reader: NameReader, index: int) -> Iterator[Reading]:
    position = index + 1
    while (reader.at(position) in FIELD_FILLERS and position < index + 8) or (
        reader.at(position) == "." and position < index + 40
    ):
        position += 1
    if reader.at(position) not in (":", "|", "="):
        return
    position += 1
    while reader.at(position) in ("\n", "|", "-", '"', "[", "„", "«", "»") and position < index + 50:
        position += 1
    if reader.at(position) in SALUTATIONS:
        return
    position = reader.skip_titles(position)
    lower_case = not reader.capital(position)
    name = reader.read(position, certain=True, lower_case=lower_case)
    if name is None or (lower_case and not any(reader.lexicon.surname(word) for word in name.words)):
        return
    if reader.at(name.behind) == "," and reader.capital(name.behind + 1) and len(name.words) <= 2:
        rest = reader.read(name.behind + 1, certain=False)
        if rest is not None and reader.lexicon.given(rest.words[0]) > 0:
            name = Name(name.first, rest.behind, name.words + rest.words)
    if reader.lower[index].endswith("name") or not _only_a_place(reader, name):
        yield Reading(name, 0.85, f"Angabe im Feld „{reader.words[index]}“.")


def _small_name(reader: NameReader, index: int) -> bool:
    """Whether a name in small letters stands there, by the lists and by nothing else."""
    if not 0 <= index < len(reader) or reader.capital(index):
        return False
    if len(reader.words[index]) == 1:
        return reader.at(index + 1) == "." and _known_small(reader, index + 2)
    key = reader.lower[index]
    known = reader.lexicon.given(key) >= 3 or reader.lexicon.surname(key)
    return len(key) > 2 and key.isalpha() and known and key not in NEVER and not reader.common(index)


def _titled(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Prof. Dr. Cao``, ``RAin Zu Eltz-Rübenach``"""
    if reader.at(index - 1) in SALUTATIONS or reader.at(index - 1) in TITLES or reader.at(index - 2) in TITLES:
        return
    position = reader.skip_titles(index)
    if position == index:
        position += 1
    name = reader.read(position, certain=True, addressed=True)
    if name is not None and not _only_a_place(reader, name):
        yield Reading(name, 0.8, f"Name hinter „{reader.words[index]}“.")


def _named(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Mein Name ist Ernst-August Prinz zu Hohenlinde``, ``Sie heißt Mai``"""
    if not reader.capital(index + 1) or reader.at(index + 1) in SALUTATIONS:
        return
    name = reader.read(index + 1, certain=True)
    if name is None or (reader.common(name.first) and not reader.lexicon.given(name.words[0])):
        return
    if not _only_a_place(reader, name):
        yield Reading(name, 0.8, f"Name hinter „{reader.words[index]}“.")


def _signature_alone(reader: NameReader, index: int) -> Iterator[Reading]:
    """A line with nothing but a surname, behind a blank line, and an office or rank behind it or in the next line."""
    if reader.at(index - 2) not in ("\n", "") or index == 0:
        return
    key = reader.lower[index]
    if key not in NAME_AND_WORD and (reader.common(index) or not reader.lexicon.surname(reader.words[index])):
        return
    behind = reader.at(index + 1)
    office = reader.at(index + 2)
    ends = behind == "" or (behind == "\n" and office in ("\n", ""))
    if ends or (behind in ("\n", ",") and (office in FIELDS or office.split("'")[0] in RANKS)):
        yield Reading(Name(index, index + 1, (reader.words[index],)), 0.75, "Nachname allein in der Zeile.")


def _filed(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Vorsprache Karaca``, ``Akte von der Wense``: what officials call a case or a visit by."""
    position = index + 1
    particles = reader.at(position) in PARTICLES and reader.at(position + 1) in PARTICLES
    if (reader.at(position) in NEVER and not particles) or reader.at(position) in SALUTATIONS:
        return
    if reader.at(position) in PARTICLES and not particles and not reader.capital(position):
        return
    name = reader.read(position, certain=True, lower_case=_small_name(reader, position))
    if name is None or _only_a_place(reader, name):
        return
    last, word = name.behind - 1, name.words[-1]
    if reader.common(last) and reader.at(last) not in NAME_AND_WORD and reader.at(last) not in SHORT_SURNAMES:
        return
    listed = reader.lexicon.surname(word) or reader.lexicon.given(word) > 0
    if not listed and (word.isupper() or OCCUPATION.fullmatch(reader.at(last))):
        return
    yield Reading(name, 0.7, f"Name hinter „{reader.words[index]}“.")


def _speaker(reader: NameReader, index: int) -> Iterator[Reading]:
    """``[09:04] jule: …``: who says a line of a chat"""
    word = reader.words[index]
    if len(word) < 3 or reader.lower[index] in NEVER or reader.common(index) or reader.lexicon.place(word):
        return
    if reader.lexicon.given(word) >= 3:
        yield Reading(Name(index, index + 1, (word,)), 0.75, "Vorname vor einem Doppelpunkt am Zeilenanfang.")


def _signs(reader: NameReader, index: int) -> bool:
    """``gez.``, ``i. A.``, ``Im Auftrag`` on a line of its own"""
    key = reader.lower[index]
    if key in ("a", "v"):
        return reader.at(index - 1) == "." and reader.at(index - 2) == "i" and reader.at(index + 1) == "."
    if key in ("auftrag", "vertretung"):
        alone = reader.at(index - 2) in ("", "\n") or reader.at(index + 1) == "\n"
        return reader.at(index - 1) in ("im", "in") and alone
    return key == "gez"


def _sign_off(reader: NameReader, index: int) -> Iterator[Reading]:
    position = index + 1
    breaks = 0
    while position < min(len(reader), index + 15) and reader.at(position) in CLOSING_FILLERS | {"\n"}:
        breaks += reader.at(position) == "\n"
        position += 1
    if reader.at(position) in SALUTATIONS:
        return
    position = reader.skip_titles(position)
    if position >= len(reader):
        return
    lexicon = reader.lexicon
    if breaks and reader.at(position) in PARTICLES:
        noble = reader.read(position, certain=True)
        if noble is not None and reader.at(noble.behind) in _BEHIND_SIGNATURE:
            yield Reading(noble, 0.85, "Name unter der Grußformel.")
        return
    lower_case = not reader.capital(position)
    known = lexicon.given(reader.words[position]) > 0 or lexicon.surname(reader.words[position])
    if lower_case and (reader.common(position) or not known):
        return
    name = reader.read(position, certain=breaks > 0, lower_case=lower_case)
    if name is None or (breaks == 0 and not lexicon.given(name.words[0])):
        return
    if reader.at(name.behind) in _BEHIND_SIGNATURE and not (len(name.words) == 1 and _only_a_place(reader, name)):
        yield Reading(name, 0.85, "Name unter der Grußformel.")


def _greeting(reader: NameReader, index: int) -> Iterator[Reading]:
    position = reader.skip_titles(index + 1)
    if reader.at(index - 1) not in _BEFORE_GREETING or not reader.capital(position):
        return
    if reader.at(position) in SALUTATIONS:
        return
    name = reader.read(position, certain=True)
    if name is None or reader.at(position) in FIELDS:
        return
    everyday = reader.common(name.first) and not (
        reader.lexicon.given(name.words[0]) > 0 and reader.at(name.behind) == ","
    )
    if not everyday and reader.at(name.behind) in _BEHIND_GREETING:
        yield Reading(name, 0.8, f"Name hinter dem Gruß „{reader.words[index]}“.")


def _born(reader: NameReader, index: int) -> Iterator[Reading]:
    """``geb. Lehmann``, the name at birth"""
    position = index + 1 + (reader.at(index + 1) in (".", ":"))
    if not reader.capital(position) or reader.at(index) == "geburtsdatum":
        return
    name = reader.read(position, certain=False)
    if name is not None and not reader.common(name.first):
        yield Reading(name, 0.8, "Geburtsname hinter „geb.“.")
