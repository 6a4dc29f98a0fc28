"""The sample case: reports written for Vigil after real events, and how they are coded."""
