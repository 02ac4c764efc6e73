//! The custom XML part that travels in the file: the values that controls are bound to, and apart
//! from them, where no editor writes, each expression with its text as last written and its origin.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use tongket_figures::Style;
use tongket_template::{Cited, Evidence, RowKind, Table};

use super::Stamp;
use crate::Draft;

pub(super) const NAMESPACE: &str = "urn:tong-ket:so-lieu:1";
pub(super) const PREFIX: &str = "tk";

/// Content controls carry tags of at most 64 characters.
const ALIAS_LENGTH: usize = 64;

pub(super) struct DataPart {
    head: String,
    /// Bound nodes, one per distinct expression.
    values: String,
    records: String,
    tables: String,
    /// Expression → id.
    ids: HashMap<String, String>,
    taken: HashSet<String>,
    next_control: i32,
    style: Style,
}

/// What a control needs to know about its value.
pub(super) struct Bound {
    pub tag: String,
    pub alias: String,
    pub control_id: i32,
    pub xpath: String,
}

impl DataPart {
    pub fn new(draft: &Draft, stamp: &Stamp) -> DataPart {
        let mut head = String::new();
        let attributes = [
            ("kind", draft.kind.slug.as_str()),
            ("office", draft.organisation.slug.as_str()),
            ("year", &draft.year.to_string()),
            ("template", &format!("{:016x}", fnv1a(&draft.kind.body))),
            ("written", &stamp.created),
        ];
        for (name, value) in attributes {
            let _ = write!(head, " {name}=\"{}\"", escaped(value));
        }
        DataPart {
            head,
            values: String::new(),
            records: String::new(),
            tables: String::new(),
            ids: HashMap::new(),
            taken: HashSet::new(),
            next_control: 1,
            style: draft.facts().style().clone(),
        }
    }

    /// Gives the printed expression its node; the same expression shares one node, so that its
    /// mentions change together in Word.
    pub fn bind(&mut self, cited: &Cited, text: &str) -> Bound {
        let id = match self.ids.get(&cited.expression) {
            Some(id) => id.clone(),
            None => {
                let id = self.new_id(&cited.expression);
                self.record(&id, cited, text);
                id
            }
        };
        let xpath = format!("/{PREFIX}:report/{PREFIX}:values/{PREFIX}:value[@id='{id}']");
        let control_id = self.next_control_id();
        Bound { tag: id, alias: alias(cited), control_id, xpath }
    }

    /// Records a table of figures: its cells by the keys of row and column. Returns tag and id of
    /// the control around it.
    pub fn record_table(&mut self, table: &Table) -> (String, i32) {
        let id = self.new_id(&table.expression);
        let expression = escaped(&table.expression);
        let _ = write!(self.tables, "<table id=\"{id}\" expression=\"{expression}\">");
        for row in table.rows.iter().filter(|row| row.kind == RowKind::Body) {
            let _ = write!(self.tables, "<row key=\"{}\">", escaped(&row.key));
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let (key, text) = (escaped(&column.key), cell.text());
                let _ = write!(self.tables, "<cell key=\"{key}\">{}</cell>", escaped(&text));
            }
            self.tables.push_str("</row>");
        }
        self.tables.push_str("</table>");
        let control_id = self.next_control_id();
        (id, control_id)
    }

    /// The whole part.
    pub fn finish(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <report xmlns=\"{NAMESPACE}\"{}><values>{}</values><records>{}</records>\
             <tables>{}</tables></report>",
            self.head, self.values, self.records, self.tables
        )
    }

    fn record(&mut self, id: &str, cited: &Cited, text: &str) {
        let (expression, text) = (escaped(&cited.expression), escaped(text));
        let _ = write!(self.values, "<value id=\"{id}\">{text}</value>");
        let _ = write!(
            self.records,
            "<record id=\"{id}\" expression=\"{expression}\" text=\"{text}\">"
        );
        for evidence in &cited.evidence {
            self.record_evidence(evidence);
        }
        self.records.push_str("</record>");
    }

    fn record_evidence(&mut self, evidence: &Evidence) {
        let value = evidence.quantity.as_ref().map(|q| q.print(&self.style)).unwrap_or_default();
        let period = evidence.period.map(|period| period.to_string()).unwrap_or_default();
        let _ = write!(
            self.records,
            "<source subject=\"{}\" period=\"{}\" value=\"{}\" state=\"{}\" origin=\"{}\"/>",
            escaped(&evidence.subject),
            escaped(&period),
            escaped(&value),
            evidence.state.code(),
            escaped(&evidence.origin.describe()),
        );
    }

    /// A stable id from the expression: the same in every export of the same draft.
    fn new_id(&mut self, expression: &str) -> String {
        let mut hash = fnv1a(expression);
        let mut id = format!("tk-{hash:016x}");
        while !self.taken.insert(id.clone()) {
            hash = hash.wrapping_add(1);
            id = format!("tk-{hash:016x}");
        }
        self.ids.insert(expression.to_owned(), id.clone());
        id
    }

    fn next_control_id(&mut self) -> i32 {
        let id = self.next_control;
        self.next_control += 1;
        id
    }
}

/// "thu ngân sách năm 2023": what people see on the control's handle.
fn alias(cited: &Cited) -> String {
    let Some(first) = cited.evidence.first() else { return String::new() };
    let period = first.period.map(|period| format!(" {period}")).unwrap_or_default();
    format!("{}{period}", first.subject).chars().take(ALIAS_LENGTH).collect()
}

/// The FNV-1a hash, the same on every machine and in every release.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Text for XML: what XML 1.0 forbids becomes U+FFFD, markup is escaped.
fn escaped(text: &str) -> String {
    tongket_docx::escaped_xml(text)
}
