"""Makes what docxtpl needs to do the same work from a report of ours: a template with a tag in the
place of every figure and a loop over the rows of the appendix, and the values.

    docxtpl_template.py REPORT TEMPLATE VALUES
"""

import json
import sys
from zipfile import ZipFile

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text(element):
    return "".join(t.text or "" for t in element.iter(W + "t"))


def add_paragraph(template, paragraph, values):
    """Copies typed text and puts a tag where our report has a content control."""
    added = template.add_paragraph()
    for child in paragraph:
        if child.tag == W + "sdt":
            name = f"so_{len(values)}"
            values[name] = text(child)
            added.add_run("{{ %s }}" % name)
        elif child.tag == W + "r":
            added.add_run(text(child))


def add_looped_table(template, rows, values):
    """The heading as it is; one row of tags, repeated for each row of values."""
    is_heading = lambda row: row.find(f"{W}trPr/{W}tblHeader") is not None
    cells = lambda row: [text(cell) for cell in row.iterfind(W + "tc")]
    heading = [row for row in rows if is_heading(row)]
    body = [cells(row) for row in rows if not is_heading(row)]
    n_columns = max(len(row) for row in body)
    values["hang"] = [row + [""] * (n_columns - len(row)) for row in body]
    section = template.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    table = template.add_table(len(heading) + 3, n_columns, style="Table Grid")
    for shown, row in zip(table.rows, heading):
        for cell, words in zip(shown.cells, cells(row)):
            cell.text = words
    start, each, end = table.rows[len(heading):]
    start.cells[0].text = "{%tr for h in hang %}"
    for column, cell in enumerate(each.cells):
        cell.text = "{{ h[%d] }}" % column
    end.cells[0].text = "{%tr endfor %}"


def main(report, template_path, values_path):
    body = etree.fromstring(ZipFile(report).read("word/document.xml"))[0]
    template, values = Document(), {}
    for block in body:
        rows = list(block.iter(W + "tr"))
        if block.tag == W + "p":
            add_paragraph(template, block, values)
        elif block.tag == W + "sdt" and rows:
            add_looped_table(template, rows, values)
        else:
            # Letterhead and signing block: a table for the layout only.
            for paragraph in block.iter(W + "p"):
                add_paragraph(template, paragraph, values)
    template.save(template_path)
    with open(values_path, "w", encoding="utf-8") as file:
        json.dump(values, file, ensure_ascii=False)


main(*sys.argv[1:])
