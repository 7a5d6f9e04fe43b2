"""Placeholders of the answer that stand nowhere else, are damaged, or are blanks left to fill in."""

from __future__ import annotations

import re
from typing import Literal

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult, CheckStatus
from exercises.checks.settings import Line, Settings
from exercises.placeholders import blanks_in, malformed_placeholders, placeholders_in

_TEXT_BLOCK = re.compile(r"\bTextbaustein", re.IGNORECASE)
"""A note where an approved text of the house belongs is no blank that the model left."""


class PlaceholdersSettings(Settings):
    """Looks for placeholders that cannot be put back into real values later."""

    check: Literal["placeholders"]
    """Kind of the check."""
    title: Line = "Platzhalter"
    """German heading."""


def check_placeholders(settings: PlaceholdersSettings, draft: Draft, check_id: str = "placeholders") -> CheckResult:
    """Unknown and damaged placeholders, and blanks such as `[Datum]`."""
    known = placeholders_in(draft.given)
    used = placeholders_in(draft.answer)
    unknown = [placeholder for placeholder in used if placeholder not in known]
    damaged = list(dict.fromkeys(text for _, text in malformed_placeholders(draft.answer)))
    blanks = [blank for blank in blanks_in(draft.answer) if blank not in draft.given and not _TEXT_BLOCK.search(blank)]

    items = [f"Unbekannt: {placeholder}" for placeholder in unknown]
    items += [f"Beschädigt: {text}" for text in damaged]
    items += [f"Noch auszufüllen: {blank}" for blank in blanks]
    status: CheckStatus = "hint" if items else "ok"
    sentences = []
    if unknown:
        sentences.append(
            "Ein Platzhalter der Antwort steht weder im Fall noch im Prompt. Entweder hat das Modell eine Angabe "
            "erfunden, die der Schutz ersetzt hat, oder es hat sich verzählt."
        )
    if damaged:
        sentences.append(
            "Ein Platzhalter ist verändert geschrieben. So lässt er sich später nicht mehr durch die richtige "
            "Angabe ersetzen."
        )
    if blanks:
        sentences.append("Das Modell hat eine Lücke gelassen. Das ist ehrlicher als Erfinden: Hier sind Sie gefragt.")
    if not sentences:
        sentences.append(
            f"Alle {len(used)} verwendeten Platzhalter kommen im Fall oder im Prompt vor."
            if len(used) > 1
            else "Die Antwort enthält keine unbekannten oder beschädigten Platzhalter."
        )
    return CheckResult(id=check_id, title=settings.title, status=status, message=" ".join(sentences), items=items)
