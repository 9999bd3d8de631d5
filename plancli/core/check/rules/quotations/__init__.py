"""Rules about what comments quote and cite."""
