"""What a label names, wherever its value stands: behind it, below it, above it, in its row or in its column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from presidio_analyzer import RecognizerResult

from guardrails.deadline import check_time
from guardrails.layout import Cell, Row, blocks, cell_below
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled
from guardrails.recognizers.de_fuehrerschein import DeFuehrerscheinRecognizer
from guardrails.recognizers.de_health_insurance import DeHealthInsuranceRecognizer
from guardrails.recognizers.de_health_professions import DeLanrRecognizer
from guardrails.recognizers.de_identity_documents import DeIdCardRecognizer, DePassportRecognizer
from guardrails.recognizers.de_social_security import DeSocialSecurityRecognizer
from guardrails.recognizers.de_tax_id import DeTaxIdRecognizer
from guardrails.recognizers.de_vat_id import DeVatIdRecognizer
from guardrails.recognizers.field_labels import Label, label_at, labels_in
from guardrails.recognizers.iban import IbanRecognizer
from guardrails.recognizers.public_numbers import of_the_public
from guardrails.recognizers.stacked_tables import stacked_values
from guardrails.recognizers.value_shapes import fills, street_or_town, value_at

_SCORE = 0.74
_CHECKED = 0.9
#: What a wrong checksum takes off: what the label says weighs more.
_UNCHECKED = 0.12
_CHECKS: dict[str, GuardRecognizer] = {
    kind.ENTITY: kind()
    for kind in (
        DeTaxIdRecognizer,
        DeSocialSecurityRecognizer,
        DeHealthInsuranceRecognizer,
        DeIdCardRecognizer,
        DePassportRecognizer,
        DeFuehrerscheinRecognizer,
        DeVatIdRecognizer,
        DeLanrRecognizer,
        IbanRecognizer,
    )
}
#: Numbers that stand in a sentence right behind what they are called. The others have recognizers for sentences.
_IN_SENTENCE = frozenset(
    (
        *("DE_PERSONNEL_ID", "DE_BENEFIT_ID", "DE_CASE_NUMBER", "DE_TAX_ID", "DE_TAX_NUMBER", "DE_SOCIAL_SECURITY"),
        *("DE_HEALTH_INSURANCE", "DE_FOREIGNER_ID", "DE_EMPLOYER_ID", "DE_HANDELSREGISTER", "DE_VAT_ID", "DE_LANR"),
        *("DE_BSNR", "DE_ID_CARD", "DE_PASSPORT", "DE_FUEHRERSCHEIN", "DE_KFZ"),
    )
)
_GLUE = compiled(
    r"[.]?(?:[ ]?\([^()\n]{1,40}\)|\*|/in)?"
    r"(?:[ ](?:des|der|vom|von|für|d\.|bei|beim|im)[ ](?:\p{L}[\p{L}.'-]*[ ]?){1,4}?(?=[ ]?[:=.…_|\t]|[ ]{2}))?"
    r"(?:[ ](?:privat|dienstlich|neu|alt|am|nr\.?|mobil|dort|hier|jeweils|stets|immer|jetzt|nun|unter|bitte[ ]angeben"
    r"|(?-i:\p{Ll}{3,9})(?=[ ]?:)))?"
    r"(?:[ ]{2,40}(?=[:=][ ]))?"
    r"(?:[ ]?[\"']?(?P<sign>[:=>]{1,2}|(?:lautet|ist|war|is)(?!\p{L})[ ]?:?|[.…_·]{2,80}[ ]?:?|[ ]{0,40}[|\t;][ ]?"
    r"|[-–](?=[ ]))[ ]{0,40}"
    r"|(?P<gap>[ ]{2,60})|[ ](?:\#[ ]?)?)?"
    r"(?P<break>[ ]{0,4}\n(?:[ ]*[|¯_-]*[ ]?)??[ ]{0,24})?(?P<open>[\[(\"'„»<]{0,2})"
)
_ITEM_BEGINS = compiled(r"(?:^|[|;\t,(•<{\"&]|[ ]{2}|\d[.)]|[-–*][ ]|\[[xX ]?\])[ ]*(?:(?-i:\p{Ll}{2,8})[ ])?$")
_CELL_END = compiled(r"[|;\t,\n<\"&]|[ ]{2}|[ ]\(|$")
_DIGIT = compiled(r"\d")
_NUMBER = compiled(r"\d{2}")
#: Behind a label that ends its line, and the dots that lead to it from its value: ``07.09.1966 ..... geb.``
_ENDS_LINE = compiled(r"[.:*]{0,2}(?:[ ]?\([^()\n]{1,60}\))?[ ]*$")
_LED_TO = compiled(r"^[ ]*(?P<value>[^\n.…_][^\n]*?)[ ]?[.…_·]{3,80}[ ]?$")
_LONGEST_LABEL = 44


class LabelledValueRecognizer(GuardRecognizer):
    """Values of every kind by the label that names them: on the line behind it, on the next line, in the cell to the
    right, below it in a column, above it in a form.

    The labels are those of ``field_labels.yaml``. A value counts when it looks possible for what the label says
    (``value_shapes``); a wrong checksum lowers the score and never drops it.
    """

    ENTITY = "DE_CASE_NUMBER"

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """One result for each labelled value, each of its own kind."""
        results = []
        for entity, start, end, how in self._values(text):
            if entity == "DE_CASE_NUMBER" and of_the_public(text, start, end):
                continue
            result = self.result(text, start, end, *_judged(entity, text[start:end], how))
            result.entity_type = entity
            results.append(result)
        return results

    def _values(self, text: str) -> Iterator[tuple[str, int, int, str]]:
        for label in labels_in(text):
            check_time()
            yield from self._behind(text, label)
            yield from _led_to(text, label)
        all_blocks = list(blocks(text))
        for block in all_blocks:
            check_time()
            yield from _in_rows(text, block)
        for label, entity, start, end in stacked_values(text, all_blocks):
            yield entity, start, end, _name(text, label)

    def _behind(self, text: str, label: Label) -> Iterator[tuple[str, int, int, str]]:
        """On the same line or at the start of the next one."""
        glue = _GLUE.match(text, label.end)
        if glue is None or glue.end() == label.end:
            return
        field = bool(glue["sign"] or glue["gap"] or glue["break"])
        begins = _ITEM_BEGINS.search(text, max(0, label.start - 20), label.start) is not None
        if not label.strong and (not field or label.entities[0] == "STREET_ADDRESS"):
            return
        if not begins and (not label.strong or (glue["break"] and not glue["sign"])):
            return
        start = glue.end()
        line_end = text.find("\n", start)
        end = line_end if line_end >= 0 else len(text)
        for entity in label.entities:
            if not field and entity not in _IN_SENTENCE and not (entity == "DATE_OF_BIRTH" and _alone(text, label)):
                continue
            if entity == "SECRET" and (glue["sign"] or "").strip() not in (":", "=", "|"):
                continue
            found = _value(text, entity, start, end, begins and bool(glue["sign"]), named=_is_street(text, label))
            if found is not None:
                yield entity, start, found, _name(text, label)
                return


def _alone(text: str, label: Label) -> bool:
    """Whether nothing stands before the label in its line."""
    return not text[text.rfind("\n", 0, label.start) + 1 : label.start].strip()


def _led_to(text: str, label: Label) -> Iterator[tuple[str, int, int, str]]:
    """The value at the start of a line, from which dots lead to its label at the end."""
    if text[label.start - 1 : label.start] not in (" ", ".", "…", "_") or not _ENDS_LINE.match(text, label.end):
        return
    line = _LED_TO.fullmatch(text, text.rfind("\n", 0, label.start) + 1, label.start)
    if line is None:
        return
    start, stop = line.span("value")
    for entity in label.entities:
        end = _value(text, entity, start, stop, True, named=_is_street(text, label))
        if end is not None and fills(text, end, stop):
            yield entity, start, stop if entity == "STREET_ADDRESS" else end, _name(text, label)
            return


def _value(text: str, entity: str, start: int, end: int, begins: bool, *, named: bool = False) -> int | None:
    """Where the value of a kind ends that begins at ``start``.

    Args:
        text: the text.
        entity: the kind.
        start: the first character of the value.
        end: of its cell or line.
        begins: the label begins an item, so that words alone may be the value.
        named: the label asks for the name of a street or town, whatever the words.
    """
    if start >= end:
        return None
    found = value_at(entity, text, start, end)
    if found is not None and entity != "LOCATION":
        return found
    if entity not in ("LOCATION", "STREET_ADDRESS") or not begins:
        return None
    cell_end = _CELL_END.search(text, start, end)
    stop = cell_end.start() if cell_end else end
    if not street_or_town(text, start, stop) or label_at(text, start, stop):
        return None
    return stop if named or _is_town(text[start:stop]) else None


def _is_street(text: str, label: Label) -> bool:
    return _name(text, label).lower().startswith("str")


def _is_town(name: str) -> bool:
    lexicon = load_lexicon()
    return lexicon.place(name) or not any(lexicon.common(word) for word in name.replace("-", " ").split())


def _judged(entity: str, value: str, how: str) -> tuple[float, Evidence]:
    kind = _CHECKS.get(entity)
    valid = kind.check(value) if kind else None
    if valid:
        return _CHECKED, Evidence(f"Angabe zu „{how}“; die Prüfziffer stimmt.")
    if valid is False:
        return _SCORE - _UNCHECKED, Evidence(
            f"Angabe zu „{how}“; die Prüfziffer stimmt nicht, vielleicht ein Tippfehler."
        )
    return _SCORE, Evidence(f"Angabe zu „{how}“.")


def _name(text: str, label: Label) -> str:
    return text[label.start : label.end]


def _in_rows(text: str, rows: list[Row]) -> Iterator[tuple[str, int, int, str]]:
    """In the columns under a row of labels, above such a row, and to the right of the first cell of a row."""
    head: list[tuple[Cell, Label]] = []
    head_row = rows[0]
    labelled = [_labels_of(text, row) for row in rows]
    for number, row in enumerate(rows):
        labels = labelled[number]
        if labels:
            if number and not labelled[number - 1] and _stands_below(text, rows, labelled, number):
                yield from _pairs(text, labels, row, rows[number - 1])
            elif len(row.cells) > 1:
                head, head_row = labels, row
            continue
        yield from _pairs(text, head, head_row, row)
        first = row.cells[0]
        named = not _DIGIT.search(text, first.start, first.end)
        if named and len(row.cells) > 2 and row.separator in ("|", "\t", " ") and (label := _label_of(text, first)):
            for cell in row.cells[2:]:
                yield from _filled(text, label, cell)


def _stands_below(text: str, rows: list[Row], labelled: list[list[tuple[Cell, Label]]], number: int) -> bool:
    """Whether a row of labels belongs to the values above it."""
    labels, row = labelled[number], rows[number]
    if not any(True for _ in _pairs(text, labels, row, rows[number - 1])):
        return False
    last = number + 1 == len(rows)
    return last or bool(labelled[-1]) or not any(True for _ in _pairs(text, labels, row, rows[number + 1]))


def _pairs(text: str, labels: list[tuple[Cell, Label]], of: Row, row: Row) -> Iterator[tuple[str, int, int, str]]:
    with_street = any(_name(text, label).lower().startswith(("str", "plz", "postl")) for _, label in labels)
    for cell, label in labels:
        if not label.strong and label.entities[0] == "STREET_ADDRESS" and not with_street:
            continue
        index = of.cells.index(cell)
        behind = of.cells[index + 1] if index + 1 < len(of.cells) else None
        other = cell if row is of else cell_below(row, cell, behind, index, len(of.cells))
        if len(of.cells) == 1 and len(row.cells) == 1:
            other = row.cells[0]
        if other is not None:
            yield from _filled(text, label, other)


def _filled(text: str, label: Label, cell: Cell) -> Iterator[tuple[str, int, int, str]]:
    """The value that fills a cell, or begins it."""
    for entity in label.entities:
        named = not label.strong or _is_street(text, label)
        end = _value(text, entity, cell.start, cell.end, True, named=named)
        if end is not None and fills(text, end, cell.end) and (label.strong or entity != "SECRET"):
            yield entity, cell.start, end, _name(text, label)
            return


def _labels_of(text: str, row: Row) -> list[tuple[Cell, Label]]:
    """The labels of a row that holds nothing but labels; empty where it holds values."""
    if any(_NUMBER.search(text, cell.start, cell.end) or cell.end - cell.start > _LONGEST_LABEL for cell in row.cells):
        return []
    if all(_DIGIT.search(text, cell.start, cell.end) for cell in row.cells):
        return []
    return [
        (cell, label)
        for cell in row.cells
        if not _DIGIT.search(text, cell.start, cell.end) and (label := _label_of(text, cell)) is not None
    ]


def _label_of(text: str, cell: Cell) -> Label | None:
    if cell.end - cell.start > _LONGEST_LABEL or ":" in text[cell.start : cell.end - 1]:
        return None
    label = label_at(text, cell.start, cell.end)
    if label is None or text[cell.start : label.start].strip("( [*-"):
        return None
    return label
