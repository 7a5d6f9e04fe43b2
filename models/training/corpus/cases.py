# ruff: noqa: E501
"""How a case worker writes an application down: prose in many voices, key points, a forwarded e-mail."""

from __future__ import annotations

import re

from models.training.corpus import wordings
from models.training.corpus.draw import Draw
from models.training.corpus.nouns import neuter_office, with_article
from models.training.corpus.scene import Scene, listing
from models.training.corpus.statements import in_dative

ROLE = {"f": "Antragstellerin", "m": "Antragsteller", "n": "Antragstellende Person"}
OTHER_ROLES = {
    "f": ("Bürgerin", "Bauherrin", "Einsenderin", "Absenderin", "Kundin"),
    "m": ("Bürger", "Bauherr", "Einsender", "Absender", "Kunde"),
    "n": ("Antragstellend", "Person", "Name", "Antrag von", "Einsendende Person"),
}
TERSE_OPENINGS = (
    "{request} von {dative}{person}, eingegangen {received}.", "{request} von {dative}{person}, eingegangen am {received}.",
    "{request}. {role}: {title}{person}. Eingang: {received}.", "{received}: {request} von {dative}{person}.", "{title}{person}, {request} vom {received}.",
    "{request} eingegangen am {received}. {role}: {title}{person}.", "{role} {title}{person}. {request}, Eingang {received}.",
    "Neuer Vorgang: {request}, {title}{person}, Eingang {received}.", "{title}{person} – {request} – eingegangen {received}.",
)  # fmt: skip
TERSE: dict[str, tuple[str, ...]] = {
    "address": ("{v}.", "Anschrift {v}.", "Adresse: {v}.", "Wohnt {v}."),
    "number": ("Az. {v}.", "{v}.", "AZ: {v}.", "Aktenzeichen {v}."),
    "missing": ("Fehlt: {v}.", "Es fehlen {v}.", "Fehlend: {v}.", "Offen: {v}.", "Noch nicht da: {v}.", "{v} fehlen noch."),
    "deadline": ("Frist {v}.", "Frist bis {v}.", "Bis {v}.", "Nachreichen bis {v}."),
    "duration": ("Bearbeitung ca. {v}.", "Dauer {v}.", "Dauert {v}.", "Bearbeitungszeit {v}.", "Bearbeitung etwa {v}."),
    "clerk": ("Zuständig {v}.", "Sachbearbeitung {v}.", "Bearbeitet von {v}.", "Ansprechperson {v}."),
    "phone": ("Tel. {v}.", "Telefon {v}.", "{v}.", "Rückfragen {v}."),
    "mail": ("Mail {v}.", "E-Mail {v}."),
    "fee": ("Gebühr {v}.", "Kostet {v}.", "Kosten {v}."),
    "appointment": ("Termin {v}.", "Termin: {v}.", "Gespräch {v}."),
    "room": ("{v}.", "In {v}.", "Ort {v}."),
}  # fmt: skip
TITLE = {"f": "Frau ", "m": "Herr ", "n": ""}
DATIVE = {"f": "Frau ", "m": "Herrn ", "n": ""}

OPENING_PLACE = (
    "Bei der {office} der Stadt {place} ist am {received} ein {request} eingegangen.",
    "Am {received} ist bei der {office} der Stadt {place} ein {request} eingegangen.",
    "Die {office} der Stadt {place} hat am {received} einen {request} erhalten.",
    "Bei der {office} in {place} liegt seit dem {received} ein {request} vor.",
    "Der {office} in {place} ging am {received} ein {request} zu.",
    "Eingang bei der {office} {place} am {received}: {request}.",
    "Ein {request} hat die {office} der Stadt {place} am {received} erreicht.",
    "Im Posteingang der {office} der Gemeinde {place} lag am {received} ein {request}.",
    "Die {office} im Landkreis {place} hat einen {request} bekommen, Eingangsdatum {received}.",
    "Bei uns, der {office} der Stadt {place}, wurde am {received} ein {request} abgegeben.",
)
LIST_HEADS = (
    "Es fehlen noch:", "Es fehlt:", "Noch offen:", "Folgende Unterlagen fehlen:", "Unvollständig. Es fehlen noch:", "Fehlende Unterlagen:",
    "Der Antrag ist noch nicht vollständig. Es fehlen:", "Nachzureichen sind:", "Wir brauchen noch:",
)  # fmt: skip
REQUESTED = (
    "{title}{person} hat bei der {office} {wanted} beantragt. Der Antrag ging am {received} ein.",
    "{title}{person} hat am {received} bei der {office} {wanted} beantragt.",
    "Am {received} hat {title}{person} bei der {office} {wanted} beantragt.",
    "{title}{person} aus {address} hat bei der {office} {wanted} beantragt (Eingang {received}).",
    "{title}{person}, {address}, hat {wanted} beantragt. Eingang bei der {office}: {received}.",
    "{title}{person} beantragt {wanted}. Der Antrag ist seit dem {received} bei der {office}.",
    "{title}{person} möchte {wanted}. Den Antrag hat die {office} am {received} bekommen.",
    "Die {office} hat von {dative}{person} am {received} einen Antrag bekommen. Es geht um Folgendes: {request}.",
    "{title}{person} hat sich an die {office} gewandt und {wanted} beantragt; Eingang war am {received}.",
    "{request} von {dative}{person}, eingegangen {received}. Zuständig: {office}.",
    "{request} von {dative}{person} ({address}), bei der {office} eingegangen am {received}.",
)
OPENING = (
    "Bei der {office} ist am {received} ein {request} eingegangen.",
    "Am {received} ging ein {request} bei der {office} ein.",
    "Die {office} hat am {received} einen {request} erhalten.",
    "Am {received} wurde bei der {office} ein {request} gestellt.",
    "Ein {request} ist am {received} eingegangen, zuständig ist die {office}.",
    "Der {office} liegt ein {request} vor, eingegangen am {received}.",
    "Seit dem {received} liegt der {office} ein {request} vor.",
    "Eingegangen am {received}: ein {request}. Zuständig: {office}.",
    "Auf dem Tisch der {office} liegt ein {request}. Er kam am {received} an.",
    "Die {office} bearbeitet einen {request}, der am {received} eingegangen ist.",
    "Zuständig ist die {office}. Am {received} kam dort ein {request} an.",
)
OPENING_UNDATED = (
    "Bei der {office} ist ein {request} eingegangen.",
    "Der {office} liegt ein {request} vor.",
    "Die {office} bearbeitet einen {request}.",
    "Es geht um einen {request} bei der {office}.",
    "Die {office} hat einen {request} auf dem Tisch.",
    "Zuständig für den {request} ist die {office}.",
    "Zur Bearbeitung liegt ein {request} vor (zuständig: {office}).",
)
APPLICANT = (
    "{role} ist {title}{person}.",
    "{role}: {title}{person}.",
    "Den Antrag hat {title}{person} gestellt.",
    "Gestellt wurde er von {dative}{person}.",
    "Der Antrag stammt von {dative}{person}.",
    "Unterschrieben ist der Antrag von {dative}{person}.",
    "{title}{person} hat den Antrag eingereicht.",
    "Eingereicht hat ihn {title}{person}.",
    "Als {role} ist {title}{person} eingetragen.",
    "Absender ist {title}{person}.",
)
APPLICANT_ADDRESS = (
    "{role} ist {title}{person}, wohnhaft {address}.",
    "{role}: {title}{person}, {address}.",
    "Den Antrag hat {title}{person}, {address}, gestellt.",
    "{title}{person} wohnt in der {address} und hat den Antrag unterschrieben.",
    "Gestellt wurde er von {dative}{person} (Anschrift: {address}).",
    "{role} ist {title}{person}. Die Anschrift lautet {address}.",
    "Der Antrag kommt von {dative}{person}. Adresse: {address}.",
    "Als Anschrift von {dative}{person} ist {address} angegeben.",
)
NUMBER = (
    "{label}: {number}.",
    "{label} {number}.",
    "Das Aktenzeichen lautet {number}.",
    "Der Vorgang trägt das Aktenzeichen {number}.",
    "Der Fall wird unter {number} geführt.",
    "Angelegt unter dem Aktenzeichen {number}.",
    "Der Antrag hat das Aktenzeichen {number} bekommen.",
    "Vergeben wurde das Aktenzeichen {number}.",
)
MISSING = (
    "Es fehlen noch: {items}.",
    "Es fehlen noch folgende Unterlagen: {items}.",
    "Folgende Unterlagen fehlen: {items}.",
    "Nicht beigefügt waren: {items}.",
    "Noch nicht vorgelegt: {items}.",
    "Bei der Durchsicht fiel auf, dass Unterlagen fehlen ({items}).",
    "Unvollständig, es fehlen {items}.",
    "Nachzureichen sind: {items}.",
    "Der Antrag ist nicht vollständig. Offen sind {items}.",
    "Vollständig ist er noch nicht. Gebraucht werden noch: {items}.",
    "An Nachweisen fehlen {items}.",
    "Die Prüfung ergab, dass noch etwas fehlt: {items}.",
)
DEADLINE = (
    "Frist zur Nachreichung: {deadline}.",
    "Frist: {deadline}.",
    "Die Unterlagen sollen bis zum {deadline} vorliegen.",
    "Für die Nachreichung ist Zeit bis {deadline}.",
    "Die Frist endet am {deadline}.",
    "Spätester Termin für die Unterlagen ist der {deadline}.",
    "Abzugeben bis {deadline}.",
    "Alles muss bis spätestens {deadline} da sein.",
    "Nachreichen ist bis zum {deadline} möglich.",
    "Als Frist wurde der {deadline} gesetzt.",
    "Beides soll bis zum {deadline} nachgereicht werden.",
    "Die Nachweise werden bis zum {deadline} gebraucht.",
    "Frist bis {deadline}.",
    "Dafür bleibt Zeit bis zum {deadline}.",
    "Sie sind bis {deadline} nachzureichen.",
)
DURATION = (
    "Bearbeitungsdauer: {duration}.",
    "Die Bearbeitung dauert voraussichtlich {duration}.",
    "Derzeit dauert die Bearbeitung etwa {duration}.",
    "Übliche Bearbeitungszeit: {duration}.",
    "Mit einer Entscheidung ist in {dative} zu rechnen.",
    "Man muss zurzeit mit {dative} rechnen.",
    "Die Bearbeitungszeit liegt bei {dative}.",
    "Erfahrungsgemäß braucht die Stelle {duration}.",
    "Wegen vieler Anträge sind es im Moment {duration}.",
    "Sobald alles vorliegt, dauert die Bearbeitung etwa {duration}.",
    "Die Bearbeitung dauert zurzeit rund {duration}.",
    "Bearbeitung ca. {duration}.",
    "Danach vergehen ungefähr {duration} bis zur Entscheidung.",
    "Bis zum Bescheid vergehen etwa {duration}.",
    "Wenn alles da ist, braucht die Prüfung noch {duration}.",
)
COMPLETE = (
    "Die Unterlagen sind vollständig.",
    "Es fehlt nichts.",
    "Alle Nachweise liegen vor.",
    "Alles vollständig.",
    "Unterlagen vollständig.",
    "Die Prüfung ergab: Es ist alles da.",
    "Der Antrag ist vollständig.",
    "Weitere Unterlagen werden nicht benötigt.",
)
CLERK_PHONE = (
    "Sachbearbeitung: {clerk}, Telefon {phone}.",
    "Zuständig ist {clerk}, Telefon {phone}.",
    "Ansprechperson: {clerk} (Tel. {phone}).",
    "Bearbeitet wird der Antrag von {clerk_object}, erreichbar unter {phone}.",
    "Für Rückfragen: {clerk}, {phone}.",
    "{clerk} bearbeitet den Fall und ist unter {phone} zu erreichen.",
    "Auskunft gibt {clerk} unter der Nummer {phone}.",
    "Die Sachbearbeitung hat {clerk} (Durchwahl {phone}).",
    "Rückfragen beantwortet {clerk}, Telefon {phone}.",
    "Bei Fragen hilft {clerk} weiter: {phone}.",
    "Bearbeiterin oder Bearbeiter: {clerk}, Tel.: {phone}.",
    "Ich bin {clerk} und bearbeite den Antrag, meine Nummer ist {phone}.",
)
CLERK = (
    "Sachbearbeitung: {clerk}.",
    "Zuständig ist {clerk}.",
    "Bearbeitet wird der Antrag von {clerk_object}.",
    "Ansprechperson ist {clerk}.",
    "{clerk} hat den Fall übernommen.",
    "Den Vorgang bearbeitet {clerk}.",
    "Zuständig {clerk}.",
    "Rückfragen beantwortet {clerk}.",
    "Unterschreiben wird {clerk}.",
)
PHONE = (
    "Telefon für Rückfragen: {phone}.",
    "Rückfragen sind unter {phone} möglich.",
    "Telefonisch ist die Stelle unter {phone} erreichbar.",
    "Die Rufnummer lautet {phone}.",
)
MAIL = (
    "E-Mail: {mail}.",
    "Per E-Mail erreichbar unter {mail}.",
    "Mailadresse der Stelle: {mail}.",
    "Unterlagen können auch an {mail} geschickt werden.",
)
HOURS = (
    "Sprechzeiten: {hours}.",
    "Sprechzeit ist {hours}.",
    "Geöffnet ist {hours}.",
    "Telefonisch erreichbar {hours}.",
)
FEE = (
    "Gebühr: {fee}.",
    "Es fällt eine Gebühr von {fee} an.",
    "Die Gebühr beträgt {fee}.",
    "Zu zahlen sind {fee}.",
    "Die Kosten liegen bei {fee}.",
    "Der Antrag kostet {fee}.",
)
APPOINTMENT = (
    "Termin: {appointment}.",
    "Als Termin ist {appointment}, vorgesehen.",
    "Ein Gespräch soll stattfinden: {appointment}.",
    "Vorgesprochen werden soll am {appointment}.",
    "Für die Vorsprache ist Folgendes geplant: {appointment}.",
    "Der Termin ist am {appointment}.",
    "Eingeladen werden soll für {appointment}.",
)
ROOM = (
    "Ort: {room}.",
    "Das Gespräch findet in {room} statt.",
    "Treffpunkt ist {room}.",
    "Raum für das Gespräch: {room}.",
    "Bitte {room} angeben.",
)
BIRTH = ("Geburtsdatum: {birth}.", "Geboren am {birth}.", "Das Geburtsdatum ist {birth}.")
WAY = ("Der Antrag kam {way}.", "Eingereicht wurde er {way}.", "Abgegeben {way}.")
NOISE = (
    "Die Akte ist angelegt.",
    "Der Eingang ist im System vermerkt.",
    "Eine Kopie liegt in der Akte.",
    "Der Antrag ist unterschrieben.",
    "Es ist der erste Antrag dieser Art.",
    "Im Haushalt leben zwei Personen.",
    "Über den Antrag ist noch nicht entschieden.",
    "Der Antrag ist unterschrieben, aber noch nicht geprüft.",
    "Eine Zusage gibt es noch nicht.",
    "Es leben drei Kinder im Haushalt.",
    "Der Antrag umfasst mehrere Seiten.",
    "Die Person hat bisher noch keine Rückmeldung bekommen.",
    "Am Telefon wurde schon einmal nachgefragt.",
    "Ein Bescheid ist noch nicht ergangen.",
    "Die Kollegin aus der Poststelle hat ihn weitergeleitet.",
    "Eine Antwort soll diese Woche noch raus.",
)


def application_case(draw: Draw, scene: Scene) -> str:
    """The case as text, in prose or as key points."""
    form = draw.random.random()
    if form < 0.2:
        return tidy(_key_points(draw, scene))
    return tidy(_terse(draw, scene) if form < 0.32 and scene.received else _prose(draw, scene))


def _terse(draw: Draw, scene: Scene) -> str:
    """Fragments, as on a slip of paper; often without the office."""
    if draw.chance(0.6):
        scene.office = scene.place = ""
    names = {
        "title": TITLE[scene.gender],
        "dative": DATIVE[scene.gender],
        "person": scene.applicant,
        "request": scene.kind.request,
    }
    role = draw.pick((ROLE[scene.gender], *OTHER_ROLES[scene.gender]))
    head = draw.phrase(TERSE_OPENINGS, **names, received=scene.received, role=role)
    shown = [with_article(item) for item in scene.missing] if draw.chance(0.4) else scene.missing
    values = {
        "address": scene.address, "number": scene.number, "missing": listing(shown) if shown else "", "deadline": scene.deadline,
        "duration": scene.duration, "clerk": scene.clerk_named if scene.clerk else "", "phone": scene.phone, "mail": scene.mail,
        "fee": scene.fee, "appointment": scene.appointment, "room": scene.room,
    }  # fmt: skip
    told = {name: draw.phrase(TERSE[name], v=value) for name, value in values.items() if value}
    rest = list(told.values())
    scene.said = [_capital(told[name]) for name in ("duration", "clerk", "phone", "mail", "fee") if name in told]
    if scene.complete:
        rest.append(draw.phrase(COMPLETE))
        scene.said.append(rest[-1])
    if scene.office:
        rest.append(scene.office + (f" der Stadt {scene.place}." if scene.place else "."))
    scene.hours = scene.birth = ""
    return " ".join(_capital(part) for part in [head, *rest])


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _prose(draw: Draw, scene: Scene) -> str:
    request = scene.kind.request
    if not scene.received:
        head = [draw.phrase(OPENING_UNDATED, office=scene.office, request=request)]
        scene.place = ""
    elif scene.place:
        head = [
            draw.phrase(
                OPENING_PLACE,
                wordings.OPENING_PLACE,
                office=scene.office,
                place=scene.place,
                received=scene.received,
                request=request,
            )
        ]
    else:
        head = [draw.phrase(OPENING, wordings.OPENING, office=scene.office, received=scene.received, request=request)]
    names = {
        "role": ROLE[scene.gender], "title": TITLE[scene.gender], "dative": DATIVE[scene.gender],
        "person": scene.applicant, "address": scene.address,
    }  # fmt: skip
    if scene.address:
        head.append(draw.phrase(APPLICANT_ADDRESS, wordings.APPLICANT_ADDRESS, **names))
    else:
        head.append(draw.phrase(APPLICANT, wordings.APPLICANT, **names))
    if scene.received and request.startswith("Antrag auf ") and draw.chance(0.3):
        usable = [text for text in REQUESTED if ("{address}" in text) == bool(scene.address)]
        wanted = request.removeprefix("Antrag auf ")
        if wanted.split(" ")[0].endswith("ung"):
            wanted = f"die {wanted}"
        head = [
            draw.phrase(usable, **names, office=scene.office, wanted=wanted, request=request, received=scene.received)
        ]
        scene.place = ""
    head = [neuter_office(text, scene.office) for text in head]
    rest: list[str] = []
    if scene.number:
        rest.append(draw.phrase(NUMBER, wordings.NUMBER, label=scene.number_label, number=scene.number))
    if scene.missing:
        text = _missing(draw, scene)
        if scene.deadline:
            text += " " + draw.phrase(DEADLINE, wordings.DEADLINE, deadline=scene.deadline)
        rest.append(text)
    kept = len(rest)
    if scene.duration:
        rest.append(draw.phrase(DURATION, wordings.DURATION, duration=scene.duration, dative=in_dative(scene.duration)))
    if scene.complete:
        rest.append(draw.phrase(COMPLETE))
    rest.extend(contact_lines(draw, scene))
    if scene.fee:
        rest.append(draw.phrase(FEE, wordings.FEE, fee=scene.fee))
    said = rest[kept:]
    if scene.appointment:
        text = draw.phrase(APPOINTMENT, wordings.APPOINTMENT, appointment=scene.appointment)
        rest.append(text + (" " + draw.phrase(ROOM, wordings.ROOM, room=scene.room) if scene.room else ""))
    if scene.birth:
        rest.append(draw.phrase(BIRTH, birth=scene.birth))
    if scene.way:
        rest.append(draw.phrase(WAY, way=scene.way))
    if draw.chance(0.35):
        rest += [draw.phrase(NOISE) for _ in range(draw.random.choice((1, 1, 2)))]
    if draw.chance(0.6):
        draw.random.shuffle(rest)
    scene.said = [line for line in rest if line in said]
    sentences = head + rest
    if draw.chance(0.25):
        middle = len(sentences) // 2
        return " ".join(sentences[:middle]) + draw.pick(("\n\n", "\n")) + " ".join(sentences[middle:])
    return draw.pick((" ", " ", " ", "\n")).join(sentences)


def tidy(text: str) -> str:
    """No blanks beside line breaks, no more than one empty line."""
    text = re.sub(r" *\n *", "\n", text).strip()
    return re.sub(r"\n{3,}", "\n\n", text)


def _missing(draw: Draw, scene: Scene) -> str:
    """The missing documents in running text or as a list, bare or with their articles."""
    shown = [with_article(item) for item in scene.missing] if draw.chance(0.45) else scene.missing
    if draw.chance(0.3):
        mark, end = draw.pick((("- ", ","), ("- ", ""), ("– ", ""), ("* ", "")))
        lines = [f"{mark}{item}{end}" for item in shown[:-1]] + [f"{mark}{shown[-1]}{'.' if end else ''}"]
        return "\n" + draw.phrase(LIST_HEADS, wordings.LIST_HEADS) + draw.pick(("\n", "\n\n")) + "\n".join(lines) + "\n"
    if shown is not scene.missing and draw.chance(0.6):
        plural = "fehlen" if len(shown) > 1 else "fehlt"
        names = listing(shown)
        return draw.phrase(
            (
                "Es {v} noch {n}.", "{N} {v} noch.", "Nicht dabei: {n}.", "Noch {v} {n}.", "Leider {v} {n}.", "Beim Antrag {v} {n}.",
                "Der Antrag ist unterschrieben, aber es {v} noch {n}.", "Bisher {v} {n}.", "Allerdings {v} noch {n}.",
            ),
            wordings.MISSING_SHORT, v=plural, n=names, N=names[0].upper() + names[1:],
        )  # fmt: skip
    items = "; ".join(shown) if draw.chance(0.15) else listing(shown)
    return draw.phrase(MISSING, wordings.MISSING, items=items)


def contact_lines(draw: Draw, scene: Scene) -> list[str]:
    """Who is in charge and how to reach them."""
    lines: list[str] = []
    if scene.clerk:
        lines.append(contact(draw, scene))
    elif scene.phone:
        lines.append(draw.phrase(PHONE, wordings.PHONE, phone=scene.phone))
    if scene.mail:
        lines.append(draw.phrase(MAIL, wordings.MAIL, mail=scene.mail))
    if scene.hours:
        lines.append(draw.phrase(HOURS, hours=scene.hours))
    return lines


def contact(draw: Draw, scene: Scene) -> str:
    """The sentence that names the person in charge, with the telephone number where there is one."""
    names = {"clerk": scene.clerk_named, "clerk_object": scene.clerk_object}
    if scene.phone:
        return draw.phrase(CLERK_PHONE, wordings.CLERK_PHONE, **names, phone=scene.phone)
    return draw.phrase(CLERK, wordings.CLERK, **names)


def _key_points(draw: Draw, scene: Scene) -> str:
    pairs = [
        (draw.phrase(("Antrag", "Vorgang", "Anliegen", "Gegenstand", "Worum es geht")), scene.kind.request),
        (draw.phrase(("Eingang", "Eingegangen am", "Eingangsdatum", "Datum des Eingangs")), scene.received),
        (ROLE[scene.gender], TITLE[scene.gender] + scene.applicant),
        (draw.phrase(("Anschrift", "Adresse", "wohnhaft")), scene.address),
        (draw.phrase(("Stelle", "Zuständige Stelle", "Behörde", "Amt")), scene.office + (f" der Stadt {scene.place}" if scene.place else "")),
        (scene.number_label, scene.number),
        (draw.phrase(("Fehlende Unterlagen", "Es fehlt noch", "Noch offen", "fehlend", "Nachzureichen")), listing(scene.missing) if scene.missing else ""),
        (draw.phrase(("Frist", "Nachreichen bis", "Frist für Unterlagen", "spätestens bis")), scene.deadline),
        (draw.phrase(("Bearbeitungsdauer", "Dauer", "Bearbeitungszeit", "voraussichtliche Dauer")), scene.duration),
        (draw.phrase(("Unterlagen", "Vollständigkeit")), "vollständig" if scene.complete else ""),
        (draw.phrase(("Sachbearbeitung", "Ansprechperson", "Bearbeitung durch", "zuständig")), scene.clerk_named if scene.clerk else ""),
        (draw.phrase(("Telefon", "Tel.", "Rückfragen unter", "Durchwahl")), scene.phone),
        (draw.phrase(("E-Mail", "Mail", "E-Mail-Adresse")), scene.mail),
        (draw.phrase(("Sprechzeiten", "Sprechzeit", "Öffnungszeiten")), scene.hours),
        (draw.phrase(("Gebühr", "Kosten", "zu zahlen")), scene.fee),
        (draw.phrase(("Termin", "Gesprächstermin", "Vorsprache")), scene.appointment),
        (draw.phrase(("Ort", "Raum", "Treffpunkt")), scene.room),
        ("Geburtsdatum", scene.birth),
    ]  # fmt: skip
    filled = [(label, value) for label, value in pairs if value]
    tail = filled[3:]
    if draw.chance(0.5):
        draw.random.shuffle(tail)
    values = (scene.duration, scene.clerk_named, scene.phone, scene.mail, scene.hours, scene.fee)
    scene.said = [f"{label}: {value}." for label, value in tail if value in values]
    mark = draw.pick(("- ", "", "* ", "– "))
    return "\n".join(f"{mark}{label}: {value}" for label, value in filled[:3] + tail)
