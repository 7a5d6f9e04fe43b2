"""Words around a number that tell whether it is one of things or one of proceedings."""

from __future__ import annotations

import regex

_THINGS = regex.compile(
    r"(?<!\p{L})(?:(?:\p{L}{2,20}-?)?(?:formular|vordruck|formblatt|merkblatt|ticket|artikel|modell|drucksache|bebauungsplan|b-plan"
    r"|kostenstelle|haushaltsstelle|sachkonto|flurstück|denkmalliste|rundschreiben|erlass|richtlinie|dienstanweisung|lehrgang|seminar|leitweg"
    r"|fortbildung|planstelle|seriennummer|inventarnummer|raumnummer|beschlussvorlage|rahmenvertrag|wartungsvertrag)"
    r"|muster|anlage|störung|art\.|bestell|norm|typ|version|release|drs|vorlage|beschluss|kurs|veranstaltung|schulung|raum"
    r"|zimmer|saal|charge|los|inventar|inv\.|produkt|titel|kapitel|plan|linie|flst|gemarkung|serien|gerät|drucker|toner|signatur"
    r"|isbn|regal|datei|ordner|stelle|stellen|kennziffer|ausschreibung|vergabe|projekt|erlass|verordnung|satzung|urteil|beschl"
    r"|rechtsprechung|vgl|siehe|ecli|bgbl|fassung|befund|probe|chargen|modul|schlüssel|amtsblatt|ausgabe|heft|band|bauteil"
    r"|grabfeld|feld|baum|pflanz|hersteller|firmware|update|patch|server|host|switch|sn|lizenz|zulassung|prüfsiegel"
    r"|warentarif|zolltarif|cpv|farb|messstelle|leuchte|laterne|schacht|brücke|bauwerk|denkmal|liste|standort|objekt)"
    r"(?:s|es|e|en|n|er)?(?:-?(?:nr|nummer|no|id))?\.?(?!\p{L})",
    regex.IGNORECASE,
)
_PROCEEDINGS = regex.compile(
    r"(?<!\p{L})(?:\p{L}*(?:antrag|bescheid|akte|verfahren|vorgang|fall|klage|anzeige|mahnung|forderung|konto|hilfeplan"
    r"|genehmigung|erlaubnis|widerspruch|bußgeld|pfändung|vollstreckung|vormund|betreuung|beistand|visum|aufenthalt|wohngeld"
    r"|unterhalt|leistung|duldung|einbürgerung|anhörung|ladung|zahlen|zahlung|überweisen|überweisung|betreff|betr|angabe|zeichen"
    r"|zweck|petition|beschwerde|ausweis|schreiben|registriert|geführt|angelegt|unter|zu|mein|meine|sache|file|case"
    r"|application|reference|claim|quote)(?:s|es|e|en|n|er)?)(?!\p{L})",
    regex.IGNORECASE,
)
#: ``Seminarnummer lautet``, ``Inv.-Nr.``: the label of a number that is never one of a person.
_NUMBER_OF_A_THING = regex.compile(
    r"(?<!\p{L})(?:seminar|kurs|lehrgangs?|fortbildungs?|veranstaltungs?|schulungs?|artikel|art\.?|modell|inventar|inv\.?"
    r"|serien|chargen?"
    r"|los|bestell|formular|vordruck|drucksachen?|raum|zimmer|zähler|leuchten?|baum|objekt|gebäude|geräte?|vergabe|ausschreibungs?"
    r"|projekt|kostenstellen?|firmware|patch|lizenz|sachkonto|mast(?:en)?|produkt|teile?|ersatzteil|material)[ -]?"
    r"(?:nr\.?|nummer|no\.?|id|kennziffer)"
    r"(?:[ ](?:lautet|ist))?[: ]{0,3}$",
    regex.IGNORECASE,
)
#: Numbers of bills: of things in the books of a house, of a person in a letter to one.
_BILL = regex.compile(
    r"(?<!\p{L})(?:rechnung|lieferschein|angebot|bestellung)\p{L}{0,3}[ :]{1,2}(?:nr\.?[ ])?$", regex.IGNORECASE
)
#: How far around a number words count, in characters; and how near one decides.
_BEFORE = 70
_BEHIND = 50
_NEXT = 24


def of_a_thing(text: str, start: int) -> bool:
    """Whether the word for a thing stands right before, and none of proceedings between."""
    return _balance(_line_before(text, start)) <= -2


def labelled_as_a_thing(text: str, start: int) -> bool:
    """Whether the label right before says that the number is one of a thing."""
    return _NUMBER_OF_A_THING.search(_line_before(text, start)) is not None


def surroundings(text: str, start: int, end: int) -> float:
    """From -0.65 (a number of things) to 0.2 (one of proceedings)."""
    before = _line_before(text, start)
    balance = -1 if _BILL.search(before) else _balance(before)
    score = {-2: -0.45, -1: -0.2, 0: 0.0, 1: 0.1, 2: 0.2}[balance]
    line_end = text.find("\n", end)
    behind = text[end : min(line_end if line_end >= 0 else len(text), end + _BEHIND)]
    return score - 0.2 if _THINGS.match(behind.lstrip(" )(:,-–|;")) else score


def _line_before(text: str, start: int) -> str:
    return text[max(text.rfind("\n", 0, start) + 1, start - _BEFORE) : start]


def _balance(before: str) -> int:
    things = [match.end() for match in _THINGS.finditer(before)]
    proceedings = [match.end() for match in _PROCEEDINGS.finditer(before)]
    if things and (not proceedings or things[-1] >= proceedings[-1]):
        return -2 if len(before) - things[-1] < _NEXT else -1
    if proceedings:
        return 2 if len(before) - proceedings[-1] < _NEXT + 6 else 1
    return 0
