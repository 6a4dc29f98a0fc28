"""Files from outside read to text with positions, each in a child process of its own."""
