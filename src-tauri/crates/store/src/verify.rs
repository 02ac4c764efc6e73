//! A check of the whole file: pages, references, schema, every stored value and the journal.

use serde::Serialize;
use tongket_model::{
    Body, Collection, Conclusion, Conference, Document, Draft, DraftVersion, Figure, Indicator,
    ItemList, LearnedForm, Note, Office, OfficeTemplate, Organisation, Plan, Reported, Reporter,
    SavedImport, Scorecard, Target, Theme,
};

use crate::columns::{Columns, Stored};
use crate::{Noun, Store, StoreError, content, journal, schema, search};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    pub ok: bool,
    /// One sentence each, for people.
    pub problems: Vec<String>,
    /// How many of each noun there are.
    pub counts: Vec<(Noun, u64)>,
}

impl Verification {
    /// A file whose pages are damaged is not read any further.
    fn failed(problems: Vec<String>) -> Verification {
        Verification { ok: false, problems, counts: Vec::new() }
    }
}

impl Store {
    /// Damage is an answer, not an error.
    pub fn verify(&self) -> Result<Verification, StoreError> {
        let verification = match self.file_problems() {
            Ok(problems) if problems.is_empty() => self.verify_contents(),
            Ok(problems) => Ok(Verification::failed(problems)),
            Err(error) => Err(error),
        };
        match verification {
            Err(error @ StoreError::Damaged(_)) => {
                Ok(Verification::failed(vec![error.to_string()]))
            }
            other => other,
        }
    }

    fn verify_contents(&self) -> Result<Verification, StoreError> {
        let mut problems = self.reference_problems()?;
        if schema::listing(&self.connection)? != schema::expected_listing()? {
            problems.push("Cấu trúc bảng khác với cấu trúc của chương trình".to_owned());
        }
        let mut counts = Vec::new();
        self.read_all::<Organisation>(&mut problems, &mut counts)?;
        self.read_all::<Office>(&mut problems, &mut counts)?;
        self.read_all::<Indicator>(&mut problems, &mut counts)?;
        self.read_all::<Figure>(&mut problems, &mut counts)?;
        self.read_all::<Plan>(&mut problems, &mut counts)?;
        self.read_all::<Target>(&mut problems, &mut counts)?;
        self.read_all::<Scorecard>(&mut problems, &mut counts)?;
        self.read_all::<Theme>(&mut problems, &mut counts)?;
        self.read_all::<ItemList>(&mut problems, &mut counts)?;
        self.read_all::<Body>(&mut problems, &mut counts)?;
        self.read_all::<Conference>(&mut problems, &mut counts)?;
        self.read_all::<Document>(&mut problems, &mut counts)?;
        self.read_all::<Conclusion>(&mut problems, &mut counts)?;
        self.read_all::<OfficeTemplate>(&mut problems, &mut counts)?;
        self.read_all::<Draft>(&mut problems, &mut counts)?;
        self.read_all::<DraftVersion>(&mut problems, &mut counts)?;
        self.read_all::<Note>(&mut problems, &mut counts)?;
        self.read_all::<Reporter>(&mut problems, &mut counts)?;
        self.read_all::<Reported>(&mut problems, &mut counts)?;
        self.read_all::<Collection>(&mut problems, &mut counts)?;
        self.read_all::<LearnedForm>(&mut problems, &mut counts)?;
        self.read_all::<SavedImport>(&mut problems, &mut counts)?;
        problems.extend(content::problems(&self.connection)?);
        problems.extend(search::problems(self)?);
        problems.extend(journal::inconsistencies(&self.connection)?);
        Ok(Verification { ok: problems.is_empty(), problems, counts })
    }

    /// What SQLite's own check of the pages and indexes finds.
    pub(crate) fn file_problems(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check")?;
        let answers = statement.query_map([], |row| row.get(0))?;
        let mut problems: Vec<String> = answers.collect::<Result<_, _>>()?;
        problems.retain(|answer| answer != "ok");
        Ok(problems.into_iter().map(|answer| format!("Tệp bị hỏng: {answer}")).collect())
    }

    fn reference_problems(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let broken = statement.query_map([], |row| {
            let (table, row, parent): (String, i64, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(format!("Bảng {table}, dòng {row}: nhắc đến một dòng không có của bảng {parent}"))
        })?;
        Ok(broken.collect::<Result<_, _>>()?)
    }

    fn read_all<T: Stored>(
        &self,
        problems: &mut Vec<String>,
        counts: &mut Vec<(Noun, u64)>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(T::SELECT)?;
        let mut rows = statement.query([])?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            count += 1;
            if let Err(error) = T::read(&mut Columns::new(row, &self.shared)) {
                let id: i64 = row.get(0)?;
                let reason = StoreError::from(error);
                problems.push(format!("{} số {id}: không đọc được: {reason}", T::NOUN));
            }
        }
        counts.push((T::NOUN, count));
        Ok(())
    }
}
