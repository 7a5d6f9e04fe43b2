"""How German and English addresses are written, as patterns for the recognizer of street addresses."""

import regex

from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import any_of, compiled
from guardrails.recognizers.dates import MONTHS

_LETTER_BEHIND = r"(?:[ ]?[a-zA-Z](?![\p{L}\d]))?"
NUMBER = (
    rf"(?:\d{{1,4}}{_LETTER_BEHIND}(?:[ ]\d/\d(?!\d)|[ ]?[-/+][ ]?\d{{1,4}}{_LETTER_BEHIND}"
    r"|(?<=[a-z])-[a-z](?![\p{L}\d]))?)"
)
_SUFFIX = "straße|strasse|strasze|str(?:\\.|(?=[ ]\\d))|pl\\.(?=[ ]?\\d)|" + any_of(
    "weg allee gasse gäßchen gässchen platz ring damm ufer chaussee steig stieg steg pfad zeile markt hof berg "
    "wall graben "
    "kai promenade park siedlung brücke tor winkel grund kamp twiete rain höhe hang anger bogen eck garten "
    "gärten wiese "
    "wiesen feld bruch busch heide teich mühle leite halde steige stiege reihe freiheit terrasse quai plan "
    "warder redder "
    "dyk deich"
)
CAPITALISED = r"\p{Lu}[\p{L}'.]{0,30}+(?:-\p{L}[\p{L}'.]{0,30}+){0,4}+"
COMPOUND = (
    rf"(?:(?:Dr|Prof|St|Sankt|Gebr|Frh|Pfr|Bgm|Joh|Fr|Wilh|Ernst|Heinr"
    rf"|Gen)\.[ -]?){{0,2}}\p{{Lu}}[\p{{L}}'-]{{0,60}}?(?i:{_SUFFIX})"
)
_WORD_ALONE = any_of(
    r"Straße Strasse Str\. Str(?=\s\d) Weg Allee Gasse Platz Ring Damm Ufer Chaussee Steig Stieg Pfad Markt Hof "
    r"Berg Wall Graben Park "
    "Tor Promenade Kamp"
)
SPACED = rf"(?:{CAPITALISED}[ ]{{1,2}}(?:(?:von|vom|van|zu|de|da)[ ](?:(?:de[rmn]|la)[ ])?)?){{1,3}}{_WORD_ALONE}"
_PREPOSITION = any_of(
    "Am An_der An_den An_dem Auf_dem Auf_der Auf_den Im In_der In_den In_dem Zum Zur Unter_den "
    "Unter_der Unter_dem Hinter_dem Hinter_der Hinter_den Vor_dem Vor_der Vor_den Beim Bei_der "
    "Bei_den Bei_dem Über_dem Über_der Alte[rs]? Neue[rs]? Große[rs]? Kleine[rs]? Lange[rs]? Kurze[rs]? "
    "Obere[rs]? Untere[rs]? Breite[rs]? Hohe[rs]? Rue Via Unterm Hinterm Überm Vorm Ob_den Ob_der Ob_dem Unter_der "
    "Aufm "
    "Auf'm In'n Inne Achter_de[nrm]? Innere[rs]? Äußere[rs]? Vordere[rs]? Hintere[rs]? Mittlere[rs]? Nördliche[rs]? "
    "Südliche[rs]? Östliche[rs]? Westliche[rs]? Schmale[rs]? Krumme[rs]? Grüne[rs]? Weiße[rs]?"
).replace("_", "[ ]")
_BETWEEN = any_of(r"am an_der im in_der bei ob_der unter vor_der auf a\. a\.d\. i\. b\. St\.").replace("_", "[ ]")
TOWN = (
    rf"(?:(?:(?:Hann\.|Hansestadt|Bad|Markt|St\.|Stadt)[ ])?"
    rf"{CAPITALISED}(?:[ ]{_BETWEEN}[ ]?{CAPITALISED}|[-/](?=\p{{Lu}}){CAPITALISED}"
    r"|(?<=\p{Lu}{3})[ ]\p{Lu}{3,}+(?=[ ]*(?:[,.;\n)]|$))|(?<!\p{Ll}{3}\.)[ ]\p{Lu}\p{Ll}+(?=[ ]*(?:[,.;\n)]"
    r"|$))){0,2}"
    r"(?:[ ]?\([\p{L} .]{2,24}\))?)"
)
_DISTRICT = rf"(?:[ ,]{{1,2}}(?:OT|Ortsteil)[ ]{CAPITALISED})"
_ZIP_TOWN = rf"(?:(?:D[ -]{{1,2}})?\d{{5}}[ ]{{1,2}}{TOWN}{_DISTRICT}?)"
_ZIP_ABROAD = r"(?:(?:A|CH|L|B|DK|LI)[ -]\d{4}|\d{4}-\d{3}|\d{4}[ ]?[A-Z]{2}|(?:PL-)?\d{2}-\d{3}|\d{3}[ ]\d{2})"
ZIP_TOWN_BEHIND = (
    rf"(?:{_ZIP_TOWN}|(?:D[ -]{{1,2}})?\d{{5}}[ ]?\n[ ]?{TOWN}|(?:D[ -]{{1,2}})?\d{{5}}[ ]?[;|\t][ ]?{TOWN}"
    rf"|{_ZIP_ABROAD}[ ]{{1,2}}{TOWN})"
)
_INSIDE = (
    any_of(
        r"Hinterhaus Vorderhaus Seitenflügel Gartenhaus HH VH EG Erdgeschoss DG UG Souterrain c/o "
        r"\d{1,2}\._?(?:OG|Obergeschoss|Stock|Etage)"
    ).replace("_", "[ ]")
    + r"(?:[ ]\d{1,3}[a-z]?)?|"
    + any_of(
        r"Whg\.? Wohnung App\.? Apartment Appartement Zimmer Zi\.? WE Wohneinheit Haus Block Aufgang Eingang Bungalow "
        r"Bl\. W\. Bau Geb\. Hs\. Parzelle Stellplatz Gebäude Raum Top Tür Kiosk Atelier Laden Büro Halle Box"
    )
    + r"(?:[ ]?Nr\.?)?[ ](?:\d{1,4}[a-zA-Z]?|[A-Z])(?![\p{L}\d])"
)
_EXTRA = (
    rf"(?:[ ]?[,/]?[ ](?:{_INSIDE})(?:[ ](?:links|rechts|Mitte))?|[ ]?//?[ ]?\d{{1,4}}(?:\.\d{{2}})?(?![\d/])"
    r"|[ ]?/[ ]?[IV]{1,4}(?!\p{L})"
    rf"|[ ]\((?:{_INSIDE})(?:,[ ](?:{_INSIDE}))?(?:[ ](?:links|rechts|Mitte))?\))"
)
_GAP = r"(?:[ ]{0,2}[,;|·•*/][ ]{0,2}|[ ]{0,2}\n[ ]{0,8}|[ ](?:in[ ])?|[ ]?[-–][ ]?|,[ ]?\n[ ]{0,8})"
_TAIL = rf"(?:{_EXTRA}{{0,3}}{_GAP}(?:in[ ])?{ZIP_TOWN_BEHIND}|{_EXTRA}{{1,3}})?"
_LOWER_SUFFIX = any_of("straße strasse str\\.? weg allee gasse platz ring damm ufer chaussee")
_LOWER_ALONE = any_of("straße strasse str\\. allee weg platz")
_NOT_A_DATE = rf"(?![\p{{L}}\d]|\.[ ]?\d|\.[ ]{MONTHS}|\.[ ](?:Tag|Monat|Woche|Quartal|Lebensjahr|Klasse))"

#: ``Musterstraße 5a``, ``Karl-Marx-Allee 12``, ``Berliner Str. 7-9, 10115 Berlin``
STREET_NUMBER = compiled(
    rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?P<street>{SPACED}|{COMPOUND})"
    rf"(?:[ ]{{1,2}}|[ ]?\n[ ]?|,[ ]|,?[ ](?:Nr\.?|No\.?|HNr\.?|Haus-?[Nn]r\.?"
    rf"|Hausnummer:?)[ ])?(?P<number>{NUMBER})(?![\p{{L}}\d]){_TAIL})",
    ignore_case=False,
)
#: ``Am Markt 3``, ``Unter den Linden 5``
PREPOSITIONAL = compiled(
    rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?P<street>(?:{_PREPOSITION}|{_PREPOSITION.upper()})[ ]"
    rf"(?P<noun>{CAPITALISED}(?:[ ]{CAPITALISED})?))"
    rf"[ ](?P<number>{NUMBER}){_NOT_A_DATE}{_TAIL})",
    ignore_case=False,
)
#: ``Straße des 17. Juni 135``, ``Platz der Republik 1``, ``Allee der Kosmonauten 69``
OF_THE = compiled(
    r"(?<![\p{L}\p{N}-])(?P<value>(?P<street>(?i:straße|strasse|str\.|platz|allee|weg|ring|ufer|promenade|gasse"
    r"|hof)[ ]"
    rf"(?:der|des|am|zum|zur|an[ ]der|im)[ ](?:\d{{1,2}}\.[ ])?(?i:{CAPITALISED})(?:[ ]{CAPITALISED})?)"
    rf"[ ](?P<number>{NUMBER})(?![\p{{L}}\d]|[.:]\d)"
    rf"(?:[ ]\p{{L}}{{3,20}}[ ]\d{{5}}(?!\d)|{_TAIL}))",
    ignore_case=False,
)
#: ``Q7, 24, 68161 Mannheim``
MANNHEIM = compiled(
    r"(?<![\p{L}\p{N}-])(?P<value>[A-U][ ]?\d{1,2},[ ]?\d{1,3}[a-z]?(?:[ ]?[,\n][ ]?|[ ])6\d{4}[ ](?:Mannheim"
    r"|mannheim))",
    ignore_case=False,
)
#: ``Straße: Hauptstr.``, ``Hausnummer: 12``, ``PLZ: 12345`` in forms
FIELDS = (
    compiled(
        rf"(?<!\p{{L}})(?:Straße|Strasse|Str\.|Anschrift)[ ]?[:|][ ]?(?P<value>{COMPOUND}"
        rf"|{SPACED})(?![\p{{L}}\d])",
        ignore_case=False,
    ),
    compiled(
        r"(?<!\p{L})(?:Haus-?nummer|Haus-?[Nn]r\.?|HNr\.?)[ ]?[:"
        r"|][ ]?(?P<value>\d{1,4}[ ]?[a-z]?)(?![\p{L}\d])",
        ignore_case=False,
    ),
    compiled(r"(?<!\p{L})(?:PLZ|Postleitzahl|plz|postleitzahl)[ ]?[:|]?[ ]?(?P<value>\d{5})(?!\d)", ignore_case=False),
)
#: ``wohnt am sportplatz 14``
DWELLS_AT = compiled(
    r"(?<!\p{L})(?:wohn(?:t|e|en|haft|te|st|haft)?|lebt|lebe|gemeldet|anschrift|adresse|gezogen|zieht|zuhause"
    r"|daheim)(?!\p{L})"
    r"(?:[ ](?:ist|jetzt|nun|seit|dort|noch|wieder|ich|er|sie|wir|allein|immer)){0,3}[ :]{1,2}"
    rf"(?P<value>(?P<street>(?:am|im|an[ ]der|auf[ ]de[mr]|in[ ]de[nrm]|zum|zur|beim|hinter[ ]de[mrn]"
    rf"|unter[ ]de[mrn])[ ]\p{{L}}[\p{{L}}-]{{2,30}})"
    rf"[ ](?P<number>{NUMBER}))(?![\p{{L}}\d]|[.:]\d|[ ](?:Uhr|uhr|Tage|tage|Jahre|jahre|Monat|monat|Woche|woche))"
)
#: ``14 Holtenauer Straße``, ``12 church road``
NUMBER_FIRST = compiled(
    rf"(?<![\p{{L}}\p{{N}}.,-])(?P<value>\d{{1,4}}[a-z]?[ ](?:{SPACED}|{COMPOUND}))(?![\p{{L}}\d]"
    rf"|[ ]\d)",
    ignore_case=False,
)
ENGLISH_LOWER_CASE = compiled(
    r"(?:live\p{L}*|address|home|moved|stay\p{L}*|flat|house)[^\n.]{0,24}?[ :,]"
    r"(?P<value>\d{1,4}[a-z]?[ ](?:[a-z]{3,20}[ ]){1,2}(?:road|street|avenue|lane|drive|close|court|square|terrace"
    r"|crescent|way))(?!\p{L})"
)
#: ``Domhof 6, 23909 Ratzeburg``: nothing but the order of its parts makes it an address
BY_ORDER = compiled(
    rf"(?<![\p{{L}}\p{{N}}.-])(?P<value>(?P<street>{CAPITALISED}(?:[ ]{CAPITALISED}){{0,3}})[ ]"
    rf"(?P<number>{NUMBER}){_EXTRA}{{0,3}}"
    rf"(?:[ ]{{0,2}}[,;|·•*/][ ]{{0,2}}|[ ]{{0,2}}\n[ ]{{0,8}}|,?[ ]in[ ]){_ZIP_TOWN})(?![\p{{L}}\d])",
    ignore_case=False,
)
#: ``am güterbahnhof 3, 79106 freiburg``
BY_ORDER_LOWER_CASE = compiled(
    rf"(?<![\p{{L}}\p{{N}}.-])(?P<value>(?P<street>(?:(?:am|im|an[ ]de[rn]|auf[ ]de[mrn]"
    rf"|hinter[ ]de[mrn]|unter[ ]de[mrn]|vor[ ]de[mrn]|beim|zum|zur|\p{{Ll}}{{3,16}}er)[ ])?"
    rf"\p{{Ll}}[\p{{Ll}}-]{{2,30}})[ ](?P<number>{NUMBER}),?[ ]\d{{5}}[ ]"
    rf"(?P<town>\p{{Ll}}[\p{{Ll}}-]{{2,30}}))(?![\p{{L}}\d])",
    ignore_case=False,
)
#: ``hauptstraße 5, 12345 berlin``
LOWER_CASE = compiled(
    rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?P<street>\p{{L}}[\p{{L}}-]{{2,30}}{_LOWER_SUFFIX}"
    rf"|\p{{L}}[\p{{L}}-]{{2,20}}er[ ]{_LOWER_ALONE})[ ]{{1,2}}(?:(?:nummer|nr\\.?|hausnummer)[ ])"
    rf"?(?P<number>{NUMBER})(?![\p{{L}}\d])"
    r"(?:(?:,[ ]?|[ ]|\n)(?:in[ ])?\d{5}[ ]\p{L}[\p{L}-]{2,30})?)"
)
_ENGLISH_STREET = any_of(
    r"Street St\.? Road Rd\.? Avenue Ave\.? Lane Ln\.? Drive Dr\.? Close Court Ct\.? Square Sq\.? Boulevard Blvd\.? "
    "Terrace Crescent Gardens Way Place"
)
#: ``Flat 3, 12 High Street, London N1 9AB``
ENGLISH = compiled(
    r"(?<![\p{L}\p{N}])(?P<value>(?:Flat[ ]\d{1,3}[a-z]?,?[ ])?\d{1,5}[a-zA-Z]?,?[ ](?:\p{Lu}[\p{L}']+[ ]){1,3}"
    rf"{_ENGLISH_STREET}(?!\p{{L}})(?:,[ ]\p{{Lu}}\p{{L}}+(?:[ ]\p{{Lu}}\p{{L}}+){{0,2}})?"
    r"(?:,?[ ][A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b)?)",
    ignore_case=False,
)
#: ``Rua do Carmo 15, 1200-093 Lisboa``, ``ul. Długa 7/3, 00-238 Warszawa``
ABROAD = compiled(
    r"(?<![\p{L}\p{N}])(?P<value>(?:Rua|Rue|Via|Viale|Vicolo|Piazza|Calle|Avenida|Avenue|Boulevard|Route"
    r"|Rte\.?|Chemin|Quai|Plaza|Plaça|Strada|Bulevardul|Str\.|ul\.|ulica|al\.|Ulitsa|Vul\."
    r"|Vulytsia|Ulica|Odos|Leoforos)[ ]"
    r"(?:(?:de|da|do|dos|di|del|della|des|du|la|le|las|los|d'|l')[ ]?){0,2}"
    rf"{CAPITALISED}(?:[ ](?:{CAPITALISED}|de|du|da|do)){{0,3}}"
    rf",?[ ]{NUMBER}(?:[ ]?/[ ]?\d{{1,4}})?(?![\p{{L}}\d])(?:,?[ ](?:{_ZIP_ABROAD}|\d{{5,6}})[ ]{TOWN})?)",
    ignore_case=False,
)
#: ``14 rue des Tanneurs, 67000 Strasbourg``, ``calle Mayor 5``
ABROAD_LOWER_CASE = compiled(
    r"(?<![\p{L}\p{N}.,-])(?P<value>\d{1,4}(?:[ ]?(?:bis|ter|[a-c]))?,?[ ](?i:rue|avenue|av\.|boulevard|bd\.?"
    r"|place|chemin"
    r"|impasse|allée|quai|cours|route)[ ](?:(?:de[ ]la|de[ ]l'|des|du|de|d'|la|le|les)[ ]?)?"
    rf"{CAPITALISED}(?:[ ](?:{CAPITALISED}|de|du|des|la)){{0,3}}(?:,?[ ]\d{{4,5}}[ ]{TOWN})?)(?![\p{{L}}\d])"
    r"|(?<!\p{L})(?P<value>(?:rue|viale|calle|rua|avenida|ulica|ul\.|vul\.|strada|plaza|piazza)[ ]"
    rf"(?:(?:de[ ]la|dos|do|da|de|del|della|di|des|du)[ ])?{CAPITALISED}(?:[ ]{CAPITALISED}){{0,2}},?[ ]{NUMBER}"
    rf"(?:,?[ ](?:{_ZIP_ABROAD}|\d{{4,6}})[ ]{TOWN})?)(?![\p{{L}}\d])",
    ignore_case=False,
)
#: ``Privat Piepenbrink 8``, ``alte Anschrift (Steinbrink 60)``, ``n. HOLZMARKT 12``, ``bei Roter Sand 14 klingeln``
_NAME_AND_NUMBER = rf"(?P<value>(?P<street>{CAPITALISED}(?:[ ]{CAPITALISED})?)[ ](?P<number>\d{{1,3}}[ ]?[a-z]?))"
AT_A_NAME = compiled(
    r"(?<!\p{L})(?:(?i:privat|daheim|zuhause|zuletzt|zugezogen|verzogen|whg\.)[ :]{1,2}|(?i:anschrift|adresse)[ ]\("
    r"|^(?:ZUZUG|WEGZUG|UMZUG|VERZUG|Zuzug|Wegzug|Umzug)[ ][^\n]{3,90}?[ ][nv]\.[ ])"
    rf"{_NAME_AND_NUMBER}(?=[ ]?(?:[,;.)\n]|$|[nv]\.))"
    rf"|(?<!\p{{L}})(?:bei|in|zu|nach|vor)[ ]{_NAME_AND_NUMBER}"
    r"[ ](?:mal[ ])?(?:rein|vorbei|hin|nach|an)?(?:zu)?(?:schauen|gucken|sehen|fahren|gehen|kommen|klingeln"
    r"|klopfen|läuten|abgeben"
    r"|abgegeben|einwerfen|eingeworfen|zustellen|zugestellt|geklingelt|angetroffen|abholen)(?!\p{L})",
    ignore_case=False,
)
#: ``An der Molkerei, Block D, Raum 17``
WITH_BLOCK = compiled(
    rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?:{_PREPOSITION})[ ]{CAPITALISED},[ ](?:Block|Haus(?=[ ]\w{{1,4}},)"
    rf"|Aufgang|Eingang"
    rf"|Gebäude|Container)[ ]"
    r"(?:\d{1,3}[a-z]?|[A-Z])(?:,[ ](?:Raum|Zimmer|Zi\.|Whg\.?|Wohnung|WE|App\.)[ ]\d{1,4}[a-z]?)?)(?![\p{L}\d])",
    ignore_case=False,
)
#: ``12345 Musterstadt``
ZIP_ALONE = compiled(rf"(?<![\p{{L}}\p{{N}}.,/-])(?P<value>{_ZIP_TOWN})(?![\p{{L}}\d])", ignore_case=False)
#: ``Postfach 12 34, 12345 Musterstadt``
PO_BOX = compiled(
    rf"(?<!\p{{L}})(?P<value>Postfach[ ]\d{{1,3}}(?:[ ]?\d{{1,3}}){{0,2}}(?:,[ ]|[ ]?\n[ ]?|[ ]){_ZIP_TOWN})",
    ignore_case=False,
)
_DWELLING = any_of(r"wohn\p{L}* lebt leben lebe Anschrift Adresse gezogen ziehe umgezogen gemeldet zieht")
#: ``wohnt seit Mai in der Goethestraße``
WITHOUT_NUMBER = compiled(
    rf"(?<![\p{{L}}\p{{N}}]){_DWELLING}[ :](?:[^.\n]{{0,24}}?[ ])??(?:in[ ](?:der|dem)|im|am|an[ ]der)[ ]"
    rf"(?P<value>{SPACED}|\p{{Lu}}[\p{{L}}-]{{0,60}}{_LOWER_SUFFIX})(?![\p{{L}}\d])",
    ignore_case=False,
)
#: ``wohnt in 50667 köln``
ZIP_LOWER_CASE = compiled(
    r"(?<![\p{L}\p{N}.,/-])(?P<value>\d{5}[ ]\p{Ll}[\p{L}-]{2,30})(?![\p{L}\d])", ignore_case=False
)
_AUTHORITY = regex.compile(
    r"(?<!\p{L})(?:\p{L}*"
    + any_of(
        "amt ämter gericht ministerium behörde verwaltung agentur rathaus kasse universität hochschule klinikum "
        "krankenhaus "
        "dezernat direktion kammer center"
    )
    + r"|stadt|landkreis|kreis|gemeinde)"
    r"(?P<name>(?:[ ](?:für|der|des|und|von|in|am|im|die|(?-i:\p{Lu})[\p{L}-]*)|[ ]\([\p{L} ]{1,30}\)){0,6})"
    r"[ ]?[,:|]?[ ]?(?:\n[ ]?)?(?:in[ ]der[ ]|im[ ])?(?:[\p{L} .-]{3,40}\d{1,4}[a-z]?[ ]?,?[ \n]{1,2})?$",
    regex.IGNORECASE,
)


def of_an_authority(text: str, start: int) -> bool:
    """Whether the name of an authority stands right before: its own address, not somebody's home."""
    match = _AUTHORITY.search(text, max(0, start - 110), start)
    if match is None:
        return False
    lexicon = load_lexicon()
    words = regex.findall(r"\p{L}+", match["name"])
    return all(lexicon.common(word) or lexicon.place(word) or lexicon.place_start(word) for word in words)
