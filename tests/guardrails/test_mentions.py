"""How people, their homes and their birthdays are mentioned in passing, class by class, and what only looks like it.

A line marks what must be protected as ``{ENTITY|value}``; in a line without marks nothing of the kind is found.
"""

import pytest

from guardrails import Guard, RawText
from tests.guardrails.marked_texts import unmarked

GENITIVES = """\
Wir haben {PERSON|Ljiljanas} Unterlagen noch nicht erhalten.
{PERSON|Cordulas} neue Adresse folgt noch.
{PERSON|Tetianas} und {PERSON|Dawits} Zeugnisse liegen bei.
{PERSON|Hans'} Enkel holt den Ausweis ab.
{PERSON|Max'} Schwester geht auch in die Kita.
In {PERSON|Kupfers} Akte fehlt Blatt 14.
{PERSON|Sven}'s mother has called twice.
"""

SHORT = """\
Frau {PERSON|R.} kam zu spät.
Fr. {PERSON|B.} meldet sich morgen.
Das Kind {PERSON|E. R.} besucht die 2. Klasse.
{PERSON|B. K.}, 83 J., lebt allein.
Der Bescheid geht heute raus. Gruß {PERSON|M.}
@{PERSON|minh} kannst du übernehmen?
@{PERSON|Samira} bitte prüfen
gez. {PERSON|A. M.}
{PERSON|Petra Kern} („{PERSON|Mucki}“) hat angerufen.
ruf {PERSON|Schorsch} in der GU an
"""

WORDS = """\
{PERSON|Winter} rief an, will Rückruf.
{PERSON|Sommer} bittet um Ratenzahlung.
Frau {PERSON|Karaca} fehlt. {PERSON|Kaiser} war nicht zu Hause.
Frau {PERSON|Karaca} fehlt. Mit {PERSON|Berg} telefoniert.
Mandant {PERSON|Kupfer} wünscht Rückruf.
Kollege {PERSON|Grabow} hat geantwortet.
Dolmetscher {PERSON|Vo} war da.
Pächter {PERSON|El Idrissi} zahlt nicht.
Patient {PERSON|Blumenthal}, Zimmer 4
PD Dr. {PERSON|Schlosser}
wg. {PERSON|Blumenthal}
Gastfam. {PERSON|Rosenthal}
ich glaube, er heißt {PERSON|Stumpf}, vor allen Leuten
{PERSON|Krawiec} fragt beim Vermieter nach.
Bescheid folgt.\\n\\n{PERSON|Weyermann}\\nVerwaltungsfachangestellte
Termin im Saal 7.\\n\\nFreifrau {PERSON|von Tessin}\\nRichterin am Amtsgericht
Sehr geehrter Herr {PERSON|Frhr. von Knobelsbach},
an Frau {PERSON|Müller-\\nLüdenscheidt} geschickt
Vorname:   {PERSON|lmran}
"""

ROWS = """\
Anwesend: {PERSON|Wesseling}, {PERSON|Esposito}, {PERSON|Volkov}, {PERSON|Koch}
Entschuldigt: {PERSON|Polat}, {PERSON|Lang} (Fortbildung)
Früh: {PERSON|Wittkamp} / {PERSON|Demirbaş}
Früh | {PERSON|Lüders} | {PERSON|Baran}\\nSpät | {PERSON|Chaudhry} | {PERSON|Ast}\\nNacht | {PERSON|Vo} | {PERSON|Keita}
- {PERSON|Eze}: waits\\n- {PERSON|Petersen}: appeal\\n- {PERSON|Papadaki} moved out
Personalnr,Name,Geb.\\n400118,{PERSON|Weiß Thorsten},04.02.1971
Liebe alle,\\n{PERSON|Noura} ist vom 7. bis 25. Juli weg, {PERSON|Karsten} ab dem 14. {PERSON|Nouras} Fälle übernimmt \
{PERSON|Hiroshi}, die übrigen macht {PERSON|Frank}. Bei Fragen zu den Kautionen bitte an {PERSON|Oksana} wenden.
Frau {PERSON|Korkmaz} beschwert sich. Nachbarin {PERSON|Korkmatz} hat unterschrieben.
"""

EVERYDAY = """\
da müsstest du bei der {PERSON|Herbst} nachhaken
Die {PERSON|Wolf} aus dem Standesamt hat morgen frei.
frag lieber den {PERSON|Hahn}, DW 217
das ist der {PERSON|Vogel} aus der Registratur
{PERSON|König} ist seit Montag krank.
Das Fundbüro übernimmt {PERSON|Fischer}, die Post auch.
Die Unterlagen von {PERSON|Storch} fehlen noch.
gib das der {PERSON|wolf} zurück
nicht beim {PERSON|Schröder} klingeln
na die {PERSON|Käthe}, wird nächste woche 90
"""

PARTIES = """\
{PERSON|Kurz} ./. {PERSON|Özdemir}\\nwegen Umgang
Diebstahl zum Nachteil {PERSON|Bock}
Adele {PERSON|Kranz} verw. {PERSON|Winter}
Ratsfrau {PERSON|Sommer} stimmt dagegen.
Ticket 4411\\nMelder: T. {PERSON|Wiesenthal}\\nDrucker druckt nicht
Anw.: {PERSON|Vo}, {PERSON|Bra}, {PERSON|Şen}, entsch. {PERSON|Koch}
guten tag, hier {PERSON|schuster} aus der Lindenstraße
"""

SPEAKERS = """\
{PERSON|Anke} 09:12\\nwo liegt der Schlüssel\\n{PERSON|Tesfu} 09:13\\nbei mir\\n{PERSON|Anke} 09:13\\ngut
{PERSON|Roth}, 13:02: hast du die Akte\\n{PERSON|Anke}, 13:03: ja\\n{PERSON|Roth}, 13:04: gut
<{PERSON|Jens}> moin\\n<{PERSON|tadele}> moin\\n<{PERSON|Jens}> kaffee?
{PERSON|hb} = {PERSON|Hildegard Blum}\\n{PERSON|özt} = {PERSON|Öztürk}\\nRückruf von {PERSON|hb} erbeten
"""

ENTRIES = """\
{PERSON|Hannelore} – Kartoffelsalat\\n{PERSON|Busch} – Getränke\\n{PERSON|Mehmet} – Baklava\\n{PERSON|Katrin} – Teller
{PERSON|Koch}    F   F   S   U\\n{PERSON|Klein B.}   S   S   F   F\\n{PERSON|Yıldırım}   U   U   N   N
{PERSON|Adam} ja – {PERSON|Wolf} nein – {PERSON|Yavuz} Enth. – {PERSON|Lange} nein
Mo  {PERSON|Stein} / {PERSON|Kubiak}\\nDi  {PERSON|Yıldız} / {PERSON|Mai}
3.4. {PERSON|Horn} – Kreishaus\\n4.4. {PERSON|Yusuf} – Werkstatt\\n5.4. {PERSON|Horn} – Bauhof
WEGZUG {PERSON|SANDER HEIKE}       v. ULMENSTR 3
nr 8 {PERSON|stein lothar} fehlt noch\\nnr 9 ist da
zuständig ist Frau {PERSON|Oh}. Bis Dezember.
will Herrn {PERSON|von der Aue} schreiben
hat den brief von dr. {PERSON|lindner} dabei
"""

PLACES = """\
Zuzug aus {LOCATION|Hoyerswerda}
Er pendelt von {LOCATION|Emden} nach {LOCATION|Berlin}.
Mein Vater ist in {LOCATION|Lahore} geblieben.
Hauptwohnsitz: {LOCATION|Wuppertal}
Heimatgemeinde: {LOCATION|Katowice}
letzter bekannter Aufenthalt: {LOCATION|Mogadischu}
dessen Wohnort ......... {LOCATION|Paderborn}
Sie ist in {LOCATION|Hanoi} zur Schule gegangen.
Im März hatten wir noch in {LOCATION|Cottbus} gewohnt.
Rückkehr nach {LOCATION|Sarajevo}
Ihre Adresse in {LOCATION|Schwedt} stimmt nicht mehr.
ich wohne seit 41 Jahren in {LOCATION|Niederzell}
bin umgezogen von {LOCATION|Osaka}
die Familie aus {LOCATION|Mossul}
eine Studentin aus {LOCATION|Izmir}
der 43-Jährige aus {LOCATION|Freital}
Rentnerin (78) aus {LOCATION|Nordhorn}
Mutter in {LOCATION|Charkiw}, Vater in {LOCATION|Passau}
Place of birth: {LOCATION|Busan}
She is originally from {LOCATION|Galway}.
He commutes from {LOCATION|Freital}.
Name | Geb. | Ort\\n{PERSON|Lan Pham} | {DATE_OF_BIRTH|14.8.1999} | {LOCATION|Nortorf}
Zeuge {PERSON|Karaca}, {LOCATION|Emden}
Frau {PERSON|Karaca} ({LOCATION|Bad Salzuflen}) hat angerufen.
"""

BIRTHS = """\
geb. {DATE_OF_BIRTH|3/85}
Geb.              | {DATE_OF_BIRTH|11/1962}
geb.:      {DATE_OF_BIRTH|28 . 09 . 1980}
Mutter {DATE_OF_BIRTH|17.06.1979}, Vater {DATE_OF_BIRTH|3.4.1975}
{PERSON|Lan Pham} {DATE_OF_BIRTH|5. Mai 2003}
{PERSON|Lan Pham} - {DATE_OF_BIRTH|12. März 1985}
{PERSON|Steinmetz, Ulrike} *{DATE_OF_BIRTH|3.4.85}
Kurs A                 {DATE_OF_BIRTH|30/04/1999}\\nTitel                  Geburtsdatum
"""

NOTHING = """\
Die Kartoffeln der Sorte Linda, Annabelle oder Sieglinde; Äpfel der Sorten Elstar, Jonagold und Gala
Bestseller wie „Momo“, „Effi Briest“ oder „Nathan der Weise“ stehen im Regal.
Hundename: Rocky, Rasse: Labrador
Marken, die oft gesucht werden: Diamant, Kalkhoff, Kettler, Hercules.
36.5.01 | Kita König Löwenherz | 1.204.880
25H-5007 | Word kompakt | N. N. | 12
Wisst ihr was?
Das Gutachten kommt aus Stuttgart.
Die Idee stammt aus Kopenhagen.
Der Vorschlag stammt aus Berlin.
Die Kasse öffnet am 15. Mai bestätigt.
Anwesend: alle, Entschuldigt: niemand
Team A: Planung, Team B: Bau
Schreiben Sie an das Amt in Nürnberg.
Dateiname, z. B. 2025-03-04_A32_Muster
Scheidung am 4. Mai 2019
Abfahrt 13:04\\nErfurt 13:25\\nGotha 13:41\\nAnkunft 14:02
Der Koch aus der Kantine kocht gut.
09.00 Mittag mit Team\\n10.00 Telko (Link)\\n11.00 Frühstück
Montag – Linsensuppe\\nDienstag – Gulasch\\nMittwoch – Kartoffeln
Der Herr von der Kasse und die Frau vom Empfang wissen es.
Die Sommer werden wärmer.
Der Wolf hat drei Schafe gerissen.
Wir suchen zum Herbst einen Koch für die Kita.
Die Richter entscheiden am Montag.
Im Mai ist das Bürgerbüro zu.
Ferner heißt es im Entwurf, dass die Frist läuft.
"""


def lines(table: str) -> list[str]:
    return [line.replace("\\n", "\n") for line in table.splitlines()]


MENTIONS = [
    pytest.param(line, id=f"{name}-{number}")
    for name, table in {
        "genitives": GENITIVES,
        "short": SHORT,
        "words": WORDS,
        "rows": ROWS,
        "everyday": EVERYDAY,
        "parties": PARTIES,
        "speakers": SPEAKERS,
        "entries": ENTRIES,
        "places": PLACES,
        "births": BIRTHS,
    }.items()
    for number, line in enumerate(lines(table))
]


@pytest.mark.parametrize("marked", MENTIONS)
def test_every_mention_is_protected(guard: Guard, marked: str) -> None:
    text, spans = unmarked(marked)
    findings = guard.redact(RawText(text)).findings
    open_values = [
        text[start:end]
        for start, end, _ in spans
        if any(text[at].isalnum() and not any(f.start <= at < f.end for f in findings) for at in range(start, end))
    ]
    assert open_values == []


@pytest.mark.parametrize("text", lines(NOTHING))
def test_what_is_no_mention_stays(guard: Guard, text: str) -> None:
    kinds = ("PERSON", "LOCATION", "DATE_OF_BIRTH")
    findings = guard.redact(RawText(text), language="de").findings
    assert [text[f.start : f.end] for f in findings if f.entity in kinds] == []
