"""What `check` proves."""
