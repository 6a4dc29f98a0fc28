"""The content stage: from what was read to a tree of sentences, numbers and tables, redacted and counted."""
