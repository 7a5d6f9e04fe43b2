"""PERSON, in the names of users"""

from collections.abc import Iterator
from typing import Final

import regex

from guardrails.deadline import scan
from guardrails.lexicon import Lexicon, load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled
from guardrails.recognizers.name_words import NAME_AND_WORD, NEVER

_USER: Final = r"(?P<value>\p{Ll}{1,16}(?:[._-]\p{Ll}{1,16}){1,3}\d{0,4})"
#: Who writes a line of a chat, whom a message is for, behind a word for users.
_PLACES: Final = (
    compiled(
        rf"^(?:>{{1,4}}[ ]?)?(?:\[?(?:\d{{1,2}}[./]\d{{1,2}}[./]?(?:\d{{2,4}})?,?[ ])?\d{{1,2}}[:.]\d{{2}}"
        rf"(?::\d{{2}})?\]?,?[ ][-–|]?[ ]?)?<?[@+]?{_USER}(?:>[ ]|[ ]?:(?=[ ]|$))",
        ignore_case=False,
    ),
    compiled(rf"(?<![\p{{L}}\p{{N}}._-])@{_USER}(?![\p{{L}}\p{{N}}@_-]|\.\p{{L}})", ignore_case=False),
    compiled(
        r"(?<!\p{L})(?i:benutzer\p{L}*|user\p{L}*|login|kennung|nutzer\p{L}*|nick\p{L}*|account|konto|angemeldet[ ]als|"
        r"anmeldename|owner|author|autor\p{L}*|assignee|bearbeiter\p{L}*|zugewiesen|erstellt[ ]von|von|by)"
        rf"[ ]?[:=]?[ ]?[\"'@]?{_USER}(?![\p{{L}}\p{{N}}@_-]|\.\p{{L}})",
        ignore_case=False,
    ),
)
_PART: Final = regex.compile(r"\p{L}+")
#: Words of machines that are names as well.
_OF_MACHINES: Final = frozenset(
    ("max", "min", "test", "admin", "user", "data", "info", "item", "name", "sys", "dev", "web", "app", "bot", "api")
)


class UserHandleRecognizer(GuardRecognizer):
    """Users whose name says who they are, where users are named: ``tina_k: kommst du?``, ``@emre.koc``, ``Login:
    r.lange``.

    One part is a given name or a surname, the others are names, too, or initials.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """All places where a user is named."""
        if "_" not in text and "." not in text and "-" not in text:
            return
        lexicon = load_lexicon()
        evidence = Evidence("Ein Benutzername, der einen Namen enthält.", identifying=False)
        for place in _PLACES:
            for match in scan(place, text):
                if _says_who(match["value"], lexicon):
                    yield *match.span("value"), 0.72, evidence


def _says_who(user: str, lexicon: Lexicon) -> bool:
    parts = _PART.findall(user)
    if any(part in _OF_MACHINES or part in NEVER for part in parts if len(part) > 1):
        return False
    named = short = 0
    for part in parts:
        word = _with_umlauts(part)
        name = lexicon.given(part) >= 2 or lexicon.surname(word) or lexicon.surname(part) or part in NAME_AND_WORD
        if len(part) < 3:
            short += 1
        elif name and (part in NAME_AND_WORD or not lexicon.listed(part)):
            named += 1
        elif lexicon.common(word):
            return False
    if len(parts) == 2 and len(parts[0]) == short == 1 and not named:
        return len(parts[1]) > 2  # ``i.mau``, whatever a surname it is
    return named > 0 and short < len(parts)


def _with_umlauts(word: str) -> str:
    return word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü")
