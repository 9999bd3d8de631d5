"""PDFs read back: made by the tests themselves, who know where each line stands, and by LibreOffice."""
