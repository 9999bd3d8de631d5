"""YAML: read strictly, written so that every other byte stays."""
