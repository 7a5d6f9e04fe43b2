"""Message catalogues (gettext). German is what the code says; a `.po` file in `ui/locale` holds another language.

Each text is known by the name of its field (`msgctxt "exercise.send"`) and its German words (`msgid`), so a
translation falls out of use when the German changes. `python -m ui.texts` brings the files up to date
with the code: new texts come in empty, changed ones as fuzzy, dropped ones go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

LOCALE_DIR = Path(__file__).parent.parent / "locale"
DOMAIN = "ui"

Words = TypeVar("Words")
Translate = Callable[[str, str], str]
"""Name of a text and its German words in, its words in another language out."""

_FIELD = re.compile(r"\{(\w*)")


def translated(words: Words, translate: Translate) -> Words:
    """The same object with every text in it translated; keys of mappings and names of pairs stay as they are."""
    result: Words = _translated(words, translate, "")
    return result


def _translated(words: Any, translate: Translate, name: str) -> Any:
    if isinstance(words, str):
        return translate(name, words) if words else words
    if isinstance(words, Mapping):
        return {key: _translated(value, translate, _below(name, key)) for key, value in words.items()}
    if _is_pair(words):
        return (words[0], _translated(words[1], translate, _below(name, words[0])))
    if isinstance(words, tuple):
        parts = enumerate(words, start=1)
        return tuple(_translated(part, translate, name if _is_pair(part) else _below(name, n)) for n, part in parts)
    if is_dataclass(words) and not isinstance(words, type):
        values = {f.name: _translated(getattr(words, f.name), translate, _below(name, f.name)) for f in fields(words)}
        return replace(words, **values)
    return words


def sources(words: Any) -> dict[str, str]:
    """Every German text in an object by its name."""
    found: dict[str, str] = {}

    def note(name: str, text: str) -> str:
        found[name] = text
        return text

    translated(words, note)
    return found


@lru_cache(maxsize=8)
def translations(code: str) -> Translate:
    """Looks texts up in the catalogue of a language; what it lacks stays German."""
    catalogue = read(code)

    def translate(name: str, german: str) -> str:
        message = catalogue.get(german, name)
        return str(message.string) if message is not None and message.string and not message.fuzzy else german

    return translate


def read(code: str) -> Catalog:
    """The catalogue of a language, empty where there is none yet."""
    path = catalogue_path(code)
    if not path.exists():
        return Catalog(locale=code, domain=DOMAIN)
    with path.open("rb") as file:
        return read_po(file, locale=code, domain=DOMAIN)


def catalogue_path(code: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE_DIR / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def faults(words: Any, code: str) -> Iterator[str]:
    """What is wrong with a catalogue: texts without translation, fuzzy ones, lost or foreign fields, leftovers."""
    catalogue, known = read(code), sources(words)
    for name, german in known.items():
        message = catalogue.get(german, name)
        if message is None or not message.string:
            yield f"{name}: not translated"
        elif message.fuzzy:
            yield f"{name}: fuzzy"
        elif sorted(_FIELD.findall(german)) != sorted(_FIELD.findall(str(message.string))):
            yield f"{name}: other fields in braces than the German text"
    for message in catalogue:
        if message.id and known.get(str(message.context)) != message.id:
            yield f"{message.context}: not in the code"


def update(words: Any, code: str) -> None:
    """Write the catalogue of a language anew from the texts in the code and the translations it has."""
    catalogue = read(code)
    earlier = {str(message.context): message for message in catalogue if message.id}
    created = catalogue.creation_date if earlier else datetime.now(UTC)
    fresh = Catalog(
        locale=code,
        domain=DOMAIN,
        project="KI-Werkstatt",
        version="",
        msgid_bugs_address="",
        last_translator="KI-Werkstatt",
        language_team="KI-Werkstatt",
        fuzzy=False,
        creation_date=created,
        revision_date=created,
        header_comment="# Texts of the pages. Written by `python -m ui.texts`; translate here.",
    )
    for name, german in sources(words).items():
        known = earlier.get(name)
        same = known is not None and known.id == german
        doubtful = known is not None and bool(known.string) and (known.fuzzy or not same)
        flags = {"fuzzy"} if doubtful else set()
        fresh.add(german, string=known.string if known else "", context=name, flags=flags)
    written = BytesIO()
    write_po(written, fresh, width=120, omit_header=False)
    path = catalogue_path(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written.getvalue())


def _below(name: str, key: object) -> str:
    return f"{name}.{key}" if name else str(key)


def _is_pair(words: Any) -> bool:
    """A key with the text that is shown for it."""
    return isinstance(words, tuple) and len(words) == 2 and isinstance(words[0], str) and words[0].islower()
