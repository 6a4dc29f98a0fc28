"""The inspector: one incident with its facts, its claims and its journal."""
