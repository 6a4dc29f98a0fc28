"""What Vigil records: incidents, claims, reports, sources, places, and the rules they must meet.

Values here are frozen and know nothing of databases or windows. None always means "not known".
"""
