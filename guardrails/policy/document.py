"""Reading policy files: YAML in, a policy or an error that names file, line and field, in German."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guardrails.errors import PolicyError
from guardrails.policy.schema import Policy

#: Longest file that is read, in characters.
LONGEST_FILE = 200_000
#: How many mistakes are named at once.
_MOST_FAULTS = 8
_SHIPPED = "guardrails/policy/default.yaml"

_MESSAGES = {
    "missing": "fehlt",
    "extra_forbidden": "diese Angabe gibt es hier nicht",
    "literal_error": "erlaubt sind redact, block, warn und allow",
    "string_type": "muss ein Text sein; setzen Sie ihn in Anführungszeichen",
    "string_too_short": "darf nicht leer sein",
    "string_too_long": "ist länger als {max_length} Zeichen",
    "float_type": "muss eine Zahl zwischen 0 und 1 sein",
    "float_parsing": "muss eine Zahl zwischen 0 und 1 sein",
    "greater_than_equal": "muss eine Zahl zwischen 0 und 1 sein",
    "less_than_equal": "muss eine Zahl zwischen 0 und 1 sein",
    "dict_type": "muss aus Paaren „Name: Wert“ bestehen",
    "model_type": "muss aus Paaren „Name: Wert“ bestehen",
    "model_attributes_type": "muss aus Paaren „Name: Wert“ bestehen",
    "tuple_type": "muss eine Liste sein",
}
_PATTERN_MESSAGES = {
    "version": 'besteht aus drei Zahlen in Anführungszeichen, zum Beispiel "1.2.0"',
    "exercises": "Kennungen von Übungen bestehen aus kleinen Buchstaben, Ziffern und Bindestrichen",
}


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """A policy and the text it was read from, comments included."""

    policy: Policy
    content: str
    name: str
    """Path of the file, or what stands for it in messages."""


def load_policy(path: Path | None = None) -> Policy:
    """Reads a policy file, the shipped one by default.

    Raises:
        PolicyError: as :func:`load_document`.
    """
    return load_document(path).policy


def load_document(path: Path | None = None) -> PolicyDocument:
    """Reads a policy file with its text, the shipped one by default.

    Raises:
        PolicyError: the file cannot be read or breaks the schema; the message names file, line and field.
    """
    name = str(path) if path else _SHIPPED
    try:
        content = (
            path.read_text(encoding="utf-8-sig")
            if path
            else files(__package__).joinpath("default.yaml").read_text(encoding="utf-8")
        )
    except OSError as error:
        raise PolicyError(f"Die Schutzregel {name} lässt sich nicht lesen.") from error
    except UnicodeDecodeError:
        raise PolicyError(f"Die Schutzregel {name} ist kein Text in UTF-8.") from None
    return parse_policy(content, name)


def parse_policy(content: str, name: str) -> PolicyDocument:
    """The policy that a text describes.

    Args:
        content: YAML.
        name: what the text is called in messages.

    Raises:
        PolicyError: no YAML, or against the schema. The message names place and field and quotes no listed text.
    """
    if len(content) > LONGEST_FILE:
        raise PolicyError(f"Die Schutzregel {name} ist zu groß (mehr als {LONGEST_FILE} Zeichen).")
    tree, data = _read_yaml(content, name)
    try:
        return PolicyDocument(Policy.model_validate(data), content, name)
    except ValidationError as error:
        faults = list(dict.fromkeys(_fault(tree, item) for item in error.errors()))
    more = len(faults) - _MOST_FAULTS
    lines = faults[:_MOST_FAULTS] + ([f"und {more} weitere Fehler"] if more > 0 else [])
    raise PolicyError(f"Die Schutzregel {name} ist fehlerhaft. " + " ".join(f"{line}." for line in lines))


def _read_yaml(content: str, name: str) -> tuple[yaml.Node | None, Any]:
    try:
        for event in yaml.parse(content, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise _broken(
                    name,
                    event.start_mark.line if event.start_mark else 0,
                    "Verweise (*name) sind in Schutzregeln nicht erlaubt",
                )
        loader = yaml.SafeLoader(content)
        tree = loader.get_single_node()
        for line, key in _repeated_keys(tree):
            raise _broken(name, line, f"„{key}“ steht zweimal da; nur einmal ist erlaubt")
        return tree, loader.construct_document(tree) if tree is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", Zeile {mark.line + 1}" if mark else ""
    except (RecursionError, ValueError):
        place = ""
    raise PolicyError(f"Die Schutzregel {name} ist kein gültiges YAML{place}.")


def _broken(name: str, line: int, what: str) -> PolicyError:
    return PolicyError(f"Die Schutzregel {name} ist fehlerhaft. Zeile {line + 1}: {what}.")


def _repeated_keys(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    yield key.start_mark.line, key.value
                seen.add(key.value)
            yield from _repeated_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated_keys(item)


def _fault(tree: yaml.Node | None, error: ErrorDetails) -> str:
    parts = [part for part in error["loc"] if part != "[key]"]
    field = ".".join(str(part + 1) if isinstance(part, int) else part for part in parts)
    where = f"Zeile {_line(tree, parts) + 1}"
    return f"{where}, „{field}“: {_message(error)}" if field else f"{where}: {_message(error)}"


def _message(error: ErrorDetails) -> str:
    kind = error["type"]
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind == "string_pattern_mismatch":
        return _PATTERN_MESSAGES[str(error["loc"][0])]
    return _MESSAGES.get(kind, "hat nicht die erwartete Form").format_map(error.get("ctx", {}))


def _line(tree: yaml.Node | None, parts: Sequence[int | str]) -> int:
    """The line of a field, or of the nearest part around it that exists. Counted from 0."""
    line = tree.start_mark.line if tree is not None else 0
    node = tree
    for part in parts:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if getattr(key, "value", None) == part), None)
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line
        else:
            break
    return int(line)
