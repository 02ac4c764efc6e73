"""Writes values into cells of workbooks as a person with Excel would, or reads them back.

fill_cells.py set FILE CELL=VALUE …    on the first sheet; a value that reads as a number is one
fill_cells.py get FILE SHEET!CELL …    prints one line each: the type's letter and the value
"""

import sys

import openpyxl


def enter(cell, text):
    try:
        # Excel keeps "95%" as 0.95 and gives the cell a percent format.
        if text.endswith("%"):
            cell.value = float(text[:-1]) / 100
            cell.number_format = "0%"
        else:
            cell.value = float(text)
    except ValueError:
        cell.value = text


def main(verb, path, *places):
    workbook = openpyxl.load_workbook(path)
    for place in places:
        if verb == "set":
            cell, _, value = place.partition("=")
            enter(workbook.worksheets[0][cell], value)
        else:
            sheet, _, cell = place.rpartition("!")
            found = workbook[sheet][cell]
            print(found.data_type, found.value)
    if verb == "set":
        workbook.save(path)


main(*sys.argv[1:])
