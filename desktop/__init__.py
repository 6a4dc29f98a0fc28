"""The application: the Qt window, a folder for each thing the user sees, and the command line (no Qt there)."""
