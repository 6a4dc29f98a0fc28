"""Places that a text names, told apart by the gazetteer, and where an event happened."""
