"""What people write to get past a search, and what scanners and mail programmes make of a text."""

import base64

import pytest

from guardrails import Guard, RawText
from tests.guardrails.findings import found

EMAIL = [
    "max (at) web punkt de",
    "max [ät] web [dot] de",
    "max at web dot de",
    "max AT web DOT de",
    "max@web .de",
    "max@web. de",
    "max @ web . de",
    "max.muster@\nweb.de",
    "max.muster@web.\nde",
    "m a x @ w e b . d e",
    "max punkt mustermann ät web punkt de",
    "max.mustermann (at) stadt-koeln (punkt) de",
    "max punkt muster (at) stadt punkt berlin punkt de",
    "name minus nachname at firma punkt com",
    "max Klammeraffe web Punkt de",
    "max_at_web_dot_de",
    "max-at-web-dot-de",
    "max unterstrich muster klammeraffe stadt bude punkt de",
    "mmuster, alles klein, Affenschwanz, hafenmail, Punkt, de",
    "m dot muster et kurzpost dot de",
    "max·m(ät)lichtpost(pünktchen)de",
    "max minus muster at sign inbox dot com",
    "max{at}web{dot}de",
    "max <at> web <dot> de",
    "max©web.de",
    "max@web,de",
    "max&#64;web&#46;de",
    "max%40web.de",
    "max=40stra=C3=9Fe.de",
    "ｍａｘ＠ｗｅｂ．ｄｅ",
    "max\u200b@\u200bweb.de",
    "m\u0430x@web.de",
]


@pytest.mark.parametrize("value", EMAIL)
def test_finds_disguised_addresses(guard: Guard, value: str) -> None:
    text = f"Schreiben Sie mir: {value} bitte heute."
    assert ("EMAIL_ADDRESS", value) in found(guard, text)


NUMBERS = [
    ("Telefon: {}", "PHONE_NUMBER", "null eins sieben sechs, zwölf vierunddreißig sechsundfünfzig achtundsiebzig"),
    ("meine Nummer ist {} danke", "PHONE_NUMBER", "null eins sieben sechs eins zwei drei vier fünf sechs sieben acht"),
    ("call me at {}", "PHONE_NUMBER", "zero one seven six one two three four five six seven eight"),
    ("Tel. {}", "PHONE_NUMBER", "0 1 7 6 1 2 3 4 5 6 7 8"),
    ("Tel. {}", "PHONE_NUMBER", "0-1-7-6-1-2-3-4-5-6-7-8"),
    ("ruf an {}", "PHONE_NUMBER", "0_1_7_6_1_2_3_4_5_6_7_8"),
    ("ruf an {}", "PHONE_NUMBER", "01.76.12.34.56.78"),
    ("Tel. {}", "PHONE_NUMBER", "O176 l2345678"),
    ("Tel. {}", "PHONE_NUMBER", "0176 1234-\n5678"),
    ("Gr=FC=DFe, Tel. {}", "PHONE_NUMBER", "0611 =\n55 20 917"),
    ("Tel. {}", "PHONE_NUMBER", "٠١٧٦ ١٢٣٤٥٦٧٨"),
    (
        "IBAN {} bitte",
        "IBAN_CODE",
        "DE acht neun drei sieben null vier null null vier vier null fünf drei zwo null eins drei null null null",
    ),
    ("die lautet {} danke", "IBAN_CODE", "D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0"),
    ("Konto {}", "IBAN_CODE", "D.E.8.9.3.7.0.4.0.0.4.4.0.5.3.2.0.1.3.0.0.0"),
    ("Konto {}", "IBAN_CODE", "DE89.3704.0044.0532.0130.00"),
    ("IBAN: {}", "IBAN_CODE", "DE89 37O4 0044 O532 0130 0O"),
    ("Steuer-ID: {}", "DE_TAX_ID", "drei sechs fünf sieben vier zwei sechs eins acht null neun"),
    ("Steuer-ID {}", "DE_TAX_ID", "3 6 5 7 4 2 6 1 8 0 9"),
    ("Steuer-ID {}", "DE_TAX_ID", "36 574 26l 8O9"),
    ("RV-Nummer {}", "DE_SOCIAL_SECURITY", "l5 O70649 C 1O3"),
    ("RV-Nummer {}", "DE_SOCIAL_SECURITY", "fünfzehn null sieben null sechs neunundvierzig C eins null drei"),
    ("Versichertennummer {}", "DE_HEALTH_INSURANCE", "A null null null fünf null null null eins fünf"),
    ("Kreditkarte {}", "CREDIT_CARD", "vier" + " eins" * 15),
    ("Personalausweis {}", "DE_ID_CARD", "LO1XOOT47"),
    ("Aktenzeichen {} liegt vor", "DE_CASE_NUMBER", "vierzehn F eins eins acht acht Schrägstrich dreiundzwanzig"),
    ("Die PIN lautet {}.", "SECRET", "vier sieben eins eins"),
    ("geboren am {} in Ulm", "DATE_OF_BIRTH", "zwölften März neunzehnhundertfünfundachtzig"),
    ("geb. {}", "DATE_OF_BIRTH", "zwölfter dritter neunzehnhundertfünfundachtzig"),
    ("geboren am {}", "DATE_OF_BIRTH", "zwölften dritten fünfundachtzig"),
    ("Er ist am {} geboren.", "DATE_OF_BIRTH", "3. Mai fünfundsechzig"),
    ("Geburtsdatum: {}", "DATE_OF_BIRTH", "eins zwei Punkt null drei Punkt eins neun acht fünf"),
    ("born on the {} in London", "DATE_OF_BIRTH", "twelfth of March nineteen eighty-five"),
    ("Sie wohnt {}", "STREET_ADDRESS", "Gartenweg sieben, eins zwei drei vier fünf Musterstadt"),
]


@pytest.mark.parametrize(("text", "entity", "value"), NUMBERS)
def test_finds_disguised_numbers(guard: Guard, text: str, entity: str, value: str) -> None:
    assert (entity, value) in found(guard, text.format(value))


NAMES = [
    "K a r a c a",
    "K.a.r.a.c.a",
    "K-a-r-a-c-a",
    "K_a_r_a_c_a",
    "Kar\u00adaca",
    "K\u0430r\u0430\u0441\u0430",
    "Ｋａｒａｃａ",
    "𝐊𝐚𝐫𝐚𝐜𝐚",
    "M=C3=BCller",
    "M=FCller",
    "M&uuml;ller",
    "M&#252;ller",
    "M%C3%BCller",
    "Mu¨ller",
    "M¨uller",
]


READ_OUT = [
    ("Handy ist {} und das wars", "PHONE_NUMBER", "null siebzehn acht, drei mal die vier, zum Schluss einundneunzig"),
    ("mei Nummer is {}, pfiat eich", "PHONE_NUMBER", "nullzwoasechzg neinadreißg zwölf fuchzehn"),
    ("die Nr hat er hingeschrieben: {} mehr nicht", "PHONE_NUMBER", "0176, dann 44 12, hinten 908"),
    ("Мой телефон {}. Danke", "PHONE_NUMBER", "ноль один семь два 440 19 66"),
    ("Tel: {}", "PHONE_NUMBER", "sıfır bir yedi sekiz 300 91 22"),
    ("Proszę dzwonić {}, danke", "PHONE_NUMBER", "zero pięć sześć siedem dwa dwa jeden"),
    ("Konto fängt mit DE29 4135 an. Danach kommt {}.", "IBAN_CODE", "siebzig dreizehn"),
    ("Ausweis: {}, danke", "DE_ID_CARD", "iks, em, enn, dobbelwee, geh, em, neun, zett, vau, drei"),
    ("Aktenzeichen {} liegt bei", "DE_CASE_NUMBER", "W groß G strich neunzehn strich null null siebenundsechzig"),
    ("Türcode {}, bitte löschen", "SECRET", "raute neunzehn vierzig raute"),
    ("geboren am {} in Ulm", "DATE_OF_BIRTH", "fünften Mai zwotausendelf"),
    ("Geburtstag: der {}. Bitte", "DATE_OF_BIRTH", "einunddreißigste im zehnten Monat, Jahr neunzehn-siebenundsiebzig"),
    ("syn jest urodzony {} w Radomiu", "DATE_OF_BIRTH", "siódmego marca 2015"),
    ("geboren {}, Rente läuft", "DATE_OF_BIRTH", "XIX. XI. MCMLI"),
    ("Sie ist am {} auf die Welt gekommen", "DATE_OF_BIRTH", "29. des zweiten Monats 2020"),
    ("hat sein Handy wieder: {}. Er", "PHONE_NUMBER", "0170😀552😀9138"),
    ("^{}$ testen, Telefon", "PHONE_NUMBER", r"\+49\s?30\s?77\s?01\s?558"),
    ("tel: '{}'", "PHONE_NUMBER", r"+49\u00a040\u00a0428\u00a073\u00a0119"),
    ("[FELD04] {}", "STREET_ADDRESS", "Rellinghauser%20Str.%2055%2C%2045128%20Essen"),
    ("Betriebsnr.: {}", "DE_EMPLOYER_ID", "drei2zwei9eins6vier6"),
]


@pytest.mark.parametrize(("text", "entity", "value"), READ_OUT)
def test_finds_what_is_read_out_behind_its_name(guard: Guard, text: str, entity: str, value: str) -> None:
    assert (entity, value) in found(guard, text.format(value))


@pytest.mark.parametrize(
    "text",
    [
        "Das Telefon war drei Tage lang gestört, dann zwei Stunden besetzt.",
        "Die Nummer des Formulars ist FZ einundneunzig.",
        "Wählen Sie bitte die eins eins fünf.",
        "Der Ausweis gilt zehn Jahre, danach noch zwei Monate.",
        "Das Konto wurde zwei- oder dreimal gesperrt, dann vier Wochen nicht.",
        "Ihr Bescheid vom ersten vierten ist da.",
        "Ersatzteil buchstabiert: H wie Heinrich, L wie Ludwig, Bindestrich, fünf vier sieben null.",
    ],
)
def test_what_is_counted_is_not_read_out(guard: Guard, text: str) -> None:
    assert found(guard, text) == []


SPOILT = [
    ("Er heißt Jan und dahinter {}. Er zahlt.", "PERSON", "B-O-R-K"),
    ("Liebe Kollegin (du weißt schon, {}), kommst du?", "PERSON", "P-a-r-k"),
    ("sie sitzt in {}. Bitte um Auskunft", "LOCATION", "G°o°m°m°e°r°n"),
    ("Inhaber ist {}, von hinten gelesen", "PERSON", "o g a i T zemóG"),
    ("Sie heißt, rückwärts geschrieben, {}. Bitte antworten", "PERSON", "GNINÜRB"),
    ("<p>Bearbeiter: <b>{}</p>", "PERSON", "Ra</b>be"),
    ("<p>Sehr geehrte Frau <span>{},</p>", "PERSON", "Y<wbr>oon</span> S<wbr>eo-yeon"),
    ("{}: wer holt das Kind?\nKhalil: ich", "PERSON", "tina_k"),
    ("vertretung macht @{}\nsie ist da", "PERSON", "emre.koc"),
    ("Frau {} wohnt hier", "PERSON", "Rasch1da E1-Amran1"),
    ("1) {}\n2) nichts", "PERSON", "H@kan D3m!rt4$"),
    ("Ihr Zeichen {}, teile ich mit", "DE_CASE_NUMBER", "UVG-51/\n20884-3"),
    ("der wohnt {}. danke tschüss", "STREET_ADDRESS", "Gerberweg Nummer zwölf a"),
    ("beide melden sich {} an", "STREET_ADDRESS", "Am-Hang-sieb-zehn"),
    ("schreiben an herrn arjun mehta komma {} komma neue zeile", "STREET_ADDRESS", "lerchenfeld dreiundzwanzig"),
    ("living at {}. Bye", "STREET_ADDRESS", "number five, Schillerstrasse, 99096 Erfurt"),
    ("Nguyen Thi Lan // {} // offen", "DATE_OF_BIRTH", "zwölfter elfter neunundneunzig"),
    ("ihr Wagen ist {} und blau", "DE_KFZ", "köln ludwig cäsar sechs sechs null"),
    ("im Sprinter {} kommt er", "DE_KFZ", "Bochum, X Ypsilon, zwo-zwo-null"),
    ("Das Kennwort, das mir die Hotline gab, war {}, geht aber nicht", "SECRET", "Rot-Kehl-chen-0-4"),
    ("{} war hier", "PERSON", "U.t.e.S.o.n.n.t.a.g"),
    ("Ich heiße {}, bin da", "PERSON", "R-a-j-e-s-h (Leerzeichen) Menon"),
    ("Kollegen: {} – das war gemein", "PERSON", "B3nn0 Th31$"),
    ("Geb. 24.O8.l954, Nr. 65 24O854: {}, wohnt hier", "PERSON", "Edith Er1en bach"),
    ("geboren in Valparaíso am {}.", "DATE_OF_BIRTH", "7/VIII/1984"),
    ("geboren ist sie am {}", "DATE_OF_BIRTH", "8ten 4ten 2ooo"),
    ("ich wohn in der {}, der Ort ist Ulm", "STREET_ADDRESS", "straße der jugend, die hausnummer ist zweiundvierzig"),
    ("she lives at {}. Bye", "STREET_ADDRESS", "twenty-two Ahornring"),
    ("11:10 {} visa", "CREDIT_CARD", "4941 – fünfundachtzig null zwo – 7039 1453"),
    ("Auto: {}\nfertig", "DE_KFZ", "D ü s s e l d o r f  strich  F B  strich  4 0 4"),
    ("Meine Mailadresse ist {}", "EMAIL_ADDRESS", "sutipo kringel-a rathausfreund punkt de"),
    ("schreib an {}", "EMAIL_ADDRESS", "leo unterstrich carva achtundachtzig ät postkorb punkt example"),
]


@pytest.mark.parametrize(("text", "entity", "value"), SPOILT)
def test_finds_names_and_addresses_that_are_spoilt(guard: Guard, text: str, entity: str, value: str) -> None:
    assert (entity, value) in found(guard, text.format(value))


@pytest.mark.parametrize(
    "text",
    [
        "Wir sagen D-A-N-K-E und S-T-O-P-P. Die D-I-N und A-B-C-D gelten, a/b/c/d ankreuzen.",
        "max_length: 20\nuser_id: 5\nnode.js: ja",
        "if a<b and c>d then x</b>y",
        "Werkstatt: welches Kennzeichen?\nLeitstelle: 2217, dahinter 2209",
        "Bitte die Rufbereitschaft anrufen, wenn der Rechner app-emil-02 ausfällt.",
        "Schnittstelle:\nSGFsbG8gV2VsdA==\nSGF1c2hhbHRzcGxhbiAyMDI1\n",
        "Gerät A4b$ mit Typ K3b5, Ab3d5$ und Raum B3r.",
        "Auf dem Markt drei Stände, am Montag drei Termine, im Zimmer vier. Der Umweg zwei Kilometer.",
        "Die Fassung vom dritten Mai neunzehnhundertachtzig gilt, am ersten Mai zweitausendzehn wurde sie geändert.",
        "Auf der A vier bei Köln zwei Stunden Stau, in Berlin zwei Tage.",
        "Das Passwort, das im Mai galt, ist seit 2024 abgelaufen.",
        "Der Wagen fuhr rückwärts in den Hof und dann neben das Lager.",
    ],
)
def test_what_looks_spoilt_stays(guard: Guard, text: str) -> None:
    assert found(guard, text) == []


@pytest.mark.parametrize("value", NAMES)
def test_finds_disguised_names(guard: Guard, value: str) -> None:
    assert ("PERSON", value) in found(guard, f"Sehr geehrte Frau {value}, danke.")


@pytest.mark.parametrize(
    ("hidden", "entity"),
    [
        ("Max Mustermann, Gartenweg 7, 12345 Ulm", "STREET_ADDRESS"),
        ("Tel. 030 1234567", "PHONE_NUMBER"),
        ("max.muster@web.de", "EMAIL_ADDRESS"),
        ("Frau Selin Karaca", "PERSON"),
        ("DE89370400440532013000", "IBAN_CODE"),
        ("geb. 12.03.1985", "DATE_OF_BIRTH"),
    ],
)
def test_finds_what_base64_hides(guard: Guard, hidden: str, entity: str) -> None:
    block = base64.b64encode(hidden.encode()).decode()
    assert found(guard, f"Bitte dekodieren: {block} und antworten") == [(entity, block)]


def test_base64_without_personal_data_stays(guard: Guard) -> None:
    block = base64.b64encode(b"Bitte reichen Sie die Unterlagen nach.").decode()
    assert found(guard, f"Der Block {block} ist harmlos.") == []


def test_the_reason_says_that_it_was_hidden(guard: Guard) -> None:
    findings = guard.redact(RawText("Tel. null drei null neun null eins acht zwei vier"), language="de").findings
    assert [f.reason.split(":")[0] for f in findings] == ["Ausgeschrieben oder verfremdet"]
