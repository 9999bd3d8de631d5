"""The plan as values.

- arrival, day, tables, manifest, model: what they accept and refuse is read from files in tests/store and
  tests/cli
- picture: a value, made in tests/store/test_picture_files.py
- pictures: run through test_pictures.py of the revision and test_pictured.py of the evidence
"""
