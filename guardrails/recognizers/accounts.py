"""Names and passwords of accounts: PERSON where a user name is told, SECRET where a word is built like a password"""

from collections.abc import Iterator
from typing import ClassVar

from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled

_ACCOUNT = (
    r"(?:benutzer(?:name|kennung)?|user-?[ ]?name|user-?id|nutzername|anmeldename|login-?name|log-?in|kennung"
    r"|account(?:name)?)"
)
_SAYS_ACCOUNT = compiled(rf"(?<!\p{{L}})(?:{_ACCOUNT}|konto|anmelden|passwort|kennwort|password|pw)(?!\p{{L}})")
_KEYS = "user|by|owner|author|assignee|uid|login|benutzer|bearbeiter|ersteller|autor|nutzer|u"
_RECORDED = compiled(rf"(?<![\p{{L}}\p{{N}}_-])(?:{_KEYS})(?:=|[\"'][ ]?:)|helpdesk|entsperr|startkennwort")


class UserNameRecognizer(GuardRecognizer):
    """User names that are made of a person's name: behind a word for it (``Benutzer ist t.haldvik``, ``Username:
    obrienk``), or of a given name and another word with a dot between them in a text about an account (``emeka.obi``).
    """

    ENTITY = "PERSON"
    RULES: ClassVar = (
        Rule(
            compiled(
                rf"(?<![\p{{L}}-]){_ACCOUNT}(?:[ ](?:ist|lautet|war|is|was))?[ ]?[:=]?[ ][\"'„]?"
                r"(?P<value>\p{L}[\p{L}\d]{0,20}[._-]\p{L}[\p{L}\d._-]{1,20}|\p{Ll}[\p{Ll}\d]{3,20})"
                r"(?![\w@])(?!\.\w)(?![ ]?[:/][ ]?\w)"
            ),
            0.7,
            "Benutzername",
        ),
        Rule(
            compiled(
                rf"(?<![\p{{L}}\p{{N}}_-])(?:{_KEYS})(?:[ ]?=[ ]?|[\"'][ ]?:[ ]?)[\"']?"
                r"(?P<value>\p{L}[\p{L}\d]{0,20}[._-]\p{L}[\p{L}\d._-]{0,24}|\p{Ll}{4,20})(?=[\"'&,;)\s]|$)"
            ),
            0.7,
            "Benutzername in einem Protokoll oder Datensatz",
        ),
        Rule(
            compiled(r"(?<![\w@./:=-])(?P<value>\p{Ll}{2,20}\.\p{Ll}{2,20})(?![\w@/-])(?!\.\w)", ignore_case=False),
            0.7,
            "Vorname und Nachname mit Punkt, wie ein Benutzername",
        ),
    )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Only in texts about accounts; ordinary words ("Login ist gesperrt") are none."""
        if _SAYS_ACCOUNT.search(text) is None and _RECORDED.search(text) is None:
            return
        for start, end, score, evidence in super().find(text):
            yield start, end, score, Evidence(evidence.reason, identifying=False)

    def accept(self, text: str, start: int, end: int) -> bool:
        """ "Benutzer ist gesperrt" tells no name, and ``praktikum07`` is nobody's."""
        lexicon = load_lexicon()
        first, dot, second = text[start:end].lower().replace("_", ".").partition(".")
        if not dot:
            return not any(sign.isdigit() for sign in first) and not lexicon.common(first)
        if len(second) == 1 and not lexicon.common(first) and len(first) > 3:
            return True
        listed = lexicon.given(first) >= 1 or (len(first) == 1 and not lexicon.common(second))
        return listed and (not lexicon.common(second) or lexicon.surname(second))


class PasswordShapeRecognizer(GuardRecognizer):
    """Words that are built as passwords have to be, whatever stands before them: capital and small letters, a digit,
    and a sign in the midst of them that no word has (``Fr4nz_Josef#7``, ``Winter-Adm1n$2024``).
    """

    ENTITY = "SECRET"
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?<![^\s\"'„“‚(:=,;])(?P<value>(?=\S{0,40}?\p{Lu})(?=\S{0,40}?\p{Ll})(?=\S{0,40}?\d)"
                r"(?=\S{1,40}?[#$!?~^][\p{L}\d])(?!\S{0,40}[/@=&<>\[\]{}\\|])"
                r"[^\s\"'`“”,;:()]{8,40})(?<![.,!?])(?=[\s\"'“”),.;!?]|\Z)",
                ignore_case=False,
            ),
            0.65,
            "Zeichenfolge, wie ein Passwort gebaut",
        ),
    )
