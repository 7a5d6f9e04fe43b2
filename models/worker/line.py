"""The line in front of the model: fair between participants, first come first served for each of them."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import Final

from models.worker.requests import Ticket

MAX_WAITING: Final = 64
"""Requests that may stand in line."""
MAX_WAITING_EACH: Final = 8
"""Requests of one participant that may stand in line."""
MAX_RUNNING_EACH: Final = 2
"""Requests of one participant that are computed at once."""


class LineFullError(Exception):
    """No place in line; `own` if that is the participant's own doing."""

    def __init__(self, *, own: bool) -> None:
        super().__init__(own)
        self.own = own


class Line:
    """Waiting requests. Participants take turns; a request without a participant is one of its own.

    Not safe for several threads at once.
    """

    def __init__(self) -> None:
        self._turns: dict[object, deque[Ticket]] = {}

    def __len__(self) -> int:
        return sum(len(tickets) for tickets in self._turns.values())

    def join(self, ticket: Ticket) -> None:
        """Puts `ticket` behind the others of its participant.

        Raises:
            LineFullError: the line, or the participant's part of it, is full.
        """
        key = ticket.participant or ticket
        if len(self._turns.get(key, ())) >= MAX_WAITING_EACH:
            raise LineFullError(own=True)
        if len(self) >= MAX_WAITING:
            raise LineFullError(own=False)
        self._turns.setdefault(key, deque()).append(ticket)

    def leave(self, ticket: Ticket) -> bool:
        """Takes `ticket` out; false if it does not stand in line."""
        key = ticket.participant or ticket
        tickets = self._turns.get(key)
        if tickets is None or ticket not in tickets:
            return False
        tickets.remove(ticket)
        if not tickets:
            del self._turns[key]
        return True

    def order(self, running: Iterable[Ticket]) -> Iterator[Ticket]:
        """Those who wait in the order in which they will be served, as far as is known now.

        Whoever has the fewest requests computed comes first, then who joined the line first.
        """
        served = Counter(ticket.participant for ticket in running if ticket.participant is not None)
        rounds = [
            (served[key] + place if isinstance(key, str) else 0, turn, ticket)
            for turn, (key, tickets) in enumerate(self._turns.items())
            for place, ticket in enumerate(tickets)
        ]
        return (ticket for _, _, ticket in sorted(rounds, key=lambda entry: entry[:2]))

    def next(self, running: Iterable[Ticket]) -> Ticket | None:
        """Who is served next; nobody if all who wait have enough running. It stays in line until it leaves."""
        running = list(running)
        served = Counter(ticket.participant for ticket in running if ticket.participant is not None)
        return next(
            (
                ticket
                for ticket in self.order(running)
                if ticket.participant is None or served[ticket.participant] < MAX_RUNNING_EACH
            ),
            None,
        )

    def yield_turn(self, ticket: Ticket) -> None:
        """Takes `ticket` out because it is served now: its participant goes behind the others."""
        key = ticket.participant or ticket
        self.leave(ticket)
        if key in self._turns:
            self._turns[key] = self._turns.pop(key)
