# ruff: noqa: E501
"""The letter a good case worker would send: one for each purpose, with the wishes of the instruction obeyed."""

from __future__ import annotations

from dataclasses import dataclass

from models.training.corpus.draw import Draw
from models.training.corpus.scene import Scene, listing

SUBJECTS = {
    "receipt": ("Eingangsbestätigung: Ihr {request}", "Ihr {request} – Eingangsbestätigung", "Bestätigung des Eingangs: Ihr {request}"),
    "interim": ("Zwischennachricht: Ihr {request}", "Ihr {request} – Zwischennachricht", "Ihr {request}: Stand der Bearbeitung"),
    "documents": ("Fehlende Unterlagen: Ihr {request}", "Ihr {request} – fehlende Unterlagen", "Ihr {request}: Bitte um Unterlagen"),
    "appointment": ("Einladung zum Gespräch: Ihr {request}", "Ihr {request} – Termin", "Terminvorschlag: Ihr {request}"),
}  # fmt: skip
OPENINGS = {
    "receipt": (
        "Ihr {request} ist am {received} bei uns eingegangen.",
        "wir haben Ihren {request} am {received} erhalten.",
        "hiermit bestätigen wir Ihnen, dass Ihr {request} am {received} bei uns eingegangen ist.",
        "vielen Dank für Ihren {request}. Er ist am {received} bei uns eingegangen.",
        "wir bestätigen den Eingang Ihres Antrags: Ihr {request} liegt uns seit dem {received} vor.",
    ),
    "interim": (
        "Ihr {request} vom {received} wird derzeit bearbeitet.",
        "wir bearbeiten zurzeit Ihren {request}, der am {received} bei uns eingegangen ist.",
        "Sie haben einen {request} gestellt, der uns seit dem {received} vorliegt. Die Bearbeitung läuft noch.",
        "Ihr {request} ist am {received} eingegangen. Wir können noch nicht abschließend entscheiden und bitten Sie um etwas Geduld.",
    ),
    "documents": (
        "Ihr {request} ist am {received} bei uns eingegangen. Damit wir ihn bearbeiten können, brauchen wir noch Unterlagen von Ihnen.",
        "wir haben Ihren {request} am {received} erhalten. Er ist noch nicht vollständig.",
        "für Ihren {request}, eingegangen am {received}, fehlen uns noch Unterlagen.",
    ),
    "appointment": (
        "zu Ihrem {request}, der am {received} eingegangen ist, möchten wir gern mit Ihnen sprechen.",
        "Ihr {request} ist am {received} bei uns eingegangen. Wir laden Sie dazu zu einem Gespräch ein.",
        "wir haben Ihren {request} am {received} erhalten und möchten Sie zu einem Termin einladen.",
    ),
}  # fmt: skip
UNDATED = {
    "receipt": ("Ihr {request} ist bei uns eingegangen.",),
    "interim": ("Ihr {request} wird derzeit bearbeitet.", "wir bearbeiten zurzeit Ihren {request}. Die Prüfung ist noch nicht abgeschlossen."),
    "documents": ("für Ihren {request} fehlen uns noch Unterlagen.", "wir haben Ihren {request} geprüft. Er ist noch nicht vollständig."),
    "appointment": ("zu Ihrem {request} möchten wir gern mit Ihnen sprechen.", "wegen Ihres Anliegens ({request}) laden wir Sie zu einem Gespräch ein."),
}  # fmt: skip
LIST_INTRO = (
    "Es fehlen noch folgende Unterlagen:",
    "Bitte reichen Sie noch diese Unterlagen ein:",
    "Folgende Unterlagen brauchen wir noch von Ihnen:",
    "Für die Bearbeitung fehlen noch:",
)
UNTIL = (
    "Bitte reichen Sie die Unterlagen bis zum {deadline} nach.",
    "Bitte schicken Sie uns die Unterlagen bis zum {deadline}.",
    "Die Frist dafür ist der {deadline}.",
    "Wir bitten Sie, die Unterlagen bis zum {deadline} einzureichen.",
)
NO_DEADLINE = "Bitte reichen Sie die Unterlagen nach. [bitte ergänzen: Frist]"
COMPLETE = ("Ihre Unterlagen sind vollständig.", "Weitere Unterlagen brauchen wir zurzeit nicht.")
NUMBERS = (
    "Bitte geben Sie bei Rückfragen das Aktenzeichen {number} an.",
    "Ihr Aktenzeichen lautet {number}.",
    "Ihr Antrag wird unter dem Aktenzeichen {number} geführt.",
)
CONTACT_PHONE = (
    "Bei Fragen erreichen Sie {clerk} unter {phone}.",
    "Ihre Ansprechperson ist {clerk_nominative}, Telefon {phone}.",
    "Für Rückfragen steht Ihnen {clerk_nominative} unter {phone} zur Verfügung.",
)
FRIENDLY_END = (
    "Wenn etwas unklar ist, melden Sie sich gern bei uns. Wir helfen Ihnen weiter.",
    "Wir danken Ihnen für Ihre Mithilfe und Ihre Geduld.",
    "Wir sind gern für Sie da, wenn Sie Fragen haben.",
)


@dataclass(frozen=True)
class Wishes:
    """What the instruction asks for beyond the kind of letter."""

    short: bool = False
    friendly: bool = False
    bullets: bool | None = None
    deadline: bool = False
    contact: bool = False
    number: bool = False


def letter(draw: Draw, scene: Scene, purpose: str, wishes: Wishes) -> str:
    """The letter: opening, documents, then what the case says besides, in its words; what is wished for and lacks is named."""
    request = scene.kind.request
    head: list[str] = []
    if not wishes.short and scene.address:
        head.append(f"{scene.applicant}\n{scene.address}")
    reference = f"Aktenzeichen: {scene.number}" if scene.number else ""
    if wishes.number and not scene.number:
        reference = "Aktenzeichen: [bitte ergänzen: Aktenzeichen]"
    subject = "Betreff: " + draw.pick(SUBJECTS[purpose]).format(request=request)
    head.append(f"{subject}\n{reference}" if reference else subject)
    opening = draw.pick(OPENINGS[purpose] if scene.received else UNDATED[purpose])
    body = [opening.format(request=request, received=scene.received)]
    if wishes.friendly and "Dank" not in body[0] and purpose == "receipt":
        body[0] += " " + draw.pick(("Vielen Dank dafür.", "Dafür danken wir Ihnen herzlich."))
    if purpose == "appointment":
        body.append(_appointment(draw, scene))
    body.extend(_documents(draw, scene, purpose, wishes))
    if scene.said:
        body.append(" ".join(scene.said))
    lacking = lacking_contact(scene) if wishes.contact else ""
    if lacking:
        body.append(lacking)
    if wishes.friendly:
        body.append(draw.pick(FRIENDLY_END))
    signature = scene.clerk or "[bitte ergänzen: Name und Stelle]"
    closing = "Freundliche Grüße" if wishes.friendly else "Mit freundlichen Grüßen"
    joint = " ".join(body) if wishes.short and "\n" not in "".join(body) else "\n\n".join(body)
    return "\n\n".join([*head, scene.salutation, joint, f"{closing}\n{signature}"])


def authority(scene: Scene) -> str:
    """The office of the case with its place; empty where there is none."""
    return f"{scene.office} der Stadt {scene.place}" if scene.place else scene.office


def _appointment(draw: Draw, scene: Scene) -> str:
    where = f"\nOrt: {scene.room}" if scene.room else "\nOrt: [bitte ergänzen: Ort]"
    ask = draw.pick(
        ("Bitte sagen Sie uns Bescheid, wenn Sie den Termin nicht wahrnehmen können.", "Wenn Sie verhindert sind, melden Sie sich bitte bei uns.", "Bitte bringen Sie Ihren Ausweis mit.")
    )  # fmt: skip
    return f"Termin: {scene.appointment}{where}\n\n{ask}"


def _documents(draw: Draw, scene: Scene, purpose: str, wishes: Wishes) -> list[str]:
    if not scene.missing:
        if wishes.deadline:
            return ["Eine Frist ist im Fall nicht genannt. [bitte ergänzen: Frist]"]
        return []
    as_list = wishes.bullets if wishes.bullets is not None else len(scene.missing) > 1 and not wishes.short
    until = draw.pick(UNTIL).format(deadline=scene.deadline) if scene.deadline else NO_DEADLINE
    if as_list:
        return [draw.pick(LIST_INTRO) + "\n" + "\n".join(f"- {item}" for item in scene.missing), until]
    return [
        f"{draw.pick(('Es fehlen noch', 'Wir brauchen noch', 'Noch nicht vorgelegt wurden'))}: {listing(scene.missing)}. {until}"
    ]


def lacking_contact(scene: Scene) -> str:
    """What the case does not say about whom to ask, to be filled in."""
    if scene.phone:
        return ""
    return f"[bitte ergänzen: {'Telefonnummer' if scene.clerk else 'Ansprechperson und Telefonnummer'}]"


def contact_paragraph(draw: Draw, scene: Scene) -> str:
    """Whom to ask and how, as it stands in letters that other people wrote."""
    lines: list[str] = []
    if scene.clerk and scene.phone:
        lines.append(
            draw.pick(CONTACT_PHONE).format(
                clerk=scene.clerk_object, clerk_nominative=scene.clerk_named, phone=scene.phone
            )
        )
    elif scene.phone:
        lines.append(f"Bei Fragen erreichen Sie uns unter {scene.phone}.")
    elif scene.clerk:
        lines.append(f"Ihre Ansprechperson ist {scene.clerk_named}.")
    if scene.mail:
        lines.append(f"Sie können auch eine E-Mail an {scene.mail} schreiben.")
    if scene.hours:
        lines.append(f"Unsere Sprechzeiten: {scene.hours}.")
    if scene.number and draw.chance(0.4):
        lines.append(draw.pick(NUMBERS).format(number=scene.number))
    return " ".join(lines)
