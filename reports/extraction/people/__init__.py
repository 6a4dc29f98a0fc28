"""Numbers of people that a text names, and whom an event befell."""
