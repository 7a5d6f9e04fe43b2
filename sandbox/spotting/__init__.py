"""Spotting: what participants find in a text with planted places."""
