"""Papers that others laid out, read back: the lines of a PDF as they stand on its pages."""
