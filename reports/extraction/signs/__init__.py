"""Signs of incidents: found, told apart by what stands around them, and judged."""
