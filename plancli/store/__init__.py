"""Files: strict reading, splicing that keeps every other byte, all-or-nothing writing."""
