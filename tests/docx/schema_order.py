"""The order of children that ECMA-376 part 1 (transitional) demands, for the elements this product
writes. A child that is not listed counts as out of place."""

RUN = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
vertAlign rtl cs em lang eastAsianLayout specVanish oMath"""

PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers
pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"""

ORDER = {
    "document": "background body",
    "pPr": PARAGRAPH + " rPr sectPr pPrChange",
    "rPr": RUN,
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": """rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex
        equation comboBox date docPartObj docPartList dropDownList picture richText text citation group
        bibliography""",
    "tbl": "tblPr tblGrid tr",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription""",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText
        vAlign hideMark""",
    "numPr": "ilvl numId",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
        qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "settings": """zoom mirrorMargins defaultTabStop evenAndOddHeaders updateFields compat themeFontLang
        decimalSymbol listSeparator""",
    "compat": "compatSetting",
}
ORDER = {parent: names.split() for parent, names in ORDER.items()}
# Properties of a paragraph that belong to a style or a list hold no run properties or section.
ORDER["pPr of style"] = ORDER["pPr of lvl"] = PARAGRAPH.split()


def misplaced(root, namespace):
    """Sentences about children that stand out of order, or where the schema has no place for them."""
    start = "{%s}" % namespace
    for parent in root.iter(start + "*"):
        name = parent.tag[len(start):]
        above = parent.getparent()
        if above is not None and f"{name} of {above.tag[len(start):]}" in ORDER:
            name = f"{name} of {above.tag[len(start):]}"
        known = ORDER.get(name)
        if known is None:
            continue
        last = 0
        for child in parent:
            child_name = child.tag[len(start):]
            if child_name not in known:
                yield f"{name} holds {child_name}"
                continue
            place = known.index(child_name)
            if place < last:
                yield f"{name}: {child_name} stands after {known[last]}"
            last = place
