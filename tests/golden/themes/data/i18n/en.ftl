home = Home
not-found = Not found
corrections = Corrections
