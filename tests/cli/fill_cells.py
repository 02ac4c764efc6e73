"""Writes values into cells of workbooks as a person with Excel would, or reads them back.

fill_cells.py set FILE CELL=VALUE …    on the first sheet; a value that reads as a number is one
fill_cells.py get FILE SHEET!CELL …    prints one line each: the type's letter and the value
"""

import sys

import openpyxl


def typed(text):
    try:
        return float(text)
    except ValueError:
        return text


def main(verb, path, *places):
    workbook = openpyxl.load_workbook(path)
    for place in places:
        if verb == "set":
            cell, _, value = place.partition("=")
            workbook.worksheets[0][cell] = typed(value)
        else:
            sheet, _, cell = place.rpartition("!")
            found = workbook[sheet][cell]
            print(found.data_type, found.value)
    if verb == "set":
        workbook.save(path)


main(*sys.argv[1:])
