"""What is wrong with a field, in German, from Pydantic's findings."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from exercises.yaml_source import FieldPath

_Context = Mapping[str, Any]

_PATTERNS = {
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "Erlaubt sind Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel „mein-fall“.",
    r"^\d+\.\d+\.\d+$": "Eine Version besteht aus drei Zahlen, zum Beispiel „1.0.0“.",
    r"^[^\n]*$": "Hier ist nur eine einzige Zeile möglich.",
    r"^https://\S+$": "Eine Adresse beginnt mit „https://“ und enthält keine Leerzeichen.",
}

_MESSAGES: dict[str, Callable[[_Context], str]] = {
    "missing": lambda c: "Das Feld fehlt.",
    "string_type": lambda c: "Hier wird Text erwartet. Zahlen und Daten gehören dafür in Anführungszeichen.",
    "string_too_short": lambda c: "Das Feld ist leer.",
    "string_too_long": lambda c: f"Der Text ist zu lang. Möglich sind {c['max_length']} Zeichen.",
    "string_pattern_mismatch": lambda c: _PATTERNS.get(c["pattern"], "Der Text hat nicht die erwartete Form."),
    "int_type": lambda c: "Hier wird eine ganze Zahl erwartet.",
    "int_from_float": lambda c: "Hier wird eine ganze Zahl erwartet.",
    "bool_type": lambda c: "Hier wird „true“ oder „false“ erwartet.",
    "bool_parsing": lambda c: "Hier wird „true“ oder „false“ erwartet.",
    "greater_than_equal": lambda c: f"Die Zahl ist zu klein. Möglich ist sie ab {c['ge']}.",
    "less_than_equal": lambda c: f"Die Zahl ist zu groß. Möglich ist sie bis {c['le']}.",
    "tuple_type": lambda c: "Hier wird eine Liste erwartet: jede Zeile beginnt mit „- “.",
    "too_short": lambda c: "Die Liste ist leer.",
    "too_long": lambda c: f"Die Liste ist zu lang. Möglich sind {c['max_length']} Einträge.",
    "literal_error": lambda c: f"Diesen Wert gibt es nicht. Möglich sind: {_in_german(c['expected'])}.",
    "union_tag_invalid": lambda c: (
        f"Die Prüfung „{c['tag']}“ gibt es nicht. Möglich sind: {_in_german(c['expected_tags'])}."
    ),
    "union_tag_not_found": lambda c: "Es fehlt das Feld „check“, das sagt, welche Prüfung gemeint ist.",
    "model_type": lambda c: "Hier werden Felder der Form „name: Wert“ erwartet.",
    "model_attributes_type": lambda c: "Hier werden Felder der Form „name: Wert“ erwartet.",
}


def problems_of(error: ValidationError, data: dict[str, Any], model: type[BaseModel]) -> list[tuple[FieldPath, str]]:
    """Field and German message of each finding, in Pydantic's order."""
    return [(_path_in(data, details["loc"]), _message(details, model)) for details in error.errors()]


def _path_in(data: Any, location: tuple[int | str, ...]) -> FieldPath:
    """Pydantic's location without the tags of discriminated unions, which are no fields of the file."""
    path: FieldPath = ()
    for index, part in enumerate(location):
        is_last = index == len(location) - 1
        is_field = part in data if isinstance(data, dict) else isinstance(data, list) and isinstance(part, int)
        if is_field:
            data = data[part]
        if is_field or is_last:
            path = (*path, part)
    return path


def _message(details: ErrorDetails, model: type[BaseModel]) -> str:
    if details["type"] == "extra_forbidden":
        return _unknown_field(str(details["loc"][-1]), _fields_at(model, details["loc"]))
    if details["type"] in {"tuple_type", "int_type", "string_type"} and details["input"] is None:
        return "Das Feld ist leer."
    known = _MESSAGES.get(details["type"])
    return known(details.get("ctx", {})) if known else f"Der Wert passt hier nicht ({details['msg']})."


def _unknown_field(name: str, known: set[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if close:
        return f"Dieses Feld kennt das Schema nicht. Gemeint ist vielleicht „{close[0]}“."
    return f"Dieses Feld kennt das Schema nicht. Möglich sind: {', '.join(sorted(known))}."


def _fields_at(model: type[BaseModel], location: tuple[int | str, ...]) -> set[str]:
    """Fields of the object that the last part of a location stands in, read from the JSON schema."""
    schema = model.model_json_schema()
    node: dict[str, Any] = schema
    for part in location[:-1]:
        node = _resolve(node, schema)
        if isinstance(part, int):
            node = node.get("items", {})
        elif "discriminator" in node:
            node = {"$ref": node["discriminator"]["mapping"].get(part, "")}
        else:
            node = node.get("properties", {}).get(part, {})
    return set(_resolve(node, schema).get("properties", {}))


def _resolve(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    reference = node.get("$ref", "")
    resolved = schema["$defs"].get(reference.rpartition("/")[2], {}) if reference else node
    assert isinstance(resolved, dict)
    return resolved


def _in_german(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")
