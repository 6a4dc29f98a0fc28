"""The table of incidents: a model over identifiers, its view, badges, columns to choose, copying."""
