"""``Te1.``, ``L1ndenallee``, ``Schr0eder``, ``Nurnmer``: digits inside words, and letters that a scanner has split."""

from collections.abc import Iterator

import regex

from guardrails.lexicon import Lexicon, load_lexicon
from guardrails.normalisation import Edit

_LETTER = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t"}
_WORD = regex.compile(
    r"(?<![\p{L}\p{N}])(?=\p{L}{1,30}[013457]{1,2}\p{Ll}|\p{L}{1,2}[01](?![\p{L}\p{N}]))"
    r"\p{L}\p{Ll}*(?:[013457]\p{Ll}*){1,10}(?![\p{L}\p{N}])"
)
_INITIAL = regex.compile(r"(?<![\p{L}\p{N}.,:/-])[0135](?=\p{Ll}{3,20}(?:[- ]\p{L}|(?![\p{L}\p{N}])))")
_INITIAL_OF_MANY = regex.compile(r"(?<![\p{L}\p{N}.,:/-])[01345](?=\p{Ll}{2,12}[013457]{1,2}\p{Ll})")
_INITIALS = {"0": "O", "1": "I", "3": "E", "4": "A", "5": "S"}
_LABEL_WORD = regex.compile(r"(?<![\p{L}\p{N}])(?=[\p{L}\d|!]{0,24}\p{L}{2})[\p{L}\d|!]{4,32}(?![\p{L}\p{N}])")
#: The words that tell what a value is.
_LABELS = frozenset(
    (
        "Telefon",
        "Telefonnummer",
        "Telefax",
        "Mobil",
        "Mobilnummer",
        "Handy",
        "Handynummer",
        "Rufnummer",
        "Durchwahl",
        "Aktenzeichen",
        "Geschäftszeichen",
        "Kassenzeichen",
        "Buchungszeichen",
        "Vorgang",
        "Vorgangsnummer",
        "Antragsnummer",
        "Kundennummer",
        "Versicherungsnummer",
        "Rentenversicherungsnummer",
        "Sozialversicherungsnummer",
        "Krankenversichertennummer",
        "Versichertennummer",
        "Steuernummer",
        "Identifikationsnummer",
        "Personalnummer",
        "Personalausweis",
        "Ausweisnummer",
        "Reisepass",
        "Führerschein",
        "Kennzeichen",
        "Geburtsdatum",
        "Geburtstag",
        "geboren",
        "Passwort",
        "Kennwort",
        "Konto",
        "Kontonummer",
        "IBAN",
        "Betriebsnummer",
        "Bedarfsgemeinschaft",
        "Kindergeldnummer",
        "Beitragsnummer",
        "Mitgliedsnummer",
        "Nummer",
        "wohnhaft",
        "wohnt",
        "Anschrift",
        "Adresse",
        "Straße",
    )
)
_SAME_SHAPE = str.maketrans("0öóò1|!íìj5$8héèêëc3áàâä4üúù7", "oooolllllls" + "sbb" + "eeeeee" + "aaaaa" + "uuut")


def _shape(word: str) -> str:
    """The word with one letter for all that a scanner takes for each other."""
    folded = word.casefold().replace("ß", "b").replace("ss", "b").replace("rn", "m").replace("vv", "w")
    return folded.replace("ii", "u").translate(_SAME_SHAPE).replace("i", "l")


_BY_SHAPE = {_shape(label): label for label in _LABELS}
#: ``Per5.-Nr.``, ``Steuer-lD``: the last letter of an abbreviation.
_ABBREVIATED = regex.compile(
    r"(?<!\p{N})5(?=tr(?:\.|a(?:ß|ss|B|8)e)(?!\p{L}))"
    r"|(?<=\p{L}{2})[510](?=\.(?:-?\p{L}|:|[ ]))|(?<=[- ])l(?=D(?!\p{L}))"
)
_ABBREVIATED_LETTER = {"5": "s", "1": "l", "0": "o", "l": "I"}
_SPLIT = regex.compile(r"(?<=[Nn]u)rnm(?=er)|(?<=[Nn]um)rn(?=er)|(?<=[Nn]u)mrn(?=er)")
_SHARP_S = regex.compile(r"(?<=[Ss]tr?[a4])(?:B|8|fj|f3|ſs|fs|j3|l3)(?=[ec](?!\p{L}))|(?<=[Ss]traß)c(?!\p{L})")
#: Two pieces of a word, where the second is how a street ends and a number stands behind.
_STREET_APART = regex.compile(
    r"(?<!\p{L})(?P<first>\p{L}{3,24})[ ](?P<second>(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|steig"
    r"|hof)(?=[ ]\d))|(?P<first>[Ss]tr)[ ](?P<second>a(?:ß|ss)e)(?!\p{L})"
)
_PIECES = regex.compile(r"(?<![\p{L}\p{N}.-])(?P<first>\p{L}{1,14})[ ](?=(?P<second>\p{Ll}{1,16})(?![\p{L}\p{N}-]))")
_OF_A_NUMBER = regex.compile(r"[OoIlSB\d]+")
_VOWELS = "aeiouäöüy"


def scanned_words(text: str) -> Iterator[Edit]:
    """The digits of words as letters. ``1`` is an l beside a vowel, otherwise an i."""
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0] in "Oo" and _OF_A_NUMBER.fullmatch(word):
            continue
        for at, character in enumerate(word):
            if not character.isdigit():
                continue
            beside = word[at - 1 : at].lower() + word[at + 1 : at + 2].lower()
            letter = _LETTER.get(character) or ("l" if any(vowel in beside for vowel in _VOWELS) else "i")
            yield match.start() + at, match.start() + at + 1, letter
    for match in _INITIAL.finditer(text):
        yield *match.span(), _INITIALS[match[0]]
    for match in _INITIAL_OF_MANY.finditer(text):
        yield *match.span(), _INITIALS[match[0]]
    for match in _ABBREVIATED.finditer(text):
        start = match.start() == 0 or not text[match.start() - 1].isalpha()
        yield *match.span(), _ABBREVIATED_LETTER[match[0]].upper() if start else _ABBREVIATED_LETTER[match[0]]
    for match in _SPLIT.finditer(text):
        yield *match.span(), "mm"
    for match in _SHARP_S.finditer(text):
        yield *match.span(), "ß" if match[0] != "c" else "e"
    for match in _STREET_APART.finditer(text):
        yield *match.span(), match["first"] + match["second"]
    yield from _torn_words(text)


#: So many words in two pieces make a text of which a scanner has torn the words.
_TORN_TEXT = 3
_RUN_OF_PIECES = regex.compile(
    r"(?<![\p{L}\p{N}.-])\p{L}\p{Ll}{0,13}(?:[ ]\p{Ll}{1,13}(?!\p{Lu})){1,40}+(?![\p{L}\p{N}])"
)
_PIECE = regex.compile(r"\p{L}+")
_LONGEST_WORD = 26


#: Letters that a scanner has read inside of numbers.
_SCANNED = regex.compile(r"\d[OlI](?!\p{Ll}{2})|(?<!\p{L})[OlI]\d")
_LEAST_SCANNED = 2


def read_by_a_scanner(text: str) -> bool:
    """Whether a scanner has torn words of the text, or read letters inside of its numbers."""
    if len(_SCANNED.findall(text)) >= _LEAST_SCANNED:
        return True
    return sum(1 for _ in _torn_words(text)) >= _LEAST_SCANNED


def _torn_words(text: str) -> Iterator[Edit]:
    """``Str aße``, ``Pers onal``: two pieces, one of them no word, that are a word or a name together."""
    lexicon = load_lexicon()
    found = unknown = 0
    for match in _PIECES.finditer(text):
        first, second = match["first"], match["second"]
        if len(first) + len(second) < 5 or (_known(lexicon, second) and _known(lexicon, first)):
            continue
        unknown += len(second) < 5
        if _listed(lexicon, first + second):
            found += 1
            yield match.start(), match.end("second"), first + second
    if found >= _TORN_TEXT or (found and unknown > _TORN_TEXT):
        for match in _RUN_OF_PIECES.finditer(text):
            yield from _put_together(lexicon, [(*one.span(), one[0]) for one in _PIECE.finditer(text, *match.span())])


def _put_together(lexicon: Lexicon, pieces: list[tuple[int, int, str]]) -> Iterator[Edit]:
    """Three or four pieces that are a word together; a piece that is no word with the capitalised one before it."""
    at = 0
    while at < len(pieces):
        for count in (4, 3, 2):
            words = [word for _, _, word in pieces[at : at + count]]
            joined = "".join(words)
            if len(words) < count or len(joined) > _LONGEST_WORD or all(_known(lexicon, word) for word in words):
                continue
            name = count == 2 and words[0][0].isupper() and len(words[1]) < 5 and not _known(lexicon, words[1])
            if _listed(lexicon, joined) or (count > 2 and lexicon.common(joined)) or (name and len(joined) > 3):
                yield pieces[at][0], pieces[at + count - 1][1], joined
                at += count - 1
                break
        at += 1


def _listed(lexicon: Lexicon, word: str) -> bool:
    return lexicon.listed(word) or lexicon.given(word) > 0 or lexicon.surname(word) or lexicon.place(word)


def _known(lexicon: Lexicon, word: str) -> bool:
    return _listed(lexicon, word) or lexicon.common(word)


def scanned_labels(text: str) -> Iterator[Edit]:
    """``Te1efon``, ``Aktenzeiehen``, ``Geburtsdaturn``: words that say what a value is, as they should read."""
    for match in _LABEL_WORD.finditer(text):
        word = match[0]
        label = _BY_SHAPE.get(_shape(word))
        if label is not None and word.casefold() != label.casefold() and word.casefold() != _spelled_out(label):
            yield *match.span(), label


def _spelled_out(label: str) -> str:
    return label.casefold().replace("ß", "ss").replace("ä", "ae").replace("ü", "ue")
