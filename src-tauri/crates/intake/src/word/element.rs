//! The elements of a document that the reading depends on, told by name and by what is around.

use super::container::NoteKind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    Body,
    Note(NoteKind),
    TextBox,
    Paragraph,
    ParagraphProperties,
    /// Of the mark at the end of a paragraph.
    MarkProperties,
    Run,
    RunProperties,
    Text,
    Table,
    TableProperties,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    /// A drawing, a picture, an embedded object: no text but in its text boxes.
    Drawing,
    Alternatives,
    Choice,
    Fallback,
    /// Says something of the run, paragraph, row or cell around it.
    Property,
    /// Stands in a run for text.
    Content,
    /// Text that was deleted, or moved away from here.
    Deleted,
    /// Nothing inside it is text of the document.
    PassedOver,
    /// What is inside it counts as if it stood outside.
    Other,
}

impl Element {
    pub(super) fn of(name: &str, parent: Element) -> Element {
        use Element::*;
        match (name, parent) {
            ("body", _) => Body,
            ("p", _) => Paragraph,
            ("pPr", _) => ParagraphProperties,
            ("rPr", Run) => RunProperties,
            ("rPr", ParagraphProperties) => MarkProperties,
            ("r", _) => Run,
            ("t", _) => Text,
            ("tbl", _) => Table,
            ("tblPr", _) => TableProperties,
            ("tr", _) => Row,
            ("trPr", _) => RowProperties,
            ("tc", _) => Cell,
            ("tcPr", _) => CellProperties,
            ("txbxContent", _) => TextBox,
            ("footnote", _) => Note(NoteKind::Foot),
            ("endnote", _) => Note(NoteKind::End),
            ("drawing" | "pict" | "object", _) => Drawing,
            ("AlternateContent", _) => Alternatives,
            ("Choice", Alternatives) => Choice,
            ("Fallback", Alternatives) => Fallback,
            (
                _,
                RunProperties | MarkProperties | ParagraphProperties | TableProperties
                | RowProperties | CellProperties,
            ) if !name.ends_with("Change") => Property,
            (
                "tab" | "ptab" | "br" | "cr" | "noBreakHyphen" | "softHyphen" | "sym" | "fldChar",
                Run,
            )
            | ("altChunk", _) => Content,
            ("del" | "moveFrom", _) => Deleted,
            // Earlier formatting, codes of fields, settings, formulas, reading aids.
            (
                "rPrChange" | "pPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange"
                | "tblPrExChange" | "sectPrChange" | "tblGridChange" | "numberingChange"
                | "instrText" | "delInstrText" | "delText" | "sdtPr" | "sdtEndPr" | "sectPr"
                | "customXmlPr" | "smartTagPr" | "ffData" | "oMath" | "oMathPara" | "rt",
                _,
            ) => PassedOver,
            _ => Other,
        }
    }

    /// Stands between a run and what the run holds.
    pub(super) fn is_alternative(self) -> bool {
        matches!(self, Element::Choice | Element::Fallback)
    }
}
