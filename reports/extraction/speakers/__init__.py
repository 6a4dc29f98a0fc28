"""Who a text says is the source of what it tells, and how its sentences put who did what to whom."""
