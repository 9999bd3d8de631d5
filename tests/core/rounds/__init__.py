"""A round of comments.

- round: joins what settlements, standing, written and unexplained say; each of them is tested here
"""
