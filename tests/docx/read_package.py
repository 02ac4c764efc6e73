"""Reads Word packages with lxml and python-docx, which share nothing with the writer, and prints for
each what is in it and what is wrong with it, as one JSON object.

usage: read_package.py FILE.docx..."""

import json
import posixpath
import sys
import zipfile

import docx
from lxml import etree

from schema_order import misplaced

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def w(name):
    return "{%s}%s" % (W, name)


def val(element, name):
    child = element.find(w(name)) if element is not None else None
    return None if child is None else child.get(w("val"))


def text_of(element):
    """All text under the element, content controls included."""
    pieces = []
    # Tab stops have the name of the tabs that use them.
    runs = (node for run in element.iter(w("r")) for node in run)
    for node in (node for node in runs if node.tag in (w("t"), w("br"), w("tab"))):
        pieces.append({"t": node.text or "", "br": "\n", "tab": "\t"}[etree.QName(node).localname])
    return "".join(pieces)


class Package:
    def __init__(self, path):
        self.problems = []
        self.trees = {}
        self.relations = {}
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            self.check(len(set(names)) == len(names), "a part stands twice in the package")
            self.check(names[0] == "[Content_Types].xml", "content types do not stand first")
            for entry in archive.infolist():
                self.check(entry.compress_type == zipfile.ZIP_DEFLATED, f"{entry.filename} is stored")
                self.check(entry.date_time == (1980, 1, 1, 0, 0, 0), f"{entry.filename} has a time")
            for name in names:
                try:
                    self.trees[name] = etree.fromstring(archive.read(name))
                except etree.XMLSyntaxError as error:
                    self.problems.append(f"{name}: {error}")
        if self.problems:
            return
        self.check_types()
        self.check_relations()
        for name, tree in self.trees.items():
            self.problems.extend(f"{name}: {problem}" for problem in misplaced(tree, W))
            self.check_fonts(name, tree)
        self.body = self.trees["word/document.xml"].find(w("body"))
        self.check_references()
        self.check_ids()
        self.check_tables()
        docx.Document(path)

    def check(self, holds, problem):
        if not holds:
            self.problems.append(problem)

    def check_types(self):
        types = self.trees["[Content_Types].xml"]
        defaults = {d.get("Extension") for d in types.iter("{%s}Default" % TYPES)}
        overrides = [o.get("PartName")[1:] for o in types.iter("{%s}Override" % TYPES)]
        self.check(len(set(overrides)) == len(overrides), "a content type is given twice")
        for name in overrides:
            self.check(name in self.trees, f"a content type for {name}, which is not there")
        for name in self.trees:
            generic = name.endswith(".rels") or name.startswith("customXml/item1")
            known = name in overrides or name.rsplit(".", 1)[1] in defaults and generic
            self.check(known or name == "[Content_Types].xml", f"{name} has no content type")

    def check_relations(self):
        reached = {"[Content_Types].xml"}
        for name, tree in self.trees.items():
            if not name.endswith(".rels"):
                continue
            folder = posixpath.dirname(posixpath.dirname(name))
            owner = posixpath.join(folder, posixpath.basename(name)[: -len(".rels")])
            self.check(owner in self.trees or name == "_rels/.rels", f"{name} belongs to no part")
            ids = {}
            for relation in tree.iter("{%s}Relationship" % RELATIONS):
                target = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
                self.check(relation.get("Id") not in ids, f"{name}: an id stands twice")
                self.check(target in self.trees, f"{name} points to {target}, which is not there")
                ids[relation.get("Id")] = target
                reached.add(target)
            reached.add(name)
            self.relations[owner] = ids
        for name in self.trees:
            self.check(name in reached, f"nothing relates to {name}")

    def check_fonts(self, name, tree):
        for fonts in tree.iter(w("rFonts")):
            named = {fonts.get(w(script)) for script in ("ascii", "hAnsi", "cs", "eastAsia")}
            self.check(len(named) == 1 and None not in named, f"{name}: rFonts names {named}")

    def check_references(self):
        styles = [style.get(w("styleId")) for style in self.trees["word/styles.xml"].iter(w("style"))]
        self.check(len(set(styles)) == len(styles), "a style stands twice")
        numbering = self.trees.get("word/numbering.xml", etree.Element("none"))
        kinds = [a.get(w("abstractNumId")) for a in numbering.iter(w("abstractNum"))]
        lists = [num.get(w("numId")) for num in numbering.iter(w("num"))]
        self.check(len(set(kinds)) == len(kinds), "a list definition stands twice")
        self.check(len(set(lists)) == len(lists), "a list stands twice")
        for kind in numbering.iter(w("abstractNumId")):
            self.check(kind.get(w("val")) in kinds, "a list without definition")
        for tree in (self.body, self.trees["word/styles.xml"]):
            for name in ("pStyle", "basedOn", "next"):
                for style in tree.iter(w(name)):
                    self.check(style.get(w("val")) in styles, f"no style {style.get(w('val'))}")
        for number in self.body.iter(w("numId")):
            self.check(number.get(w("val")) in lists, "a paragraph in a list that is not there")
        for element in self.body.iter():
            for relation in element.xpath("@r:id", namespaces={"r": R}):
                self.check(relation in self.relations["word/document.xml"], f"no relation {relation}")

    def check_ids(self):
        ids = [number.get(w("val")) for number in self.body.iterfind(".//" + w("sdtPr") + "/" + w("id"))]
        self.check(len(set(ids)) == len(ids), "two controls with one id")
        drawn = [d.get("id") for d in self.body.iter("{*}docPr")]
        self.check(len(set(drawn)) == len(drawn), "two drawings with one id")
        self.check_fields()
        names = [mark.get(w("name")) for mark in self.body.iter(w("bookmarkStart"))]
        starts = [mark.get(w("id")) for mark in self.body.iter(w("bookmarkStart"))]
        ends = [mark.get(w("id")) for mark in self.body.iter(w("bookmarkEnd"))]
        self.check(len(set(names)) == len(names), "two bookmarks with one name")
        self.check(starts == ends, "a bookmark is not whole")
        for link in self.body.iter(w("hyperlink")):
            anchor = link.get(w("anchor"))
            self.check(anchor in names, f"no bookmark {anchor}")
            pages = [field.text.split()[1] for field in link.iter(w("instrText"))]
            self.check(pages == [anchor], f"the page of {anchor} is that of {pages}")

    def check_fields(self):
        """Fields may stand in the result of another."""
        open_fields = []
        for mark in self.body.iter(w("fldChar")):
            kind = mark.get(w("fldCharType"))
            expected = {"begin": None, "separate": "begin", "end": "separate"}[kind]
            if kind == "begin":
                open_fields.append(kind)
                continue
            self.check(open_fields and open_fields[-1] == expected, "a field is not whole")
            if open_fields:
                open_fields.pop()
            if kind == "separate":
                open_fields.append(kind)
        self.check(not open_fields, "a field is not whole")

    def check_tables(self):
        for table in self.body.iter(w("tbl")):
            columns = len(table.find(w("tblGrid")))
            for row in table.iter(w("tr")):
                spans = [val(cell.find(w("tcPr")), "gridSpan") for cell in row.iter(w("tc"))]
                self.check(sum(int(span or 1) for span in spans) == columns, "a row of wrong width")
            for cell in table.iter(w("tc")):
                self.check(cell[-1].tag == w("p"), "a cell does not end in a paragraph")
            follower = (table.getparent().getparent() if table.getparent().tag == w("sdtContent")
                        else table).getnext()
            follows = follower is not None and follower.tag == w("p")
            self.check(follows, "no paragraph after a table")

    def controls(self):
        store = self.trees.get("customXml/itemProps1.xml")
        store = None if store is None else store.get("{%s}itemID" % DATA)
        for control in self.body.iter(w("sdt")):
            properties = control.find(w("sdtPr"))
            binding = properties.find(w("dataBinding"))
            told = {name: val(properties, name) for name in ("tag", "alias", "id")}
            told["kind"] = "text" if properties.find(w("text")) is not None else "block"
            told["text"] = text_of(control.find(w("sdtContent")))
            if binding is not None:
                self.check(binding.get(w("storeItemID")) == store, "a binding to another store")
                prefix, _, space = binding.get(w("prefixMappings"))[len("xmlns:"):].partition("=")
                found = self.trees["customXml/item1.xml"].getroottree().xpath(
                    binding.get(w("xpath")), namespaces={prefix: space.strip("'")})
                told["bound"] = [node.text for node in found]
                # Word and LibreOffice show the node, not what stands in the control.
                self.check(told["bound"] == [told["text"]], f"shown otherwise than bound: {told}")
            yield told

    def sections(self):
        for section in self.body.iter(w("sectPr")):
            size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
            told = {key: size.get(w(key)) for key in ("w", "h", "orient")}
            told["margins"] = [margin.get(w(s)) for s in ("top", "right", "bottom", "left", "header")]
            counts = section.find(w("pgNumType"))
            told["restart"] = counts is not None and counts.get(w("start")) == "1"
            told["first_page_bare"] = section.find(w("titlePg")) is not None
            told["header"] = section.find(w("headerReference")) is not None
            yield told

    def tables(self):
        for table in self.body.iter(w("tbl")):
            rows = list(table.iter(w("tr")))
            yield {
                "cells": [[text_of(cell) for cell in row.iter(w("tc"))] for row in rows],
                "repeated": sum(row.find(w("trPr")).find(w("tblHeader")) is not None for row in rows),
                "whole_rows": all(row.find(w("trPr")).find(w("cantSplit")) is not None for row in rows),
                "columns": [column.get(w("w")) for column in table.find(w("tblGrid"))],
                "ruled": table.find(w("tblPr")).find(w("tblBorders")) is not None,
            }

    def styles(self):
        for style in self.trees["word/styles.xml"].iter(w("style")):
            paragraph, run = style.find(w("pPr")), style.find(w("rPr"))
            told = {"id": style.get(w("styleId")), "name": val(style, "name")}
            told["default"] = style.get(w("default")) == "1"
            told["outline"] = val(paragraph, "outlineLvl")
            told["size"] = val(run, "sz")
            yield told

    def contents(self):
        """What each line of the table of contents says, and the heading it leads to."""
        places = {mark.get(w("name")): mark.getparent() for mark in self.body.iter(w("bookmarkStart"))}
        for link in self.body.iter(w("hyperlink")):
            yield [text_of(link), text_of(places.get(link.get(w("anchor"))))]

    def lists(self):
        for properties in self.body.iter(w("numPr")):
            yield [int(val(properties, "numId")), int(val(properties, "ilvl"))]

    def core(self):
        core = self.trees["docProps/core.xml"]
        return {etree.QName(child).localname: child.text or "" for child in core}

    def report(self):
        if self.problems:
            return {"problems": self.problems}
        fields = [f.text.strip() for f in self.body.iter(w("instrText"))]
        update = self.trees["word/settings.xml"].find(w("updateFields"))
        header = self.trees.get("word/header1.xml")
        told = {
            "texts": [text_of(p) for p in self.body.iter(w("p"))],
            "controls": list(self.controls()),
            "fields": fields,
            "header_fields": [] if header is None else [f.text for f in header.iter(w("instrText"))],
            "update_fields": update is not None,
            "sections": list(self.sections()),
            "tables": list(self.tables()),
            "styles": list(self.styles()),
            "lists": list(self.lists()),
            "contents": list(self.contents()),
            "markers": [m.get(w("val")) for m in self.numbering("lvlText")],
            "core": self.core(),
            "parts": sorted(self.trees),
            "n_relations": sum(len(ids) for ids in self.relations.values()),
        }
        return {"problems": self.problems, **told}

    def numbering(self, name):
        return self.trees.get("word/numbering.xml", etree.Element("none")).iter(w(name))


def said(value):
    """Without what the package does not say, since the cases have no word for nothing."""
    if isinstance(value, dict):
        return {key: said(part) for key, part in value.items() if part is not None}
    return [said(part) for part in value] if isinstance(value, list) else value


def main():
    reports = {path: said(Package(path).report()) for path in sys.argv[1:]}
    json.dump(reports, sys.stdout, ensure_ascii=True)


main()
