"""Files that came back, read as opinions; drafts, read as bodies.

- body, grid, opinions, taken: only values, which the tests of the others make and read
"""
