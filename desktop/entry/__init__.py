"""Manual entry: the form in which an incident is written down, with its claims, reports and sources."""
