"""How much of the guard's protection is left when somebody, or a programme, disguises a value.

Plain values of each kind are written into plain sentences, once for each disguise. The guard finds each of them when it
stands there undisguised; what is lost is lost to the disguise. Generated, not written by hand, so that no value was
chosen because it works.
"""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guardrails.evaluation.documents import Document, Label
from guardrails.evaluation.runner import judge
from guardrails.guard import Guard
from guardrails.text import RawText

#: Kind of data, sentence, values. Checksums are right, people and numbers invented.
VALUES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "IBAN_CODE",
        "Bitte auf {} überweisen.",
        ("DE89370400440532013000", "DE02120300000000202051", "AT611904300234573201"),
    ),
    ("DE_TAX_ID", "Die Steuer-ID lautet {}.", ("36574261809", "86095742719", "47036892816")),
    ("DE_SOCIAL_SECURITY", "Die Rentenversicherungsnummer ist {}.", ("15070649C103", "65170839J003")),
    ("DE_HEALTH_INSURANCE", "Versichertennummer {} der Kasse.", ("A000500015", "M123456785")),
    ("PHONE_NUMBER", "Telefon {} ab neun Uhr.", ("01724471188", "030901824711", "07112164481")),
    ("DATE_OF_BIRTH", "Sie ist geboren am {}.", ("12.03.1985", "01.11.1962", "30.07.2015")),
    (
        "EMAIL_ADDRESS",
        "Schreiben Sie an {} bitte.",
        ("selin.karaca@web.de", "tom@krueger-bau.com", "k.oduya@posteo.net"),
    ),
    ("STREET_ADDRESS", "Sie wohnt in der {}.", ("Gartenstraße 12", "Berliner Allee 7", "Lindenstraße 48")),
    ("DE_CASE_NUMBER", "Aktenzeichen {} liegt vor.", ("50-31/4471", "14 F 1188/23", "602.C-31507//0023981")),
    ("DE_BENEFIT_ID", "Kundennummer {} beim Amt.", ("955D123456", "80044177", "115FK123456")),
    ("PERSON", "Sehr geehrte Frau {}, danke.", ("Karaca", "Kowalczyk", "Schneider")),
)

_DIGITS = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_ENGLISH_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SCANNED = str.maketrans("015", "OlS")
_LEET = str.maketrans("aeiostAEIOST", "431057431057")
_TWINS = str.maketrans("aeopcxyHKMTABE", "аеорсхуНКМТАВЕ")
_SIGNS = {"@": " at ", ".": " Punkt ", "-": " Strich ", "/": " Schrägstrich "}


def _joined(sign: str) -> Callable[[str], str]:
    return lambda value: sign.join(value.replace(" ", ""))


def _grouped(size: int, sign: str) -> Callable[[str], str]:
    def group(value: str) -> str:
        compact = value.replace(" ", "")
        return sign.join(compact[at : at + size] for at in range(0, len(compact), size))

    return group


def _said(digits: tuple[str, ...]) -> Callable[[str], str]:
    def say(value: str) -> str:
        spoken = (digits[int(one)] if one.isdigit() else _SIGNS.get(one, one) for one in value)
        return " ".join(" ".join(spoken).split())

    return say


def _shifted(first: int) -> Callable[[str], str]:
    """Letters and digits of ASCII in a block of Unicode that begins with the capital A."""
    return lambda value: "".join(
        chr(first + ord(one) - 65)
        if "A" <= one <= "Z"
        else chr(first + 26 + ord(one) - 97)
        if "a" <= one <= "z"
        else one
        for one in value
    )


def _broken(value: str) -> str:
    middle = max(1, len(value) // 2)
    return f"{value[:middle]}\n{value[middle:]}"


def _encoded(value: str) -> str:
    return base64.b64encode(value.encode()).decode()


def _encoded_sentence(value: str) -> str:
    return _encoded(f"{value} (privat)")


def _quoted(value: str) -> str:
    return quopri.encodestring(value.encode(), header=True).decode()


def _full_width(value: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in value)


def _in_signs(at: str, dot: str) -> Callable[[str], str]:
    return lambda value: value.replace("@", at).replace(".", dot)


@dataclass(frozen=True, slots=True)
class Disguise:
    """A way to write a value otherwise."""

    title: str
    """In German, for the table."""
    write: Callable[[str], str]
    kinds: frozenset[str] = frozenset()
    """Kinds of data that can be written so; all where empty."""
    frame: tuple[str, str] = ("", "")
    """What the writing adds around the value, and what no finding has to cover."""


_NUMBERS = frozenset(("IBAN_CODE", "DE_TAX_ID", "DE_SOCIAL_SECURITY", "DE_HEALTH_INSURANCE", "PHONE_NUMBER"))
_MAIL = frozenset(("EMAIL_ADDRESS",))
_LETTERS = frozenset(("EMAIL_ADDRESS", "STREET_ADDRESS", "PERSON"))

DISGUISES: tuple[Disguise, ...] = (
    Disguise("unverändert", str),
    Disguise("klein geschrieben", str.lower),
    Disguise("groß geschrieben", str.upper),
    Disguise("Leerzeichen zwischen allen Zeichen", _joined(" ")),
    Disguise("Punkte zwischen allen Zeichen", _joined("."), _NUMBERS | {"PERSON"}),
    Disguise("Bindestriche zwischen allen Zeichen", _joined("-"), _NUMBERS | {"PERSON"}),
    Disguise("Unterstriche zwischen allen Zeichen", _joined("_"), _NUMBERS | {"PERSON"}),
    Disguise("unsichtbare Zeichen dazwischen", _joined("\u200b"), _NUMBERS | {"EMAIL_ADDRESS", "PERSON"}),
    Disguise("weiche Trennzeichen dazwischen", _joined("\u00ad"), _NUMBERS | {"EMAIL_ADDRESS", "PERSON"}),
    Disguise("durchgestrichen", lambda value: "".join(f"{one}\u0336" for one in value), _NUMBERS | {"PERSON"}),
    Disguise("Gruppen zu zwei, Leerzeichen", _grouped(2, " "), _NUMBERS),
    Disguise("Gruppen zu drei, Leerzeichen", _grouped(3, " "), _NUMBERS),
    Disguise("Gruppen zu vier, Punkte", _grouped(4, "."), _NUMBERS),
    Disguise("Gruppen zu drei, Schrägstriche", _grouped(3, "/"), _NUMBERS - {"DE_TAX_ID"}),
    Disguise("Gruppen zu vier, Unterstriche", _grouped(4, "_"), _NUMBERS),
    Disguise("Gruppen zu drei, senkrechte Striche", _grouped(3, " | "), _NUMBERS),
    Disguise("Gruppen zu vier, Kommas", _grouped(4, ", "), _NUMBERS),
    Disguise("Zeilenumbruch in der Mitte", _broken, _NUMBERS | {"EMAIL_ADDRESS"}),
    Disguise("vollbreite Zeichen", _full_width),
    Disguise("mathematische Buchstaben", _shifted(0x1D400), _LETTERS),
    Disguise("kyrillische Zwillinge", lambda value: value.translate(_TWINS), _LETTERS | {"DE_BENEFIT_ID"}),
    Disguise("arabische Ziffern", lambda value: "".join(chr(0x660 + int(c)) if c.isdigit() else c for c in value)),
    Disguise("Ziffern in Kreisen", lambda value: "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(c)] if c.isdigit() else c for c in value)),
    Disguise("Ziffern in Worten", _said(_DIGITS), _NUMBERS),
    Disguise("Ziffern in englischen Worten", _said(_ENGLISH_DIGITS), frozenset(("PHONE_NUMBER", "DE_TAX_ID"))),
    Disguise("Texterkennung: 0 1 5 als O l S", lambda value: value.translate(_SCANNED), _NUMBERS | {"DATE_OF_BIRTH"}),
    Disguise("Ziffern statt Buchstaben", lambda value: value.translate(_LEET), frozenset(("PERSON", "STREET_ADDRESS"))),
    Disguise(
        "„(at)“ und „(punkt)“",
        _in_signs(" (at) ", " (punkt) "),
        _MAIL,
    ),
    Disguise("„ät“ und „Punkt“", _in_signs(" ät ", " Punkt "), _MAIL),
    Disguise("„[@]“ und „[.]“", _in_signs("[@]", "[.]"), _MAIL),
    Disguise("Base64", _encoded_sentence),
    Disguise("Hexadezimal", lambda value: f"{value} (privat)".encode().hex()),
    Disguise("Prozentkodierung", lambda value: "".join(f"%{octet:02X}" for octet in value.encode()), _LETTERS),
    Disguise("HTML-Nummern", lambda value: "".join(f"&#{ord(one)};" for one in value)),
    Disguise("Unicode-Nummern", lambda value: "".join(f"\\u{ord(one):04x}" for one in value)),
    Disguise("Betreff in Quoted-Printable", _quoted, frame=("=?utf-8?Q?", "?=")),
    Disguise("Betreff in Base64", _encoded, frame=("=?utf-8?B?", "?=")),
)


def disguised_documents() -> Iterator[tuple[Disguise, Document]]:
    """Every value in every disguise that it can wear, as a document with one label."""
    for number, disguise in enumerate(DISGUISES):
        for entity, sentence, values in VALUES:
            if disguise.kinds and entity not in disguise.kinds:
                continue
            before, behind = sentence.split("{}")
            for value in values:
                written = disguise.write(value)
                start = len(before) + len(disguise.frame[0])
                label = Label(start, start + len(written), entity)
                text = f"{before}{disguise.frame[0]}{written}{disguise.frame[1]}{behind}"
                yield disguise, Document(f"disguise-{number}-{entity}-{value}", text, (label,))


@dataclass(frozen=True, slots=True)
class DisguiseResult:
    """How many values were protected in one disguise, by kind of data: protected, all."""

    title: str
    kinds: dict[str, tuple[int, int]]

    @property
    def protected(self) -> int:
        """Values that were protected."""
        return sum(one for one, _ in self.kinds.values())

    @property
    def values(self) -> int:
        """All values."""
        return sum(all_ for _, all_ in self.kinds.values())


def measure_disguises(guard: Guard) -> list[DisguiseResult]:
    """Recall for each disguise; takes some seconds.

    Raises:
        GuardError: a text could not be analysed.
    """
    found: dict[str, dict[str, tuple[int, int]]] = {disguise.title: {} for disguise in DISGUISES}
    for disguise, document in disguised_documents():
        redaction = guard.redact(RawText(document.text), language="de", timeout=None)
        (result,) = judge(document, redaction.findings).labels
        protected, values = found[disguise.title].get(result.label.entity, (0, 0))
        found[disguise.title][result.label.entity] = (protected + result.protected, values + 1)
    return [DisguiseResult(title, kinds) for title, kinds in found.items()]


def disguise_table(results: list[DisguiseResult]) -> str:
    """Markdown: each disguise with what was protected, and the kinds of data that were not."""
    lines = ["| Verkleidung | geschützt | nicht immer geschützt |", "|---|---|---|"]
    for result in results:
        weak = ", ".join(f"{kind} {one} von {of}" for kind, (one, of) in result.kinds.items() if one < of)
        lines.append(f"| {result.title} | {result.protected} von {result.values} | {weak or '–'} |")
    return "\n".join(lines)
