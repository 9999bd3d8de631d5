"""Comments as values.

- edits: what is refused is in tests/store/test_schema.py and tests/cli/test_errors.py; what edits do is in
  tests/core/merge and tests/core/revision
- unread: one question, asked with every answer in tests/core/intake/test_waiting.py
- record: two values that are written and read back by tests/test_record.py
"""
