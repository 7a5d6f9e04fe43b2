# ruff: noqa: E501
"""Telephone calls word for word, with two speakers, and the file note that belongs in the file."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.firstperson import first_person
from models.training.corpus.kinds import KINDS
from models.training.corpus.notes import Call
from models.training.corpus.nouns import genitive_of, invented_document, with_article
from models.training.corpus.statements import PREFIXES, accusative_topic, fill, noun, spoken

HEADERS = (
    "Telefonat am {date}, {time}, {office}. {role}: {caller}. Am Apparat: {taker}.",
    "Telefonat am {date} um {time}. Es sprechen {caller} und {taker} ({office}).",
    "Mitschrift eines Telefonats, {date}, {time}. {caller} ruft bei {taker} an, {office}.",
    "Gespräch vom {date}, {time}: {caller} (Anruf) und {taker} ({office}).",
    "{date}, {time}, {office}. Anruf von {caller}, entgegengenommen von {taker}.",
    "Am {date} um {time} ruft {caller} an. Am Telefon ist {taker}, {office}.",
    "Anruf am {date}, {time}. {role}: {caller}. Gesprächsführung: {taker}, {office}.",
    "Protokoll Telefonat {date} {time}, {office}. Beteiligt: {caller}, {taker}.",
)  # fmt: skip
OPENINGS = (
    "Guten Morgen. Es geht um {accusative}.", "Guten Tag, ich rufe wegen {genitive} an.", "Hallo, ich habe eine Frage zu Folgendem: {topic}.",
    "Guten Tag. Es geht um {accusative}. Sie hatten geschrieben, dass noch etwas fehlt.", "Ich melde mich wegen {genitive}.",
    "Guten Tag, es geht noch einmal um {accusative}.", "Mein Anliegen ist {topic}.", "Schön, dass ich Sie erreiche. Es geht um {accusative}.",
    "Hallo. Ich wollte wegen {genitive} nachfragen.", "Guten Tag, Thema ist {topic}.",
)  # fmt: skip
NEEDS = (
    "Ja, dafür brauchen wir noch {docs}.", "Wir benötigen von Ihnen noch {docs}.", "Bitte reichen Sie noch {docs} ein.", "Uns fehlt nicht viel. Wir brauchen noch {docs}.",
    "Richtig, Sie müssen noch {docs} vorlegen.", "Ich sehe in der Akte: Wir brauchen noch {docs}.", "Schicken Sie uns bitte noch {docs}.",
    "Für die Entscheidung brauchen wir noch {docs}.", "Da hätten wir gern noch {docs}.",
)  # fmt: skip
CHATTER = (
    "Ich war leider krank und lag zwei Wochen im Bett.", "Das habe ich fast fertig, ich hatte nur eine Operation.", "Bei uns ist gerade viel los, mein Vater ist gestorben.",
    "Ich bin zurzeit nicht gut zu Fuß.", "Entschuldigung, mein Kind hat Fieber.", "Mir geht es gerade nicht so gut.", "Ich hatte einen Unfall und konnte nichts machen.",
    "Wir kommen gerade aus dem Urlaub.", "Das Wetter ist ja furchtbar.", "Ich musste lange in der Warteschleife warten.",
)  # fmt: skip
PROPOSALS = (
    "Reicht der {date}?",
    "Geht es auch bis zum {date}?",
    "Kann ich das bis {date} schicken?",
    "Ich schaffe es bis zum {date}, passt das?",
    "Wäre der {date} in Ordnung?",
)
GRANTS = (
    "Sie haben Zeit bis zum {date}.", "Dann gilt für alles der {date}.", "Gut, dann trage ich als Frist den {date} ein.", "Nein, aber bis zum {date} können wir warten.",
    "Ich gebe Ihnen Zeit bis {date}.", "Die Frist ist der {date}.", "Sagen wir: bis zum {date}.", "Dann haben Sie für beides Zeit bis zum {date}.", "Bitte bis spätestens {date}.",
)  # fmt: skip
NEWS = (
    "Übrigens: {said}",
    "Und noch etwas: {said}",
    "Ich wollte auch sagen: {said}",
    "Außerdem: {said}",
    "{said}",
    "Sie sollten noch wissen: {said}",
    "Dazu kommt: {said}",
)
ACTIONS = (
    ("Das kläre ich mit {party} und rufe Sie am {date} zurück.", "{taker} klärt das mit {party} und ruft am {date} zurück."),
    ("Ich frage bei {party} nach und melde mich am {date}.", "{taker} fragt bei {party} nach und meldet sich am {date}."),
    ("Das gebe ich an {party} weiter.", "{taker} gibt das an {party} weiter."),
    ("Ich schicke Ihnen die Bestätigung bis zum {date} zu.", "{taker} schickt die Bestätigung bis zum {date} zu."),
    ("Ich nehme das auf und prüfe es bis zum {date}.", "{taker} nimmt das auf und prüft es bis zum {date}."),
    ("Ich trage das so ein.", "{taker} trägt das so ein."),
    ("Ich rufe Sie am {date} zurück.", "{taker} ruft am {date} zurück."),
    ("Wegen dieser Frage spreche ich mit {party} und rufe Sie am {date} an.", "{taker} spricht mit {party} und ruft am {date} an."),
    ("Ich vermerke das und informiere {party}.", "{taker} vermerkt das und informiert {party}."),
)  # fmt: skip
CALLER_ACTIONS = (
    ("Ich schicke alles per Post.", "{caller} schickt alles per Post."), ("Dann bringe ich die Sachen vorbei.", "{caller} bringt die Sachen vorbei."),
    ("Ich melde mich am {date} noch einmal.", "{caller} meldet sich am {date} noch einmal."), ("Ich sende das an {mail}.", "{caller} sendet das an {mail}."),
    ("Gut, ich komme am {date} um {time} vorbei.", "{caller} kommt am {date} um {time} vorbei."), ("Ich frage bei {party} nach.", "{caller} fragt bei {party} nach."),
)  # fmt: skip
PHONES = (
    "Sie erreichen mich unter {phone}.",
    "Meine Nummer ist {phone}.",
    "Gern unter {phone}.",
    "Rufen Sie mich unter {phone} an.",
    "Am besten unter {phone}.",
)
COSTS = (
    "Was kostet das?",
    "Wie hoch ist die Gebühr?",
    "Muss ich etwas bezahlen?",
    "Fallen Kosten an?",
    "Was kostet die Erlaubnis?",
)
PRICES = (
    "Die Gebühr beträgt {amount}.",
    "Das kostet {amount}.",
    "{amount}.",
    "Wenn wir zustimmen, {amount}.",
    "Es sind {amount}.",
)
OPEN = (
    "Zugesagt ist das noch nicht.",
    "Entschieden ist aber noch nichts.",
    "Das kann ich Ihnen noch nicht versprechen.",
    "Die Entscheidung bekommen Sie schriftlich.",
    "Ob es klappt, wissen wir erst später.",
)
ENDINGS = (
    "Danke, auf Wiederhören.",
    "Vielen Dank.",
    "Alles klar, danke.",
    "Gut, so machen wir es.",
    "Danke für die Auskunft.",
    "Schönen Tag noch.",
)
EVENTS = ("das Straßenfest am {date}", "das Sommerfest am {date}", "der Flohmarkt am {date}", "der Umzug am {date}", "die Baustelle in der {address}", "die Feier am {date}", "der Termin am {date}", "die Halle für den {date}", "der Stellplatz vor der {address}")  # fmt: skip


def dialogue(draw: Draw) -> tuple[Call, str]:
    """A conversation as a transcript, and what of it belongs in the file."""
    topic = (
        fill(draw, draw.pick(EVENTS))
        if draw.chance(0.4)
        else draw.pick((noun(draw), "der " + draw.pick(KINDS).request))
    )
    call = Call(draw.person(), "n", draw.date(), draw.time(), topic, [], [], taker=draw.person())
    caller, taker = call.caller, call.taker
    office = (
        draw.pick(PREFIXES)
        + draw.pick(("amt", "stelle", "behörde", "verwaltung"))
        + (f" der Stadt {draw.placeholder('LOCATION')}" if draw.chance(0.6) else "")
    )
    role = draw.pick(("Anruferin", "Anrufer", "Es ruft an"))
    header = draw.phrase(HEADERS, date=call.date, time=call.time, office=office, role=role, caller=caller, taker=taker)
    if draw.chance(0.6):
        call.number = draw.case_number()
        header += f" Aktenzeichen: {call.number}."
    party = draw.pick(
        (
            "dem Umweltamt",
            "der Fachabteilung",
            "der Leitung",
            "dem Rechtsamt",
            "der Kasse",
            draw.person(),
            "dem Bauamt",
            "der Feuerwehr",
        )
    )
    named_party = {
        "dem Umweltamt": "das Umweltamt",
        "dem Rechtsamt": "das Rechtsamt",
        "dem Bauamt": "das Bauamt",
        "der Fachabteilung": "die Fachabteilung",
        "der Leitung": "die Leitung",
        "der Kasse": "die Kasse",
        "der Feuerwehr": "die Feuerwehr",
    }.get(party, party)
    lines: list[tuple[str, list[str]]] = [
        (caller, [draw.phrase(OPENINGS, topic=topic, accusative=accusative_topic(topic), genitive=genitive_of(topic))])
    ]

    def say(who: str, text: str) -> None:
        if lines[-1][0] == who:
            lines[-1][1].append(text)
        else:
            lines.append((who, [text]))

    def act(who: str, pairs: tuple[tuple[str, str], ...]) -> None:
        spoken, noted = draw.pick(pairs)
        chosen = draw.later_date() if "{date}" in spoken else ""
        mail = draw.placeholder("EMAIL_ADDRESS") if "{mail}" in spoken else ""
        values = {"date": chosen, "time": draw.time(), "mail": mail, "caller": caller, "taker": taker}
        values["party"] = named_party if any(word in spoken for word in ("an {party}", "informiere {party}")) else party
        say(who, spoken.format(**values))
        call.agreed.append(noted.format(**values))

    if draw.chance(0.7):
        documents = [
            with_article(
                draw.pick(draw.pick(KINDS).documents) if draw.chance(0.5) else invented_document(draw), "accusative"
            )
            for _ in range(draw.random.randint(1, 3))
        ]
        shown = documents[0] if len(documents) == 1 else ", ".join(documents[:-1]) + " und " + documents[-1]
        say(taker, draw.phrase(NEEDS, docs=shown))
        call.told.append(f"{taker} braucht noch {shown}.")
        if draw.chance(0.5):
            say(caller, draw.phrase(CHATTER))
        if draw.chance(0.75):
            if draw.chance(0.5):
                say(caller, draw.phrase(PROPOSALS, date=draw.later_date()))
            call.deadline = draw.later_date()
            say(taker, draw.phrase(GRANTS, date=call.deadline))
    elif draw.chance(0.5):
        say(
            taker,
            draw.pick(
                (
                    "Ja, worum geht es genau?",
                    "Was kann ich für Sie tun?",
                    "Einen Moment, ich hole die Akte.",
                    "Ja, ich erinnere mich.",
                )
            ),
        )
    for _ in range(draw.random.choice((0, 1, 1, 2)) if call.told else draw.random.choice((1, 2, 2, 3))):
        own = draw.chance(0.5)
        said = first_person(draw) if own else spoken(draw)
        say(caller, draw.phrase(NEWS, said=said))
        call.told.append(f"{caller} teilt mit: „{said}“" if own else f"{caller} teilt mit: {said}")
    if draw.chance(0.7):
        act(taker, ACTIONS)
    if draw.chance(0.35):
        act(caller, CALLER_ACTIONS)
    if draw.chance(0.5):
        call.phone = draw.placeholder("PHONE_NUMBER")
        say(caller, draw.phrase(PHONES, phone=call.phone))
    if draw.chance(0.35):
        amount = draw.amount()
        say(caller, draw.phrase(COSTS))
        say(taker, draw.phrase(PRICES, amount=amount))
        call.told.append(f"Genannte Gebühr: {amount}.")
    if draw.chance(0.35):
        say(taker, draw.phrase(OPEN))
        call.told.append("Offen: Eine Entscheidung gibt es noch nicht.")
    if draw.chance(0.5):
        say(caller, draw.phrase(ENDINGS))
    joint = draw.pick(("\n\n", "\n\n", "\n"))
    return call, joint.join([header, *[f"{who}: {' '.join(texts)}" for who, texts in lines]])
