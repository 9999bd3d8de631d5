"""Rules about what a decision says."""
