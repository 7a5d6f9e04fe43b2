# ruff: noqa: E501
"""A conversation of the corpus: its case, its turns, what a good answer carries, and how it is laid out."""

from __future__ import annotations

from dataclasses import dataclass, field

SYSTEM = (
    "Du unterstützt Beschäftigte einer Behörde. Schreibe auf Deutsch, sachlich und verständlich. Verwende nur Angaben aus dem "
    "Fall. Platzhalter in eckigen Klammern übernimmst du unverändert. Fehlt eine Angabe, benenne sie, statt sie zu erfinden."
)
OTHER_SYSTEMS = (
    "Du hilfst in der Verwaltung beim Schreiben.", "Du bist ein Schreibassistent für eine Behörde. Antworte auf Deutsch.",
    "Antworte sachlich und kurz.", "Du unterstützt Beschäftigte einer Behörde.",
)  # fmt: skip
HEADINGS = (
    ("Fall", "Auftrag"),
    ("Sachverhalt", "Aufgabe"),
    ("Text", "Auftrag"),
    ("Text", "Aufgabe"),
    ("Vorlage", "Bitte"),
    ("Material", "Prompt"),
    ("Angaben", "Auftrag"),
)


@dataclass(frozen=True)
class Turn:
    """One instruction with its answer."""

    instruction: str
    answer: str


@dataclass
class Example:
    """A conversation. `facts` are literal strings that a good first answer carries; `form` names what was asked for."""

    task: str
    case: str
    turns: list[Turn]
    facts: list[str] = field(default_factory=list)
    form: str = ""
    system: str = SYSTEM
    first_message: str = ""

    def messages(self) -> list[dict[str, str]]:
        """The conversation with the answers."""
        found = [{"role": "system", "content": self.system}] if self.system else []
        for index, turn in enumerate(self.turns):
            found.append({"role": "user", "content": turn.instruction if index else self.first_message})
            found.append({"role": "assistant", "content": turn.answer})
        return found
