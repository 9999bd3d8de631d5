"""How the name of a picture ends. Asked before anything else is imported, so it imports nothing."""

ENDINGS = (".png", ".jpg", ".jpeg", ".svg")
"""In letters of any size."""
