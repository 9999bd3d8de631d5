"""The plan as values.

- arrival, day, tables, manifest, model: what they accept and refuse is read from files in tests/store and
  tests/cli
"""
