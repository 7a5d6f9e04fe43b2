"""Names in greetings, under closings and in signatures."""

from collections.abc import Iterator

from guardrails.recognizers.name_reader import Name, NameReader, Reading, only_a_place
from guardrails.recognizers.name_words import (
    CLOSING_FILLERS,
    CLOSINGS,
    FIELDS,
    GREETINGS,
    INSTITUTIONS,
    NAME_AND_WORD,
    NEVER,
    PARTICLES,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    RANKS,
    ROLES,
    SALUTATIONS,
)

#: What may stand behind a name in a greeting, and behind one under a closing.
_BEHIND_GREETING = frozenset((",", "!", "\n", "", ".", "und", "-", ";"))
_BEHIND_SIGNATURE = frozenset(("", "\n", ",", "(", "|", "-", ".", "/"))
_BEFORE_GREETING = frozenset(("", "\n", ",", "!", ".", "sehr", "guten", '"', ">"))


def letter_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """The names that a greeting, a closing or a signature at ``index`` introduces."""
    key = reader.lower[index]
    if key in CLOSINGS or _signs(reader, index):
        yield from _sign_off(reader, index)
    if key in GREETINGS:
        yield from _greeting(reader, index)
    if reader.capital(index) and reader.at(index - 1) in ("\n", ""):
        yield from _signature_alone(reader, index)


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
    small = reader.at(position).isalpha() and not reader.capital(position)
    if small and reader.at(position) not in CLOSING_FILLERS:
        position = _behind_the_words(reader, position)
    breaks = 0
    while position < min(len(reader), index + 15):
        line_ends = reader.at(position) == "\n"
        if not line_ends and reader.at(position) not in CLOSING_FILLERS:
            break
        breaks += line_ends
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
    whole = _name_line(reader, position) if breaks else None
    if whole is not None:
        yield Reading(whole, 0.85, "Name unter der Grußformel.")
        return
    if reader.initial(position) and reader.capital(position + 2) and reader.at(position + 3) in ("", "\n"):
        whole = Name(position, position + 3, (reader.words[position], reader.words[position + 2]))
        yield Reading(whole, 0.85, "Name unter der Grußformel.")
        return
    signed = breaks > 0 or reader.at(index) == "gez"
    name = reader.read(position, certain=signed, lower_case=lower_case)
    everyday = reader.lexicon.listed(reader.words[position]) if breaks == 0 else reader.common(position)
    if name is None and signed and not lower_case and not everyday and reader.at(position) not in NEVER:
        name = Name(position, position + 1, (reader.words[position],))
    if name is None or (not signed and not lexicon.given(name.words[0])):
        return
    if reader.at(name.behind) in _BEHIND_SIGNATURE and not (len(name.words) == 1 and only_a_place(reader, name)):
        yield Reading(name, 0.85, "Name unter der Grußformel.")


def _behind_the_words(reader: NameReader, position: int) -> int:
    """``Viele Grüße and thank you``: the end of the line, if nothing but a few words stands before it."""
    behind = position
    while behind < position + 7 and reader.at(behind).isalpha():
        behind += 1
    return behind if reader.at(behind) == "\n" else position


def _name_line(reader: NameReader, position: int) -> Name | None:
    """``Hartwig Klang``: a line of two or three words, the first a given name, the last whatever it is."""
    if not (reader.capital(position) and reader.lexicon.given(reader.words[position]) >= 3):
        return None
    behind = position + 1
    while reader.capital(behind) and reader.words[behind][0].isalpha() and behind < position + 4:
        behind += 1
    if behind == position + 1 or reader.at(behind) not in ("", "\n") or reader.lexicon.place(reader.words[position]):
        return None
    words = tuple(reader.words[position:behind])
    if any(word.lower() in NEVER or word.lower() in INSTITUTIONS for word in words):
        return None
    return Name(position, behind, words)


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


def _office(reader: NameReader, index: int) -> bool:
    """Whether a line begins with what somebody is: ``Verwaltungsfachangestellte``, ``Richterin am Amtsgericht``."""
    key = reader.at(index)
    if key in PERSON_NOUNS or key in ROLES or key in RANKS:
        return True
    return reader.capital(index) and key.endswith((*PERSON_ENDINGS, "angestellte", "angestellter", "wirt", "wirtin"))


def _signature_alone(reader: NameReader, index: int) -> Iterator[Reading]:
    """A line with nothing but a surname, behind a blank line, and an office or rank behind it or in the next line."""
    last = index + 1 == len(reader) and not reader.common(index)
    if (reader.at(index - 2) not in ("\n", "") and not last) or index == 0:
        return
    key = reader.lower[index]
    behind = reader.at(index + 1)
    office = reader.at(index + 2)
    holds_office = behind == "\n" and _office(reader, index + 2)
    if holds_office and key not in NEVER and not (reader.lexicon.listed(key) or reader.lexicon.place_abroad(key)):
        yield Reading(Name(index, index + 1, (reader.words[index],)), 0.75, "Name über einer Amtsbezeichnung.")
        return
    if key not in NAME_AND_WORD and (reader.common(index) or not reader.lexicon.surname(reader.words[index])):
        return
    ends = behind == "" or (behind == "\n" and office in ("\n", ""))
    if ends or (behind in ("\n", ",") and (office in FIELDS or office.split("'")[0] in RANKS)):
        yield Reading(Name(index, index + 1, (reader.words[index],)), 0.75, "Nachname allein in der Zeile.")
