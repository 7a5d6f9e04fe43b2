# ruff: noqa: E501
"""Single questions about a case, answered in one sentence; a fact that the case lacks is said to be lacking."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.notes import Call
from models.training.corpus.scene import Scene, listing

QUESTIONS: dict[str, tuple[str, ...]] = {
    "deadline": ("Welche Frist gilt?", "Bis wann ist Zeit?", "Wie lautet die Frist?", "Wann endet die Frist?", "Welche Frist steht im Fall?", "frist?"),
    "received": ("Wann ist der Antrag eingegangen?", "Wann kam der Antrag an?", "Nenne das Eingangsdatum.", "Seit wann liegt der Antrag vor?"),
    "missing": ("Welche Unterlagen fehlen?", "Was fehlt noch?", "Liste die fehlenden Unterlagen auf.", "Was muss noch eingereicht werden?"),
    "clerk": ("Wer ist zuständig?", "Wer bearbeitet den Fall?", "Nenne die Ansprechperson.", "An wen kann man sich wenden?"),
    "phone": ("Wie lautet die Telefonnummer?", "Unter welcher Nummer kann man anrufen?", "Nenne die Telefonnummer.", "Wen kann man unter welcher Nummer erreichen?"),
    "number": ("Wie lautet das Aktenzeichen?", "Nenne das Aktenzeichen.", "Welches Aktenzeichen hat der Vorgang?", "aktenzeichen?"),
    "duration": ("Wie lange dauert die Bearbeitung?", "Wie lang ist die Bearbeitungszeit?", "Wann ist mit einer Entscheidung zu rechnen?"),
    "applicant": ("Wer hat den Antrag gestellt?", "Wie heißt die antragstellende Person?", "Von wem ist der Antrag?"),
    "caller": ("Wer hat angerufen?", "Mit wem wurde gesprochen?", "Wie heißt die anrufende Person?"),
    "date": ("Wann war das Gespräch?", "Wann wurde telefoniert?", "Nenne das Datum des Gesprächs."),
    "agreed": ("Was wurde vereinbart?", "Welche nächsten Schritte gibt es?", "Was ist jetzt zu tun?"),
}  # fmt: skip
LACKING = "Das ist im Fall nicht genannt."


def scene_question(draw: Draw, scene: Scene) -> tuple[str, str]:
    """A question about an application and its answer."""
    answers = {
        "deadline": f"Die Frist ist der {scene.deadline}." if scene.deadline else "",
        "received": f"Der Antrag ist am {scene.received} eingegangen." if scene.received else "",
        "missing": f"Es fehlen noch: {listing(scene.missing)}." if scene.missing else "",
        "clerk": f"Zuständig ist {scene.clerk_named}." if scene.clerk else "",
        "phone": f"Die Telefonnummer ist {scene.phone}." if scene.phone else "",
        "number": f"Das Aktenzeichen lautet {scene.number}." if scene.number else "",
        "duration": f"Bearbeitungsdauer: {scene.duration}." if scene.duration else "",
        "applicant": f"Den Antrag hat {scene.applicant} gestellt.",
    }
    return _one(draw, answers)


def call_question(draw: Draw, call: Call) -> tuple[str, str]:
    """A question about a conversation and its answer."""
    answers = {
        "deadline": f"Die Frist ist der {call.deadline}." if call.deadline else "",
        "phone": f"Die Telefonnummer ist {call.phone}." if call.phone else "",
        "number": f"Das Aktenzeichen lautet {call.number}." if call.number else "",
        "caller": f"Das Gespräch wurde mit {call.caller_dative} geführt.",
        "date": f"Das Gespräch war am {call.date}.",
        "agreed": " ".join(call.agreed),
    }
    return _one(draw, answers)


def _one(draw: Draw, answers: dict[str, str]) -> tuple[str, str]:
    present = [name for name, answer in answers.items() if answer]
    name = draw.pick(present) if draw.chance(0.75) else draw.pick(list(answers))
    return draw.phrase(QUESTIONS[name]), answers[name] or LACKING
