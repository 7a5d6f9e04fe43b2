"""What a warning says to lay readers: what it is, why it matters, what one can do."""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.warnings.combinations import KINDS

_PROTECTED = "gehört zu den besonders geschützten Angaben (Art. 9 DSGVO)."
_EXPLANATIONS = {
    "health": (
        f"Das sagt etwas über die Gesundheit eines Menschen und {_PROTECTED} Braucht das Modell es für Ihren Auftrag? "
        "Wenn nicht, lassen Sie es weg; sonst reicht oft „aus persönlichen Gründen“ oder „ist länger abwesend“."
    ),
    "religion": (
        f"Das verrät, was ein Mensch glaubt, und {_PROTECTED} Lassen Sie es weg, wenn es für den Auftrag nicht nötig "
        "ist, oder schreiben Sie allgemeiner, etwa „an einem Feiertag“."
    ),
    "union": (
        f"Das verrät, ob ein Mensch einer Gewerkschaft nahesteht, und {_PROTECTED} Lassen Sie es weg oder schreiben "
        "Sie allgemeiner, etwa „ehrenamtlich tätig“."
    ),
    "origin": (
        f"Das sagt etwas über die ethnische Herkunft eines Menschen und {_PROTECTED} Lassen Sie es weg, wenn der "
        "Auftrag ohne diese Angabe auskommt."
    ),
    "sexual_life": (
        f"Das lässt auf Sexualleben, sexuelle Orientierung oder Geschlechtsidentität schließen und {_PROTECTED} Lassen "
        "Sie es weg oder schreiben Sie allgemeiner, etwa „die Partnerin oder der Partner“."
    ),
    "political_opinion": (
        f"Das lässt auf die politische Meinung eines Menschen schließen und {_PROTECTED} Lassen Sie es weg oder "
        "schreiben Sie allgemeiner, etwa „engagiert sich ehrenamtlich“."
    ),
    "biometric": (
        f"Das sind biometrische oder genetische Angaben zu einem Menschen, und das {_PROTECTED} Für einen Text sind "
        "sie fast nie nötig: Lassen Sie sie weg."
    ),
}
_COMBINATION = (
    "{kinds} zusammen können eine Person erkennbar machen, auch ohne Namen. Lassen Sie eine dieser Angaben weg oder "
    "schreiben Sie sie allgemeiner, etwa „eine Fachkraft in einer kleinen Gemeinde“."
)


def explain(category: str, further: int = 0) -> str:
    """The explanation of a special category; ``further``: how many more places of it the text has, not shown."""
    text = _EXPLANATIONS[category]
    if further:
        places = "noch eine Stelle" if further == 1 else f"noch {further} Stellen"
        text += (
            f" Im weiteren Text steht {places} dieser Art." if further == 1 else f" Weiter unten: {places} dieser Art."
        )
    return text


def explain_combination(kinds: Sequence[str]) -> str:
    """The explanation of a meeting of facts; names their kinds."""
    names = [KINDS[kind][0] for kind in kinds]
    names[0] = names[0][0].upper() + names[0][1:]
    return _COMBINATION.format(kinds=", ".join(names[:-1]) + " und " + names[-1])
