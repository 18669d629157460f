"""Reads a table of open data as a spreadsheet would and prints its lines as JSON: a list of objects by column."""

import csv
import json
import sys

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    json.dump(list(csv.DictReader(file, strict=True)), sys.stdout)
