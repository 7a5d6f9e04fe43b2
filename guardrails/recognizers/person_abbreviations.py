"""PERSON, letters that stand for somebody: explained in a list (``hb = Hildegard Baum``), or under a note (``wtr``)"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer
from guardrails.recognizers.name_words import CLOSINGS, INSTITUTIONS, NAME_AND_WORD, NEVER, NO_SIGNATURES, TITLES
from guardrails.recognizers.short_names import _DEPARTMENTS

#: ``hb = Hildegard Baum``, ``SiP: Singh, Parminder``, ``BK | Koch, Bettina``, ``hcl (= Hans-Christoph Lange)``
_EXPLAINED = regex.compile(
    r"(?:^|(?<=[\s|:;(>]))(?P<value>\p{L}{2,4})[ ]?\.?[ ]?(?:=|\|[ ]?|:|→|->|\(=|\(steht[ ]für)[ ]?"
    r"(?P<name>\p{Lu}\p{L}+(?:[ -]\p{Lu}?\p{L}+){0,3}(?:,[ ]\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)?)?)",
    regex.MULTILINE,
)
#: Never a pattern made of the letters of a text: regex keeps its patterns, and so would keep whom they stand for.
_ABBREVIATION = regex.compile(r"(?<![\p{L}\d])\p{L}{2,4}(?![\p{L}\d])")
#: The letters at the very end of a note, on a line of their own or behind its last sentence.
_SIGNED = regex.compile(
    r"(?:\n[ ]*|[.!?)][ ]{1,3}|,[ ](?=\p{Lu}\p{Ll}))(?P<value>\p{L}\p{L}{1,2}\.?"
    r"|\p{Lu}\.[ ]?\p{Lu}\p{Ll}{0,2}\.)(?:[ ]?,?[ ]?\d{1,2}\.\d{1,2}\.(?:\d{2,4})?)?\s*\Z"
)
_SIGN_FIELD = regex.compile(
    r"(?:^|[ \t|;(])(?:aufg|aufgen|bearb|erl|gepr|gez|verf|gef|notiert|Nz|Hz|Kz|i\.A|Vermerk v|SB|Bearb|Aufg|Erl"
    r"|Gez|Gepr|Gef|Verf|Notiz)\.?:?[ ](?P<value>\p{L}\p{L}{1,2})\.?(?=[ ]*(?:$|\n|[,;|)]))",
    regex.MULTILINE,
)
#: ``geprüft Sch. / Wb.``, ``Verm.: Ko.``, ``übergeben an Kr.``: one or two of those who did something.
_DID = regex.compile(
    r"(?<!\p{L})(?:(?:[Gg]epr|[Gg]es|[Ee]rl|[Bb]earb|[Aa]ufg|[Kk]ontr|[Uu]nterschr|[Vv]erm|[Zz]ust|[Vv]ertr|[Bb]et|[Ee]rf)\."
    r"|(?:[Gg]eprüft|[Gg]esehen|[Ee]rledigt|[Aa]ufgenommen|[Bb]earbeitet|[Ee]rfasst|[Nn]otiert|[Vv]erfügt|[Gg]efertigt|[Kk]ontrolliert"
    r"|[Gg]egengezeichnet|[Üü]bergeben|[Aa]bgenommen|[Ff]reigegeben|[Gg]ebucht|[Vv]ermerk|[Pp]rotokoll|[Ss]chriftf\.))"
    r"(?:[ ]?:)?[ ](?:von[ ]|durch[ ]|an[ ])?(?P<value>\p{Lu}\p{Ll}{1,2}\.(?:[ ]?[/+,u][ ]?\p{Lu}\p{Ll}{0,2}\.)?)"
    r"(?=[ ]*(?:$|\n|[,;|)]|(?:am[ ])?\d{1,2}\.\d))",
    regex.MULTILINE,
)
_LETTERS = regex.compile(r"\p{L}+")
#: Initials in a cell or at the beginning of a row: ``R. St.``, ``A. al-S.``, ``H. El-M.``
_INITIALS = regex.compile(
    r"(?:^|\|[ ]?|[ ]{2}|\t)(?P<value>\p{Lu}\p{Ll}?\.[ ]?(?:(?:van|von|de|v\.)[ ])?(?:(?:al|el|El"
    r"|Al)-)?\p{Lu}\p{Ll}{0,2}\.)(?=[ ]*(?:\||[ ]{2}|\t|$|\n))",
    regex.MULTILINE,
)
_LEAST_ROWS = 2


class PersonAbbreviationRecognizer(GuardRecognizer):
    """Letters that a text itself explains as a person, wherever they stand in it; letters that end a note.

    What is explained must begin like the words of the name; rows that explain departments or laws do not.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Explained ones first, then signatures and initials in cells."""
        explained = {match["value"] for match in scan(_EXPLAINED, text) if _stands_for(match["value"], match["name"])}
        if explained:
            evidence = Evidence("Kürzel einer Person, das der Text erklärt.", identifying=False)
            for match in scan(_ABBREVIATION, text):
                if match[0] in explained:
                    yield *match.span(), 0.75, evidence
        signed = _SIGNED.search(text, max(0, len(text) - 40))
        if signed and text.count(" ") > 6 and _signs(signed["value"], alone=text[signed.start()] == "\n"):
            yield *signed.span("value"), 0.66, Evidence("Initialen unter einer Notiz.", identifying=False)
        for match in scan(_SIGN_FIELD, text):
            if _signs(match["value"], alone=True):
                yield *match.span("value"), 0.66, Evidence("Initialen hinter einem Feld.", identifying=False)
        for match in scan(_DID, text):
            if all(word.lower() not in NO_SIGNATURES | TITLES for word in _LETTERS.findall(match["value"])):
                yield *match.span("value"), 0.66, Evidence("Initialen hinter einem Feld.", identifying=False)
        rows = list(scan(_INITIALS, text))
        for match in rows if len(rows) >= _LEAST_ROWS else ():
            yield (
                *match.span("value"),
                0.66,
                Evidence("Initialen vor einem Alter oder in einer Spalte.", identifying=False),
            )


def _stands_for(letters: str, name: str) -> bool:
    """Whether the letters are those of the name in order, the first of its words first, and the name may be one."""
    lexicon = load_lexicon()
    words = regex.findall(r"\p{L}+", name)
    key = letters.lower()
    if key in NEVER or key in INSTITUTIONS or any(word.lower() in INSTITUTIONS for word in words):
        return False
    known = [word for word in words if lexicon.given(word) >= 3 or lexicon.surname(word)]
    if letters[1:].islower() and lexicon.listed(key) and len(key) > 3:
        return False
    if not known or (len(words) == 1 and lexicon.common(words[0]) and words[0].lower() not in NAME_AND_WORD):
        return False
    if len(known) < len(words) and any(lexicon.listed(word) and word not in known for word in words):
        return False
    initials = "".join(word[0] for word in words).lower()
    joined = "".join(words).lower()
    return (
        sorted(initials)[: len(key)] == sorted(key)
        or sorted(key) == sorted(initials)
        or any(word.lower().startswith(key) for word in words)
        or (key[0] in initials and _in_order(key, joined))
    )


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _signs(letters: str, *, alone: bool) -> bool:
    key = letters.strip(".").lower()
    if "." in letters.strip("."):
        return True
    if (
        key in NO_SIGNATURES
        or key in _DEPARTMENTS
        or key in CLOSINGS
        or key in TITLES
        or (letters.isupper() and len(key) > 2)
    ):
        return False
    if not alone and not letters[0].isupper():
        return False
    if load_lexicon().listed(key) and not (letters.endswith(".") and letters[0].isupper()):
        return not any(letter in "aeiouäöü" for letter in key) or (letters[0].isupper() and len(key) == 2)
    return True
