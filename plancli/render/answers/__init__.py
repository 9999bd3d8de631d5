"""What the commands print with --json: values with a version; their types make the JSON schemas."""
