"""Numbers that anybody may know: published decisions, statutes, standards, tickets about devices, plain dates."""

from __future__ import annotations

import regex

from guardrails.recognizers.reference_surroundings import labelled_as_a_thing

#: Beginnings of numbers of standards, statutes, forms, devices and days.
STANDARD = regex.compile(
    r"(?:DIN|ISO|EN|IEC|RFC|RAL|VDE|VDI|CVE|CPV|EU|EG|EWG|VO|BT|BR|DS|DRS|BGBL|ISBN|ISSN|EAN|GTIN|KW|COVID|HP|USB"
    r"|PC|IP|A\d|B\d"
    r"|SGB|TVÖD|TV|WIN|KB|V\d|XML|PDF|HTML|UTF|AES|RSA|SHA|WPA\d?|LED|LTE|CO2|H\dN\d|NR|TEL|FAX|MO|DI|MI|DO|FR|SA"
    r"|SO|Q\d)(?=[^\p{L}]|\Z)",
    regex.IGNORECASE,
)
_DECISION = regex.compile(
    r"(?:BGH|BVerfG|BVerwG|BSG|BAG|BFH|EuGH|EGMR|(?:OLG|OVG|VGH|LSG|LAG)(?=[^\n]{0,40}?(?:vom|v\.|Urt|Besch"
    r"|\()[ ]?)|(?:Urteil|Beschluss)(?=e?s?[ ]?(?:v\.|vom|des|der|[-–:,(]))|Urt\.|Beschl\."
    r"|Rechtsprechung|[Vv]gl\.|ECLI)"
    r"[^\n]{0,70}$"
)
_LAW = regex.compile(
    r"(?:§{1,2}|Art\.|Artikel|Abs\.|Absatz|Satz|DIN|ISO|EN|BGBl\.?|ABl\.?|Drucksache|Drs\.|BT-Drs\.|Richtlinie"
    r"|Verordnung|VO"
    r"|Formular|Vordruck|Anlage|Erlass|Runderlass|Rundschreiben|Rundverfügung|Dienstanweisung"
    r"|Verwaltungsvorschrift)"
    r"(?:es|s)?[ ]?(?:Nr\.?|\(E[UG]\))?[ ]?$"
)
_PLAIN_DATE = regex.compile(
    r"(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:0?[1-9]|1[0-2])\.(?:[ ]?(?:\d{4}|\d{2}))?|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}:\d{2}|(?:19|20)\d{2}|(?:\p{Lu}{1,4}[ ])?(?:0?[1-9]|1[0-2])[./]\d{2}(?:\d{2})?[ ]?[–-][ ]?"
    r"(?:0?[1-9]|1[0-2])[./]\d{2}(?:\d{2})?"
)
#: Numbers of devices, patches, colours, goods: they name what they belong to themselves.
_OF_A_THING = regex.compile(
    r"(?:INV|INVENTAR|LOT|PRT|SRV|HKS|NCS|PANTONE|PZN|EAN|GTIN|DE-00)[ .-]{0,2}\d|KB\d{6,7}(?!\d)|UN[ ]\d{4}(?!\d)"
    r"|(?:VZ|ZZ)[ ]\d{3,4}-\d{2}(?!\d)"
)
_SIGN_OF_A_ROAD = regex.compile(r"(?:[1-4]\d{2}|1[0-9]\d{2})(?:\.\d)?-\d{2}")
_ROAD = regex.compile(
    r"(?<!\p{L})(?:VZ|ZZ|(?:verkehrs|zusatz)-?(?:zeichen|schild)\p{L}{0,2}|zusatz)[ ]", regex.IGNORECASE
)
_SOMEBODYS = regex.compile(
    r"(?<!\p{L})(?:ihr|mein|dein|your|my)\p{L}{0,2}[ ]ticket[ ]?(?:nr\.?)?[ :]*$", regex.IGNORECASE
)
_TICKET = regex.compile(r"(?:INC|CHG|RITM|REQ|PRB|TASK|CVE)-\d")


def of_the_public(text: str, start: int, end: int) -> bool:
    """Whether a number is the one of a published decision or statute, of a course, a device or another thing that its
    label names, a ticket about a device, or a plain date.

    Args:
        text: the text.
        start: the first character of the number.
        end: one past its last.
    """
    before = text[max(0, start - 90) : start]
    return bool(
        _OF_A_THING.match(text, start, end)
        or (_SIGN_OF_A_ROAD.fullmatch(text, start, end) and _ROAD.search(before))
        or (_TICKET.match(text, start, end) and not _SOMEBODYS.search(before))
        or _PLAIN_DATE.fullmatch(text, start, end)
        or _LAW.search(before)
        or labelled_as_a_thing(text, start)
        or _DECISION.search(before)
    )
