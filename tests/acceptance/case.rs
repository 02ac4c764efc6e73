//! The cases as they stand in `cases.toml`, `memory.toml` and, for the events of one office, in its
//! own file.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::bodies;
use crate::changes::Change;
use crate::documents::{Document, import};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Number of the statement.
    pub id: String,
    /// What it is about, for the reader of the file.
    #[serde(rename = "about")]
    _about: String,
    /// "hai-phong", "ha-tinh" or "ha-noi"; reports on its data may be those of its committee.
    #[serde(default)]
    pub office: String,
    /// Each of these kinds of report must keep the case; none for what is typed or imported.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Of the report, any when absent; of the data that a typed body is checked on.
    pub year: Option<i32>,
    /// Made to a copy of the sample first.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Begin a paragraph, to the letter.
    #[serde(default)]
    pub begins: Vec<String>,
    /// Stand somewhere in a document. NBSP counts as space, the first letter's case does not count.
    #[serde(default)]
    pub prints: Vec<String>,
    /// Stand in one document, in this order.
    #[serde(default)]
    pub prints_in_order: Vec<String>,
    /// How many paragraphs of one document are exactly this text.
    #[serde(default)]
    pub counts: BTreeMap<String, usize>,
    /// Stand nowhere.
    #[serde(default)]
    pub silent: Vec<String>,
    #[serde(default)]
    pub finds: Vec<Wanted>,
    #[serde(default)]
    pub finds_none: Vec<String>,
    /// A body of its own, typed by a person, checked on the data of `year`; findings only.
    #[serde(default)]
    body: String,
    /// Workbook in the folder of the import's cases.
    #[serde(default)]
    import: String,
    /// Rows that its reading must hold: the columns given.
    #[serde(default)]
    rows: Vec<toml::Table>,
    /// What its plan must do: the place, and JSON pointers into the action.
    #[serde(default)]
    steps: Vec<toml::Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    pub code: String,
    /// Part of the message or the hint.
    pub says: String,
}

pub fn all() -> Vec<Case> {
    let files =
        [include_str!("cases.toml"), include_str!("memory.toml"), include_str!("ha-noi.toml")];
    files.into_iter().flat_map(|text| toml::from_str::<File>(text).unwrap().case).collect()
}

impl Case {
    /// Whether it is the report of this kind that the case speaks of.
    pub fn concerns(&self, kind: &str, document: &Document) -> bool {
        let says = |name: &str| document.result[name].as_str().unwrap_or_default();
        let issuers = [self.office.clone(), format!("ubnd-thanh-pho-{}", self.office)];
        says("kind") == kind
            && issuers.iter().any(|issuer| says("office") == issuer)
            && self.year.is_none_or(|year| document.result["year"] == year)
    }

    pub fn is_typed(&self) -> bool {
        !self.body.is_empty()
    }

    pub fn failures_of_body(&self) -> Vec<String> {
        let found = bodies::findings(
            &self.body,
            &self.office,
            self.year.unwrap_or_default(),
            &self.changes,
        );
        let says = |finding: &&Value, wanted: &Wanted| {
            let part = |name: &str| finding[name].as_str().unwrap_or_default();
            let says =
                part("message").contains(&wanted.says) || part("hint").contains(&wanted.says);
            part("code") == wanted.code && says
        };
        let missing =
            self.finds.iter().filter(|wanted| !found.iter().any(|one| says(&one, wanted)));
        let mut failures: Vec<String> = missing
            .map(|wanted| {
                format!("no finding {} with «{}» in {found:#?}", wanted.code, wanted.says)
            })
            .collect();
        let unwanted =
            self.finds_none.iter().filter(|code| found.iter().any(|one| one["code"] == ***code));
        failures.extend(unwanted.map(|code| format!("{code} is found")));
        failures
    }

    pub fn imports(&self) -> bool {
        !self.import.is_empty()
    }

    pub fn failures_of_import(&self) -> Vec<String> {
        if !self.imports() {
            return Vec::new();
        }
        let reading = import(&self.import, &self.office);
        let found: Vec<&Value> = reading["rows"].as_array().into_iter().flatten().collect();
        let steps: Vec<&Value> =
            reading["plan"]["steps"].as_array().into_iter().flatten().collect();
        let missing_steps = self.steps.iter().filter(|wanted| {
            let holds = |step: &Value| {
                wanted.iter().all(|(key, value)| {
                    let found = match key.starts_with('/') {
                        true => step["action"].pointer(key),
                        false => step.get(key),
                    };
                    found.and_then(Value::as_str) == value.as_str()
                })
            };
            !steps.iter().any(|step| holds(step))
        });
        let missing = self.rows.iter().filter(|wanted| {
            let holds = |row: &&&Value| {
                wanted
                    .iter()
                    .all(|(column, value)| row[column] == value.as_str().unwrap_or_default())
            };
            found.iter().find(holds).is_none()
        });
        let mut failures: Vec<String> = missing.map(|row| format!("no such row: {row}")).collect();
        failures.extend(missing_steps.map(|step| format!("no such step: {step}")));
        // A missing value is never zero.
        failures.extend(
            found
                .iter()
                .filter(|row| row["value"] == "0" && row["raw"] != "0")
                .map(|row| format!("zero made of nothing: {row}")),
        );
        failures
    }
}
