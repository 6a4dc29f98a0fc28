"""Documents in and out of a case; no window in here."""
