//! The custom XML part that travels in the file: the values that controls are bound to, and apart
//! from them, where no editor writes, each expression with its text as last written and its origin.

use foldhash::{HashMap, HashSet};
use tongket_docx::push_escaped_xml;
use tongket_figures::Style;
use tongket_template::{Cited, Column, Evidence, RowKind, Table, TableCell};

use super::Stamp;
use crate::Draft;

pub(super) const NAMESPACE: &str = "urn:tong-ket:so-lieu:1";
pub(super) const PREFIX: &str = "tk";

/// Content controls carry tags of at most 64 characters.
const ALIAS_LENGTH: usize = 64;

pub(super) struct DataPart {
    /// Bound nodes, one per distinct expression and text.
    values: String,
    /// Begins with the head of the part.
    records: String,
    tables: String,
    /// Expression → the texts it was printed as, each with its id. Nearly always one: the same
    /// expression prints otherwise only where its words depend on the sentence.
    ids: HashMap<String, Vec<(String, String)>>,
    /// The numbers in them.
    taken: HashSet<u64>,
    next_control: i32,
    /// Begins the path to a bound node; its id and `']` follow.
    value_with_id: String,
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
        let mut head =
            concat!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#, "\n<report")
                .to_owned();
        push_attribute(&mut head, "xmlns", NAMESPACE);
        let attributes = [
            ("kind", draft.kind.slug.as_str()),
            ("office", draft.organisation.slug.as_str()),
            ("year", &draft.year.to_string()),
            ("template", &format!("{:016x}", fnv1a(&draft.kind.body))),
            ("written", &stamp.created),
        ];
        for (name, value) in attributes {
            push_attribute(&mut head, name, value);
        }
        head.push_str("><records>");
        DataPart {
            values: String::new(),
            records: head,
            tables: String::new(),
            ids: HashMap::default(),
            taken: HashSet::default(),
            next_control: 1,
            value_with_id: format!("/{PREFIX}:report/{PREFIX}:values/{PREFIX}:value[@id='"),
            style: draft.facts().style().clone(),
        }
    }

    /// Gives the printed expression its node; mentions of the same expression in the same words
    /// share one node, so that they change together in Word. Other words need another node: Word
    /// shows the node's text in place of what stands in the control.
    pub fn bind(&mut self, cited: &Cited) -> Bound {
        let texts = self.ids.get(&cited.expression);
        let known = texts.and_then(|texts| texts.iter().find(|(text, _)| *text == cited.text));
        let id = match known {
            Some((_, id)) => id.clone(),
            None => {
                let id = match texts {
                    None => self.new_id(&cited.expression),
                    Some(_) => self.new_id(&[&cited.expression, "\n", &cited.text].concat()),
                };
                self.record(&id, cited);
                let texts = self.ids.entry(cited.expression.clone()).or_default();
                texts.push((cited.text.clone(), id.clone()));
                id
            }
        };
        let xpath = [&self.value_with_id, &id, "']"].concat();
        let control_id = self.next_control_id();
        Bound { tag: id, alias: alias(cited), control_id, xpath }
    }

    /// Records a table of figures: its cells by the keys of row and column. Returns tag and id of
    /// the control around it.
    pub fn record_table(&mut self, table: &Table) -> (String, i32) {
        let id = self.new_id(&table.expression);
        let xml = &mut self.tables;
        xml.push_str("<table");
        push_attribute(xml, "id", &id);
        push_attribute(xml, "expression", &table.expression);
        xml.push('>');
        let begin_cell = |column: &Column| {
            let mut begin = "<cell".to_owned();
            push_attribute(&mut begin, "key", &column.key);
            begin + ">"
        };
        let begin_cells: Vec<String> = table.columns.iter().map(begin_cell).collect();
        for row in table.rows.iter().filter(|row| row.kind == RowKind::Body) {
            xml.push_str("<row");
            push_attribute(xml, "key", &row.key);
            xml.push('>');
            for (begin, cell) in begin_cells.iter().zip(&row.cells) {
                xml.push_str(begin);
                match cell {
                    TableCell::Text(text) => push_escaped_xml(xml, text),
                    typed => push_escaped_xml(xml, &typed.text()),
                }
                xml.push_str("</cell>");
            }
            xml.push_str("</row>");
        }
        xml.push_str("</table>");
        let control_id = self.next_control_id();
        (id, control_id)
    }

    /// The whole part. The records, by far the longest piece, are not copied.
    pub fn finish(self) -> String {
        let mut xml = self.records;
        xml.extend(["</records><tables>", &self.tables, "</tables>"]);
        xml.extend(["<values>", &self.values, "</values></report>"]);
        xml
    }

    fn record(&mut self, id: &str, cited: &Cited) {
        self.values.push_str("<value");
        push_attribute(&mut self.values, "id", id);
        self.values.push('>');
        push_escaped_xml(&mut self.values, &cited.text);
        self.values.push_str("</value>");
        self.records.push_str("<record");
        push_attribute(&mut self.records, "id", id);
        push_attribute(&mut self.records, "expression", &cited.expression);
        push_attribute(&mut self.records, "text", &cited.text);
        self.records.push('>');
        for evidence in &cited.evidence {
            self.record_evidence(evidence);
        }
        self.records.push_str("</record>");
    }

    fn record_evidence(&mut self, evidence: &Evidence) {
        let value = evidence.quantity.as_ref().map(|q| q.print(&self.style)).unwrap_or_default();
        let period = evidence.period.map(|period| period.to_string()).unwrap_or_default();
        let xml = &mut self.records;
        xml.push_str("<source");
        push_attribute(xml, "subject", &evidence.subject);
        push_attribute(xml, "period", &period);
        push_attribute(xml, "value", &value);
        push_attribute(xml, "state", evidence.state.code());
        push_attribute(xml, "origin", &evidence.origin.describe());
        xml.push_str("/>");
    }

    /// A stable id from what identifies the node: the same in every export of the same draft.
    fn new_id(&mut self, identity: &str) -> String {
        let mut hash = fnv1a(identity);
        while !self.taken.insert(hash) {
            hash = hash.wrapping_add(1);
        }
        format!("tk-{hash:016x}")
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
    let mut alias = first.subject.clone();
    if let Some(period) = first.period {
        alias.extend([" ", &period.to_string()]);
    }
    if let Some((end, _)) = alias.char_indices().nth(ALIAS_LENGTH) {
        alias.truncate(end);
    }
    alias
}

/// The FNV-1a hash, the same on every machine and in every release.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Adds ` name="value"`; what XML forbids in the value becomes U+FFFD, markup is escaped.
fn push_attribute(xml: &mut String, name: &str, value: &str) {
    xml.extend([" ", name, "=\""]);
    push_escaped_xml(xml, value);
    xml.push('"');
}
