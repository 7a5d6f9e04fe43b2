"""What the guard raises. No message ever holds a piece of the analysed text."""


class GuardError(Exception):
    """The guard could not vouch for a text: nothing of it may be passed on (fail closed)."""


class GuardTimeout(GuardError):  # noqa: N818 - part of the public face
    """The analysis took longer than allowed."""


class PolicyError(GuardError):
    """A policy file is missing, malformed or contradicts itself; the message names file and field."""
