"""Names behind an office or a rank: abbreviated (``RinAG Kern``, ``OStD Kern``), in the genitive, of soldiers:
``des Notars Kern``, ``Stabsfeldwebel Kern``.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.name_reader import NameReader, Reading, only_a_place
from guardrails.recognizers.name_words import NAME_AND_WORD, NEVER, PERSON_ENDINGS, PERSON_NOUNS, ROLES

#: Judges with their court, teachers, prosecutors, officials and soldiers, as their houses abbreviate them.
_ABBREVIATED = regex.compile(
    r"(?:w?[Vv]?(?:Pr?|R|Ri|Rin|Riin|Dir|Präs)(?:'?in)?)(?:AG|LG|OLG|KG|VG|OVG|VGH|SG|LSG|ArbG|LAG|FG|BGH|BVerwG|BSG|BAG)"
    r"|(?:O|G|L)?(?:StR|StD|StA|RSchR|SchR|RR|KR|SchAD|RegR|MedR|VetR|BauR|VerwR|ForstR)(?:'?in)?"
    r"|L?(?:RegD|MinR|MinD|MinDirig|KrimR|PolR|KD|PD|KOR|POR|PR)(?:'?in)"
    r"|(?:Stv|stellv)?(?:GStA|OStA|EStA|LOStA|StAin|OStAin|GVZ|OGV|GVin|OGVin|JOI|JI|JHS|JAmtm|RPfl|Rpfl|Rechtspfl)"
    r"|V?(?:OAR|RAR|ROAR|StAR|StOAR|StOI|StI|RI|ROI|RHS|ROS|AOR|KOI|KI|RAmtm|BI|BOI|VA|VOI|StAmtm)(?:'?in)?"
    r"|(?:E?[PK]H[MK]|[PK]O[MK]|[PK][MK]A?|E[PK]HK|POM|POR|KOR|EPHK|EKHK|BM|OBM|HBM|BOI|BAR)(?:'?in)?"
    r"|(?:StFw|OStFw|HptFw|HFw|OFw|Fw|StUffz|Uffz|StGefr|HptGefr|OGefr|Gefr|Lt|OLt|Hptm|Maj|OTL|Oberstlt|FKpt|KKpt|KptLt)"
)
#: The same that are words, endings of numbers or units where no name of the lists follows.
_SHORT = 3
_SOLDIERS = ("feldwebel", "unteroffizier", "gefreiter", "gefreite", "leutnant", "hauptmann", "obermaat", "bootsmann")
_SERVICE = ("wachtmeister", "vollzieher", "vollzieherin", "pfleger", "pflegerin", "anwärter", "anwärterin")


def office_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """The name behind the office or rank at ``index``."""
    word, key = reader.words[index], reader.lower[index]
    if not reader.capital(index) or len(key) < 2:
        return
    short = _ABBREVIATED.fullmatch(word) is not None
    if not short and not (key.endswith(_SOLDIERS + _SERVICE) or _in_genitive(key)):
        return
    position = index + 1 + (short and reader.at(index + 1) == ".")
    position = reader.skip_titles(position)
    if not reader.capital(position) or reader.at(position) in NEVER:
        return
    name = reader.read(position, certain=True)
    lexicon = reader.lexicon
    if name is None or (name.words[-1].isupper() and len(name.words[-1]) < 5):
        return
    last = name.words[-1]
    if only_a_place(reader, name) and not (short and lexicon.surname(last)):
        return
    known = lexicon.surname(last) or lexicon.given(name.words[0]) > 0 or last.lower() in NAME_AND_WORD
    if (reader.common(name.behind - 1) and not known) or (short and len(word) <= _SHORT and not known):
        return
    yield Reading(name, 0.75, f"Name hinter „{word}“.")


def abbreviates_an_office(word: str) -> bool:
    """Whether a word of capitals and small letters (``OStD``) can only be an office, and so is nobody's name."""
    return len(word) > _SHORT and word[1:].lower() != word[1:] and _ABBREVIATED.fullmatch(word) is not None


def _in_genitive(key: str) -> bool:
    """``Notars``, ``Gerichtsvollziehers``, ``Zeugen``"""
    if key[-1] == "s" and (key[:-1] in ROLES or key[:-1] in PERSON_NOUNS or key[:-1].endswith(PERSON_ENDINGS)):
        return True
    return key[-1] == "n" and len(key) > 5 and key[:-1] in PERSON_NOUNS and not key.endswith("innen")
