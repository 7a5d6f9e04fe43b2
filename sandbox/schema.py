"""All tables of the service, gathered from its slices."""

from sandbox.accounts import tables as accounts
from sandbox.audit import tables as audit
from sandbox.comparisons import tables as comparisons
from sandbox.database import Base
from sandbox.journal import tables as journal
from sandbox.marks import tables as marks
from sandbox.policies import tables as policies
from sandbox.practice import tables as practice
from sandbox.review import tables as review
from sandbox.spotting import tables as spotting
from sandbox.wall import tables as wall
from sandbox.workshops import tables as workshops

SLICES = (accounts, audit, comparisons, journal, marks, policies, practice, review, spotting, wall, workshops)
"""Modules with tables."""

metadata = Base.metadata
