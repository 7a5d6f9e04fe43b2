"""Workshops: dated groups with join code, trainer and participants."""
