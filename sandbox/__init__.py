"""The service: accounts, workshops, practice, review, audit and privacy behind one HTTP API and one page."""

__version__ = "0.1.0"
