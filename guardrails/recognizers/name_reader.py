"""Reads a text as words and tells where a name may begin and how far it goes. Linear, without backtracking."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from guardrails.deadline import scan
from guardrails.lexicon import Lexicon, TextLexicon
from guardrails.recognizers.name_words import (
    CAPITAL_PARTICLES,
    FIELDS,
    INSTITUTIONS,
    NAME_AND_WORD,
    NEVER,
    NOBLE,
    PARTICLES,
    ROLES,
    SHORT_SURNAMES,
    TITLES,
)

#: A wide gap inside a line is read as the border of a column. A name goes on behind a hyphen at the end of a line;
#: the English genitive is a word of its own.
_TOKEN = regex.compile(
    r"(?<=\S)(?:\t+|[ ]{3,})(?=\S)"
    r"|\p{L}[\p{L}\p{M}]*(?:(?:'(?![sS](?!\p{L}))|(?<=(?<!\p{L})\p{Lu})'[ ]|-|-[ \n](?=\p{Lu}))\p{L}[\p{L}\p{M}]*)*"
    r"|\d+|\n|[^\s\p{L}\d]"
)
#: ``al-Azzawi``, ``d'Aubigné``: a name that begins with a small prefix.
_PREFIXED = regex.compile(r"(?:a[ldnrstz]|ash|el|[dl]|dall|dell|nell|ibn|bin|abu|de|di|ter)['-]\p{Lu}")
#: ``Al-Farsi`` behind a given name; the middle words behind which any word is a Vietnamese given name.
_ARABIC = regex.compile(r"(?i:al|el|ash|as|az|an|ar|at|ad)-\p{Lu}")
#: ``zaynab al-hashimi``, in small letters
_SMALL_ARABIC = regex.compile(r"(?:al|el|ash|as|az|an|ar|ad)-\p{Ll}{3,}")
_VIETNAMESE = frozenset(("van", "văn", "thi", "thị"))
#: Endings of nouns for offices and occupations, which follow "Herr" and "Frau" without a name.
OCCUPATION = regex.compile(r".*(?:innen|nde[rn]?|ent|ist|ant|eur|log|arzt|ärztin|mann|frau|rat|wart|te[rn]?|er|or|in)")
#: Longest name, in words.
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name that was read: indices of its first word and one past its last token, and its words."""

    first: int
    behind: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A name with what speaks for it."""

    name: Name
    score: float
    reason: str
    sex: str = ""


class NameReader:
    """The words of one text, and the grammar of names over them."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = TextLexicon(lexicon)
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in scan(_TOKEN, text):
            self.words.append("|" if match[0].isspace() and match[0] != "\n" else match[0])
            self.starts.append(match.start())
            self.ends.append(match.end())
        self.lower = [word.lower() for word in self.words]
        self._capitals = [
            word[0].isupper() or (word[0] in "adeilnbt" and _PREFIXED.match(word) is not None) for word in self.words
        ]
        self._common: dict[str, bool] = {}

    def __len__(self) -> int:
        return len(self.words)

    def at(self, index: int) -> str:
        """The word in lower case, empty outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def capital(self, index: int) -> bool:
        """Whether a word with a capital letter stands there."""
        return 0 <= index < len(self._capitals) and self._capitals[index]

    def common(self, index: int) -> bool:
        """Whether the word is an everyday word (looked up once per word and text)."""
        key = self.lower[index]
        if key not in self._common:
            self._common[key] = key in FIELDS or self.lexicon.common(key)
        return self._common[key]

    def initial(self, index: int) -> bool:
        """A single capital with a full stop, as in ``S. Karaca``."""
        if not self.capital(index) or len(self.words[index]) > 2 or self.lower[index] == "fa":
            return False
        return self.at(index + 1) == "."

    def skip_titles(self, index: int) -> int:
        """The index behind academic titles and ranks (``Prof. Dr.-Ing.``)."""
        seen = index
        while True:
            key = self.at(index)
            if (
                key in TITLES
                or (self.capital(index) and all(part in TITLES for part in key.replace("-", " ").split()))
                or (
                    key in (".", "-", ",")
                    and index > 0
                    and key != ","
                    and ((before := self.at(index - 1).rsplit("-", 1)[-1]) in TITLES or before == ".")
                )
            ):
                index += 1
                seen = index
            else:
                return seen

    def behind_short_particles(self, index: int) -> int:
        """The index behind ``v.`` and ``v. d.``; ``index`` itself where none stands there."""
        while self.at(index) in ("v", "d", "z") and not self.capital(index) and self.at(index + 1) == ".":
            index += 2
        return index

    def read(self, index: int, *, certain: bool, lower_case: bool = False, addressed: bool = False) -> Name | None:
        """The longest name that begins at ``index``.

        Args:
            index: first word.
            certain: something before (salutation, field) says that a name follows, so that a word that is
                also an everyday word is taken if it is known as a surname.
            lower_case: names in small letters are read too.
            addressed: "Herr" or "Frau" stands before, so that the first word is a name even where it is a particle,
                an everyday word that is no occupation, or in no list.
        """
        parts: list[int] = []
        position = behind = index
        while position < len(self.words) and len(parts) < _MOST_WORDS:
            key = self.lower[position]
            if parts and self.starts[position] - self.ends[position - 1] > 2:
                break
            if addressed and not parts and key not in NOBLE and self._nameable(position):
                parts.append(position)
                position += 1
                behind = position
            elif self.initial(position) and (not parts or self.capital(position + 2)):
                parts.append(position)
                position += 2
                behind = position
            elif key == "-" and parts and self.initial(position - 2) and self.initial(position + 1):
                position += 1
            elif key in ("v", "d") and parts and self.at(position + 1) == ".":
                step = self.behind_short_particles(position)
                if step == position or not self.capital(step):
                    break
                parts.append(step)
                position = behind = step + 1
            elif (
                key in PARTICLES
                and (not self.capital(position) or key in CAPITAL_PARTICLES)
                and not self._ends(position)
            ):
                step = position + 1
                while self.at(step) in PARTICLES or self.at(step) == "'":
                    step += 1
                before = position - 1 - (self.at(position - 1) == ".")
                noble = position > index and self.at(before) in NOBLE
                if not (parts or certain or noble or self.capital(position)):
                    break
                if key in ("zum", "zur") and not noble:
                    break
                if not self.capital(step) and not (lower_case and step < len(self) and not self.common(step)):
                    break
                fits = self._fits(step, parts, certain=certain or bool(parts), lower_case=lower_case)
                if not fits and not (noble and self.capital(step) and self.lower[step] not in NEVER):
                    break
                parts.append(step)
                position = behind = step + 1
            elif key in NOBLE and self.capital(position) and self._noble(position, begun=bool(parts)):
                position += 1 + (self.at(position + 1) == ".")
            elif (
                (self.capital(position) or lower_case)
                and self.words[position][0].isalpha()
                and self._fits(position, parts, certain, lower_case)
            ):
                parts.append(position)
                position += 1
                behind = position
            else:
                break
        told = addressed and bool(parts) and self._nameable(parts[0])
        if not parts or (len(parts) == 1 and self.initial(parts[0]) and not told):
            return None
        if self.at(behind) in INSTITUTIONS or (self.at(behind) == "-" and self.at(behind + 1) in INSTITUTIONS):
            return None
        if any(self.words[part].count("-") > 1 and self._last_of_compound(part) in INSTITUTIONS for part in parts):
            return None
        return Name(index, behind, tuple(self.words[part] for part in parts))

    def _noble(self, index: int, *, begun: bool) -> bool:
        """Whether a title of nobility goes on to a name: ``Freiherr von``, ``Frhr. von``, ``Anna Gräfin``."""
        step = index + 1 + (self.at(index + 1) == ".")
        return begun or self.at(step) in PARTICLES

    def _last_of_compound(self, index: int) -> str:
        """``park`` of ``Friedrich-Ebert-Park``."""
        return self.lower[index].rsplit("-", 1)[-1]

    def _nameable(self, index: int) -> bool:
        """Whether a capital word can only be the name, given that "Herr" or "Frau" stands before it."""
        key, word = self.lower[index], self.words[index]
        if not self.capital(index) or len(key) < 2 or not word.isalpha() or key in ROLES:
            return False
        if self.initial(index) and not (key in SHORT_SURNAMES and word[1:].islower()):
            return False
        if key in SHORT_SURNAMES:
            return True
        if (key in NEVER and not (len(key) > 4 and self.lexicon.place(word))) or key in PARTICLES or key in TITLES:
            return False
        if not self.common(index):
            return False
        return key not in FIELDS and not (OCCUPATION.fullmatch(key) and not self.lexicon.surname(word))

    def _ends(self, index: int) -> bool:
        """A particle that is itself the surname (``Frau Ben``): a capital, and no name goes on behind it."""
        return self.capital(index) and not self.capital(index + 1) and self.at(index + 1) not in PARTICLES

    def _fits(self, index: int, parts: list[int], certain: bool, lower_case: bool = False) -> bool:
        key = self.lower[index]
        if key in SHORT_SURNAMES and (key not in NEVER or key in ("to", "nur")) and parts and self.capital(index):
            return self._names(parts)
        if parts and (_ARABIC.match(self.words[index]) or self.at(index - 1) in _VIETNAMESE):
            return self.capital(index)
        if parts and lower_case and _SMALL_ARABIC.fullmatch(self.words[index]):
            return True
        if key in NEVER or len(key) < 2:
            return key in NAME_AND_WORD and certain and not parts and key not in ("sie", "ihr") and self.capital(index)
        word = self.words[index]
        common = self.common(index)
        if not parts:
            if not common:
                return (
                    not lower_case
                    or self.capital(index)
                    or self.lexicon.surname(word)
                    or self.lexicon.given(word) > 0
                    or certain
                )
            if certain and key in CAPITAL_PARTICLES and self._ends(index):
                return True
            return certain and (
                key in NAME_AND_WORD
                or (not lower_case and self.lexicon.surname(word))
                or self.lexicon.given(word) >= 20
            )
        before_given = all(self.lexicon.given(self.words[part]) > 0 or self.initial(part) for part in parts)
        if not common:
            if lower_case and not self.capital(index):
                return self.lexicon.surname(word) or self.lexicon.given(word) > 0
            return before_given or self.lexicon.surname(word) or self.lexicon.given(word) > 0 or "-" in word
        if not before_given:
            return False
        return key in NAME_AND_WORD or self.lexicon.surname(word) or self._seldom_a_word(index)

    def _seldom_a_word(self, index: int) -> bool:
        """Behind a given name: a place, or a word that only looks like an inflected or compound everyday word."""
        word = self.words[index]
        if self.lower[index] in FIELDS:
            return False
        if self.lexicon.place(word) and self.lower[index] not in INSTITUTIONS:
            return True
        return not self.lexicon.listed(word) and len(word) < 14 and not self.lexicon.abstract(word)

    def _names(self, parts: list[int]) -> bool:
        """Whether all words so far are known names and none an everyday word."""
        lexicon = self.lexicon
        return all(
            self.initial(part)
            or ((lexicon.given(self.words[part]) > 0 or lexicon.surname(self.words[part])) and not self.common(part))
            for part in parts
        )


def only_a_place(reader: NameReader, name: Name) -> bool:
    """Whether the name is a town or village and no given name or surname besides; a town as large as ``Halle``, which
    everyday texts speak of, is one whoever bears its name.
    """
    lexicon = reader.lexicon
    whole = " ".join(name.words)
    named = lexicon.given(name.words[0]) or reader.lower[name.first] in NAME_AND_WORD
    surname = lexicon.surname(whole) and not reader.common(name.first)
    return lexicon.place(whole) and not named and not surname
