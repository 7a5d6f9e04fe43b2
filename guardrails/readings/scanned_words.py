"""``Te1.``, ``L1ndenallee``, ``Schr0eder``, ``Nurnmer``: digits inside words, and letters that a scanner has split."""

from collections.abc import Iterator

import regex

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
_SAME_SHAPE = str.maketrans("0öóò1|!íìj5$8éèêëc3áàâä4üúù7", "oooolllllls" + "sb" + "eeeeee" + "aaaaa" + "uuut")


def _shape(word: str) -> str:
    """The word with one letter for all that a scanner takes for each other."""
    folded = word.casefold().replace("ß", "b").replace("ss", "b").replace("rn", "m").replace("vv", "w")
    return folded.replace("ii", "u").translate(_SAME_SHAPE).replace("i", "l")


_BY_SHAPE = {_shape(label): label for label in _LABELS}
_SPLIT = regex.compile(r"(?<=[Nn]u)rnm(?=er)|(?<=[Nn]um)rn(?=er)|(?<=[Nn]u)mrn(?=er)")
_VOWELS = "aeiouäöüy"


def scanned_words(text: str) -> Iterator[Edit]:
    """The digits of words as letters. ``1`` is an l beside a vowel, otherwise an i."""
    for match in _WORD.finditer(text):
        word = match[0]
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
    for match in _SPLIT.finditer(text):
        yield *match.span(), "mm"


def scanned_labels(text: str) -> Iterator[Edit]:
    """``Te1efon``, ``Aktenzeiehen``, ``Geburtsdaturn``: words that say what a value is, as they should read."""
    for match in _LABEL_WORD.finditer(text):
        word = match[0]
        label = _BY_SHAPE.get(_shape(word))
        if label is not None and word.casefold() != label.casefold() and word.casefold() != _spelled_out(label):
            yield *match.span(), label


def _spelled_out(label: str) -> str:
    return label.casefold().replace("ß", "ss").replace("ä", "ae").replace("ü", "ue")
