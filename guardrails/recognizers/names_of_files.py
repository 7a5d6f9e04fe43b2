"""Names in the names of files, and the names of users in the rows of a log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled
from guardrails.recognizers.name_words import FIELDS, NAME_AND_WORD, NEVER
from guardrails.recognizers.table_columns import head_and_line

_FILE: Final = compiled(
    r"(?<![\p{L}\p{N}./\\@-])(?P<value>\p{L}[\p{L}\p{N}_+-]{3,80})"
    r"\.(?:docx?|odt|rtf|pdf|xlsx?|csv|jpe?g|png|tiff?|heic|zip|msg|eml|txt|mp3|m4a|wav|mp4)(?![\p{L}\p{N}])"
)
_ENDING: Final = compiled(r"\.(?:docx?|odt|rtf|pdf|xlsx?|csv|jpe?g|png|tiff?|heic|zip|msg|eml|txt|mp3|m4a|wav|mp4)\b")
_PART: Final = compiled(r"\p{L}{3,}")
#: What is written about somebody; beside it a surname that is a word as well is a name.
_PAPER: Final = compiled(
    r"plan|zeugnis|bescheid|lebenslauf|bewerbung|gutachten|attest|antrag|vollmacht|widerspruch|akte|vertrag|ausweis"
    r"|bericht|vermerk|brief|schreiben|urteil|klage|mahnung|stellungnahme|befund|passfoto|anhörung|kündigung|rechnung"
    r"|cv|anschreiben|nachweis|bescheinigung|abrechnung|protokoll|scan|foto|beurteilung|diagnose|urkunde"
)
_USER_HEAD: Final = compiled(r"[ ]*\"?(?:benutzer\w*|user\w*|login|kennung|nutzer\w*|anmeldename|account|owner)\"?[ ]*")
_CELL: Final = compiled(r"(?<=[;,|\t][ ]?)(?P<value>\p{Ll}[\p{Ll}.]{4,24})(?=[ ]?[;,|\t])", ignore_case=False)
_IN_LOGS: Final = compiled(r"(?:benutzer|user|login|kennung|nutzer|anmeldename|account|owner)")


class FileNameRecognizer(GuardRecognizer):
    """Names in file names (``Hilfeplan_Karaca_final.docx``) and user names under the head of a column.

    In a file name counts a word that only the lists of names know, or a surname that is a noun as well beside the word
    for a paper. In a log a user name counts that is a surname behind one letter or two.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Files first, then rows."""
        if _ENDING.search(text) is not None:
            yield from _in_file_names(text)
        if _IN_LOGS.search(text) is not None:
            yield from _in_logs(text)


def _in_file_names(text: str) -> Iterator[tuple[int, int, float, Evidence]]:
    lexicon = load_lexicon()
    evidence = Evidence("Name im Namen einer Datei.", identifying=False)
    for match in scan(_FILE, text):
        start, end = match.span("value")
        paper = _PAPER.search(match["value"]) is not None
        for part in _PART.finditer(text, start, end):
            word, key = part[0], part[0].lower()
            if key in NEVER or key in FIELDS or (_PAPER.search(key) is not None and lexicon.common(key)):
                continue
            if not (lexicon.surname(word) or lexicon.given(word) >= 20):
                continue
            everyday = lexicon.common(word) or lexicon.place(word) or lexicon.noun(word)
            named = key in NAME_AND_WORD or not lexicon.listed(word)
            if everyday and not (paper and word[0].isupper() and named):
                continue
            yield part.start(), part.end(), 0.7, evidence


def _in_logs(text: str) -> Iterator[tuple[int, int, float, Evidence]]:
    lexicon = load_lexicon()
    evidence = Evidence("Benutzername aus Anfangsbuchstabe und Nachname in einer Tabelle.", identifying=False)
    for match in scan(_CELL, text):
        word = match["value"]
        if not _USER_HEAD.fullmatch(head_and_line(text, match.start())[0]):
            continue
        if "." not in word and lexicon.common(word):
            continue
        if any(lexicon.surname(_with_umlauts(word[cut:])) or lexicon.surname(word[cut:]) for cut in (0, 1, 2)):
            yield *match.span("value"), 0.7, evidence


def _with_umlauts(word: str) -> str:
    return word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü")
