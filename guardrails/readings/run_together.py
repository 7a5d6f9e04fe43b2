"""Words that a scanner or a hasty hand has run together: ``FrauBierstedt``, ``mobil015144720913``, ``AmThing9``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.normalisation import Edit

#: A salutation inside of a word, with what it salutes.
_SALUTED = regex.compile(r"(?:(?<=\p{Ll})|(?<!\p{L}))(?:Frau|Herrn?|Familie|HerrDr\.|FrauDr\.)(?=\p{Lu}\p{Ll}{2})")
_LABEL = (
    r"(?:tel(?:efon)?|mobil|handy|fax|fon|nummer|nr|iban|konto|az|aktenzeichen|kennzeichen|id|geb|geboren|geburtsdatum"
    r"|steuernummer|plz|bic|pin)"
)
#: A label and its number without anything between.
_LABELLED = regex.compile(
    rf"(?=[+\dOlI]{{3}}|DE\d)(?<=(?:(?<!\p{{L}})|(?<=\p{{L}}{{3}})){_LABEL}\.?)", regex.IGNORECASE
)
_LABELLED_LINE = regex.compile(r"(?=\d[\dOlI/. -]{5})(?<=\p{Ll}{3}(?:nummer|nr\.?|zeichen))")
#: ``AmThing9`` over ``38640Goslar``: the lines of an address.
_ADDRESS = regex.compile(
    r"(?P<street>(?<!\p{L})\p{Lu}\p{L}{2,40}(?:\.|-\p{L}{2,20}){0,2})(?P<number>\d{1,3}[a-z]?)[ ]?"
    r"(?:\n|,[ ]?)(?P<zip>[\dOlIS]{5})[ ]?(?=\p{Lu})"
)
_ZIP = regex.compile(r"(?<![\p{L}\p{N}])\d{5}(?=\p{Lu}\p{Ll}{2})")
#: ``Mika03.10.2013S-2088``: a date between other values.
_GLUED_DATE = regex.compile(
    r"(?<=\p{L})[0-3]\d\.[01]\d\.(?:19|20)\d{2}|(?<=[\d\p{L}])(?<!\d)[0-3]\d\.[01]\d\.(?:19|20)\d{2}(?=[\p{L}])"
)
_HUMP = regex.compile(r"(?<=\p{Ll})(?=\p{Lu}\p{Ll})")
#: A line of such words: long, and with a capital or a comma inside, but without a blank.
_LONG = regex.compile(
    r"(?<!\S)(?=\S{24})(?![^\s]{0,80}(?:://|@|=|\\|/[^\s/]{1,60}/))(?=\S{0,60}\p{Ll}[\p{Lu},;.:(]\p{L})[\p{L}][^\s]{23,400}(?!\S)"
)


def run_together(text: str) -> Iterator[Edit]:
    """A blank where one was lost."""
    for match in _SALUTED.finditer(text):
        end = match.end()
        yield from _blank(text, end)
        if text[match.start() - 1 : match.start()].isalpha():
            yield from _blank(text, match.start())
        name = regex.compile(r"\p{Lu}\p{Ll}+").match(text, end)
        if name is not None and (hump := _HUMP.match(text, name.end())):
            yield from _blank(text, hump.start())
    for pattern in (_LABELLED, _LABELLED_LINE):
        for match in pattern.finditer(text):
            yield from _blank(text, match.start())
    for match in _ADDRESS.finditer(text):
        for hump in _HUMP.finditer(text, match.start("street"), match.end("street")):
            yield from _blank(text, hump.start())
        yield from _blank(text, match.start("number"))
        if not text[match.end("zip") : match.end("zip") + 1].isspace():
            yield from _blank(text, match.end("zip"))
    for match in _GLUED_DATE.finditer(text):
        yield from _blank(text, match.start())
        if text[match.end() : match.end() + 1].isalnum():
            yield from _blank(text, match.end())
    for match in _ZIP.finditer(text):
        yield from _blank(text, match.end())
    for match in _LONG.finditer(text):
        if not _words(match[0]):
            continue
        for at in range(match.start() + 1, match.end()):
            before, here = text[at - 1], text[at]
            if (
                (before.islower() and here.isupper())
                or (before in ",;:" and here.isalpha())
                or (before.isalpha() and here.isdigit() and at + 3 < match.end() and text[at : at + 4].isdigit())
            ):
                yield from _blank(text, at)


def _words(run: str) -> bool:
    """Whether it is words, and no key, address or row of a table."""
    letters = sum(character.isalpha() for character in run)
    return letters > 0.75 * len(run) and ";" not in run and len(_HUMP.findall(run)) + run.count(",") > 1


def _blank(text: str, at: int) -> Iterator[Edit]:
    yield at - 1, at, text[at - 1] + " "
