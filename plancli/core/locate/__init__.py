"""Where quoted and cited words stand in a draft, or why they have no place."""
