"""The review page as a value.

- *: one page is made of all of them, and tests/core/publish/test_review.py asserts it part by part
"""
