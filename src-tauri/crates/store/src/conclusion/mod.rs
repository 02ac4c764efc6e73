//! What was concluded, with whom it was given to, what it rests on and what came of it.

use rusqlite::named_params;
use tongket_model::{
    Assignee, BodyId, Conclusion, ConclusionId, ConferenceId, DocumentId, OrganisationId,
};

use crate::columns::{Columns, Json, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Conclusion {
    const NOUN: Noun = Noun::Conclusion;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Conclusion> {
        Ok(Conclusion {
            id: ConclusionId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            kind: columns.word()?,
            text: columns.take()?,
            quote: columns.take()?,
            field: columns.take()?,
            year: columns.take()?,
            covers: columns.word_or_null()?,
            document: columns.take::<Option<i64>>()?.map(DocumentId),
            conference: columns.take::<Option<i64>>()?.map(ConferenceId),
            topic: columns.take()?,
            assigner: columns.take::<Option<i64>>()?.map(BodyId),
            assignees: columns.json()?,
            part_of: columns.take::<Option<i64>>()?.map(ConclusionId),
            cause: columns.word_or_null()?,
            deadline: columns.word_or_null()?,
            deadline_words: columns.take()?,
            urgency: columns.take()?,
            progress: columns.word()?,
            stated_count: columns.take()?,
            counting_word: columns.take()?,
            basis: columns.json()?,
            results: columns.json()?,
            mentions: columns.json()?,
            position: columns.take()?,
            origin: columns.origin()?,
            state: columns.word()?,
        })
    }
}

impl Store {
    /// Those that hold for a year between `first` and `last`, by year and place.
    pub fn conclusions_between(
        &self,
        organisation: OrganisationId,
        first: i32,
        last: i32,
    ) -> Result<Vec<Conclusion>, StoreError> {
        const SQL: &str = concat!(
            include_str!("select.sql"),
            "WHERE organisation = ?1 AND last_year >= ?2 AND first_year <= ?3 ",
            "ORDER BY year, position, id"
        );
        self.all(SQL, (organisation.0, first, last))
    }

    pub fn conclusion(&self, id: ConclusionId) -> Result<Option<Conclusion>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), "WHERE id = ?1");
        self.one(SQL, [id.0])
    }

    /// All of an organisation, by year and place.
    pub fn conclusions_of(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<Conclusion>, StoreError> {
        self.conclusions_between(organisation, i32::MIN, i32::MAX)
    }
}

impl Changes<'_> {
    pub fn add_conclusion(&mut self, conclusion: &Conclusion) -> Result<ConclusionId, StoreError> {
        let id = self.save_conclusion(include_str!("add.sql"), None, conclusion)?;
        self.set_parts_of_conclusion(id, conclusion)?;
        Ok(ConclusionId(id))
    }

    pub fn update_conclusion(&mut self, conclusion: &Conclusion) -> Result<(), StoreError> {
        let (sql, id) = (include_str!("update.sql"), Some(conclusion.id.0));
        let id = self.save_conclusion(sql, id, conclusion)?;
        self.set_parts_of_conclusion(id, conclusion)
    }

    /// Refused while another one is a part of it.
    pub fn remove_conclusion(&mut self, id: ConclusionId) -> Result<(), StoreError> {
        self.remove(Noun::Conclusion, include_str!("remove.sql"), id.0)
    }

    fn save_conclusion(
        &mut self,
        sql: &str,
        id: Option<i64>,
        conclusion: &Conclusion,
    ) -> Result<i64, StoreError> {
        let (first_year, last_year) = conclusion.years();
        let params = named_params! {
            ":id": id,
            ":organisation": conclusion.organisation.0,
            ":kind": Word(conclusion.kind),
            ":text": conclusion.text,
            ":quote": conclusion.quote,
            ":field": conclusion.field,
            ":year": conclusion.year,
            ":covers": conclusion.covers.map(Word),
            ":first_year": first_year,
            ":last_year": last_year,
            ":document": conclusion.document.map(|document| document.0),
            ":conference": conclusion.conference.map(|conference| conference.0),
            ":topic": conclusion.topic,
            ":assigner": conclusion.assigner.map(|assigner| assigner.0),
            ":part_of": conclusion.part_of.map(|whole| whole.0),
            ":cause": conclusion.cause.map(Word),
            ":deadline": conclusion.deadline.map(Word),
            ":deadline_words": conclusion.deadline_words,
            ":urgency": conclusion.urgency,
            ":progress": Word(conclusion.progress),
            ":stated_count": conclusion.stated_count,
            ":counting_word": conclusion.counting_word,
            ":mentions": Json(&conclusion.mentions),
            ":position": conclusion.position,
            ":origin": Json(&conclusion.origin),
            ":state": Word(conclusion.state),
        };
        self.save(Noun::Conclusion, id, sql, params)
    }

    /// Writes place by place, so that only what differs becomes a change.
    fn set_parts_of_conclusion(&mut self, id: i64, of: &Conclusion) -> Result<(), StoreError> {
        for (position, assignee) in (0_i64..).zip(&of.assignees) {
            let (body, role, rule, indicator, below) = match assignee {
                Assignee::Body { body, role } => (Some(body.0), Some(Word(role)), None, None, None),
                Assignee::Rule { text, indicator, below } => {
                    (None, None, Some(text), indicator.map(|of| of.0), below.map(Word))
                }
            };
            let params = named_params! {
                ":conclusion": id,
                ":position": position,
                ":body": body,
                ":role": role,
                ":rule": rule,
                ":indicator": indicator,
                ":below": below,
            };
            self.execute(include_str!("set_assignment.sql"), params)?;
        }
        for (position, document) in (0_i64..).zip(&of.basis) {
            let params = named_params! {
                ":conclusion": id,
                ":position": position,
                ":document": document.0,
            };
            self.execute(include_str!("set_basis.sql"), params)?;
        }
        for (position, result) in (0_i64..).zip(&of.results) {
            let params = named_params! {
                ":conclusion": id,
                ":position": position,
                ":text": result.text,
                ":date": result.date.map(Word),
                ":indicator": result.indicator.map(|indicator| indicator.0),
                ":document": result.document.map(|document| document.0),
            };
            self.execute(include_str!("set_result.sql"), params)?;
        }
        for (sql, count) in [
            (include_str!("remove_assignments_behind.sql"), of.assignees.len()),
            (include_str!("remove_basis_behind.sql"), of.basis.len()),
            (include_str!("remove_results_behind.sql"), of.results.len()),
        ] {
            self.execute(sql, named_params! { ":of": id, ":count": count as i64 })?;
        }
        Ok(())
    }
}
