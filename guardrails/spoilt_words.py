"""Words with digits and signs in place of letters, by a scanner or on purpose: ``Ma1wa1d``, ``L@ng3``, ``W*lfgang``,
``KüIter``, ``Steuernurnrner``, ``Balasubr[?]maniam``, ``"Wende" + "lin"``, ``Adel·gun·de``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, product

import regex

from guardrails.escapes import Edit
from guardrails.lexicon import Lexicon, load_lexicon

_LETTERS = {
    **{"0": "o", "1": "li", "2": "z", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "bß", "9": "g"},
    **{"!": "li", "|": "li", "@": "a", "$": "s", "€": "e", "*": "aeiou"},
}
_SIGN = r"[0-9!|@$€*]"
_SPOILT = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}@_./\\=+#*$€%&?!]|(?<![\p{{L}}])-)(?=\p{{L}}[\p{{L}}]{{0,24}}{_SIGN}{{1,2}}(?:\p{{Ll}}|[$!](?!\S)))"
    rf"\p{{L}}(?:\p{{Ll}}|{_SIGN}){{2,32}}(?![\p{{L}}\p{{N}}@_/\\=+#*$€%&])(?!\.\p{{L}})"
)
#: ``0saka``, ``8eatriz``, ``5chließlich``.
_INITIAL = regex.compile(r"(?<![\p{L}\p{N}@_./\\=+#,:]|(?<!\p{L})-)[01358](?=\p{Ll}{3,24}(?![\p{L}\p{N}@_/\\=]))")
#: ``Herr 5aid 8enzema``, ``Kornelius 5t4hl``: behind a word with a capital, whatever the word.
_NAME_INITIAL = regex.compile(
    r"(?<=(?<!\p{L})(?:[\p{Lu}58][\p{L}\d]{2,20}|hr|fr)\.?[ ])"
    r"[3580](?=\p{Ll}{2,24}(?![\p{L}\p{N}@_/\\=])|\p{Ll}[0134]\p{Ll})"
)
_ADDRESSED = regex.compile(r"(?<!\p{L})(?:[Hh]errn?|[Ff]rau|hr\.?|fr\.?)[ ]$")
_BESIDE = regex.compile(rf"(?:^|[^\p{{L}}\p{{N}}])(?:\p{{Lu}}|[385])(?:\p{{Ll}}|{_SIGN}){{2,20}}\.?[ ]$")
_GOES_ON = regex.compile(rf"[ ](?:\p{{Lu}}|[385])(?:\p{{Ll}}|{_SIGN}){{2,20}}(?!\S)")
_INITIALS = {"0": "O", "1": "I", "3": "E", "5": "S", "8": "B"}
_TRAILING = regex.compile(r"(?<=\p{Lu}\p{Ll}{2,20})@(?=[\s,;)]|$)")
_HEX = frozenset("abcdef")
_SECRET_BEFORE = regex.compile(
    r"(?:pass|kenn|pwd?\b|pin\b|code|key|token|secret|schlüssel|zugang|login|user|benutzer)", regex.IGNORECASE
)
_DOMAIN = regex.compile(r"[\p{L}\p{N}.-]{0,60}\.\p{L}{2}")
_GENDERED = regex.compile(r"\*(?:in(?:nen)?|r|rn|n|e|en|em|er|s|x)(?!\p{L})")
#: A capital I between small letters is an l, unless it begins an ending or a word of its own.
_CAPITAL_I = regex.compile(r"(?<=\p{Ll})I(?=\p{Ll})(?!n|ds?(?!\p{L}))")
_CAPITAL_B = regex.compile(r"(?<!\p{L})\p{L}\p{Ll}{1,20}B\p{Ll}{1,20}(?!\p{L})")
_RN = regex.compile(r"(?<!\p{L})\p{L}{0,30}rn\p{L}{0,30}(?!\p{L})")
_SHORT_RN = {"arn": "am", "irn": "im", "Arn": "Am", "Irn": "Im"}
#: What a person writes for a letter that cannot be read.
_ILLEGIBLE = regex.compile(
    r"(?<=[\p{L}\p{N}])[\[(]\?[\])](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}][ ])[\[(]\?[\])](?=\p{N})"
    r"|(?<=\p{L})\[\?\](?=[ ]\p{N})"
)
_CONCATENATED = regex.compile(r"(?<=\p{L})(?P<quote>[\"'])[ ]?[+&.][ ]?(?P=quote)(?=\p{L})")
#: ``Adel·gun·de``: syllables.
_SYLLABLES = regex.compile(r"(?<=\p{L})[·•‧∙](?=\p{L})")


def spoilt_words(text: str) -> Iterable[Edit]:
    """The letters that were meant; empty for a text with words of letters only."""
    edits: list[Edit] = []
    found = list(_SPOILT.finditer(text))
    if found:
        lexicon = load_lexicon()
        for match in found:
            edits += _word(lexicon, text, match)
    edits += _initials(text)
    if "I" in text:
        edits += ((*match.span(), "l") for match in _CAPITAL_I.finditer(text))
    edits += _sharp_s(text)
    if "rn" in text:
        edits += _rn(text)
    if "?" in text:
        for match in _ILLEGIBLE.finditer(text):
            edits.append((*match.span(), "0" if text[match.end()].isdigit() else "e"))
    if '" ' in text or "' " in text or '"+' in text:
        edits += ((*match.span(), "") for match in _CONCATENATED.finditer(text))
    if "·" in text or "•" in text or "‧" in text:
        edits += ((*match.span(), "") for match in _SYLLABLES.finditer(text))
    if "@" in text:
        edits += ((*match.span(), "a") for match in _TRAILING.finditer(text))
    return edits


def _known(lexicon: Lexicon, word: str) -> bool:
    return lexicon.listed(word) or lexicon.given(word) > 0 or lexicon.surname(word) or lexicon.place(word)


def _word(lexicon: Lexicon, text: str, match: regex.Match[str]) -> Iterator[Edit]:
    word = match[0].rstrip("!|*0123456789$€")
    last = match[0][len(word) : len(word) + 2]
    if len(last) == 1 and last in "01345$":
        word += last  # ``L@ng3``
    signs = [at for at, character in enumerate(word) if not character.isalpha()]
    if not signs and len(last) > 1 and _name(lexicon, text, match, match[0].rstrip("!|*")):
        word = match[0].rstrip("!|*")
        signs = [at for at, character in enumerate(word) if not character.isalpha()]
    letters = len(word) - len(signs)
    if not signs or len(word) < 3 or _longest_run(signs) > 3:
        return
    if (letters < 3 or len(signs) >= letters or _longest_run(signs) > 2) and not _name(lexicon, text, match, word):
        return
    if all(character in _HEX for character in word.lower() if character.isalpha()) or (
        word.count("*") == 1 and _GENDERED.search(word)
    ):
        return
    if "@" in word and _DOMAIN.match(text, match.start() + len(word)):
        return
    if _SECRET_BEFORE.search(text, max(0, match.start() - 30), match.start()):
        return
    read = _most_likely(lexicon, word, signs)
    known = _known(lexicon, read) or lexicon.common(read)
    if not known and not word[0].isupper():
        return  # a code, a user of a machine
    if not known and any(word[at] in "26*" for at in signs) and letters < 5:
        return
    if not known and any(word[at] in "!|@" for at in signs) and not _inside_a_name(word, signs[0]):
        return
    for at in signs:
        yield match.start() + at, match.start() + at + 1, read[at]


def _name(lexicon: Lexicon, text: str, match: regex.Match[str], word: str) -> bool:
    """Whether a word of more signs than letters is a name, beside another word with a capital: ``Benno Th31$``."""
    read = _most_likely(lexicon, word, [at for at, character in enumerate(word) if not character.isalpha()])
    if not word[0].isupper() or lexicon.listed(read) or not (lexicon.given(read) > 2 or lexicon.surname(read)):
        return False
    return bool(_BESIDE.search(text, max(0, match.start() - 24), match.start()) or _GOES_ON.match(text, match.end()))


def _inside_a_name(word: str, sign: int) -> bool:
    """Not two words with a sign between them, or a user of a machine."""
    return word[0].isupper() and not load_lexicon().common(word[:sign])


def _longest_run(signs: list[int]) -> int:
    longest = run = 1
    for before, at in pairwise(signs):
        run = run + 1 if at == before + 1 else 1
        longest = max(longest, run)
    return longest


def _most_likely(lexicon: Lexicon, word: str, signs: list[int]) -> str:
    """The known word among the readings; else the first, where ``1`` is an l beside a vowel and otherwise an i."""
    choices = [_choices(word, at) for at in signs]
    first = ""
    for tried in list(product(*choices))[:32]:
        read = list(word)
        for at, letter in zip(signs, tried, strict=True):
            read[at] = letter
        joined = "".join(read)
        first = first or joined
        if _known(lexicon, joined):
            return joined
    return first


def _choices(word: str, at: int) -> str:
    letters = _LETTERS[word[at]]
    if letters == "li":
        beside = word[at - 1 : at].lower() + word[at + 1 : at + 2].lower()
        return "li" if any(vowel in beside for vowel in "aeiouäöüy") else "il"
    return letters


def _initials(text: str) -> Iterator[Edit]:
    """The first letter of a word, where the rest of it is none (``3fach``, ``8jährig``)."""
    for match in _NAME_INITIAL.finditer(text):
        rest = regex.match(r"\p{Ll}+", text[match.end() : match.end() + 25])
        assert rest is not None
        lexicon = load_lexicon()
        addressed = _ADDRESSED.search(text, max(0, match.start() - 6), match.start()) is not None
        if addressed or not lexicon.common(rest[0]):
            yield *match.span(), _INITIALS[match[0]]
    for match in _INITIAL.finditer(text):
        lexicon = load_lexicon()
        rest = regex.match(r"\p{Ll}+", text[match.end() : match.end() + 25])
        assert rest is not None
        word = _INITIALS[match[0]] + rest[0]
        if lexicon.common(rest[0]) or lexicon.listed(rest[0]):
            continue
        if _known(lexicon, word) or lexicon.common(word) or (match[0] == "0" and rest[0][0] not in "x"):
            yield *match.span(), word[0]


def _sharp_s(text: str) -> Iterator[Edit]:
    """``StraBe``"""
    for match in _CAPITAL_B.finditer(text):
        read = match[0].replace("B", "ß")
        if load_lexicon().common(read):
            at = match.start() + match[0].index("B", 1)
            yield at, at + 1, "ß"


def _rn(text: str) -> Iterator[Edit]:
    """``Narne``, ``beirn``: words that are none, with an m in place of rn."""
    for match in _RN.finditer(text):
        word = match[0]
        if word in _SHORT_RN:
            yield *match.span(), _SHORT_RN[word]
            continue
        if len(word) < 4:
            continue
        lexicon = load_lexicon()
        if _known(lexicon, word) or lexicon.common(word):
            continue
        at = [one.start() for one in regex.finditer("rn", word)][:4]
        for chosen in sorted(product((True, False), repeat=len(at)), key=sum, reverse=True)[:-1]:
            read = _with_m(word, [one for one, taken in zip(at, chosen, strict=True) if taken])
            if _known(lexicon, read) or lexicon.common(read):
                yield from (
                    (match.start() + one, match.start() + one + 2, "m")
                    for one, taken in zip(at, chosen, strict=True)
                    if taken
                )
                break


def _with_m(word: str, at: list[int]) -> str:
    for one in reversed(at):
        word = word[:one] + "m" + word[one + 2 :]
    return word
