"""Roles and their German names."""

from enum import StrEnum


class Role(StrEnum):
    """What an account may do."""

    PARTICIPANT = "participant"
    TRAINER = "trainer"
    DPO = "dpo"
    ADMIN = "admin"

    @property
    def label(self) -> str:
        """Name of the role for people, gender-neutral or in both forms."""
        return {
            Role.PARTICIPANT: "Teilnahme",
            Role.TRAINER: "Trainerin oder Trainer",
            Role.DPO: "Datenschutz",
            Role.ADMIN: "Verwaltung",
        }[self]
