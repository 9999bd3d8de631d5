"""A draft as its file has it becomes chapters, projects, columns and paragraphs."""
