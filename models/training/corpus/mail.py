# ruff: noqa: E501
"""Messages that participants paste themselves: an e-mail to be answered, and letters asked for without any case."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.firstperson import first_person
from models.training.corpus.notes import clause_of
from models.training.corpus.statements import accusative_topic, noun, sentence, spoken, statement

GREETINGS = (
    "Guten Tag,",
    "Hallo,",
    "Sehr geehrte Damen und Herren,",
    "Guten Morgen,",
    "Sehr geehrtes Team,",
    "Liebes Amt,",
    "Moin,",
)
INTRODUCTIONS = (
    "mein Name ist {person}.", "ich heiße {person}.", "hier schreibt {person}.", "ich bin {person} und wohne in der {address}.",
    "ich wende mich an Sie wegen Folgendem.", "ich schreibe Ihnen, weil ich Hilfe brauche.", "ich habe eine Frage an Sie.",
    "heute melde ich mich bei Ihnen.", "ich hoffe, Sie können mir helfen.", "es geht um {topic}.", "ich brauche eine Auskunft zu meinem Anliegen.",
)  # fmt: skip
HEADS = (
    "Mail vom {date}:", "{date}, per Mail:", "Uns erreichte am {date}:", "Post vom {date}:", "Schreiben vom {date}:", "Eingegangen {date}:", "Anfrage, {date}:", "Über das Formular am {date}:", "Am {date} geschrieben:", "Neue E-Mail ({date}):", "Datum: {date}",
)  # fmt: skip
"""Further headings, for training only."""
QUESTIONS = (
    "Wann bekomme ich eine Antwort?", "Was muss ich jetzt tun?", "Können Sie das bitte prüfen?", "Bitte geben Sie mir Bescheid.",
    "An wen kann ich mich wenden?", "Wie geht es jetzt weiter?", "Ich bitte um einen Rückruf.", "Gibt es eine Möglichkeit, das zu beschleunigen?",
    "Bis wann muss ich mich melden?", "Ich bitte um eine schriftliche Antwort.", "Bitte melden Sie sich.",
)  # fmt: skip
CLOSINGS = (
    "Mit freundlichen Grüßen",
    "Viele Grüße",
    "Vielen Dank",
    "Freundliche Grüße",
    "Danke und Gruß",
    "Beste Grüße",
    "MfG",
)
ANSWERS = (
    "Antworte, dass {clause}.",
    "Teile der Person mit, dass {clause}.",
    "Schreib zurück, dass {clause}.",
    "Die Antwort soll sagen, dass {clause}.",
    "Bitte antworte freundlich, dass {clause}.",
    "In der Antwort soll stehen, dass {clause}.",
    "Schreibe der Person, dass {clause}.",
    "antworte bitte dass {clause}",
)
FREE = (
    "Schreibe einen Brief an {name}, dass {clause}.", "Schreibe eine E-Mail an {name}, dass {clause}.", "Schreib {name}, dass {clause}.",
    "Bitte schreibe an {name}: {sentence}", "Ich möchte {name} mitteilen, dass {clause}.", "Formuliere ein Schreiben an {name}, in dem steht, dass {clause}.",
    "Brief an {name}: {sentence}", "Informiere {name} darüber, dass {clause}.", "Verfasse eine kurze Nachricht an {name}, dass {clause}.",
    "Teile {name} mit, dass {clause}.", "Ich muss {name} schreiben, dass {clause}. Kannst du das formulieren?",
)  # fmt: skip


def incoming(draw: Draw) -> tuple[str, dict[str, object]]:
    """An e-mail from outside, and the facts in it."""
    person = draw.person()
    date = draw.date() if draw.chance(0.5) else ""
    phone = draw.placeholder("PHONE_NUMBER") if draw.chance(0.4) else ""
    number = draw.case_number() if draw.chance(0.35) else ""
    topic = noun(draw)
    address = draw.placeholder("STREET_ADDRESS")
    own = draw.chance(0.65)
    said = [
        first_person(draw) if own and draw.chance(0.75) else spoken(draw)
        for _ in range(draw.random.choice((1, 2, 2, 3)))
    ]
    introduction = draw.phrase(INTRODUCTIONS, person=person, address=address, topic=accusative_topic(topic))
    head = (
        draw.phrase(
            (
                "E-Mail vom {date}:",
                "Eingang am {date} per E-Mail:",
                "Nachricht vom {date}:",
                "Am {date} kam diese E-Mail:",
            ),
            HEADS,
            date=date,
        )
        + "\n"
        if date
        else ""
    )
    subject = f"Betreff: {topic[4:]}\n" if draw.chance(0.4) else ""
    extra = [f"Mein Aktenzeichen ist {number}."] if number else []
    tail = [f"Sie erreichen mich unter {phone}."] if phone else []
    body = " ".join([introduction, *said, *extra, draw.phrase(QUESTIONS), *tail])
    text = f"{head}{subject}{draw.phrase(GREETINGS)}\n\n{body}\n\n{draw.phrase(CLOSINGS)}\n{person}"
    return text, {
        "person": person,
        "date": date,
        "phone": phone,
        "number": number,
        "said": said,
        "topic": topic,
        "own": own,
    }


def reply(draw: Draw, facts: dict[str, object], clause: str = "") -> str:
    """An answer that repeats the concern, carries what is to be said, and marks what is not known."""
    said = facts["said"]
    assert isinstance(said, list)
    date = f" vom {facts['date']}" if facts["date"] else ""
    lines = [f"Guten Tag {facts['person']},"]
    thanks = draw.pick(
        (f"vielen Dank für Ihre Nachricht{date}.", f"wir haben Ihre Nachricht{date} erhalten. Vielen Dank dafür.")
    )
    concern = draw.pick(
        ("Ihr Anliegen haben wir so verstanden:", "Sie haben uns Folgendes geschrieben:", "Darum geht es Ihnen:")
    )
    repeated = f"„{' '.join(said)}“" if facts["own"] else " ".join(said)
    lines.append(f"{thanks} {concern} {repeated}")
    if clause:
        lines.append(f"Dazu teilen wir Ihnen mit, dass {clause}.")
    else:
        lines.append("Wir prüfen Ihr Anliegen und melden uns bei Ihnen. [bitte ergänzen: Antwort in der Sache]")
    if facts["number"]:
        lines.append(f"Ihr Aktenzeichen lautet {facts['number']}.")
    if facts["phone"]:
        lines.append(f"Bei Rückfragen rufen wir Sie unter {facts['phone']} an.")
    lines.append("Mit freundlichen Grüßen\n[bitte ergänzen: Name und Stelle]")
    return "\n\n".join(lines)


def mail_summary(draw: Draw, facts: dict[str, object], *, as_points: bool) -> str:
    """What the e-mail says, as sentences or as a list."""
    said = facts["said"]
    assert isinstance(said, list)
    date = f" vom {facts['date']}" if facts["date"] else ""
    first = draw.pick(
        (
            f"{facts['person']} hat eine Nachricht{date} geschickt.",
            f"Es liegt eine Nachricht von {facts['person']}{date} vor.",
        )
    )
    named = [f"Aktenzeichen {facts['number']}"] if facts["number"] else []
    named += [f"Telefon {facts['phone']}"] if facts["phone"] else []
    if as_points:
        shown = [f"„{line}“" for line in said] if facts["own"] else said
        return "\n".join(f"- {line}" for line in [first, *shown, *named])
    closing = [f"Angegeben sind: {'; '.join(named)}."] if named else []
    if facts["own"]:
        return " ".join([first, f"Darin steht: „{' '.join(said)}“", *closing])
    return " ".join([first, sentence("; ".join(clause_of(str(line)) for line in said)), *closing])


def answer_instruction(draw: Draw, clause: str) -> str:
    """An instruction that says what the answer is to say."""
    return draw.phrase(ANSWERS, clause=clause)


def free_letter(draw: Draw) -> tuple[str, str]:
    """An instruction without a case, and the letter it asks for."""
    person, gender = draw.person(), draw.pick(("f", "m", "n"))
    said = statement(draw)
    name = {"f": "Frau ", "m": "Herrn ", "n": ""}[gender] + person
    salutation = {
        "f": f"Sehr geehrte Frau {person},",
        "m": f"Sehr geehrter Herr {person},",
        "n": f"Guten Tag {person},",
    }[gender]
    text = draw.phrase(FREE, name=name, clause=said.clause, sentence=sentence(said.main))
    if said.clause in text:
        body = draw.pick(
            (
                "hiermit teilen wir Ihnen mit, dass {c}.",
                "wir möchten Sie darüber informieren, dass {c}.",
                "wir teilen Ihnen mit, dass {c}.",
            )
        ).format(c=said.clause)
    else:
        body = draw.pick(("wir teilen Ihnen Folgendes mit: {s}", "hiermit informieren wir Sie: {s}")).format(
            s=sentence(said.main)
        )
    close = draw.pick(("Bei Fragen wenden Sie sich gern an uns.", "Wenn Sie Fragen haben, melden Sie sich bitte."))
    return text, f"{salutation}\n\n{body}\n\n{close}\n\nMit freundlichen Grüßen\n[bitte ergänzen: Name und Stelle]"
