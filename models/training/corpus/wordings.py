# ruff: noqa: E501
"""Further wordings of what almost every case has: whom to ask, the deadline, the number, what is missing, how long it takes.

They are for training only: the evaluation keeps to the held-out wordings of the lists in `cases`.
"""

from __future__ import annotations

CLERK_PHONE = (
    "Fragen bitte an {clerk}, {phone}.", "Wer Fragen hat, ruft {clerk} an ({phone}).", "{clerk} ist zuständig; Telefon {phone}.", "Bei uns kümmert sich {clerk} darum, Durchwahl {phone}.",
    "Kontakt: {clerk}, {phone}.", "Kontakt ist {clerk} (Telefon {phone}).", "Unter {phone} meldet sich {clerk}.", "{phone} ist die Nummer von {clerk_object}.", "{clerk}, Tel. {phone}, betreut die Sache.",
    "Die Akte liegt bei {clerk_object}, Apparat {phone}.", "Gesprächspartner: {clerk} ({phone}).", "Am Telefon hilft {clerk}, und zwar unter {phone}.", "Hilfe gibt es bei {clerk_object} unter {phone}.",
    "Sachbearbeiter/in {clerk}, {phone}.", "Betreut wird das von {clerk_object}; man erreicht sie oder ihn über {phone}.", "Anrufe nimmt {clerk} entgegen: {phone}.", "Für Nachfragen ist {clerk} da, Nummer {phone}.",
    "{clerk} weiß Bescheid, Anruf unter {phone} genügt.", "Verantwortlich: {clerk}. Telefon: {phone}.", "Ansprechbar ist {clerk} über die {phone}.",
)  # fmt: skip
CLERK = (
    "Fragen bitte an {clerk_object}.", "{clerk} kümmert sich darum.", "Verantwortlich: {clerk}.", "Die Akte liegt bei {clerk_object}.", "Kontakt: {clerk}.", "Betreut wird das von {clerk_object}.", "{clerk} macht das.", "Gesprächspartner ist {clerk}.",
    "Die Bearbeitung hat {clerk}.", "Bearbeitung: {clerk}.", "Es antwortet {clerk}.", "Den Brief unterzeichnet {clerk}.", "{clerk} betreut die Sache.", "Im Amt ist {clerk} damit befasst.", "Für Nachfragen ist {clerk} da.",
)  # fmt: skip
PHONE = (
    "Tel.: {phone}.", "Telefonnummer der Stelle: {phone}.", "Wer Fragen hat, ruft {phone} an.", "Nachfragen unter {phone}.", "Unter {phone} nimmt jemand ab.", "Anrufen kann man unter {phone}.", "Durchwahl {phone}.", "Fragen am Telefon: {phone}.", "Nummer: {phone}.", "{phone} ist für Fragen da.",
)  # fmt: skip
MAIL = (
    "Mail an {mail}.", "Auch per Mail: {mail}.", "Wer schreiben will: {mail}.", "Das Postfach heißt {mail}.", "Elektronisch an {mail}.", "Nachrichten bitte an {mail}.", "Unsere Adresse im Netz ist {mail}.", "Mail: {mail}.",
)  # fmt: skip
NUMBER = (
    "Az.: {number}.", "Unser Zeichen: {number}.", "Unser Zeichen ist {number}.", "Unter {number} ist alles abgelegt.", "Registriert unter {number}.", "Die Akte hat die Nummer {number}.", "Vorgangsnummer {number}.", "Zu finden unter {number}.", "Das Zeichen ist {number}.", "Die Sache läuft unter {number}.",
    "In der Registratur: {number}.", "{number} ist das Aktenzeichen.", "Eingetragen wurde er unter {number}.", "Bei Rückfragen bitte {number} nennen.",
)  # fmt: skip
DEADLINE = (
    "Letzter Tag ist der {deadline}.", "Bis {deadline} warten wir.", "Wir brauchen das bis {deadline}.", "Das muss bis zum {deadline} hier sein.", "Fällig am {deadline}.", "Wir haben den {deadline} als Frist notiert.", "Länger als bis zum {deadline} geht es nicht.", "Stichtag {deadline}.", "Am {deadline} läuft die Frist ab.",
    "Zeit hat die Person bis {deadline}.", "Gewünscht ist alles bis {deadline}.", "Einzureichen bis {deadline}.", "Der {deadline} ist der letzte Tag.", "Vorlage bis {deadline}.", "Nach dem {deadline} wird entschieden.", "Fristende: {deadline}.",
)  # fmt: skip
DURATION = (
    "Rechnen muss man mit {dative}.", "Geschätzte Dauer: {duration}.", "Zurzeit brauchen wir {duration}.", "Das dauert jetzt ungefähr {duration}.", "Vor {dative} ist nichts zu erwarten.", "Wir schaffen das in {dative}.", "Im Schnitt sind es {duration}.", "Die Wartezeit: {duration}.", "Bis wir fertig sind, vergehen {duration}.",
    "Es kann {duration} dauern.", "Gewöhnlich vergehen {duration}.", "Für die Prüfung setzen wir {duration} an.", "Fertig sind wir in etwa {dative}.", "Derzeitige Wartezeit etwa {duration}.",
)  # fmt: skip
MISSING = (
    "Was fehlt: {items}.", "Bisher nicht da: {items}.", "Uns fehlen {items}.", "Gebraucht werden {items}.", "Wir vermissen {items}.", "Nicht eingereicht: {items}.", "Zur Akte fehlen {items}.", "Lücken gibt es noch: {items}.", "Noch einzureichen: {items}.", "Ohne diese Unterlagen geht es nicht: {items}.",
    "In der Akte fehlen {items}.", "Beizubringen sind {items}.", "Anzufordern: {items}.", "Es mangelt an Folgendem: {items}.", "Wir warten auf {items}.", "Ausstehend: {items}.", "Der Antrag kam ohne {items}.", "Zu ergänzen: {items}.",
)  # fmt: skip
LIST_HEADS = (
    "Wir warten auf:",
    "Uns fehlen:",
    "Ausstehend:",
    "Nicht dabei:",
    "Anzufordern:",
    "Zu ergänzen:",
    "Was fehlt:",
    "Bitte anfordern:",
    "Gebraucht werden:",
)
MISSING_SHORT = (
    "Es {v} {n}.",
    "Uns {v} {n}.",
    "In der Akte {v} {n}.",
    "{N} {v}.",
    "{N}: {v}.",
    "{N} {v} bisher.",
    "{N} {v} uns.",
    "Zur Entscheidung {v} {n}.",
    "Dazu {v} {n}.",
)
FEE = (
    "Das kostet {fee}.", "Fällig sind {fee}.", "{fee} sind zu bezahlen.", "Wir erheben {fee}.", "Dafür nehmen wir {fee}.", "An Gebühren kommen {fee} zusammen.", "Kostenpunkt: {fee}.", "Preis: {fee}.", "{fee} Gebühr.",
)  # fmt: skip
APPOINTMENT = (
    "Gespräch: {appointment}.", "Der Termin: {appointment}.", "Einladung für {appointment}.", "Wir haben Folgendes frei: {appointment}.", "Vorschlag für das Gespräch: {appointment}.", "Zeit ist {appointment}.", "Gesprochen wird {appointment}.", "Kommen soll die Person {appointment}.",
)  # fmt: skip
ROOM = (
    "Wir treffen uns in {room}.",
    "Und zwar in {room}.",
    "Das ist in {room}.",
    "{room}.",
    "Hier: {room}.",
    "Wo: {room}.",
    "Stattfinden wird es in {room}.",
    "Kommen bitte nach {room}.",
)
APPLICANT = (
    "Beantragt von {dative}{person}.", "Es schreibt {title}{person}.", "{title}{person} beantragt das.", "Antrag von {dative}{person}.", "Person: {title}{person}.", "Betroffen ist {title}{person}.", "Geschickt hat ihn {title}{person}.", "Der Name ist {title}{person}.", "Unterschrift: {title}{person}.",
)  # fmt: skip
APPLICANT_ADDRESS = (
    "Beantragt von {dative}{person}, {address}.", "{title}{person} aus der {address} beantragt das.", "Person: {title}{person} ({address}).", "Es schreibt {title}{person}, Anschrift {address}.", "Der Name ist {title}{person}, die Adresse {address}.", "Unterschrift: {title}{person}, {address}.",
)  # fmt: skip
OPENING = (
    "Ein {request} liegt seit dem {received} bei der {office}.", "{received}: ein {request} ist da, zuständig ist die {office}.", "Die {office} bekam am {received} einen {request}.", "Posteingang vom {received} bei der {office}: {request}.", "Es geht um einen {request}, den die {office} am {received} bekommen hat.", "Bei der {office} gibt es seit {received} einen {request}.", "Neuer {request} bei der {office}, Eingangsstempel {received}.",
)  # fmt: skip
OPENING_PLACE = (
    "Ein {request} liegt seit dem {received} bei der {office} {place}.", "{received}: ein {request} ist da, zuständig ist die {office} der Stadt {place}.", "Die {office} {place} bekam am {received} einen {request}.", "Posteingang vom {received}, {office} der Stadt {place}: {request}.", "In {place} hat die {office} am {received} einen {request} bekommen.",
)  # fmt: skip
