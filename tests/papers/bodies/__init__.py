"""Drafts of every kind of file give one body."""
