"""The checks of two attempts beside each other, and what changed in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.schemas import CheckResult
from ui.texts import texts


@dataclass(frozen=True)
class ComparedCheck:
    """One check on both attempts; None where it was not made."""

    title: str
    earlier: CheckResult | None
    later: CheckResult | None

    @property
    def changed(self) -> bool:
        """Whether its state is another one."""
        return _status(self.earlier) != _status(self.later)

    @property
    def verdict(self) -> str:
        """What changed, in words: „vorher bitte ansehen, jetzt in Ordnung“."""
        words = texts().compare
        before, after = status_in_words(self.earlier), status_in_words(self.later)
        return (
            words.check_changed.format(before=before, after=after)
            if self.changed
            else (words.check_same.format(after=after))
        )


def compared_checks(earlier: Sequence[CheckResult], later: Sequence[CheckResult]) -> list[ComparedCheck]:
    """Every check that was made on one of two attempts, in the order of the later one; changed ones first."""
    known = {(check.id, check.title): check for check in earlier}
    found = [ComparedCheck(check.title, known.pop((check.id, check.title), None), check) for check in later]
    found += [ComparedCheck(check.title, check, None) for check in known.values()]
    return sorted(found, key=lambda check: not check.changed)


def status_in_words(check: CheckResult | None) -> str:
    """The state of a check in words."""
    words = texts().compare
    return words.check_missing if check is None else words.statuses[check.status]


def _status(check: CheckResult | None) -> str:
    return "" if check is None else check.status
