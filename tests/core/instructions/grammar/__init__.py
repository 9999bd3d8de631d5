"""The grammar of instructions.

- found, of_words, of_parts, spotting, wording, units, scope: each is one step of a reading; what they give is
  seen where an opinion is read, in test_reading.
- verdict, unclear, vocabulary: only values, and words that the forms are put together from.
"""
