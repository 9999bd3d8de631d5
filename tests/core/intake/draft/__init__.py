"""A draft as its file has it becomes a plan.

- drafted: only values, which the tests of the others make and read
"""
