home = Home
not-found = Not found
views = read { $count } times
