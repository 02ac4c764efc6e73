"""Holds two documents to the same words and figures, in the same order; prints how many figures.
Refuses when one of them holds another figure, or fewer than asked for.

    same_figures.py OURS THEIRS LEAST
"""

import re
import sys
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def paragraphs(path):
    """What a reader sees, line by line; content controls included."""
    body = etree.fromstring(ZipFile(path).read("word/document.xml"))[0]
    lines = ("".join(t.text or "" for t in p.iter(W + "t")) for p in body.iter(W + "p"))
    return [line.replace("\u00a0", " ") for line in lines if line.strip()]


ours, theirs = paragraphs(sys.argv[1]), paragraphs(sys.argv[2])
for number, (our, their) in enumerate(zip(ours, theirs)):
    if our != their:
        sys.exit(f"đoạn {number}:\n  {our}\n  {their}")
if len(ours) != len(theirs):
    sys.exit(f"{len(ours)} đoạn và {len(theirs)} đoạn")
n_figures = sum(len(FIGURE.findall(line)) for line in ours)
if n_figures < int(sys.argv[3]):
    sys.exit(f"chỉ có {n_figures} số liệu")
print(n_figures)
