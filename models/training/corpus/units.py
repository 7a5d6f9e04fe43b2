"""What a case says, sentence by sentence, whatever its layout: prose, key points, a slip of paper, a list in it."""

from __future__ import annotations

import re

BOUNDARY = re.compile(r"(?<!\b\d)(?<!\b\d\d)(?<!\bAz)(?<!\bAZ)(?<!\bTel)(?<!\bca)(?<=[.!?]) (?=[A-ZÄÖÜ„\[\d])")
ABBREVIATED = re.compile(r"\b(?:\d{1,2}|Az|AZ|Tel|ca|Nr)\.$")
MARK = re.compile(r"^[-*–] ")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text in their order, a full stop behind each; items of a list stand behind its heading."""
    found: list[str] = []
    items: list[str] = []

    def close() -> None:
        if items:
            found[-1] = f"{found[-1]} {', '.join(items)}."
            items.clear()

    for line in text.split("\n"):
        stripped = line.strip()
        bare = MARK.sub("", stripped)
        if not bare:
            continue
        if bare != stripped and found and found[-1].endswith(":"):
            items.append(bare.rstrip(".,"))
            continue
        close()
        for part in _split(bare):
            found.append(part if part[-1] in ".!?:“" else part + ".")
    close()
    return found


def _split(line: str) -> list[str]:
    parts: list[str] = []
    for part in BOUNDARY.split(line):
        if parts and ABBREVIATED.search(parts[-1]):
            parts[-1] += " " + part
        else:
            parts.append(part)
    return parts
