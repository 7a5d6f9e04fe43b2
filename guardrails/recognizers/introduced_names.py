"""Names behind something that introduces them: salutation, field, noun for a person, "geb."."""

from collections.abc import Iterator

import regex

from guardrails.recognizers.column_names import fits_cell
from guardrails.recognizers.lone_names import WEAK
from guardrails.recognizers.name_company import SHORTENED_ROLE
from guardrails.recognizers.name_reader import OCCUPATION, Name, NameReader, Reading, only_a_place
from guardrails.recognizers.name_words import (
    BORN,
    CALENDAR,
    FIELD_FILLERS,
    FIELDS,
    FILES,
    FRAU_AS_NOUN,
    NAME_AND_WORD,
    NAME_FIELDS,
    NAMED,
    NEVER,
    NOBLE,
    PARTICLES,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    ROLES,
    SALUTATIONS,
    SHORT_SURNAMES,
    TITLES,
    TITLES_BEFORE_NAMES,
    TOPOGRAPHIC,
    VERBS,
)

_NO_PERSONS_FIELD = regex.compile(
    r"(?:firmen|datei|benutzer|straßen|produkt|datenbank|feld|domain|server|gruppen|vereins|projekt|orts|stadt)-?name"
)

#: Nouns that no list holds: of a woman by their ending, of a man where everyday German knows the woman's too.
_FEMALE = regex.compile(r"\p{L}{3}(?:[^bdgklmnprstv]er|[bdfgklmnprstvhz]er|ent|ist|ant|or|eur|log|är)in$")
_MALE = regex.compile(r"\p{L}{3}(?:er|ent|ist|ant|or|eur|loge|är)$")

#: What a form says of what is to be written: ``Familienname: Pflichtfeld``.
_HINT = regex.compile(
    r"(?:feld|angaben?|buchstaben|schrift|namen?|eingabe|text|zeichen|muster|ausweis|geburt|spalte|zeile)$"
)
#: A line of a calendar: ``Feb: 5 / 19``
_MONTHS = regex.compile(r"^(?:Feb|Apr|Sep|Okt|Nov|Dez)\w*\.?:", regex.MULTILINE)
_POSSESSIVES = frozenset(
    f"{stem}{ending}"
    for stem in ("mein", "dein", "sein", "ihr", "unser")
    for ending in ("", "e", "en", "em", "er", "es")
)


def introduced_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """The names that the word at ``index`` introduces."""
    key = reader.lower[index]
    if key in SALUTATIONS:
        yield from _salutation(reader, index)
    if (
        (key in FIELDS or key.endswith("name"))
        and reader.at(index - 1) != "für"
        and not _NO_PERSONS_FIELD.fullmatch(key)
    ):
        yield from _field(reader, index)
    if _for_a_person(reader, index):
        yield from _person(reader, index)
    elif reader.at(index + 1) == "." and reader.capital(index) and SHORTENED_ROLE.search(key):
        yield from _behind_shortened_role(reader, index)
    if key in TITLES_BEFORE_NAMES and reader.capital(index):
        yield from _titled(reader, index)
    titled = key in ("dr", "prof") and not reader.capital(index) and reader.at(index + 1) == "."
    if titled and (_small_name(reader, index + 2) or _small_surname(reader, index + 2)):
        yield Reading(Name(index + 2, index + 3, (reader.words[index + 2],)), 0.75, f"Name hinter „{key}.“.")
    if key in FILES and not reader.capital(index - 1):
        yield from _filed(reader, index)
    if reader.at(index + 1) == ":" and reader.at(index - 1) in ("", "\n", "]", "|", ">"):
        yield from _speaker(reader, index)
    if key in BORN:
        yield from _born(reader, index)
    if key in NAMED or (
        key == "ist" and reader.at(index - 1) == "name" and reader.at(index - 2) in ("mein", "ihr", "sein")
    ):
        yield from _named(reader, index)
    if key in NOBLE and reader.capital(index):
        yield from _noble(reader, index)
    if key in PARTICLES and not reader.capital(index) and not reader.at(index - 1).isalnum():
        yield from _particle_first(reader, index)


def _for_a_person(reader: NameReader, index: int) -> bool:
    """Whether the word is a noun for a person: listed, in the genitive, or a compound."""
    key = reader.lower[index]
    if key in PERSON_NOUNS or key in ROLES:
        return True
    if not reader.capital(index):
        return False
    if key.endswith(PERSON_ENDINGS) or (key[-1] == "s" and key[:-1] in PERSON_NOUNS):
        return True
    return _FEMALE.search(key) is not None or (_MALE.search(key) is not None and reader.lexicon.listed(key + "in"))


def _person(reader: NameReader, index: int) -> Iterator[Reading]:
    """``die Antragstellerin Karaca``, ``Altbürgermeister Kern``, ``Rechtsanwalt Freiherr von Stein``"""
    bracket = reader.at(index + 1) == "("
    position = reader.skip_titles(index + 1 + bracket)
    key = reader.at(position)
    if key in SHORT_SURNAMES and reader.capital(position):
        ends = reader.at(position + 1) in (",", ".", ")", ";", "\n", "")
        if (ends and reader.lexicon.given(key) >= 100) or (key not in NEVER and not reader.capital(position + 1)):
            short = Name(position, position + 1, (reader.words[position],))
            yield Reading(short, 0.75, f"Name hinter „{reader.words[index]}“.")
            return
    known = key in NAME_AND_WORD or (key not in FIELDS and len(key) > 3 and reader.lexicon.surname(key))
    worded = known and reader.capital(position) and not reader.at(position + 1).isdigit()
    listed = reader.lower[index] in PERSON_NOUNS or reader.lower[index] in ROLES
    noble = key in NOBLE and reader.at(position + 1) in PARTICLES
    owned = reader.at(index - 1) in _POSSESSIVES
    small = _small_name(reader, position) and (reader.words[index].islower() or owned)
    if owned and reader.words[index].islower() and _unlisted_small(reader, position):
        yield Reading(Name(position, position + 1, (reader.words[position],)), 0.7, "Name hinter einem Verwandten.")
        return
    name = reader.read(position, certain=worded or noble, lower_case=small)
    if name is None or _short_capitals(reader, name):
        return
    town = only_a_place(reader, name) and not noble
    if town and not (listed and reader.lexicon.surname(name.words[0])):
        return
    if bracket and (reader.at(name.behind) not in (")", ",") or worded or reader.common(name.first)):
        return
    known_name = reader.lexicon.surname(name.words[-1]) or reader.lexicon.given(name.words[0]) > 0
    if not (listed or known_name) and reader.at(index - 1) in ("ein", "jeder", "kein"):
        return
    if worded or noble or not reader.common(name.behind - 1):
        sure = known_name or (listed and not name.words[-1].isupper())
        yield Reading(name, 0.75 if sure else 0.6, f"Name hinter „{reader.words[index]}“.")


def _behind_shortened_role(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Hausm. Koch``, ``Sozialarb. Brandes``: a word of which only the lists of names know something else."""
    position = reader.skip_titles(index + 2)
    key = reader.at(position)
    if (
        not reader.capital(position)
        or key in FIELDS
        or key in NEVER
        or reader.starts[position] == reader.ends[index + 1]
    ):
        return
    known = key in NAME_AND_WORD or (len(key) > 3 and reader.lexicon.surname(key) and not reader.common(position))
    if not known or reader.lexicon.place(key) or reader.capital(position + 1) or reader.at(position + 1) == "-":
        return
    yield Reading(
        Name(position, position + 1, (reader.words[position],)), 0.7, f"Name hinter „{reader.words[index]}.“."
    )


def _noble(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Freifrau von Tessin``, ``Freiherr v. Maltzahn``, ``Frhr. zu Knobelsbach``"""
    position = index + 1 + (reader.at(index + 1) == ".")
    abbreviated = reader.at(position) in ("v", "z") and reader.at(position + 1) == "."
    first = position + 2 if abbreviated else position
    while reader.at(first) in PARTICLES:
        first += 1
    if first == position or not reader.capital(first) or reader.at(first) in NEVER:
        return
    behind = first + 1
    if not (reader.capital(first) and reader.common(first) and reader.lexicon.noun(reader.words[first])):
        yield Reading(
            Name(position, behind, tuple(reader.words[position:behind])), 0.75, "Name hinter einem Adelstitel."
        )


def _small_surname(reader: NameReader, index: int) -> bool:
    """``dr. lindner``: a surname in small letters, whatever it means besides."""
    if index >= len(reader) or reader.capital(index) or reader.at(index) in TITLES or reader.at(index) in NEVER:
        return False
    return len(reader.words[index]) > 3 and reader.lexicon.surname(reader.words[index])


def _unlisted_small(reader: NameReader, index: int) -> bool:
    """``mein mann mustafe arbeitet``: a small word in no list, before what persons do."""
    if index >= len(reader) or reader.capital(index) or reader.common(index) or reader.lower[index] in NEVER:
        return False
    word = reader.words[index]
    return len(word) > 3 and word.isalpha() and reader.at(index + 1) in VERBS and word not in VERBS


def _particle_first(reader: NameReader, index: int) -> Iterator[Reading]:
    """``☐ el Mansouri: Bescheid fehlt``: a heading or an item of a list that begins with a particle"""
    if reader.at(index - 1) in (",", ")", "]", '"') or reader.at(index - 2) == ",":
        return
    name = reader.read(index, certain=True)
    if (
        name is None
        or reader.common(name.behind - 1)
        or reader.at(name.behind) not in (":", "-", "(", "|", "/", "\n", "")
    ):
        return
    last = name.words[-1]
    place = reader.lexicon.place(last) or reader.lexicon.place_abroad(last)
    german = reader.at(index) in ("von", "vom", "zu", "zum", "zur", "der", "die", "das", "den", "dem", "des")
    if not place and (not german or reader.lexicon.surname(last)):
        yield Reading(name, 0.7, "Namenszusatz und Name am Anfang eines Eintrags.")


def _short_capitals(reader: NameReader, name: Name) -> bool:
    """``Kollege PHM``: an abbreviation, unless the text around is written in capitals too."""
    word = name.words[0]
    if len(name.words) > 1 or not word.isupper() or len(word) > 4:
        return False
    around = reader.text[max(0, reader.starts[name.first] - 60) : reader.ends[name.behind - 1] + 60]
    return any(letter.islower() for letter in around)


def _everyday(reader: NameReader, index: int) -> bool:
    """Whether the word is an everyday word and no frequent surname besides."""
    return reader.common(index) and reader.at(index) not in NAME_AND_WORD


def _known_small(reader: NameReader, index: int) -> bool:
    """``fam brandstätter``: a word in small letters that only the list of surnames knows."""
    if index >= len(reader) or reader.capital(index) or len(reader.words[index]) < 4 or reader.common(index):
        return False
    return reader.lexicon.surname(reader.words[index]) and reader.at(index) not in NEVER


def _salutation(reader: NameReader, index: int) -> Iterator[Reading]:
    word, key = reader.words[index], reader.lower[index]
    dotted = reader.at(index + 1) == "." and (len(key) <= 3 or key in ("gastfam", "gebr"))
    if len(key) <= 3 and key != "mrs" and not reader.capital(index):
        told = dotted and len(reader.at(index + 2)) > 3 and reader.at(index + 2).isalpha()
        if not told and not _known_small(reader, index + 1):
            return
    if key == "fr" and not dotted:
        return
    position = index + 1 + dotted
    if reader.at(position) == "\n" and reader.at(index - 1) in ("", "\n", "an"):
        position += 1
    position = _skip_roles(reader, reader.skip_titles(position))
    if position >= len(reader) or (reader.at(position) in ROLES and reader.at(position) not in NAME_AND_WORD):
        return
    shortened = reader.behind_short_particles(position)
    if shortened > position and reader.capital(shortened) and reader.at(shortened) not in NEVER:
        words = tuple(reader.words[position : shortened + 1])
        whole = _rest_of_line(reader, Name(position, shortened + 1, words))
        yield Reading(whole, 0.9, f"Name hinter der Anrede „{word}“.", SALUTATIONS[key])
        return
    particle = reader.at(position) in PARTICLES and reader.at(position + 1) not in ("", "\n", ",")
    behind_particles = position
    while particle and reader.at(behind_particles) in PARTICLES:
        behind_particles += 1
    if particle and reader.capital(behind_particles) and reader.at(behind_particles) in TOPOGRAPHIC:
        words = tuple(reader.words[position : behind_particles + 1])
        yield Reading(Name(position, behind_particles + 1, words), 0.9, f"Name hinter der Anrede „{word}“.")
        return
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
    name = _rest_of_line(reader, name) if name is not None else None
    if name is not None:
        yield Reading(name, 0.7 if lower_case else 0.95, f"Name hinter der Anrede „{word}“.", SALUTATIONS[key])


def _rest_of_line(reader: NameReader, name: Name) -> Name:
    """``Frau Hodan Warsame Duale`` on a line of its own or before the comma of a greeting: all of it is the name."""
    behind = name.behind
    while behind < name.behind + 3 and reader.capital(behind) and reader.words[behind].replace("-", "").isalpha():
        if (
            reader.at(behind) in NEVER
            or reader.at(behind) in FIELDS
            or reader.starts[behind] - reader.ends[behind - 1] > 1
        ):
            return name
        behind += 1
    if behind == name.behind or reader.at(behind) not in ("", "\n", ","):
        return name
    if reader.at(behind) == "," and reader.at(behind + 1) not in ("", "\n"):
        return name
    return Name(name.first, behind, name.words + tuple(reader.words[name.behind : behind]))


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
    column = reader.at(position) == "|"
    position += 1
    while reader.at(position) in ("\n", "|", "-", '"', "[", "„", "«", "»") and position < index + 50:
        position += 1
    if reader.at(position) in SALUTATIONS:
        return
    position = reader.skip_titles(position)
    lower_case = not reader.capital(position)
    name = reader.read(position, certain=True, lower_case=lower_case)
    if lower_case and not (name and any(reader.lexicon.surname(word) for word in name.words)):
        name = None
    if name is None:
        if reader.lower[index] in NAME_FIELDS and (not column or reader.at(index - 1) in ("", "\n")):
            yield from _whatever(reader, index, position)
        return
    if column and not fits_cell(reader, index, name):
        return
    everyday = column and all(reader.common(at) for at in range(name.first, name.behind))
    if everyday and (reader.at(name.behind) == "|" or reader.at(index - 1) in ("", "\n")):
        return
    if reader.at(name.behind) == "," and reader.capital(name.behind + 1) and len(name.words) <= 2:
        rest = reader.read(name.behind + 1, certain=False)
        if rest is not None and not reader.common(rest.first) and reader.lexicon.given(rest.words[0]) > 0:
            name = Name(name.first, rest.behind, name.words + rest.words)
    if reader.lower[index].endswith("name") or not only_a_place(reader, name):
        yield Reading(name, 0.85, f"Angabe im Feld „{reader.words[index]}“.")


def _whatever(reader: NameReader, index: int, position: int) -> Iterator[Reading]:
    """The one word behind ``Vorname:``, in whatever letters a scanner or a hurry left it."""
    if position >= len(reader) or not reader.words[position].isalpha() or len(reader.words[position]) < 2:
        return
    key = reader.at(position)
    told = reader.capital(position) and not reader.lexicon.listed(key) and not _HINT.search(key)
    if (
        reader.at(position) in NEVER
        or reader.at(position) in FIELDS
        or (reader.common(position) and not told)
        or reader.at(position + 1) not in ("", "\n", ",", "|", ";")
        or (reader.at(position + 1) == "|" and reader.at(position - 1) == "|")
    ):
        return
    name = Name(position, position + 1, (reader.words[position],))
    yield Reading(name, 0.75, f"Angabe im Feld „{reader.words[index]}“.")


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
    before = [reader.at(index - 1), reader.at(index - 2)]
    if before[0] in SALUTATIONS or any(word in TITLES_BEFORE_NAMES for word in before):
        return
    position = reader.skip_titles(index)
    if position == index:
        position += 1
    name = reader.read(position, certain=True, addressed=True)
    if name is not None and not only_a_place(reader, name):
        yield Reading(name, 0.8, f"Name hinter „{reader.words[index]}“.")


def _named(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Mein Name ist Ernst-August Prinz zu Hohenlinde``, ``Sie heißt Mai``"""
    if not reader.capital(index + 1) or reader.at(index + 1) in SALUTATIONS:
        return
    name = reader.read(index + 1, certain=True)
    if name is None:
        return
    listed = reader.lexicon.given(name.words[0]) > 0
    if reader.at(index - 1) in ("er", "sie", "ich", "herr", "frau", "mann"):
        listed = listed or reader.lexicon.surname(name.words[0])
    if reader.common(name.first) and not listed:
        return
    if not only_a_place(reader, name):
        yield Reading(name, 0.8, f"Name hinter „{reader.words[index]}“.")


def _filed(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Vorsprache Karaca``, ``Akte von der Wense``: what officials call a case or a visit by."""
    position = index + 1
    position += reader.at(position) == "." and reader.lower[index] in ("wg", "betr", "koll", "kolln")
    subject = reader.at(position) == ":" and reader.lower[index] in ("betr", "betreff", "betrifft")
    position += subject
    particles = reader.at(position) in PARTICLES and reader.at(position + 1) in PARTICLES
    if (reader.at(position) in NEVER and not particles) or reader.at(position) in SALUTATIONS:
        return
    if reader.at(position) in ("von", "vom", "zu", "zum", "zur", "der", "den", "dem", "des") and not particles:
        return
    name = reader.read(position, certain=True, lower_case=_small_name(reader, position))
    if name is None or only_a_place(reader, name):
        return
    last, word = name.behind - 1, name.words[-1]
    if reader.common(last) and reader.at(last) not in NAME_AND_WORD and reader.at(last) not in SHORT_SURNAMES:
        if reader.lower[index] in ("fall", "akte", "sache", "vorgang") and reader.lexicon.surname(word):
            yield Reading(name, WEAK, f"Vielleicht ein Nachname, hinter „{reader.words[index]}“.")
        return
    listed = reader.lexicon.surname(word) or reader.lexicon.given(word) > 0
    if subject and not listed and not (word.isupper() and reader.at(name.behind) in (",", "-", "–", "/")):
        return
    apart = reader.at(position) in PARTICLES or "'" in word
    if not listed and not apart and (word.isupper() or OCCUPATION.fullmatch(reader.at(last))):
        return
    yield Reading(name, 0.7, f"Name hinter „{reader.words[index]}“.")


def _speaker(reader: NameReader, index: int) -> Iterator[Reading]:
    """``[09:04] jule: …``: who says a line of a chat"""
    word = reader.words[index]
    if len(word) < 3 or reader.lower[index] in NEVER or reader.common(index) or reader.lexicon.place(word):
        return
    if reader.lower[index] in CALENDAR and _MONTHS.search(reader.text):
        return
    if reader.lexicon.given(word) >= 3:
        yield Reading(Name(index, index + 1, (word,)), 0.75, "Vorname vor einem Doppelpunkt am Zeilenanfang.")


def _born(reader: NameReader, index: int) -> Iterator[Reading]:
    """``geb. Lehmann``, the name at birth"""
    position = index + 1 + (reader.at(index + 1) in (".", ":"))
    if not reader.capital(position) or reader.at(index) == "geburtsdatum":
        return
    name = reader.read(position, certain=False)
    if name is not None and not reader.common(name.first):
        yield Reading(name, 0.8, "Geburtsname hinter „geb.“.")
