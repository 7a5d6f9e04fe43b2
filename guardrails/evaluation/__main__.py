"""For who works on the guard: ``python -m guardrails.evaluation baseline``, ``disguises`` or ``figures --data DIR``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from guardrails.evaluation.disguises import disguise_table, measure_disguises
from guardrails.evaluation.regression import BASELINE, baseline_document, regression_report
from guardrails.evaluation.targets import figures_table
from guardrails.guard import Guard


def main() -> None:
    """Writes the baseline anew, or prints the table of disguises or of targets as Markdown."""
    parser = argparse.ArgumentParser(prog="guardrails.evaluation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("baseline", help="write the figures that `make test` compares with")
    commands.add_parser("disguises", help="print what disguises hide")
    figures = commands.add_parser("figures", help="print the table of targets")
    figures.add_argument("--data", type=Path, required=True, help="folder with the open corpora")
    arguments = parser.parse_args()
    guard = Guard.load()
    if arguments.command == "baseline":
        path = Path(__file__).parent / BASELINE
        path.write_text(baseline_document(regression_report(guard)), encoding="utf-8")
        sys.stdout.write(f"{path}\n")
    elif arguments.command == "disguises":
        sys.stdout.write(disguise_table(measure_disguises(guard)) + "\n")
    else:
        sys.stdout.write(figures_table(guard, arguments.data) + "\n")


if __name__ == "__main__":
    main()
