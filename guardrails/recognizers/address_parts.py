"""What stands around street and number in an address: the house, the flat and the host before it, the rear building,
the floor and the town behind it; and addresses that only their surroundings make one.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.base import any_of, compiled
from guardrails.recognizers.street_patterns import CAPITALISED, COMPOUND, NUMBER, SPACED, TOWN, ZIP_TOWN_BEHIND
from guardrails.recognizers.table_columns import head_and_line

_NUMBER_OF = r"(?:[ ]?(?:Nr\.?|Nummer))?[ ]?"
_FLAT = (
    any_of(
        r"Whg\.? Wohnung App\.? Apartment Appartement Zimmer Zi\.? WE Wohneinheit Haus Block Aufgang Aufg\.? Eingang "
        r"Bungalow "
        r"Parzelle Stellplatz Gebäude Geb\.? Raum Top Tür Kiosk Atelier Laden Büro Halle Box Stiege Container Hof "
        r"Etage "
        r"Geschoss Turm Kolonie Garten Trakt Gebäudeteil Bauteil Flügel Aufgangstür Gang Zi Whg App Apt\.? Hs\.?"
    )
    + _NUMBER_OF
    + r"(?:\d{1,5}(?:[./]\d{1,3})?[a-zA-Z]?|[A-Z]|[IVX]{1,4})(?![\p{L}\d]|\.\d)"
)
_FLOOR = (
    any_of(
        r"Hinterhaus Vorderhaus Hinterhof Seitenflügel Anbau Seiteneingang Gartenhaus Quergebäude Nebengebäude "
        r"Nebeneingang "
        r"Rückgebäude Hintergebäude Vordergebäude Seitengebäude Hofgebäude Rückhaus Mittelhaus Nebenhaus "
        r"Seitenhaus Hofhaus "
        r"Quergeb\. Rückgeb\. Hinterh\. Vorderh\. Seitenfl\. Seiteneing\. Hintereing\. Nebeneing\. "
        r"Hintereingang Hofeingang "
        r"Kellereingang Einliegerwohnung Anliegerwohnung Dachwohnung Kellerwohnung Hausmeisterwohnung Mansarde Remise "
        r"Scheune Laube Altenteil Hofstelle Staffelgeschoss Dachboden Mittelbau Rgb\.? Souterr\. Werkstatt "
        r"HH VH EG Erdgeschoss DG Dachgeschoss UG Untergeschoss Souterrain Hochparterre Parterre Keller "
        r"\d{1,2}\.?_?(?:OG|UG|KG|Obergeschoss|Stock|Stockwerk|Etage|Geschoss|Hof|Hinterhof|Aufgang|HH) "
        r"(?:erst|zweit|dritt|viert|fünft|sechst|siebt)e[rsn]?_(?:OG|Stock|Etage|Obergeschoss|Hof) "
        r"[IV]{1,3}\._?(?:OG|Stock|Etage)"
    ).replace("_", "[ ]")
    + r"(?![\p{L}\d])(?:[ ]\d{1,3}[a-z]?(?![\p{L}\d]|\.?[ ]?(?:OG|UG|KG|Ober|Unter|Stock|Etage|Gesch)))?"
)
_SIDE = r"(?:[ ](?:links|rechts|mitte|li\.?|re\.?|mi\.?|vorn|vorne|hinten)(?!\p{L}))?"
_HOST = (
    r"(?:bei|c/o|b\.)[ ](?-i:(?:(?:Familie|Fam\.|Frau|Herrn?)[ ])?\p{Lu}[\p{L}'-]{2,24}(?:[ ]\p{Lu}[\p{L}'-]{2,24})?)"
)
_DISTRICT = r"(?:OT|Ortsteil|Stadtteil)[ ](?-i:\p{Lu}[\p{L}-]{2,30}(?:[ ]\p{Lu}[\p{L}-]{2,30})?)"
#: What may follow the house number: ``, Hinterhaus``, `` EG li.``, `` (Haus 4)``, ``, bei Weber``, ``, OT Pinnow``.
BEHIND = compiled(
    rf"(?:[ ]?[,/;][ ]?\n?[ ]?|[ ])(?:(?:{_FLAT}|{_FLOOR}){_SIDE}|{_DISTRICT})"
    rf"|[ ]?,[ ](?:{_HOST})(?![ ]\p{{Ll}})"
    r"|[ ]\((?-i:\p{Lu})[\p{L}. -]{2,28}\)(?=,?[ ]\d{5}[ ])"
    rf"|[ ]?,?[ ]Ecke[ ](?:{COMPOUND}|{SPACED})(?!\p{{L}})"
    rf"|[ ]\((?:{_FLAT}|{_FLOOR}|{_HOST})(?:,[ ](?:{_FLAT}|{_FLOOR}))?{_SIDE}\)"
    r"|,?[ ](?:Nr\.|Hausnr\.|Hausnummer|Haus-Nr\.)[ ]\d{1,4}[ ]?[a-z]?(?![\p{L}\d])"
    r"|(?<=\d)(?:[ ]\d){1,2}(?=[ ]?(?:[,;.)\n]|$))"
    r"|(?<=\d[ ]?[a-z]?)[ ]?[-–+/][ ]?(?:\d{1,4}[ ]?)?[a-z](?![\p{L}\d])"
)
_BRACKET_WORD = any_of(
    r"heim haus hof stelle unterkunft wohnung residenz eingang gebäude stift zentrum kaserne container links "
    r"rechts oben unten hinten vorne mitte hospiz pension hotel kloster"
)
#: ``Hafenstr. 1 (Seemannsheim)``, ``Am Deich 4 (Klingel Meyer)``: what kind of house it is, or where to ring.
_IN_BRACKETS = compiled(
    r"[ ]\((?!\p{L}*(?:rathaus|krankenhaus|parkhaus|kaufhaus|bahnhof|bauhof|gasthaus|dienststelle|poststelle))"
    r"(?:(?:Klingel|Ortsteil|OT|Eingang|bei|neben|hinter|über)[ ][\p{L}][\p{L}.' -]{1,30}"
    rf"|[\p{{L}}.-]{{0,30}}{_BRACKET_WORD}(?:[ ][\p{{L}}.'-]{{2,20}}){{0,2}})\)"
)
#: Any one or two parts between the number and a postal code with its town: ``, Trakt II, 26721 Emden``.
_PARTS_AND_TOWN = compiled(
    r"(?:,[ ](?:\p{Lu}[\p{L}.'-]{1,24}(?:[ ]\p{Lu}?[\p{L}.'-]{1,16})?(?:[ ](?:\d{1,3}[a-z]?|[IVX]{1,4}))?)"
    rf"|[ ]\([^()\n]{{2,40}}\)){{1,2}},[ ]?\n?[ ]?\d{{5}}[ ]{TOWN}",
    ignore_case=False,
)
_CODE_ALONE = regex.compile(r",[ ](?:D-)?\d{5}(?=[ ]?(?:[?!;)\n]|[.,](?!\d)|$))")
#: Postal code and town behind those parts.
TOWN_BEHIND = compiled(
    rf"(?:[ ]{{0,2}}[,;|·•*/][ ]{{0,2}}\n?[ ]{{0,8}}|[ ]{{0,2}}\n[ ]{{0,8}}|[ ](?:(?i:in)[ ])?|[ ]-[ ])"
    rf"(?:{ZIP_TOWN_BEHIND}"
    rf"|(?!(?:19|20)\d\d)\d{{4}}[ ]{TOWN}(?![ ]\p{{Ll}}))",
    ignore_case=False,
)
_HOME = (
    r"\p{L}{0,24}(?:residenz|wohnheim|pflegeheim|altenheim|seniorenheim|seniorenstift|seniorenzentrum|altenzentrum"
    r"|pflegezentrum|wohnpark|wohnstift|wohngruppe|gemeinschaftsunterkunft|notunterkunft|flüchtlingsunterkunft"
    r"|unterkunft"
    r"|obdachlosenheim|übergangsheim|wohnhaus|frauenhaus|internat|campingplatz|kinderheim|kinderhaus|wohnstätte"
    r"|pension"
    r"|jugendherberge|herberge|hotel|hostel|heim|kleingartenanlage|gartenkolonie|kolonie|ferienpark|feriendorf"
    r"|ferienhaus"
    r"|ferienwohnung|ferienanlage|forsthaus|hütte|betriebshof|gutshof|mühle|villa)"
)
_HOUSE_NAME = (
    r"(?-i:Haus|Hof|Villa|Gut|Stift)[ ](?:de[rs][ ]|am[ ]|im[ ])?"
    r"(?-i:\p{Lu}[\p{L}'-]{2,30}(?:[ ]\p{Lu}[\p{L}'-]{2,30})?)"
)
_WORDS = r"(?:[ ](?:(?-i:\p{Lu})[\p{L}'-]{1,30}|am|an|der|dem|im|in|zum|zur|des|St\.)){0,4}"
#: What may stand before the street: ``c/o Bäckerei Lohse, ``, ``Wohnung 12\n``, ``Haus Abendfrieden, Zi. 214, ``.
BEFORE = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}-])(?:(?:{_HOME}(?:[ ](?:Nr\.?[ ])?\d{{1,3}})?{_WORDS}|{_HOUSE_NAME}|{_FLAT}|{_FLOOR}"
    r"|(?:c/o|bei|b\.)[ ](?-i:\p{Lu})[\p{L}.&'-]{1,30}(?:[ ](?-i:\p{Lu})[\p{L}.&'-]{1,30}){0,3}"
    rf"|(?:haus[ ]?)?(?:nr\.|nummer)[ ]\d{{1,4}}[ ]?[a-z]?)[ ]?[,·|\n][ ]?"
    rf"|{_HOME}[ ](?:in[ ]der[ ]|am[ ]|im[ ])?){{1,3}}+$",
    regex.IGNORECASE,
)
_UNIT = (
    r"(?![\p{L}\d]|[.:,]\d|[ ]?(?:€|%|Uhr|uhr|Euro|EUR|Tage|Jahre|Monate|Wochen"
    r"|Personen|Kinder|Zimmer|Meter|km|qm|Stück|Prozent|\p{L}+en[ ]))"
)
_DWELL = (
    r"(?:wohn(?:t|e|en|haft|end|te|ten|st)?|lebt|lebe|leben|wh\.|wohnh\.|whft\.|gemeldet|zugestellt|verzogen"
    r"|umgezogen|gezogen|zieht"
    r"|(?:zustell|wohn|melde|privat|haus|post|liefer|rechnungs)?(?:anschrift|adresse)|(?:haupt|zweit|neben)?wohnsitz"
    r"|einsatzort|tatort|objekt|wohnort|aufenthaltsort|wohnung)"
)
_LINK = (
    r"(?:[ ](?:ist|lautet|war|jetzt|nun|"
    r"seit(?:[ ](?:\d{4}|\d{1,2}[./]\d{2,4}|(?!de[mrn]|die)\p{L}{3,9}\.?(?:[ ]\d{4})?))?"
    r"|dort|noch|wieder|neu|neue|alt|aktuell"
    r"|derzeit|zuletzt|laut|bisher|früher|ich|er|sie|wir"
    r"|allein|nach|in|unter|die|der|das|ihr|sein|mein|\p{L}{3,12}(?=:))){0,4}[ ]?[:|]?[ ](?:in[ ](?:der|dem|den)[ ])?"
)
_PREPOSITION = (
    r"(?:(?:(?:an|auf|hinter|unter|vor|bei)[ ](?:der|dem|den)|am|im|zum|zur|beim|up[ ]de|op[ ]de|hinterm"
    r"|unterm)[ ])?"
)
#: ``wohnt Hofstatt 1``, ``gemeldet unter Siedlung 4``, ``Adresse ist lange reihe 88``: any name and number.
NAMED_DWELLING = compiled(
    rf"(?<!\p{{L}}){_DWELL}(?!\p{{L}}){_LINK}(?P<value>(?P<street>{_PREPOSITION}(?-i:\p{{Lu}})[\p{{L}}.'-]{{2,30}}"
    rf"(?:[ ](?-i:\p{{Lu}})[\p{{L}}.'-]{{1,30}}){{0,3}})[ ](?P<number>{NUMBER})){_UNIT}"
)
LOWER_CASE_ADDRESS = compiled(
    r"(?<!\p{L})(?:anschrift|adresse)(?!\p{L})(?:[ ](?:ist|lautet|jetzt|neu)){0,2}[ ]?:?[ ]"
    rf"(?P<value>(?P<street>\p{{L}}[\p{{L}}.'-]{{2,30}}(?:[ ]\p{{L}}[\p{{L}}.'-]{{2,30}}){{0,3}}?)"
    rf"[ ](?P<number>{NUMBER})){_UNIT}"
)
_DWELLS_BEHIND = (
    r"(?=[ ](?:\p{L}{2,14}[ ]){0,3}?(?:wohn\p{L}*|gemeldet|lebt|leben|gelebt|gezogen|zugestellt|untergebracht"
    r"|untergekommen|zu[ ]wohnen)(?!\p{L}))"
)
#: ``am Eichenhain 21 wohnen``
DWELLING_BEHIND = compiled(
    r"(?<!\p{L})(?P<value>(?P<street>(?i:am|im|an[ ]der|in[ ]der|auf[ ]de[mr]|zum|zur|beim|hinter[ ]de[mr])[ ]"
    rf"{CAPITALISED}(?:[ ]{CAPITALISED})?)[ ](?P<number>{NUMBER})){_DWELLS_BEHIND}",
    ignore_case=False,
)
#: ``war in der Kastanienallee gemeldet``, ``in der Feuerbachstraße zu wohnen``
STREET_ALONE = compiled(
    rf"(?<!\p{{L}})(?:in|aus)[ ]der[ ](?P<value>{COMPOUND}|{SPACED})(?![\p{{L}}\d]){_DWELLS_BEHIND}",
    ignore_case=False,
)
#: ``Nr. 17, Dorfstraße``
NUMBER_BEFORE = compiled(
    r"(?<!\p{L})(?P<value>(?:Nr\.|Nummer|Hausnummer|Haus(?:[ ]Nr\.)?)[ ]\d{1,4}[ ]?[a-z]?"
    r"(?:,[ ]|,?[ ](?:in[ ]der|im)[ ])"
    rf"(?:{COMPOUND}|{SPACED}))(?![\p{{L}}\d])",
    ignore_case=False,
)
#: ``Rigaer Str. (Haus 4)``
HOUSE_BEHIND = compiled(
    rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?:{COMPOUND}|{SPACED})[ ]\((?:Haus(?:[ ]?Nr\.)?|Nr\.|Nummer)[ ]"
    rf"\d{{1,4}}[a-z]?\))",
    ignore_case=False,
)
#: A line with a number, right above postal code and town.
ABOVE_TOWN = regex.compile(
    r"^[ ]{0,12}(?P<value>(?=[^\n]{0,50}\d|(?:Haus|Hof|Gut|Villa|Forsthaus|Mühle)[ ])(?![^\n]{0,60}(?:(?<!Nr|tr"
    r"|St|Dr|Pl|OG|Zi|\d)[.!?:][ ]|[:@§€]"
    r"|\d{1,2}\.\d{1,2}\.\d{2,4}|Postfach|Tel|Fax|Az\b|Nummer|Nr\.[ ]?:))\p{Lu}[^\n:@§€]{3,58}"
    rf"\n[ ]{{0,12}}\d{{5}}[ ]{TOWN})[ ]*$",
    regex.MULTILINE,
)
#: ``Postfach 1207``
PO_BOX_ALONE = compiled(r"(?<!\p{L})(?P<value>Postfach[ ](?:\d{4,6}|\d{1,3}(?:[ ]\d{2,3}){1,2}))(?![\p{L}\d]|[ ]\d)")
_FIELD_OF_ADDRESS = r"(?:PLZ|Postleitzahl|Hausnummer|Haus-?Nr\.?|Hausnr\.?|HNr\.?|Straße|Strasse|Str\.)"
#: ``Ort: Zossen`` beside another field of an address.
_NO_FIELD = (
    r"(?!(?:Ort|PLZ|Haus|Nr|Wohnort|Name|Vorname|Nachname|Telefon|Tel|Status|Datum|Land|Geb|E-Mail|Mail|Straße|Betrag"
    r"|Bemerkung)\p{L}{0,8}(?!\p{L}))"
)
TOWN_FIELDS = (
    compiled(
        rf"(?<!\p{{L}}){_FIELD_OF_ADDRESS}[^\n]{{0,60}}\n?[^\n\p{{L}}]{{0,6}}(?<!\p{{L}})(?:Ort|Wohnort|Stadt"
        rf"|Gemeinde)"
        rf"[ ]?(?:[:|]|\.{{3,40}})[ ]{{0,3}}{_NO_FIELD}(?P<value>{TOWN})",
        ignore_case=False,
    ),
    compiled(
        rf"(?<!\p{{L}})(?:Ort|Wohnort|Stadt|Gemeinde)[ ]?[:|][ ]?(?P<value>{TOWN})"
        r"(?=[ ]?[,;|\n][ ]?(?:PLZ|Postleitzahl))",
        ignore_case=False,
    ),
    compiled(
        rf"(?<!\p{{L}})(?:Straße|Strasse|Str\.)(?:[ ](?:und|u\.|/)[ ](?:Hausnummer|Haus-?Nr\.?|Nr\.?))?[ ]?[:|][ ]?"
        rf"{_NO_FIELD}(?P<value>(?:{CAPITALISED})(?:[ ]{CAPITALISED}){{0,3}}(?:[ ]{NUMBER})?)(?=[ ]*(?:[,;|\n]|$))",
        ignore_case=False,
    ),
    compiled(
        r"(?<!\p{L})(?:Adresszusatz|Zusatz|Anschriftenzusatz)[ ]?[:|][ ]?"
        r"(?P<value>[\p{L}\d][\p{L}\d ./-]{1,40})(?=[ ]*(?:[,;|\n]|$))",
        ignore_case=False,
    ),
)

_HEADS = compiled(
    r"(?<!\p{L})(?:(?P<street>stra(?:ß|ss)e|str\b|(?:wohn|melde)?(?:anschrift|adresse)|address)"
    r"|(?P<number>plz\b|postleitzahl|haus-?(?:nummer|nr)|h(?:aus)?nr\b)"
    r"|(?P<beside>ort|wohnort|stadt|gemeinde|nr)\b)"
)
_STREET_HEAD = compiled(r"(?<!\p{L})(?:stra(?:ß|ss)e|str\b|(?:wohn|melde)?(?:anschrift|adresse)|plz|postleitzahl)")
#: Heads beside which ``Ort`` is the town of an address.
_BESIDE = compiled(r"stra(?:ß|ss)e|str\b|plz|postleitzahl|(?:anschrift|adresse)[^|;\t\n]{0,12}[|;\t][ ]*ort\b")
_CELL = regex.compile(r"(?<![^|;\t\n])[ ]*(?P<value>[\p{L}\d](?:[^|;\t\n]{0,60}?[\p{L}\d.)])?)[ ]*(?=[|;\t\n]|$)")
_NUMBER_ALONE = regex.compile(r"\d{1,5}[ ]?[a-zA-Z]?(?:[ ]?[-/][ ]?\d{1,3}[a-z]?)?")
_LETTERS = regex.compile(r"\p{L}{2}")


def cells(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and head of the cells of tables that hold an address or a part of one."""
    first = _STREET_HEAD.search(text)
    if first is None or not regex.search(r"[|;\t]", text):
        return
    for match in _CELL.finditer(text, first.start()):
        start, end = match.span("value")
        head, line = head_and_line(text, start)
        kind = _HEADS.search(head)
        if kind is None or not _STREET_HEAD.search(line) or (kind["beside"] and not _BESIDE.search(line)):
            continue
        number = _NUMBER_ALONE.fullmatch(match["value"]) is not None
        if number if kind["number"] else number or _LETTERS.match(match["value"]):
            yield start, end, head.strip()


def extended(text: str, start: int, end: int) -> tuple[int, int]:
    """An address with what belongs to it before and behind, where ``text[start:end]`` is its street and number."""
    house = BEFORE.search(text, max(0, start - 80), start)
    if house is not None:
        start = house.start()
    while (part := BEHIND.match(text, end) or _IN_BRACKETS.match(text, end)) is not None:
        end = part.end()
    town = TOWN_BEHIND.match(text, end) or _PARTS_AND_TOWN.match(text, end) or _CODE_ALONE.match(text, end)
    return start, town.end() if town is not None else end
