"""git: its processes, and the text formats that it reads and writes."""
