"""Text to suggestions: pure steps, each of which can say why."""
