"""Guards that every test runs under, each a small pytest plugin that can also be loaded on its own with `-p`."""
