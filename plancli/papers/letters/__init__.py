"""Letters that others wrote, in whatever program: their lines, and the tables that they carry."""
