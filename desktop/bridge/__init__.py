"""The only way down: the open case as signals, and work that runs beside the window.

`open_case` holds one open case, `opening` opens and creates them, `jobs` runs everything else.
"""
