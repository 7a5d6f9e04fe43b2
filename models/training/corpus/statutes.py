"""Federal statutes as plain text to learn the language of administration from (official works, § 5 UrhG)."""

from __future__ import annotations

import lzma
import random
import re
from pathlib import Path

SOURCE = Path("../shared/data/law/gesetze_de.txt.xz")


class Statutes:
    """Paragraphs of the first `characters` of the statute collection, drawn at random."""

    def __init__(self, path: Path = SOURCE, characters: int = 12_000_000) -> None:
        with lzma.open(path, "rt", encoding="utf-8") as source:
            text = source.read(characters)
        joined = re.sub(r"(?<=[^\n])\n(?=[^\n#(])", " ", text.replace("\\", ""))
        joined = re.sub(r"[ \t\xa0]+", " ", joined)
        paragraphs = (part.strip() for part in re.split(r"\n\s*\n|\f", joined))
        self.paragraphs = [part for part in paragraphs if 200 < len(part) < 1200 and "|" not in part]

        between = re.compile(r"(?<=[a-zäöüß]{3}\.)\s+(?=[A-ZÄÖÜ])")
        pieces = (piece.strip() for part in self.paragraphs for piece in between.split(part))
        self.sentences = [piece for piece in pieces if re.fullmatch(r"[A-ZÄÖÜ][^()„“:;#*\[\]]{25,115}\.", piece)]

    def pick(self, seed: int) -> str:
        """The paragraph of this seed."""
        return random.Random(seed).choice(self.paragraphs)
