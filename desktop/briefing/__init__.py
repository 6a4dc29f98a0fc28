"""The briefing dialog: what to print, how it will look, and writing it."""
