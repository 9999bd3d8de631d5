"""The rules of `check`: one file a rule or family, which `register` finds by itself."""
