//! Every noun comes back as it was stored: `nouns.toml` holds one or more of each, numbered as a
//! fresh database numbers them.

use serde::Deserialize;
use tongket_model::{
    Body, Collection, Conclusion, Conference, Document, Draft, DraftVersion, Figure, Indicator,
    ItemList, LearnedForm, Note, Office, OfficeTemplate, Organisation, OrganisationId, Plan,
    Reported, Reporter, SavedImport, Scorecard, Target, Theme,
};
use tongket_store::{Changes, Noun, Store, StoreError};

use crate::fixture::{Failures, Folder};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nouns {
    organisation: Vec<Organisation>,
    office: Vec<Office>,
    indicator: Vec<Indicator>,
    body: Vec<Body>,
    conference: Vec<Conference>,
    document: Vec<Document>,
    conclusion: Vec<Conclusion>,
    figure: Vec<Figure>,
    plan: Vec<Plan>,
    target: Vec<Target>,
    scorecard: Vec<Scorecard>,
    theme: Vec<Theme>,
    list: Vec<ItemList>,
    template: Vec<OfficeTemplate>,
    draft: Vec<Draft>,
    draft_version: Vec<DraftVersion>,
    note: Vec<Note>,
    reporter: Vec<Reporter>,
    reported: Vec<Reported>,
    collection: Vec<Collection>,
    learned_form: Vec<LearnedForm>,
    saved_import: Vec<SavedImport>,
}

impl Nouns {
    fn read() -> Nouns {
        toml::from_str(include_str!("nouns.toml")).unwrap()
    }

    fn add(&self, store: &mut Store) {
        let added = store.transact("Nhập tất cả", |changes| {
            self.organisation.iter().try_for_each(|it| changes.add_organisation(it).map(drop))?;
            self.office.iter().try_for_each(|it| changes.set_office(it))?;
            self.indicator.iter().try_for_each(|it| changes.add_indicator(it).map(drop))?;
            self.body.iter().try_for_each(|it| changes.add_body(it).map(drop))?;
            self.conference.iter().try_for_each(|it| changes.add_conference(it).map(drop))?;
            self.document.iter().try_for_each(|it| changes.add_document(it).map(drop))?;
            changes.set_document_text(self.document[0].id, "Toàn văn nghị quyết")?;
            self.conclusion.iter().try_for_each(|it| changes.add_conclusion(it).map(drop))?;
            self.figure.iter().try_for_each(|it| changes.add_figure(it).map(drop))?;
            self.plan.iter().try_for_each(|it| changes.add_plan(it).map(drop))?;
            self.target.iter().try_for_each(|it| changes.add_target(it).map(drop))?;
            self.scorecard.iter().try_for_each(|it| changes.add_scorecard(it).map(drop))?;
            self.theme.iter().try_for_each(|it| changes.add_theme(it).map(drop))?;
            self.list.iter().try_for_each(|it| changes.add_list(it).map(drop))?;
            self.template.iter().try_for_each(|it| changes.add_template(it).map(drop))?;
            // The contents that the drafts and versions name.
            changes.add_content(b"template")?;
            changes.add_content(b"word")?;
            self.draft.iter().try_for_each(|it| changes.add_draft(it).map(drop))?;
            self.draft_version.iter().try_for_each(|it| changes.add_version(it).map(drop))?;
            self.set_notes(changes)?;
            self.set_reported(changes)?;
            self.collection.iter().try_for_each(|it| changes.add_collection(it).map(drop))?;
            self.saved_import.iter().try_for_each(|it| changes.add_saved_import(it).map(drop))?;
            changes.set_setting("our-office", "thanh-pho")
        });
        added.unwrap();
    }

    fn update(&self, store: &mut Store) {
        let updated = store.transact("Ghi đè tất cả", |changes| {
            self.organisation.iter().try_for_each(|it| changes.update_organisation(it))?;
            self.office.iter().try_for_each(|it| changes.set_office(it))?;
            self.indicator.iter().try_for_each(|it| changes.update_indicator(it))?;
            self.body.iter().try_for_each(|it| changes.update_body(it))?;
            self.conference.iter().try_for_each(|it| changes.update_conference(it))?;
            self.document.iter().try_for_each(|it| changes.update_document(it))?;
            self.conclusion.iter().try_for_each(|it| changes.update_conclusion(it))?;
            self.figure.iter().try_for_each(|it| changes.update_figure(it))?;
            self.plan.iter().try_for_each(|it| changes.update_plan(it))?;
            self.target.iter().try_for_each(|it| changes.update_target(it))?;
            self.scorecard.iter().try_for_each(|it| changes.update_scorecard(it))?;
            self.theme.iter().try_for_each(|it| changes.update_theme(it))?;
            self.list.iter().try_for_each(|it| changes.update_list(it))?;
            self.template.iter().try_for_each(|it| changes.update_template(it))?;
            self.draft.iter().try_for_each(|it| changes.update_draft(it))?;
            self.set_reported(changes)?;
            self.collection.iter().try_for_each(|it| changes.update_collection(it))?;
            self.set_notes(changes)
        });
        updated.unwrap();
    }

    fn set_reported(&self, changes: &mut Changes<'_>) -> Result<(), StoreError> {
        self.reporter.iter().try_for_each(|it| changes.set_reporter(it))?;
        self.reported.iter().try_for_each(|it| changes.set_reported(it).map(drop))?;
        self.learned_form.iter().try_for_each(|it| changes.set_learned_form(it).map(drop))
    }

    fn set_notes(&self, changes: &mut Changes<'_>) -> Result<(), StoreError> {
        self.note.iter().try_for_each(|it| changes.set_note(it.indicator, it.year, &it.text))
    }

    /// All but the organisations: those that others refer to last.
    fn remove(&self, store: &mut Store) {
        let removed = store.transact("Xóa tất cả", |changes| {
            self.saved_import.iter().try_for_each(|it| changes.remove_saved_import(it.id))?;
            self.learned_form.iter().try_for_each(|it| changes.remove_learned_form(it.id))?;
            self.collection.iter().try_for_each(|it| changes.remove_collection(it.id))?;
            self.reported.iter().try_for_each(|it| changes.remove_reported(it.id))?;
            self.reporter.iter().try_for_each(|it| changes.remove_reporter(it.organisation))?;
            self.note.iter().try_for_each(|it| changes.set_note(it.indicator, it.year, ""))?;
            self.draft.iter().try_for_each(|it| changes.remove_draft(it.id))?;
            self.template.iter().try_for_each(|it| changes.remove_template(it.id))?;
            self.list.iter().try_for_each(|it| changes.remove_list(it.id))?;
            self.theme.iter().try_for_each(|it| changes.remove_theme(it.id))?;
            self.scorecard.iter().try_for_each(|it| changes.remove_scorecard(it.id))?;
            self.target.iter().try_for_each(|it| changes.remove_target(it.id))?;
            self.plan.iter().try_for_each(|it| changes.remove_plan(it.id))?;
            self.figure.iter().try_for_each(|it| changes.remove_figure(it.id))?;
            self.conclusion.iter().rev().try_for_each(|it| changes.remove_conclusion(it.id))?;
            self.document.iter().rev().try_for_each(|it| changes.remove_document(it.id))?;
            self.conference.iter().try_for_each(|it| changes.remove_conference(it.id))?;
            self.body.iter().try_for_each(|it| changes.remove_body(it.id))?;
            self.indicator.iter().rev().try_for_each(|it| changes.remove_indicator(it.id))?;
            self.office.iter().try_for_each(|it| changes.remove_office(it.organisation))?;
            changes.remove_setting("our-office")
        });
        removed.unwrap();
    }

    fn compare(&self, store: &Store) -> Result<Failures, StoreError> {
        let mut failures = Failures::default();
        let of_all = |ids: &[Organisation]| ids.iter().map(|it| it.id).collect::<Vec<_>>();
        let ids = of_all(&self.organisation);
        failures.expect("organisations", &store.organisations()?, &self.organisation);
        for organisation in &self.organisation {
            let found = store.organisation_by_slug(organisation.slug.as_str())?;
            failures.expect("by slug", found.as_ref(), Some(organisation));
        }
        let mut offices = each(&ids, |id| Ok(store.office(id)?.into_iter().collect()))?;
        offices.sort_by_key(|office: &Office| office.organisation);
        failures.expect("offices", &offices, &self.office);
        failures.expect("indicators", &each(&ids, |id| store.indicators(id))?, &self.indicator);
        failures.expect("bodies", &store.bodies()?, &self.body);
        let conferences = each(&ids, |id| store.conferences_of(id))?;
        failures.expect("conferences", &conferences, &self.conference);
        failures.expect("documents", &each(&ids, |id| store.documents_of(id))?, &self.document);
        let conclusions = each(&ids, |id| store.conclusions_of(id))?;
        failures.expect("conclusions", &conclusions, &self.conclusion);
        let mut figures = each(&ids, |id| store.figures_of(id))?;
        figures.sort_by_key(|figure| figure.id);
        failures.expect("figures", &figures, &self.figure);
        for figure in &self.figure {
            failures.expect("figure by id", store.figure(figure.id)?.as_ref(), Some(figure));
        }
        let mut plans = each(&ids, |id| store.plans_of(id))?;
        plans.sort_by_key(|plan| plan.id);
        failures.expect("plans", &plans, &self.plan);
        failures.expect("targets", &each(&ids, |id| store.targets_of(id))?, &self.target);
        failures.expect("scorecards", &each(&ids, |id| store.scorecards_of(id))?, &self.scorecard);
        failures.expect("themes", &each(&ids, |id| store.themes_of(id))?, &self.theme);
        failures.expect("lists", &each(&ids, |id| store.lists_of(id))?, &self.list);
        failures.expect("templates", &store.templates()?, &self.template);
        for template in &self.template {
            failures.expect("template by id", &store.template(template.id)?, template);
        }
        failures.expect("drafts", &store.drafts()?, &self.draft);
        for draft in &self.draft {
            failures.expect("draft by id", &store.draft(draft.id)?, draft);
            let of_draft = self.draft_version.iter().filter(|it| it.draft == draft.id);
            let of_draft: Vec<_> = of_draft.cloned().collect();
            failures.expect("versions", store.versions_of(draft.id)?, of_draft);
        }
        failures.expect("notes", &each(&ids, |id| store.notes_of(id))?, &self.note);
        failures.expect("reporters", &each(&ids, |id| store.reporters_of(id))?, &self.reporter);
        failures.expect("reported", &each(&ids, |id| store.reported_to(id))?, &self.reported);
        let collections = each(&ids, |id| store.collections_of(id))?;
        failures.expect("collections", &collections, &self.collection);
        let learned = each(&ids, |id| store.learned_forms_of(id))?;
        failures.expect("learned forms", &learned, &self.learned_form);
        let saved = each(&ids, |id| store.saved_imports_of(id))?;
        failures.expect("saved imports", &saved, &self.saved_import);
        Ok(failures)
    }
}

fn each<T>(
    ids: &[OrganisationId],
    read: impl Fn(OrganisationId) -> Result<Vec<T>, StoreError>,
) -> Result<Vec<T>, StoreError> {
    Ok(ids.iter().map(|id| read(*id)).collect::<Result<Vec<_>, _>>()?.concat_all())
}

trait ConcatAll<T> {
    fn concat_all(self) -> Vec<T>;
}

impl<T> ConcatAll<T> for Vec<Vec<T>> {
    fn concat_all(self) -> Vec<T> {
        self.into_iter().flatten().collect()
    }
}

#[test]
fn every_noun_comes_back_as_stored() {
    let folder = Folder::new();
    let nouns = Nouns::read();
    nouns.add(&mut folder.open());
    let store = folder.open();
    nouns.compare(&store).unwrap().report();
    assert_eq!(store.setting("our-office").unwrap().as_deref(), Some("thanh-pho"));
    assert_eq!(store.setting("not-set").unwrap(), None);
    let verification = store.verify().unwrap();
    assert_eq!(verification.problems, Vec::<String>::new());
    let n_figures = nouns.figure.len() as u64;
    assert!(verification.counts.contains(&(Noun::Figure, n_figures)));
}

/// Each noun takes the values of another of its kind, and its own again.
#[test]
fn every_noun_can_be_changed_and_removed() {
    let folder = Folder::new();
    let mut store = folder.open();
    let nouns = Nouns::read();
    nouns.add(&mut store);
    let mut changed = Nouns::read();
    changed.organisation[1].name = "Quận Hồng Bàng".to_owned();
    changed.office[0].symbol = "UBND".to_owned();
    changed.indicator[1].aliases.clear();
    changed.body[0].name = "Thường trực Thành ủy".to_owned();
    changed.conference[0].topics.pop();
    changed.document[0].subject = "về ngân sách".to_owned();
    changed.document[0].events.remove(0);
    changed.document[1].opinions.reverse();
    changed.conclusion[0].assignees.reverse();
    changed.conclusion[0].results.clear();
    changed.figure[0].raw = "như cũ".to_owned();
    changed.plan[0].position = 7;
    changed.target[0].selected = false;
    changed.scorecard[0].indicators.reverse();
    changed.theme[0].parts[0].components.pop();
    changed.list[0].items.swap(0, 1);
    changed.list[0].items.pop();
    changed.template[0].body = "# Khác".to_owned();
    changed.draft[0].title = "Tên khác".to_owned();
    changed.draft[0].settings.toc = true;
    changed.note[0].text = "ghi chú khác".to_owned();
    changed.reporter[0].name = changed.organisation[1].name.clone();
    changed.reporter[0].group = "Quận".to_owned();
    changed.reported[0].raw = "khác".to_owned();
    changed.collection[0].due = None;
    changed.collection[0].questions.pop();
    changed.collection[0].reporters.clear();
    changed.learned_form[0].answers = "[]".to_owned();
    changed.update(&mut store);
    changed.compare(&store).unwrap().report();
    nouns.update(&mut store);
    nouns.compare(&store).unwrap().report();
    nouns.remove(&mut store);
    let left = store.verify().unwrap();
    assert_eq!(left.problems, Vec::<String>::new());
    let n_organisations = nouns.organisation.len() as u64;
    let left: u64 = left.counts.iter().map(|(_, count)| count).sum();
    assert_eq!(left, n_organisations);
}
