"""Tables that came back, read as opinions.

- body, grid, taken: only values, which the tests of the others make and read
"""
