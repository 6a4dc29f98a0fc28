"""Readers of one format each. They run inside the walls of `reports.reading.confinement` and nowhere else."""
