"""`python -m ui.texts`: bring the message catalogues up to date with the texts in the code."""

from __future__ import annotations

import sys

from ui.texts import GERMAN
from ui.texts.catalogue import catalogue_path, faults, update
from ui.texts.language import LANGUAGES, SOURCE_LANGUAGE


def main() -> int:
    """Write all catalogues anew; 1 where something is left to translate."""
    left = 0
    for code in sorted(LANGUAGES.keys() - {SOURCE_LANGUAGE}):
        update(GERMAN, code)
        for fault in faults(GERMAN, code):
            sys.stdout.write(f"{catalogue_path(code).name} ({code}): {fault}\n")
            left = 1
    return left


if __name__ == "__main__":
    sys.exit(main())
