"""Accounts: who someone is, how they come in, and for how long."""

from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.roles import Role

__all__ = ["CurrentAccount", "Role"]
