"""SECRET"""

from typing import ClassVar

import regex

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled


class SecretRecognizer(GuardRecognizer):
    """Passwords, PINs and keys: what stands behind such a word with a colon or "lautet", and keys whose build is
    published (OpenAI, GitHub, AWS, Slack, Google, JSON web tokens, PEM private keys).
    """

    ENTITY = "SECRET"
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?<![\p{L}\p{N}])(?:(?:initial|einmal|start|wlan-?|admin-?|master)?(?:passwort|kennwort|password|passwd|passphrase|losungswort|zugangswort)"
                r"|pwd|pw|pass(?=[ ]?[:=])|secret|client[_ -]?secret|api[_ -]?(?:key|schlüssel|token)"
                r"|access[_ -]?(?:key|token)|zugangs-?(?:code|schlüssel|token)"
                r"|token|freischalt-?code|aktivierungs-?(?:code|schlüssel)|(?:wlan|wpa2?|netzwerk|sicherheits)-?(?:schlüssel|code)|puk|(?:(?:online-?|karten-?|e?id-?|telefon-?)?pin|tan)(?:-?(?:code|nummer))?)"
                r"(?:[ ](?:für|zum|zu|von|des|der|am|im|for|of)[ ][^\n:=]{1,40}?)?[ ]?(?:[:=]|(?:lautet|ist|war"
                r"|is|heißt|heisst)(?:[ ]?(?:jetzt|nun|weiterhin|noch|immer))?[ ]?:?)"
                r"\s?[\"'`]?(?P<value>[^\s\"'`,;]{3,200}(?<![.,)]))"
            ),
            0.85,
            "Angabe hinter einem Stichwort wie „Passwort“ oder „Schlüssel“",
        ),
        Rule(
            compiled(
                r"(?<![\w-])(?:sk-[A-Za-z0-9_-]{16,200}|gh[pousr]_[A-Za-z0-9]{20,100}|github_pat_\w{20,100}|AKIA[A-Z0-9]{16}|xox[abprs]-[A-Za-z0-9-]{10,100}"
                r"|AIza[A-Za-z0-9_-]{30,50}|hf_[A-Za-z0-9]{20,60}|glpat-[\w-]{16,60}|eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{0,1000})(?![\w-])",
                ignore_case=False,
            ),
            0.95,
            "Aufbau eines Zugangsschlüssels",
        ),
        Rule(
            compiled(
                r"-----BEGIN[ ][A-Z ]{0,30}PRIVATE[ ]KEY-----[A-Za-z0-9+/=\s]{0,8000}"
                r"(?:-----END[ ][A-Z ]{0,30}PRIVATE[ ]KEY-----)?"
            ),
            0.99,
            "Privater Schlüssel",
        ),
    )
    _WORDS = regex.compile(
        r"(?:nicht|kein\p{L}*|ein\p{L}*|bitte|sicher\p{L}*|geheim\p{L}*|abgelaufen|falsch|gesperrt|vergessen|erforderlich|notwendig|gültig|ungültig|bekannt|unbekannt"
        r"|zu|mindestens|per|nur|schon|bereits|sehr|immer|wichtig|das|der|die|dem|den|im|in|auf|für|und|oder|von|mit|geändert|zurückgesetzt|not|required|the|a|an|expired|wrong)",
        regex.IGNORECASE,
    )

    def accept(self, text: str, start: int, end: int) -> bool:
        """ "Das Passwort ist abgelaufen" tells no password."""
        return self._WORDS.fullmatch(text, start, end) is None
