# ruff: noqa: E501
"""Letters to citizens beyond the first answer: decisions, hearings, reminders, extensions, complaints, notices."""

from __future__ import annotations

from models.training.corpus.sheets import LetterKind, Part

GROUNDS = (
    "@das Einkommen|über der Grenze||liegt|liege || die Wohnung|zu groß||ist|sei || der Antrag|zu spät|gestellt worden|ist|sei || die Unterlagen|trotz Erinnerung nicht|vorgelegt worden|sind|seien || "
    "der Wohnsitz|nicht in {location}||liegt|liege || die Fläche|bereits|vergeben|ist|sei || die Voraussetzungen|nicht|erfüllt|sind|seien || das Vermögen|mehr als {amount}||beträgt|betrage || "
    "der Standort|im Schutzgebiet||liegt|liege || die Mittel|für dieses Jahr|verbraucht|sind|seien || das Fahrzeug|auf eine andere Person|zugelassen|ist|sei || ein Nachweis über {amount}|weiterhin||fehlt|fehle || "
    "die Mindestdauer von {durations}|nicht|erreicht|ist|sei || die Anlage|den Abstand von {number} Metern nicht||einhält|einhalte || der Bedarf|anders|gedeckt werden|kann|könne"
)
GROUND = Part(
    "Grund",
    GROUNDS,
    (
        "Grund: {main}.",
        "Begründung: {main}.",
        "{Main}",
        "Der Grund ist, dass {clause}.",
        "Ausschlaggebend ist, dass {clause}.",
        "Maßgeblich war, dass {clause}.",
        "Warum: {main}.",
        "Die Prüfung hat ergeben, dass {clause}.",
    ),
    0.92,
    "Begründung",
)
LAW = Part(
    "Rechtsgrundlage",
    "{law}",
    (
        "Rechtsgrundlage: {v}.",
        "Rechtsgrundlage ist {v}.",
        "Das folgt aus {v}.",
        "Die Entscheidung beruht auf {v}.",
        "Maßgebliche Vorschrift: {v}.",
        "Vorschrift: {v}.",
    ),
    0.55,
)
REMEDY = Part(
    "Rechtsbehelf",
    "Widerspruch innerhalb eines Monats || Klage innerhalb eines Monats || Widerspruch innerhalb von vier Wochen || Widerspruch innerhalb eines Monats bei der Widerspruchsstelle",
    (
        "Rechtsbehelf: {v}.",
        "Möglich ist: {v}.",
        "Rechtsmittel: {v}.",
        "Zulässig: {v}.",
        "Die Person kann sich wehren: {v}.",
        "Belehrung: {v}.",
    ),
    0.6,
    "Rechtsbehelfsbelehrung",
)
REPLY = Part(
    "Frist",
    "{later}",
    (
        "Frist: {v}.",
        "Antwort bis {v}.",
        "Zeit ist bis zum {v}.",
        "Die Frist endet am {v}.",
        "Spätestens am {v} brauchen wir eine Antwort.",
        "Rückmeldung bis zum {v}.",
        "Stichtag ist der {v}.",
        "Gesetzt ist eine Frist bis zum {v}.",
    ),
    0.8,
    "Frist",
    ("Nenne die Frist.", "Mit Frist.", "Die Frist muss drinstehen.", "Setze eine Frist.", "Gib an, bis wann."),
)
AMOUNT = Part(
    "Betrag",
    "{amount}",
    ("Betrag: {v}.", "Es geht um {v}.", "Der Betrag ist {v}.", "Höhe: {v}.", "Die Summe beträgt {v}.", "Summe: {v}."),
    1.0,
    "Betrag",
)
IBAN = Part(
    "Konto",
    "{iban}",
    ("Konto: {v}.", "Überweisung auf {v}.", "IBAN {v}.", "Zu zahlen auf das Konto {v}.", "Bankverbindung: {v}."),
    0.7,
)

CITIZENS: tuple[LetterKind, ...] = (
    LetterKind("refusal",
        ("eine Ablehnung", "einen Ablehnungsbescheid", "ein Ablehnungsschreiben", "einen Brief mit der Ablehnung", "eine Absage", "einen ablehnenden Bescheid", "eine Absage an {role}"),
        ("Lehne den Antrag ab.", "Teile mit, dass der Antrag abgelehnt ist, und erkläre den Grund.", "antrag ablehnen", "Sag verständlich, warum wir ablehnen.", "Schreibe {role}, dass wir den Antrag ablehnen müssen.", "Ablehnung mit Begründung und Rechtsbehelf.", "Der Antrag wird abgelehnt, bitte Brief dazu.", "Formuliere die Ablehnung so, dass man sie versteht."),
        ("Der {request} von {dative} vom {received} wird abgelehnt.", "{named} hat einen {request} gestellt (Eingang {received}). Der Antrag ist abzulehnen.", "{request} von {dative}, eingegangen am {received}: Ablehnung.", "Wir müssen den {request} von {dative} ablehnen. Er ist vom {received}.", "Es geht um einen {request}, eingegangen am {received}. {role}: {named}. Entscheidung: Ablehnung.", "Der Bescheid zum {request} von {dative} (Antrag vom {received}) fällt negativ aus.", "{named}, {request} vom {received}. Ergebnis der Prüfung: abgelehnt."),
        ("Ihr {request} – Ablehnung", "Bescheid zu Ihrem {request}", "Ablehnung: Ihr {request}"),
        ("leider können wir Ihrem {request} vom {received} nicht zustimmen. Wir lehnen ihn ab.", "wir haben Ihren {request} vom {received} geprüft. Wir müssen ihn leider ablehnen.", "Ihr {request} vom {received} ist abgelehnt."),
        (GROUND, LAW, REMEDY), ("Wir bedauern, dass wir Ihnen keine andere Nachricht geben können.", "Uns ist bewusst, dass das für Sie keine gute Nachricht ist.")),
    LetterKind("approval",
        ("einen Bewilligungsbescheid", "eine Bewilligung", "eine Zusage", "einen Brief mit der Bewilligung", "ein Bewilligungsschreiben", "einen positiven Bescheid"),
        ("Bewillige den Antrag.", "Teile mit, dass der Antrag bewilligt ist.", "zusage schreiben", "Schreibe {role}, dass der Antrag bewilligt ist, und nenne Betrag und Zeitraum.", "Gute Nachricht: der Antrag ist durch. Bitte Brief.", "Informiere {role} über die Bewilligung."),
        ("Der {request} von {dative} vom {received} wird bewilligt.", "{named}: {request}, Eingang {received}. Bewilligt.", "Der {request} ist genehmigt. {role} ist {named}, Antrag vom {received}.", "Wir bewilligen den {request} von {dative}, eingegangen am {received}.", "Positiv entschieden: {request} von {dative} (Eingang {received}).", "Zum {request} von {dative} vom {received} gibt es eine Zusage."),
        ("Ihr {request} – Bewilligung", "Bescheid zu Ihrem {request}", "Bewilligung: Ihr {request}"),
        ("wir haben Ihren {request} vom {received} bewilligt.", "gern teilen wir Ihnen mit, dass Ihr {request} vom {received} bewilligt ist.", "Ihr {request} vom {received} ist bewilligt."),
        (Part("Betrag", "{amount} im Monat || {amount} || {amount} je Monat", ("Betrag: {v}.", "Höhe: {v}.", "Bewilligt sind {v}.", "Es gibt {v}.", "Leistung: {v}."), 0.7),
         Part("Zeitraum", "{date} bis {later}", ("Zeitraum: {v}.", "Gültig vom {v}.", "Das gilt vom {v}.", "Bewilligungszeitraum {v}.", "Laufzeit: {v}."), 0.7, "Zeitraum", ("Nenne den Zeitraum.", "Gib an, wie lange das gilt.", "Mit Zeitraum.")),
         Part("Auszahlung", "{later}", ("Auszahlung am {v}.", "Das Geld kommt am {v}.", "Erste Zahlung: {v}.", "Gezahlt wird zum {v}."), 0.4),
         Part("Pflicht", "jede Änderung sofort mitteilen || einen Nachweis bis zum {later} vorlegen || einen Umzug innerhalb von {durations} anzeigen || die Rechnung im Original aufheben", ("Auflage: {v}.", "Pflicht: {v}.", "Zu beachten: {v}.", "Bedingung ist: {v}."), 0.4), REMEDY)),
    LetterKind("partial",
        ("einen Bescheid über die teilweise Bewilligung", "eine Teilbewilligung", "einen Brief, dass wir nur einen Teil bewilligen", "einen Teilbescheid"),
        ("Teile mit, dass wir den Antrag nur zum Teil bewilligen.", "Erkläre, was bewilligt ist und was nicht.", "Teilbewilligung schreiben", "Schreibe {role}, welcher Teil bewilligt ist."),
        ("Der {request} von {dative} vom {received} wird zum Teil bewilligt.", "{named} bekommt nur einen Teil. Es geht um einen {request} vom {received}.", "{request} von {dative}, eingegangen am {received}: teilweise Bewilligung.", "Nur teilweise zugestimmt wird dem {request} von {dative} (Eingang {received})."),
        ("Ihr {request} – Entscheidung", "Bescheid zu Ihrem {request}"),
        ("wir haben über Ihren {request} vom {received} entschieden. Wir bewilligen ihn zum Teil.", "Ihrem {request} vom {received} stimmen wir zum Teil zu."),
        (Part("Bewilligt", "{amount}", ("Bewilligt: {v}.", "Bewilligt werden {v}.", "Anerkannt sind {v}.", "Zugesagt sind {v}.")), Part("Abgelehnt", "{amount}", ("Abgelehnt: {v}.", "Nicht bewilligt werden {v}.", "Nicht anerkannt: {v}.", "Gestrichen: {v}."), 0.8), GROUND, REMEDY)),
    LetterKind("hearing",
        ("eine Anhörung", "ein Anhörungsschreiben", "einen Brief zur Anhörung", "eine Bitte um Stellungnahme", "ein Schreiben, mit dem wir {role} anhören"),
        ("Höre die Person an.", "Bitte um Stellungnahme.", "Gib der Person Gelegenheit, sich zu äußern.", "anhörung bitte", "Schreibe, was wir festgestellt haben, und bitte um eine Antwort.", "Formuliere eine Anhörung, ohne jemanden zu beschuldigen."),
        ("{named} soll angehört werden. Es geht um {accusative}.", "Anhörung von {dative} wegen {genitive}.", "Bevor wir entscheiden, bekommt {named} Gelegenheit zur Äußerung. Thema: {topic}.", "Wegen {genitive} muss {named} gehört werden.", "Es steht eine Entscheidung über {accusative} an. Betroffen ist {named}."),
        ("Anhörung wegen {genitive}", "Ihre Stellungnahme: {Topic}"),
        ("wir wollen über {accusative} entscheiden. Vorher möchten wir Ihnen Gelegenheit geben, sich zu äußern.", "es geht um {accusative}. Sie können sich dazu äußern, bevor wir entscheiden."),
        (Part("Feststellung", "@die Ware|ohne Erlaubnis auf dem Gehweg||steht|stehe || der Anbau|ohne Genehmigung|errichtet worden|ist|sei || die Gebühr von {amount}|nicht|bezahlt worden|ist|sei || das Gerät|am {date} um {time} zu laut|gewesen|ist|sei || der Hund|am {date} ohne Leine|gesehen worden|ist|sei || die Meldung|bis zum {date} nicht|eingegangen|ist|sei || das Fahrzeug|am {date} in der {address}|abgestellt worden|ist|sei",
              ("Festgestellt wurde: {main}.", "Wir haben festgestellt, dass {clause}.", "Feststellung: {main}.", "Vorwurf: {main}.", "{Main}", "Nach unserer Kenntnis gilt: {main}.")),
         Part("Folge", "Bußgeld von {amount} || Widerruf der Erlaubnis || Rückforderung von {amount} || Entzug der Genehmigung zum {later}", ("Mögliche Folge: {v}.", "Es droht: {v}.", "Vorgesehen ist: {v}.", "Geplant: {v}."), 0.6), REPLY, LAW)),
    LetterKind("reminder-documents",
        ("eine Erinnerung", "ein Erinnerungsschreiben", "eine Erinnerung an die fehlenden Unterlagen", "eine zweite Aufforderung", "eine freundliche Erinnerung"),
        ("Erinnere an die Unterlagen.", "Erinnere {role} an unser Schreiben.", "erinnerung schreiben", "Bitte noch einmal nachfragen, wo die Unterlagen bleiben.", "Schreibe, dass die Unterlagen immer noch fehlen.", "Erinnere freundlich, aber bestimmt."),
        ("{named} hat auf unser Schreiben vom {received} nicht geantwortet. Es geht um den {request}.", "Zum {request} von {dative} fehlen trotz Schreiben vom {received} noch Unterlagen.", "Erinnerung an {dative}: {request}. Unser erstes Schreiben war vom {received}.", "Unser Schreiben vom {received} an {dative} ist unbeantwortet. Vorgang: {request}.", "Noch keine Antwort von {dative} auf das Schreiben vom {received}, {request}."),
        ("Erinnerung: Ihr {request}", "Ihr {request} – Erinnerung"),
        ("am {received} haben wir Ihnen wegen Ihres {requests} geschrieben. Leider haben wir noch keine Antwort.", "zu Ihrem {request} fehlen uns noch Unterlagen. Wir erinnern an unser Schreiben vom {received}."),
        (Part("Fehlt noch", "{docs}", ("Es fehlt noch: {v}.", "Fehlt: {v}.", "Noch offen: {v}.", "Wir warten auf: {v}.", "Weiterhin nicht da: {v}."), 0.9, "fehlende Unterlagen"), REPLY,
         Part("Folge", "Entscheidung nach Aktenlage || Ablehnung des Antrags || Einstellung der Zahlung zum {later} || Versagung der Leistung", ("Sonst: {v}.", "Folge: {v}.", "Andernfalls droht: {v}.", "Wenn nichts kommt: {v}."), 0.5))),
    LetterKind("reminder-payment",
        ("eine Mahnung", "eine Zahlungserinnerung", "eine Erinnerung an die Zahlung", "ein Mahnschreiben", "eine freundliche Zahlungserinnerung"),
        ("Mahne die Zahlung an.", "Erinnere an die Zahlung.", "mahnung schreiben", "Schreibe, dass die Zahlung noch fehlt.", "Bitte die Person, den Betrag zu überweisen."),
        ("{named} hat noch nicht gezahlt. Fällig war die Zahlung am {received}, Grund: {topic}.", "Offene Forderung gegen {accusativeperson}, fällig seit {received}, {bare}.", "Zahlung für {accusative} von {dative} fehlt. Fällig war sie am {received}.", "Seit dem {received} ist eine Zahlung von {dative} offen. Es geht um {accusative}."),
        ("Zahlungserinnerung: {bare}", "Offene Zahlung: {bare}"),
        ("für {accusative} war am {received} eine Zahlung fällig. Wir haben noch kein Geld bekommen.", "leider fehlt uns noch Ihre Zahlung für {accusative}. Fällig war sie am {received}."),
        (AMOUNT, Part("Mahngebühr", "{amount}", ("Mahngebühr: {v}.", "Dazu kommt eine Mahngebühr von {v}.", "Mahngebühren: {v}.", "Zusätzlich {v} Mahngebühr."), 0.4), REPLY, IBAN), ("Wenn Sie schon gezahlt haben, ist dieser Brief erledigt.",)),
    LetterKind("extension",
        ("eine Fristverlängerung", "einen Brief zur Fristverlängerung", "eine Zusage der Fristverlängerung", "eine Nachricht, dass die Frist verlängert ist"),
        ("Verlängere die Frist.", "Teile mit, dass die Frist verlängert ist.", "fristverlängerung", "Schreibe {role}, dass mehr Zeit ist, und nenne die neue Frist.", "Gewähre die Verlängerung."),
        ("{named} hat am {received} um mehr Zeit gebeten. Das geht in Ordnung. Vorgang: {request}.", "Fristverlängerung für {accusativeperson}, Bitte vom {received}, {request}.", "Die Frist zum {request} von {dative} wird verlängert. Die Bitte kam am {received}.", "Der Bitte von {dative} vom {received} um Verlängerung wird entsprochen. Es geht um den {request}."),
        ("Ihr {request} – Fristverlängerung", "Mehr Zeit für Ihren {request}"),
        ("Sie haben am {received} um mehr Zeit gebeten. Gern verlängern wir die Frist zu Ihrem {request}.", "wir verlängern die Frist zu Ihrem {request}. Darum haben Sie am {received} gebeten."),
        (Part("Bisherige Frist", "{later}", ("Bisher war die Frist der {v}.", "Alte Frist: {v}.", "Die bisherige Frist war der {v}.", "Ursprünglich galt der {v}."), 0.6), Part("Neue Frist", "{later}", ("Neue Frist: {v}.", "Verlängert bis {v}.", "Jetzt gilt der {v}.", "Neue Frist ist der {v}."), 0.9, "neue Frist"), Part("Noch nötig", "{docs}", ("Es fehlt noch: {v}.", "Gebraucht wird: {v}.", "Dann muss vorliegen: {v}."), 0.5))),
    LetterKind("forwarding",
        ("eine Abgabenachricht", "einen Brief, dass eine andere Stelle zuständig ist", "eine Nachricht über die Weiterleitung", "eine Mitteilung, dass wir den Vorgang abgegeben haben"),
        ("Teile mit, dass wir nicht zuständig sind.", "Schreibe, an wen wir den Vorgang weitergeleitet haben.", "abgabenachricht bitte", "Erkläre, wer jetzt zuständig ist.", "Sag der Person, wohin wir das Schreiben gegeben haben."),
        ("Das Schreiben von {dative} vom {received} wegen {genitive} gehört nicht zu uns.", "{named} hat am {received} wegen {genitive} geschrieben. Wir sind nicht zuständig.", "Für {accusative} sind wir nicht zuständig. Das Schreiben kam am {received} von {dative}.", "Abgabe: {topic}, Schreiben von {dative} vom {received}."),
        ("Weiterleitung: {bare}", "Ihr Schreiben wegen {genitive}"),
        ("vielen Dank für Ihr Schreiben vom {received}. Für {accusative} sind wir nicht zuständig.", "am {received} haben Sie uns wegen {genitive} geschrieben. Dafür ist eine andere Stelle zuständig."),
        (Part("Zuständig", "{organization} || das Bauamt || die Kreisverwaltung in {location} || das Finanzamt || die Stadtwerke || das Jobcenter {location}", ("Zuständig ist {v}.", "Zuständige Stelle: {v}.", "Der richtige Ort ist {v}.", "Weitergegeben an: {v}."), 0.9, "zuständige Stelle"),
         Part("Weitergeleitet am", "{later}", ("Weitergeleitet am {v}.", "Abgegeben am {v}.", "Die Unterlagen gingen am {v} dorthin.", "Weiterleitung: {v}."), 0.7))),
    LetterKind("delay",
        ("eine Entschuldigung für die Wartezeit", "einen Brief, warum es länger dauert", "eine Nachricht über die Verzögerung", "eine Entschuldigung"),
        ("Entschuldige dich für die lange Dauer.", "Erkläre, warum es länger dauert.", "Bitte um Geduld.", "entschuldigung wegen verspätung", "Schreibe {role}, dass sich die Bearbeitung verzögert."),
        ("Der {request} von {dative} vom {received} ist noch nicht bearbeitet.", "{named} wartet seit dem {received}. Es geht um den {request}.", "Verzögerung beim {request} von {dative}, Eingang {received}.", "Die Bearbeitung des {requests} von {dative} vom {received} dauert länger."),
        ("Ihr {request} – Verzögerung", "Ihr {request} dauert länger"),
        ("Sie warten seit dem {received} auf eine Entscheidung über Ihren {request}. Das tut uns leid.", "leider dauert die Bearbeitung Ihres {requests} vom {received} länger. Wir bitten Sie um Entschuldigung."),
        (Part("Ursache", "@viele Anträge|gleichzeitig|eingegangen|sind|seien || mehrere Beschäftigte|krank||sind|seien || das Programm|am {date}|ausgefallen|ist|sei || eine Stellungnahme der Fachabteilung|noch||fehlt|fehle || die Stelle|seit {duration}|unbesetzt|ist|sei", ("Ursache: {main}.", "Es liegt daran, dass {clause}.", "Grund für die Verzögerung: {main}.", "{Main}"), 0.85, "Grund der Verzögerung"),
         Part("Voraussichtlich", "{later}", ("Entscheidung voraussichtlich am {v}.", "Fertig bis {v}.", "Geplant ist der {v}.", "Ein Bescheid kommt voraussichtlich am {v}."), 0.7, "voraussichtliches Datum", ("Nenne ein Datum.", "Sag, wann es fertig ist.", "Bis wann soll drinstehen."))), ("Wir danken Ihnen für Ihre Geduld.",)),
)  # fmt: skip
