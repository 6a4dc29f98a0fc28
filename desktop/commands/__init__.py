"""The command line: the same program without a window. A module per verb; Qt is imported only to open the window."""

from desktop.commands.main import main

__all__ = ["main"]
