# ruff: noqa: E501
"""What people write and say about themselves; an answer quotes it, because nobody else may say `ich` for them."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.nouns import invented_document, with_article
from models.training.corpus.statements import accusative_topic, fill, noun

TEMPLATES = (
    "Ich habe am {date} einen Antrag gestellt.", "Ich habe {topic} schon am {date} abgeschickt.", "Ich warte seit {duration} auf eine Antwort.",
    "Wir sind am {date} umgezogen.", "Meine neue Adresse ist {address}.", "Ich habe {document} noch nicht bekommen.",
    "Ich kann am {date} leider nicht kommen.", "Wir erwarten {number} Gäste.", "Wir brauchen die Halle bis {time}.",
    "Ich verdiene jetzt {amount} im Monat.", "Mein Vermieter ist {organization}.", "Unser Kind soll ab dem {date} in die Kita gehen.",
    "Ich habe {amount} überwiesen.", "Ich finde {document} nicht mehr.", "Mein Auto mit dem Kennzeichen {plate} ist verkauft.",
    "Unsere Veranstaltung beginnt um {time}.", "Ich habe bis zum {date} Urlaub.", "Ich bin seit dem {date} arbeitslos.",
    "Wir haben im Januar einen Gutschein beantragt und noch nichts gehört.", "Ich verstehe den Bescheid vom {date} nicht.",
    "Meine Kollegin {person} hat mir gesagt, dass ich mich bei Ihnen melden soll.", "Ich möchte {topic} ändern.",
    "Wir wohnen seit {duration} in der {address}.", "Ich habe Ihnen {document} per Post geschickt.", "Unser Verein hat {number} Mitglieder.",
    "Die Musik soll bis {time} spielen.", "Bei uns hat sich etwas geändert.", "Mein Mann {person} hat die Unterlagen unterschrieben.",
    "Ich bekomme {document} erst am {date}.", "Ich habe eine Rechnung über {amount} bekommen.", "Wir haben einen Widerspruch eingelegt.",
    "Ich bin ab dem {date} in {location}.", "Ich weiß nicht, ob ich {document} brauche.", "Wir kommen mit {number} Personen.",
    "Die Heizung geht seit dem {date} nicht mehr.", "Unsere Tonne wurde seit {duration} nicht geleert.", "Ich schicke {document} bis zum {date}.",
    "Wir haben keinen Lageplan.", "Meine Tochter {person} braucht einen neuen Ausweis.", "Ich brauche {topic} bis zum {date}.",
)  # fmt: skip


def first_person(draw: Draw) -> str:
    """One sentence in the first person, with fresh values."""
    template = draw.phrase(TEMPLATES)
    topic = accusative_topic(noun(draw))
    document = with_article(invented_document(draw), "accusative")
    return fill(draw, template.replace("{topic}", topic).replace("{document}", document))
