"""URL and IP_ADDRESS"""

import ipaddress
from typing import ClassVar

import regex

from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled, keywords

_UNSPECIFIED = ipaddress.ip_address(0)


class UrlRecognizer(GuardRecognizer):
    """Addresses on the web. A page of a public body without personal parameters says nothing about a person and is
    left; everything else is found.
    """

    ENTITY = "URL"
    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\p{L}\p{N}@.])(?:https?://|ftp://|www\.)[^\s<>\"'()\[\]{}|]{3,2000}(?<![.,;:!?])"),
            0.6,
            "Schreibweise einer Internetadresse",
        ),
        Rule(
            compiled(
                r"(?<![\p{L}\p{N}@./-])(?:facebook|instagram|linkedin|xing|tiktok|twitter|x|t|github"
                r"|youtube)\.(?:com|me|de)/[\p{L}\p{N}._~%/@?=&-]{2,200}"
            ),
            0.8,
            "Adresse eines Profils in einem sozialen Netz",
        ),
    )
    _PUBLIC = regex.compile(
        r"(?:https?://)?(?:[\p{L}\p{N}-]+\.)*(?:[\p{L}\p{N}-]*(?:bund|berlin|hamburg|bremen|stadt|kreis|gemeinde"
        r"|landkreis|land|ministerium|amt"
        r"|behoerde|arbeitsagentur|jobcenter|rentenversicherung|elster|gesetze-im-internet|europa|bafoeg|verwaltung"
        r"|service|destatis|gov|polizei"
        r"|finanz|justiz|gericht|bundestag|bundesregierung|nrw|bayern|hessen|sachsen|thueringen|brandenburg"
        r"|niedersachsen|rlp|saarland|mv)[\p{L}\p{N}-]*)"
        r"\.(?:de|eu|gov|org|info|example|bund\.de)(?::\d+)?(?:/[\p{L}\p{N}/._-]*)?",
        regex.IGNORECASE,
    )

    #: Blocks of letters and digits of a link that is given to somebody: ``/b/lin-4kx-9tz``, ``/s/Xk29fLmP``.
    _GIVEN = regex.compile(r"-(?=\d*\p{L})(?=\p{L}*\d)[\p{L}\d]{3,4}(?:-|$)|/\p{L}/[\p{L}\p{N}_-]*\d")

    def accept(self, text: str, start: int, end: int) -> bool:
        """Leaves pages of public bodies, unless digits or parameters could point to a case."""
        value = text[start:end]
        if self._GIVEN.search(value):
            return True
        return not (self._PUBLIC.fullmatch(value) and len(regex.findall(r"\d", value)) < 6 and "~" not in value)


class IpRecognizer(GuardRecognizer):
    """IPv4 and IPv6 addresses (RFC 791, RFC 4291), checked by ``ipaddress``; version and chapter numbers are left."""

    ENTITY = "IP_ADDRESS"
    CHECKSUM_NAME = "Schreibweise"
    CONTEXT: ClassVar = keywords(
        r"ip\b|ip-|ipv4|ipv6|rechner|client|notebook|laptop|arbeitsplatz|server|host|login|zugriff|adresse"
    )
    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2}|:\d{2,5})?(?![\w-])(?!\.\d)"),
            0.6,
            "Schreibweise einer IP-Adresse",
            checked=0.7,
        ),
        Rule(
            compiled(
                r"(?<![\w:.])(?=[0-9A-F:]{0,39}:[0-9A-F]{0,4}:)[0-9A-F]{0,4}(?::[0-9A-F]{0,4}){2,7}(?:%\w+)?"
                r"(?:/\d{1,3})?(?![\w:])"
            ),
            0.6,
            "Schreibweise einer IPv6-Adresse",
            checked=0.8,
        ),
    )
    _VERSION = regex.compile(
        r"(?<!\p{L})(?:version\p{L}*|v|ver|release|kapitel|abschnitt|ziffer|ziff|nummer|nr|punkt|gliederung|teil"
        r"|anlage|tz|§|tarifstelle|build|update|firmware|software|jdk|java|python|oracle|postgresql|mysql|mariadb"
        r"|windows|debian|ubuntu|kernel|chrome|firefox|outlook|office|exchange|tomcat|android|ios|macos|client|treiber)"
        r"[\s.:=\"']*(?:nr\.?)?[\s\"'*]*$",
        regex.IGNORECASE,
    )

    #: Addresses inside of a house, behind the words for its devices.
    _OF_A_CLIENT = regex.compile(r"client[\s.:=\"'(]*$", regex.IGNORECASE)
    _OUTLINE = regex.compile(r"\d(?:\.\d{1,3}){3}")

    def judge(self, text: str, start: int, end: int, rule: Rule) -> tuple[float, Evidence] | None:
        """Four numbers, the first below ten, are more often an outline or a version; they need a word such as "IP"."""
        if self._OUTLINE.fullmatch(text, start, end) and not self.context_word(text, start, end)[0]:
            return None
        return super().judge(text, start, end, rule)

    def accept(self, text: str, start: int, end: int) -> bool:
        """Drops version numbers and everything that is no address."""
        value = text[start:end].split("%")[0]
        if value.count(":") == 1:
            value = value.split(":")[0]
        if value.count(":") >= 2 and (len(value) < 5 or ("::" not in value and value.count(":") != 7)):
            return False
        try:
            address = ipaddress.ip_interface(value)
        except ValueError:
            return False
        before = text[max(0, start - 24) : start]
        if self._VERSION.search(before) and not (address.is_private and self._OF_A_CLIENT.search(before)):
            return False
        return not (value.count(".") == 3 and address.ip == _UNSPECIFIED)
