"""How administration writes numbers, dates, addresses and secrets, class by class, and what only looks like it.

A line marks what must be protected as ``{ENTITY|value}``; a line without marks must be left as it is.
"""

import pytest

from guardrails import Guard, RawText
from tests.guardrails.marked_texts import unmarked

#: Left to the recognizers of names and places, which have tests of their own.
OTHERS = ("PERSON", "LOCATION")

LABELS = """\
Gesch.-Z. {DE_CASE_NUMBER|II C 3 - 4411/25}
GZ {DE_CASE_NUMBER|32-30/114}
Unsere Zeichen: {DE_CASE_NUMBER|FB 50.3 / 2281}
KZ {DE_CASE_NUMBER|0112.8834.77} bei Zahlung angeben
Ordnungsbegriff {DE_CASE_NUMBER|4410 2281 7}
Ordnungsmerkmal {DE_CASE_NUMBER|70011823}
Debitor {DE_CASE_NUMBER|70088123}
Bürgerkonto {DE_CASE_NUMBER|90017744}
Tgb.-Nr. {DE_CASE_NUMBER|1188/26}
Vorg.-Nr. {DE_CASE_NUMBER|VN/2026/0417}
Bearb.-Nr.: {DE_CASE_NUMBER|774411-B}
Ref.-Nr. {DE_CASE_NUMBER|00814}
Mandatsreferenz: {DE_CASE_NUMBER|ABF-0081-2217}
Geschäftszeichen (bitte immer angeben): {DE_CASE_NUMBER|32 K 14 – 221}
Bitte bei allen Schreiben angeben: {DE_CASE_NUMBER|32.41-0098}
Verwendungszweck: {DE_CASE_NUMBER|2026 0084 1177}
Ticket #{DE_CASE_NUMBER|448812}
Einschreiben {DE_CASE_NUMBER|RR 123 456 789 DE}
Bauschein Nr. {DE_CASE_NUMBER|441/26}
case id {DE_CASE_NUMBER|88-4417}
application number {DE_CASE_NUMBER|A-2026-118}
Zweck: {DE_CASE_NUMBER|36-ZV-24-07719}
Nr. {DE_BENEFIT_ID|WG 2207-118834}
BG-Nummer: {DE_BENEFIT_ID|92101/0001234}
Matr.-Nr. {DE_PERSONNEL_ID|4411883}
Schüler-ID: {DE_PERSONNEL_ID|S44118}
Kennung {DE_PERSONNEL_ID|kra4411}
Leserausweis Nr. {DE_BENEFIT_ID|441188}
amtl. Kennz. {DE_KFZ|UL KA 123}
Dienstwagen ({DE_KFZ|SN LK 155})
Kennzeichen {DE_KFZ|BWL 4-4411}
polnisches Kennzeichen {DE_KFZ|WZ 7183K}
PESEL {DE_FOREIGNER_ID|85031212345}
T.C. Kimlik No {DE_FOREIGNER_ID|12345678901}
AZR: {DE_FOREIGNER_ID|2008 - 1241 - 2495}
Passkopie liegt bei ({DE_PASSPORT|EB 0218834})
establishment no. {DE_EMPLOYER_ID|41332325}
IBAN {IBAN_CODE|89 3704 0044 0532 0130 00}
unter Angabe des Kassenzeichens {DE_CASE_NUMBER|9.0418.228371.5}.
wegen des Aktenzeichens {DE_CASE_NUMBER|32.11-0417/25}
Gz. {DE_CASE_NUMBER|41/3 AsB 118-K}
Aktenzeichen: {DE_CASE_NUMBER|50/2 HzP 774-R}
hast du das az? {DE_CASE_NUMBER|WS-25/0818} glaub ich
Hundesteuer, Kz. {DE_CASE_NUMBER|HS.2025.0448}
Beihilfeantrag vom 02.05. (Beihilfenummer {DE_PERSONNEL_ID|B 4471-09833})
Frau Mabinty Kargbo ({DE_FOREIGNER_ID|201115904473}) kommt
pass von der mutter: {DE_PASSPORT|f g 6 6 1 0 5 9}
lhr Personalausweis Nr. {DE_ID_CARD|X03MJTZ5S7} ist abgelaufen
bg nummer {DE_BENEFIT_ID|3 1 1 0 4 / / 0 0 6 6 2 1 9}
Tel: {PHONE_NUMBER|0-3-6-1 / 5-5-4-1-9-0-3}
"""

PROSE = """\
Vermerk zu {DE_CASE_NUMBER|50-2/441/2024}
hat Akteneinsicht beantragt ({DE_CASE_NUMBER|P 14-DV 4/25}).
wurde angelegt ({DE_CASE_NUMBER|12-BA-0441/24})
die Höhe des Ausbaubeitrags ({DE_CASE_NUMBER|AB-66/3018})
Das gehört zu {DE_CASE_NUMBER|50.2/118-26}.
in der sache {DE_CASE_NUMBER|32 c 441/25} hat der gegner geantwortet
az.: {DE_CASE_NUMBER|s 14 as 221/25}
aktenzeichen {DE_CASE_NUMBER|iii b 4 512/25}
Strafsache {DE_CASE_NUMBER|3 Ds 214 Js 11834/25}
Polizei ermittelt unter {DE_CASE_NUMBER|2026-0093311}.
Sein eigenes Zeichen ist {DE_CASE_NUMBER|Q/2026/0047}.
oder reicht der Bescheid {DE_CASE_NUMBER|UVK 17-0332}?
Zusammenfassung der Akte {DE_CASE_NUMBER|33-5/AufenthG-2217}
Erzwingungshaft, {DE_CASE_NUMBER|OWi 2024-118833}
Zeugnisse liegen unter {DE_CASE_NUMBER|11.2-BV-2025/44}.
"""

TABLES = """\
Fall | Datum | Stelle\\n{DE_CASE_NUMBER|50-441/26} | 3.3.2026 | SG 2\\n{DE_CASE_NUMBER|50-442/26} | 4.3.2026 | SG 3
Name\\tTelefon\\nKaya\\t{PHONE_NUMBER|2164481}\\nKrüger\\t{PHONE_NUMBER|2164482}
Nr.\\tName\\tDurchwahl\\n1\\tKaya\\t{PHONE_NUMBER|2033}
Straße | Nr. | PLZ\\n{STREET_ADDRESS|Hauptstr.} | {STREET_ADDRESS|12} | {STREET_ADDRESS|89073}
Straße: {STREET_ADDRESS|Hauptstr.}\\nHausnummer: {STREET_ADDRESS|12}\\nPLZ: {STREET_ADDRESS|89073}
Geschäftszeichen .......... {DE_CASE_NUMBER|441-B}
"""

BIRTHS = """\
geb. {DATE_OF_BIRTH|120385}
(*{DATE_OF_BIRTH|1985})
(geb. {DATE_OF_BIRTH|1985})
geb. {DATE_OF_BIRTH|1961}
geboren im {DATE_OF_BIRTH|März 1961}
Er ist {DATE_OF_BIRTH|1961} geboren.
Jg. {DATE_OF_BIRTH|61}
bin {DATE_OF_BIRTH|85}er jahrgang
Frau Karaca wird am {DATE_OF_BIRTH|12. März} 40 Jahre alt.
Sie ist am {DATE_OF_BIRTH|3. Mai} 18 geworden.
Er wurde am {DATE_OF_BIRTH|4. April} volljährig.
Am {DATE_OF_BIRTH|4. April 2026} vollendet er das 65. Lebensjahr.
Am {DATE_OF_BIRTH|4. April} hat Herr Krüger Geburtstag.
kinder: lena ({DATE_OF_BIRTH|3.4.15}), tom ({DATE_OF_BIRTH|5.6.17})
Kinder:\\n- Lena, {DATE_OF_BIRTH|03.04.2015}\\n- Tom, {DATE_OF_BIRTH|05.06.2017}
Die Kinder sind am {DATE_OF_BIRTH|3.4.2015}, {DATE_OF_BIRTH|5.6.2017} und {DATE_OF_BIRTH|1.1.2020} geboren.
meine Tochter ist vom {DATE_OF_BIRTH|12.03.2019}
Die Geburt der Tochter am {DATE_OF_BIRTH|12.03.2026}
Unser Sohn kam am {DATE_OF_BIRTH|12. März 2026} auf die Welt.
She turned 40 on {DATE_OF_BIRTH|12 March}.
geb. {DATE_OF_BIRTH|12 03 1985}
geb. {DATE_OF_BIRTH|12.III.85}
geboren am {DATE_OF_BIRTH|12.\\nMärz 1985} in Ulm
"""

CONTACT = """\
Rufen Sie Frau Kaya unter {PHONE_NUMBER|216-4481} an.
Erreichbar unter {PHONE_NUMBER|4471188}.
meine nummer: {PHONE_NUMBER|4471188}
Hausapparat {PHONE_NUMBER|4481}
intern {PHONE_NUMBER|4481}
Tel. {PHONE_NUMBER|[0711] 2164481}
Telefon/Fax {PHONE_NUMBER|0711 2164481} / {PHONE_NUMBER|2164490}
Vorwahl {PHONE_NUMBER|0711}, Nummer {PHONE_NUMBER|2164481}
Mail: {EMAIL_ADDRESS|selin at web de}
{EMAIL_ADDRESS|selin//at//web.de}
{EMAIL_ADDRESS|selin~at~web~dot~de}
{EMAIL_ADDRESS|selinATwebDOTde}
{EMAIL_ADDRESS|selin@@web.de}
meine mail ist {EMAIL_ADDRESS|selin bei gmx punkt de}
Antwort an {EMAIL_ADDRESS|selin.karaca@rathaus} bitte
"""

ADDRESSES = """\
wohnhaft {STREET_ADDRESS|Seniorenresidenz Am Park, Ammerländer Heerstr. 211, 26129 Oldenburg}
{STREET_ADDRESS|Wohnheim Studentendorf, Geschwister-Scholl-Straße 13/4.08, 35039 Marburg}
sie lebt im {STREET_ADDRESS|Pflegeheim Sonnenhof, Lindenweg 4, 04109 Leipzig}
KW 50: Ferhat Bulut, {STREET_ADDRESS|Am Sportplatz 14}
Anschrift: {STREET_ADDRESS|Am Bahnhof 3}
ich wohne {STREET_ADDRESS|am sportplatz 14}
{STREET_ADDRESS|Zum Wasserwerk 12a}
{STREET_ADDRESS|Unterm Berg 3}
sie wohnt noch {STREET_ADDRESS|Warschauer Platz 9a}
abgeschleppt aus {STREET_ADDRESS|eppendorfer weg 88}
{STREET_ADDRESS|Straße des 17. Juni 135}
{STREET_ADDRESS|Jungfernstieg 7}
{STREET_ADDRESS|Dr.-Hans-Böckler-Straße 5}
{STREET_ADDRESS|Duisburger Str 311} 4 stock mitte
{STREET_ADDRESS|Q7, 24, 68161 Mannheim}
Neue Anschrift: {STREET_ADDRESS|Strada Florilor 8, 400123 Cluj-Napoca}
bitte an {STREET_ADDRESS|hinter den höfen 13, 23552 lübeck}
"""

SECRETS = """\
Passwort lautet: „{SECRET|Sommer 2026!}“
"password": "{SECRET|Sommer2026!}"
<password>{SECRET|Sommer2026!}</password>
Passwort (alt): {SECRET|Start4471}
Das Passwort klebt am Monitor in Zimmer 112 ({SECRET|Sommer_2025!}).
Zugangsdaten: karaca:{SECRET|Sommer2026!}
PIN: {SECRET|44 71}
Ihre vorläufige PIN lautet {SECRET|730 155}.
Türcode Nebeneingang: {SECRET|0815*}
Der Code lautet {SECRET|447188}.
Prüfnummer (CVV) {SECRET|447}
Tresor {SECRET|44-71-88}
"""

LOOK_ALIKES = """\
Deckungsring 0412, Kostenstelle 0300
Personalausweis unter 24 Jahre 22,80 EUR
Bismarckplatz | Sankt-Georgen-Siedlung | 30 min
Datenbank von Oracle 19.22.0.0 auf 23.4, Client 12.1.0.44
Leitweg-ID 09562-31000-17
TBNR 141312 Parken im Haltverbot
IT-Vorfall 2025-17 im Rechenzentrum
Zug RE-25/4471, Richtlinie EG-92/43, DIN-18/040
Stellen im Verhältnis 12-3/4 besetzt
Der Zeitstempel (202511031200) ist falsch.
In der Residenz Am Rathaus fand eine Feier statt.
Kartenzahlung 4879 Euro, 9147 Stück\\n5703 Blatt
§ 7 Abs. 3 Nr. 3 Buchst. c SGB II
Rundschreiben 3/2026 und Rundschreiben Nr. 12/2025
Haushaltsstelle 4.5410.7180 ist ausgeschöpft.
Produktsachkonto 3111001.533110
Bundestagsdrucksache 20/4471, Vorlage 2026/0118
Art.-Nr. 7700412, Bestell-Nr. 4711
Die Seminarnummer lautet FB-2026-031, die Vergabenummer 2025-ÖA-0117.
Es gilt der Erlass II B 3 – 2103.4 vom 17.11.2025.
Eingabe Nr. 44 Radweg Nordspange
VO (EG) Nr. 883/2004, Richtlinie 2004/38/EG, DIN EN ISO 9001:2015
Fallzahl 2025: 4471, Antrag auf 2.400 Euro, 1500 Zeichen
Zeitraum 2024/2025, Schuljahr 2025/26
ein golf mit 110 kW und CO2 126 g/km
Die Stadt feiert am 3. Oktober ihren 750. Geburtstag.
Die Behörde wird am 1. April 50 Jahre alt.
Der Verein wurde am 1. April 50.
Der Weinjahrgang 2018 war gut, Jahrgang 10 der Gesamtschule
Führerscheine bis Jahrgang 1970 sind umzutauschen.
Personen, die vor dem 1. Januar 1964 geboren sind.
Kinder, 01.08.2026 bis 31.07.2027: Beitragsfreiheit
Geburten ab dem 1. April 2025
Hausbesuch Familie, 22.01.2026, 15:00 Uhr
* 12.03.2026: Termin verschoben
Sie wird am 12. März 20 Bewerber einladen.
Handy 2024 gekauft, Telefonate 2025: 4471
intern 18 Stellen besetzt
Look at web.de for details
Stadt@Home, Team @ Work, 5 € @ 10 Stück
Am Sportplatz 14 Bäume gefällt
Am Vormittag 3 Stunden, am Ende 14 Anträge
Bundesstraße 10 und Landesstraße 3 sind gesperrt.
zieht in den Container 3.
Speicherplatz 6,4 TB
Hausnummer 12 fehlt.
Stand 7.3.0.12, älter als 7.1.254.3
Das Passwort muss 12 Zeichen haben. Die PIN hat 5 Stellen.
Fehler beim Fingerabdruckscanner
vgl. OVG Münster, NVwZ-RR 2003, 667 zum Ausweis
"""


def lines(table: str) -> list[str]:
    return [line.replace("\\n", "\n").replace("\\t", "\t") for line in table.splitlines()]


WORDINGS = [
    pytest.param(line, id=f"{name}-{number}")
    for name, table in {
        "labels": LABELS,
        "prose": PROSE,
        "tables": TABLES,
        "births": BIRTHS,
        "contact": CONTACT,
        "addresses": ADDRESSES,
        "secrets": SECRETS,
    }.items()
    for number, line in enumerate(lines(table))
]


@pytest.mark.parametrize("marked", WORDINGS)
def test_every_marked_value_is_protected(guard: Guard, marked: str) -> None:
    text, spans = unmarked(marked)
    findings = guard.redact(RawText(text)).findings
    open_characters = {
        text[at]
        for start, end, _ in spans
        for at in range(start, end)
        if text[at].isalnum() and not any(f.start <= at < f.end for f in findings)
    }
    assert not open_characters


@pytest.mark.parametrize("text", lines(LOOK_ALIKES))
def test_look_alikes_stay(guard: Guard, text: str) -> None:
    findings = guard.redact(RawText(text), language="de").findings
    assert [text[f.start : f.end] for f in findings if f.entity not in OTHERS] == []
