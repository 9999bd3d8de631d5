"""The grammar of instructions.

- found, sentence, of_words, of_parts, spotting, wording, units, scope: each is one step of a reading; what
  they give is seen where an opinion is read, in test_reading.
- figured, givencells: figures and cells as they are given, which are read in test_of_tables.
- verdict, unclear, vocabulary, pieces, said_of_words, said_of_parts, said_in_english: only values, and words
  that the forms are put together from, each of which matches its example in test_forms.
- said_of_tables: the same, of tables.
"""
