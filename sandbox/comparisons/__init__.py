"""Comparisons: what a participant makes of two attempts at the same exercise, knowingly and blind."""
