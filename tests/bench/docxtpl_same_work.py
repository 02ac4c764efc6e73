"""The same work by docxtpl: fills a template with values. Without arguments it only starts, so that
the cost of the interpreter and its libraries can be told apart.

    docxtpl_same_work.py [TEMPLATE VALUES OUT]
"""

import json
import sys

from docxtpl import DocxTemplate

if len(sys.argv) > 1:
    template, values, out = sys.argv[1:]
    with open(values, encoding="utf-8") as file:
        context = json.load(file)
    report = DocxTemplate(template)
    report.render(context, autoescape=True)
    report.save(out)
