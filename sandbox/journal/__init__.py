"""The participant's journal across modules, their progress, and what they take home."""
