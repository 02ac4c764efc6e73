//! What a sample office remembers: bodies, conferences, documents, what was concluded. The files
//! name one another by slugs that are not stored.

use std::collections::HashMap;

use tongket_figures::{Quantity, Unit};
use tongket_model::{
    Assignee, Body, BodyId, Conclusion, ConclusionId, Conference, ConferenceFact, ConferenceId,
    Document, DocumentId, DocumentRelation, Opinion, Organisation, OrganisationId, Origin,
    RelationKind, Role, TaskResult,
};
use tongket_store::Changes;

use super::Problem;
use super::files::{OrganisationEntry, SampleError, SampleFiles, read_toml};
use super::memory_files::{
    BodiesFile, ConclusionEntry, ConclusionsFile, ConferenceEntry, ConferencesFile, DocumentEntry,
    DocumentsFile, FactEntry,
};

/// Adds all four files of one office.
pub(super) fn add(
    changes: &mut Changes<'_>,
    files: &SampleFiles,
    owner: OrganisationId,
) -> Result<(), Problem> {
    let mut adder = Adder {
        changes,
        owner,
        office: files.slug,
        file: "",
        bodies: HashMap::new(),
        conferences: HashMap::new(),
        documents: HashMap::new(),
        conclusions: HashMap::new(),
    };
    adder.add_bodies(adder.read("bodies.toml", files.bodies)?)?;
    adder.add_conferences(adder.read("conferences.toml", files.conferences)?)?;
    adder.add_documents(adder.read("documents.toml", files.documents)?)?;
    adder.add_conclusions(adder.read("conclusions.toml", files.conclusions)?)
}

struct Adder<'c, 's> {
    changes: &'c mut Changes<'s>,
    owner: OrganisationId,
    office: &'static str,
    /// Being read.
    file: &'static str,
    /// By name.
    bodies: HashMap<String, BodyId>,
    /// By slug.
    conferences: HashMap<String, ConferenceId>,
    documents: HashMap<String, DocumentId>,
    conclusions: HashMap<String, ConclusionId>,
}

impl Adder<'_, '_> {
    fn read<T: serde::de::DeserializeOwned>(&self, file: &str, text: &str) -> Result<T, Problem> {
        Ok(read_toml(&format!("{}/{file}", self.office), text)?)
    }

    fn add_bodies(&mut self, file: BodiesFile) -> Result<(), Problem> {
        self.file = "bodies.toml";
        if let Some(entry) = &file.superior {
            self.add_superior(entry)?;
        }
        for (position, entry) in (0..).zip(file.body) {
            let organisation = match &entry.of {
                None => self.owner,
                Some(slug) => {
                    let known = self.changes.store().organisation_by_slug(slug)?;
                    known.ok_or_else(|| self.unknown(slug))?.id
                }
            };
            let id = self.changes.add_body(&Body {
                id: BodyId(0),
                organisation,
                name: entry.name.clone(),
                aliases: entry.aliases,
                kind: entry.kind,
                position,
            })?;
            self.bodies.insert(entry.name, id);
        }
        Ok(())
    }

    fn add_superior(&mut self, entry: &OrganisationEntry) -> Result<(), Problem> {
        let superior = self.changes.add_organisation(&Organisation {
            id: OrganisationId(0),
            slug: entry.slug.parse().map_err(|error| self.error(error))?,
            name: entry.name.clone(),
            short_name: entry.short_name.clone(),
            parent: None,
            level: entry.level,
            side: entry.side,
        })?;
        let organisations = self.changes.store().organisations()?;
        for office in organisations.into_iter().filter(|it| it.id == self.owner) {
            self.changes.update_organisation(&Organisation { parent: Some(superior), ..office })?;
        }
        Ok(())
    }

    fn add_conferences(&mut self, file: ConferencesFile) -> Result<(), Problem> {
        self.file = "conferences.toml";
        for entry in file.conference {
            let ConferenceEntry { slug, name, ordinal, days, day_words, .. } = entry;
            let ConferenceEntry { period, topics, fact, state, source, aliases, .. } = entry;
            let facts: Result<Vec<_>, _> = fact.into_iter().map(|it| self.fact(it)).collect();
            let id = self.changes.add_conference(&Conference {
                id: ConferenceId(0),
                organisation: self.owner,
                name,
                ordinal,
                days,
                day_words,
                period,
                topics,
                facts: facts?,
                origin: Origin::Sample { source },
                state,
                aliases,
            })?;
            self.conferences.insert(slug, id);
        }
        Ok(())
    }

    fn fact(&self, entry: FactEntry) -> Result<ConferenceFact, SampleError> {
        let quantity = Quantity::read(&entry.value, &Unit::read(&entry.name));
        let quantity = quantity.map_err(|error| self.error(error))?;
        Ok(ConferenceFact { name: entry.name, quantity, raw: entry.value })
    }

    fn add_documents(&mut self, file: DocumentsFile) -> Result<(), Problem> {
        self.file = "documents.toml";
        for entry in file.document {
            let slug = entry.slug.clone();
            let document = self.document(entry)?;
            let id = self.changes.add_document(&document)?;
            self.documents.insert(slug, id);
        }
        Ok(())
    }

    fn document(&self, entry: DocumentEntry) -> Result<Document, SampleError> {
        let mut relations = Vec::new();
        for (kind, slugs) in [
            (RelationKind::Implements, &entry.implements),
            (RelationKind::Amends, &entry.amends),
            (RelationKind::Replaces, &entry.replaces),
        ] {
            for slug in slugs {
                relations.push(DocumentRelation { kind, to: self.document_named(slug)? });
            }
        }
        let mut opinions = Vec::new();
        for opinion in entry.opinion {
            let body = opinion.body.map(|name| self.body_named(&name)).transpose()?;
            let (text, answer, answer_text) = (opinion.text, opinion.answer, opinion.answer_text);
            opinions.push(Opinion { body, text, answer, answer_text });
        }
        let conference = entry.conference.map(|slug| self.conference_named(&slug)).transpose()?;
        Ok(Document {
            number: entry.number,
            date: entry.date,
            date_words: entry.date_words,
            issuer: entry.issuer,
            subject: entry.subject,
            state: entry.state,
            aliases: entry.aliases,
            field: entry.field,
            term: entry.term,
            conference,
            relations,
            events: entry.event,
            opinions,
            ..Document::new(self.owner, &entry.kind)
        })
    }

    fn add_conclusions(&mut self, file: ConclusionsFile) -> Result<(), Problem> {
        self.file = "conclusions.toml";
        for (position, entry) in (0..).zip(file.conclusion) {
            let slug = entry.slug.clone();
            let conclusion = Conclusion { position, ..self.conclusion(entry)? };
            let id = self.changes.add_conclusion(&conclusion)?;
            self.conclusions.insert(slug, id);
        }
        Ok(())
    }

    fn conclusion(&self, entry: ConclusionEntry) -> Result<Conclusion, SampleError> {
        let mut assignees = Vec::new();
        for (names, role) in [(&entry.to, Role::Lead), (&entry.with, Role::Support)] {
            for name in names {
                assignees.push(Assignee::Body { body: self.body_named(name)?, role });
            }
        }
        let rule = |text| Assignee::Rule { text, indicator: None, below: None };
        assignees.extend(entry.rule.map(rule));
        let part_of = match &entry.part_of {
            None => None,
            Some(slug) => {
                Some(self.conclusions.get(slug).copied().ok_or_else(|| self.unknown(slug))?)
            }
        };
        let result = |text| TaskResult { text, date: None, indicator: None, document: None };
        let basis: Result<Vec<_>, _> =
            entry.basis.iter().map(|slug| self.document_named(slug)).collect();
        let origin = Origin::Sample { source: entry.source };
        let new = Conclusion::new(self.owner, entry.kind, entry.year, &entry.text, origin);
        Ok(Conclusion {
            quote: entry.quote,
            field: entry.field,
            covers: entry.covers,
            document: entry.document.map(|slug| self.document_named(&slug)).transpose()?,
            conference: entry.conference.map(|slug| self.conference_named(&slug)).transpose()?,
            topic: entry.topic,
            assigner: entry.from.map(|name| self.body_named(&name)).transpose()?,
            assignees,
            part_of,
            cause: entry.cause,
            deadline: entry.deadline,
            deadline_words: entry.deadline_words,
            urgency: entry.urgency,
            progress: entry.progress.unwrap_or(new.progress),
            stated_count: entry.stated_count,
            counting_word: entry.counting_word,
            basis: basis?,
            mentions: entry.mentions,
            results: entry.results.into_iter().map(result).collect(),
            state: entry.state,
            ..new
        })
    }

    fn body_named(&self, name: &str) -> Result<BodyId, SampleError> {
        self.bodies.get(name).copied().ok_or_else(|| self.unknown(name))
    }

    fn conference_named(&self, slug: &str) -> Result<ConferenceId, SampleError> {
        self.conferences.get(slug).copied().ok_or_else(|| self.unknown(slug))
    }

    fn document_named(&self, slug: &str) -> Result<DocumentId, SampleError> {
        self.documents.get(slug).copied().ok_or_else(|| self.unknown(slug))
    }

    fn unknown(&self, name: &str) -> SampleError {
        self.error(format!("nhắc tới «{name}» chưa khai ở trên"))
    }

    fn error(&self, reason: impl std::fmt::Display) -> SampleError {
        let file = format!("{}/{}", self.office, self.file);
        SampleError { file, line: 0, reason: reason.to_string() }
    }
}
