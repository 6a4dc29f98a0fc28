"""The preferences, made from the table of declared settings."""
