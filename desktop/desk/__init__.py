"""The Reports view: the inbox of reports, the text of one of them, and what it seems to tell as suggestions."""
