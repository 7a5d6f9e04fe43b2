"""Text files in sections: a line `== name` opens one, each further line is an entry (`\\n`, `\\t` as escapes)."""

from __future__ import annotations

from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"


def read_sections(path: Path) -> dict[str, list[str]]:
    """Entries by section, in the file's order. Raises ValueError for an entry before the first section."""
    sections: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            current = sections.setdefault(line[3:].strip(), [])
        elif line.strip():
            if current is None:
                raise ValueError(f"{path.name}: entry before the first section")
            current.append(line.replace("\\n", "\n").replace("\\t", "\t"))
    return sections


def nouns() -> list[str]:
    """Everyday nouns, as written, that the tagger was trained on; the list of the guard has grown since."""
    return (TEMPLATES / "nouns.txt").read_text(encoding="utf-8").split()


def places_abroad() -> list[str]:
    """Countries, landscapes, rivers and cities outside Germany."""
    lines = (TEMPLATES / "abroad.txt").read_text(encoding="utf-8").splitlines()
    return [place for line in lines for place in line.split("|")]
