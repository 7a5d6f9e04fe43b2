# ruff: noqa: E501
"""How a case worker writes an application down: prose in many voices, key points, a forwarded e-mail."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.scene import Scene, listing

ROLE = {"f": "Antragstellerin", "m": "Antragsteller", "n": "Antragstellende Person"}
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
)
COMPLETE = (
    "Die Unterlagen sind vollständig.",
    "Es fehlt nichts.",
    "Alle Nachweise liegen vor.",
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
)
CLERK = (
    "Sachbearbeitung: {clerk}.",
    "Zuständig ist {clerk}.",
    "Bearbeitet wird der Antrag von {clerk_object}.",
    "Ansprechperson ist {clerk}.",
    "{clerk} hat den Fall übernommen.",
    "Den Vorgang bearbeitet {clerk}.",
)
PHONE = (
    "Telefon für Rückfragen: {phone}.",
    "Rückfragen sind unter {phone} möglich.",
    "Telefonisch ist die Stelle unter {phone} erreichbar.",
    "Die Rufnummer lautet {phone}.",
)
MAIL = ("E-Mail: {mail}.", "Per E-Mail erreichbar unter {mail}.", "Mailadresse der Stelle: {mail}.", "Unterlagen können auch an {mail} geschickt werden.")
HOURS = ("Sprechzeiten: {hours}.", "Sprechzeit ist {hours}.", "Geöffnet ist {hours}.", "Telefonisch erreichbar {hours}.")
FEE = ("Gebühr: {fee}.", "Es fällt eine Gebühr von {fee} an.", "Die Gebühr beträgt {fee}.", "Zu zahlen sind {fee}.", "Die Kosten liegen bei {fee}.", "Der Antrag kostet {fee}.")
APPOINTMENT = (
    "Termin: {appointment}.",
    "Als Termin ist {appointment}, vorgesehen.",
    "Ein Gespräch soll stattfinden: {appointment}.",
    "Vorgesprochen werden soll am {appointment}.",
    "Für die Vorsprache ist Folgendes geplant: {appointment}.",
    "Der Termin ist am {appointment}.",
    "Eingeladen werden soll für {appointment}.",
)
ROOM = ("Ort: {room}.", "Das Gespräch findet in {room} statt.", "Treffpunkt ist {room}.", "Raum für das Gespräch: {room}.", "Bitte {room} angeben.")
BIRTH = ("Geburtsdatum: {birth}.", "Geboren am {birth}.", "Das Geburtsdatum ist {birth}.")
WAY = ("Der Antrag kam {way}.", "Eingereicht wurde er {way}.", "Abgegeben {way}.")
NOISE = (
    "Die Akte ist angelegt.",
    "Der Eingang ist im System vermerkt.",
    "Eine Kopie liegt in der Akte.",
    "Der Antrag ist unterschrieben.",
    "Es ist der erste Antrag dieser Art.",
    "Die Person hat bisher noch keine Rückmeldung bekommen.",
    "Am Telefon wurde schon einmal nachgefragt.",
    "Ein Bescheid ist noch nicht ergangen.",
    "Die Kollegin aus der Poststelle hat ihn weitergeleitet.",
    "Eine Antwort soll diese Woche noch raus.",
)


def in_dative(duration: str) -> str:
    """`sechs Monate` as `sechs Monaten`; weeks stay."""
    return duration + "n" if duration.endswith(("Monate", "Tage", "Arbeitstage")) else duration


def application_case(draw: Draw, scene: Scene) -> str:
    """The case as text, in prose or as key points."""
    return _key_points(draw, scene) if draw.chance(0.22) else _prose(draw, scene)


def _prose(draw: Draw, scene: Scene) -> str:
    request = scene.kind.request
    if not scene.received:
        head = [draw.phrase(OPENING_UNDATED, office=scene.office, request=request)]
        scene.place = ""
    elif scene.place:
        head = [draw.phrase(OPENING_PLACE, office=scene.office, place=scene.place, received=scene.received, request=request)]
    else:
        head = [draw.phrase(OPENING, office=scene.office, received=scene.received, request=request)]
    names = {
        "role": ROLE[scene.gender], "title": TITLE[scene.gender], "dative": DATIVE[scene.gender],
        "person": scene.applicant, "address": scene.address,
    }  # fmt: skip
    head.append(draw.phrase(APPLICANT_ADDRESS if scene.address else APPLICANT, **names))
    rest: list[str] = []
    if scene.number:
        rest.append(draw.phrase(NUMBER, label=scene.number_label, number=scene.number))
    if scene.missing:
        items = "; ".join(scene.missing) if draw.chance(0.15) else listing(scene.missing)
        text = draw.phrase(MISSING, items=items)
        if scene.deadline:
            text += " " + draw.phrase(DEADLINE, deadline=scene.deadline)
        rest.append(text)
    if scene.duration:
        rest.append(draw.phrase(DURATION, duration=scene.duration, dative=in_dative(scene.duration)))
    if scene.complete:
        rest.append(draw.phrase(COMPLETE))
    rest.extend(contact_lines(draw, scene))
    if scene.fee:
        rest.append(draw.phrase(FEE, fee=scene.fee))
    if scene.appointment:
        text = draw.phrase(APPOINTMENT, appointment=scene.appointment)
        rest.append(text + (" " + draw.phrase(ROOM, room=scene.room) if scene.room else ""))
    if scene.birth:
        rest.append(draw.phrase(BIRTH, birth=scene.birth))
    if scene.way:
        rest.append(draw.phrase(WAY, way=scene.way))
    if draw.chance(0.3):
        rest.append(draw.phrase(NOISE))
    if draw.chance(0.6):
        draw.random.shuffle(rest)
    sentences = head + rest
    if draw.chance(0.25):
        middle = len(sentences) // 2
        return " ".join(sentences[:middle]) + draw.pick(("\n\n", "\n")) + " ".join(sentences[middle:])
    return draw.pick((" ", " ", " ", "\n")).join(sentences)


def contact_lines(draw: Draw, scene: Scene) -> list[str]:
    """Who is in charge and how to reach them."""
    names = {"clerk": scene.clerk_named, "clerk_object": scene.clerk_object, "phone": scene.phone}
    lines: list[str] = []
    if scene.clerk:
        lines.append(draw.phrase(CLERK_PHONE if scene.phone else CLERK, **names))
    elif scene.phone:
        lines.append(draw.phrase(PHONE, phone=scene.phone))
    if scene.mail:
        lines.append(draw.phrase(MAIL, mail=scene.mail))
    if scene.hours:
        lines.append(draw.phrase(HOURS, hours=scene.hours))
    return lines


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
    mark = draw.pick(("- ", "", "* ", "– "))
    return "\n".join(f"{mark}{label}: {value}" for label, value in filled[:3] + tail)
