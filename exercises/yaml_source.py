"""YAML as plain values that remember their lines.

Only what exercise files need: mappings with text keys, lists, text, numbers, true/false. Anchors, aliases and
tags are refused, so that a file says what it means in one place and cannot grow when it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from exercises.errors import ExerciseError

FieldPath = tuple[str | int, ...]
"""Keys and indexes from the top of the file: `("reflection", 1, "help")`."""

_DEEPEST = 20
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
)


@dataclass
class YamlSource:
    """A YAML file as values, with the line of every field."""

    file: Path
    """The file it was read from."""
    data: dict[str, Any] = field(default_factory=dict)
    """The values."""
    lines: dict[FieldPath, int] = field(default_factory=dict)
    """Line of each field, counted from 1."""

    def line_of(self, path: FieldPath) -> int:
        """Line of a field, or of the nearest field around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)


def field_name(path: FieldPath) -> str | None:
    """A path as authors read it: `reflection[1].help`; None for the file as a whole."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name or None


def parse_yaml(file: Path, text: str) -> YamlSource:
    """Values and lines of a YAML text. Raises ExerciseError at the first place that cannot be read."""
    source = YamlSource(file)
    try:
        _refuse_what_grows(file, text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(file, text, error) from None
    except yaml.YAMLError as error:
        raise ExerciseError(file, None, None, f"Die Datei ist kein lesbares YAML ({error}).") from None
    if root is None:
        raise ExerciseError(file, 1, None, "Die Datei ist leer.")
    if not isinstance(root, yaml.MappingNode):
        raise ExerciseError(file, 1, None, "Die Datei muss aus Feldern der Form „name: Wert“ bestehen.")
    _Reader(source).read(root, ())
    return source


class _Reader:
    def __init__(self, source: YamlSource) -> None:
        self._source = source
        self._scalars = yaml.constructor.SafeConstructor()

    def read(self, root: yaml.MappingNode, path: FieldPath) -> None:
        self._source.data = self._value(root, path)

    def _fail(self, node: yaml.Node, path: FieldPath, message: str) -> ExerciseError:
        return ExerciseError(self._source.file, node.start_mark.line + 1, field_name(path), message)

    def _value(self, node: yaml.Node, path: FieldPath) -> Any:
        self._source.lines.setdefault(path, node.start_mark.line + 1)
        if node.tag not in _PLAIN_TAGS:
            raise self._fail(
                node, path, f"Die Angabe „{node.tag}“ ist hier nicht möglich. Erlaubt sind Text, Zahlen und Listen."
            )
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        if node.tag.endswith(":timestamp"):
            return node.value
        try:
            return self._scalars.construct_object(node)
        except ValueError:
            raise self._fail(node, path, f"„{node.value[:40]}“ ist keine Zahl, die sich lesen lässt.") from None

    def _mapping(self, node: yaml.MappingNode, path: FieldPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag != "tag:yaml.org,2002:str":
                shown = getattr(key_node, "value", "")
                name = f"„{shown}“" if isinstance(shown, str) else "ein Feld"
                raise self._fail(key_node, path, f"Als Feldname ist {name} nicht möglich. Feldnamen sind Wörter.")
            key = str(key_node.value)
            here = (*path, key)
            if key in values:
                first = self._source.lines[here]
                raise self._fail(key_node, here, f"Das Feld steht zweimal da, zuerst in Zeile {first}.")
            self._source.lines[here] = key_node.start_mark.line + 1
            values[key] = self._value(value_node, here)
        return values


def _refuse_what_grows(file: Path, text: str) -> None:
    """Raise ExerciseError at an anchor, an alias, or nesting deeper than any exercise needs."""
    depth = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        line = token.start_mark.line + 1
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
            message = "Verweise (& und *) sind hier nicht möglich. Schreiben Sie den Wert aus."
            raise ExerciseError(file, line, None, message)
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if depth > _DEEPEST:
            raise ExerciseError(file, line, None, "Die Felder sind zu tief verschachtelt.")


def _syntax_error(file: Path, text: str, error: yaml.MarkedYAMLError) -> ExerciseError:
    if error.context == "while scanning a quoted scalar" and error.context_mark:
        message = "Hier beginnt ein Anführungszeichen, das nicht wieder geschlossen wird."
        return ExerciseError(file, error.context_mark.line + 1, None, message)
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    lines = text.splitlines()
    shown = lines[line - 1] if line and line <= len(lines) else ""
    if "\t" in shown[: len(shown) - len(shown.lstrip())]:
        message = "Die Zeile ist mit einem Tabulator eingerückt. YAML braucht dafür Leerzeichen."
    else:
        message = (
            "Der Aufbau der Datei ist hier nicht zu lesen. Häufige Gründe: eine falsche Einrückung oder ein "
            f"Doppelpunkt mitten im Text. (Meldung: {error.problem or error.context})"
        )
    return ExerciseError(file, line, None, message)
