"""Rules about what changed in the plan."""
