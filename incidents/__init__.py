"""The ground floor of Vigil: the record, the case, places, search and operations. No Qt."""
