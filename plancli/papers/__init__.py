"""Files for office programs: Word, Excel, PDF."""
