"""Values made visible: terminal, HTML, Markdown, CSV, JSON."""
