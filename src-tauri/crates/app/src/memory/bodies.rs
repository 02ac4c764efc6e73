//! Bodies and posts ("cơ quan, chức danh"): who gives work and who is given it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::same_name;
use tongket_model::{
    Body, BodyId, BodyKind as KnownKind, Level, Organisation, OrganisationId, Slug,
};
use tongket_store::{Changes, Store, StoreError};

use super::mirrored::BodyKind;
use super::typed::{lines, number, required};
use crate::plain::count;
use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BodyLine {
    pub id: u32,
    pub name: String,
    /// By which forms and filters name it: "Văn phòng (Tỉnh Hà Tĩnh)" where another one of the
    /// office goes by the name alone.
    pub label: String,
    pub aliases: Vec<String>,
    #[specta(inline)]
    pub kind: BodyKind,
    /// What it belongs to, where that is not the office: "Tỉnh Hà Tĩnh".
    pub of: String,
    /// What it was given and has not ended yet.
    pub n_pending: u32,
    pub n_overdue: u32,
}

/// A body as a person fills it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BodyForm {
    pub name: String,
    pub aliases: Vec<String>,
    #[specta(inline)]
    pub kind: BodyKind,
    /// What it belongs to, by name; the office itself when empty. A new one is made of a name that
    /// nothing has yet.
    pub of: String,
    /// Whether a new one stands above the office.
    pub above: bool,
}

/// What a body belongs to.
enum Home {
    Known(OrganisationId),
    /// Of another office so far; stands above this one from now on.
    Joined(OrganisationId),
    /// Made with the body; below the office unless it stands above.
    New(Organisation),
}

/// The bodies that an office knows: its own, those above it, those below it; "Bí thư Thành ủy" of
/// another city is none of them.
pub(crate) struct Bodies {
    office: OrganisationId,
    all: Vec<Body>,
    /// What rows may still name from before: bodies of what is no longer above or below.
    others: Vec<Body>,
    labels: HashMap<BodyId, String>,
}

impl Bodies {
    pub fn load(store: &Store, office: OrganisationId) -> Result<Bodies, StoreError> {
        let organisations = store.organisations()?;
        let distance = |body: &Body| distance(&organisations, office, body.organisation);
        let (mut all, others): (Vec<_>, Vec<_>) =
            store.bodies()?.into_iter().partition(|body| distance(body).is_some());
        all.sort_by_key(|body| (distance(body), body.position, body.id));
        let of = |body: &Body| organisations.iter().find(|it| it.id == body.organisation);
        let long = |body: &Body| match of(body) {
            Some(of) => format!("{} ({})", body.name, of.name),
            None => body.name.clone(),
        };
        let mut labels = HashMap::new();
        for (idx, body) in all.iter().enumerate() {
            let is_taken = all[..idx].iter().any(|other| same_name(&other.name, &body.name));
            labels.insert(body.id, if is_taken { long(body) } else { body.name.clone() });
        }
        labels.extend(others.iter().map(|body| (body.id, long(body))));
        Ok(Bodies { office, all, others, labels })
    }

    pub fn iter(&self) -> impl Iterator<Item = &Body> {
        self.all.iter()
    }

    /// By its name, its label or another way to call it.
    pub fn called(&self, name: &str) -> Option<&Body> {
        let is_labelled =
            |body: &&Body| self.name(body.id).is_some_and(|label| same_name(label, name));
        let by_name = self.all.iter().find(|body| same_name(&body.name, name));
        let by_label = || self.all.iter().chain(&self.others).find(is_labelled);
        by_name.or_else(by_label).or_else(|| self.all.iter().find(|body| body.is_called(name)))
    }

    /// Its label, by which [`Bodies::called`] finds it again.
    pub fn name(&self, id: BodyId) -> Option<&str> {
        self.labels.get(&id).map(String::as_str)
    }

    /// All that rows may name, each under its label.
    pub fn labelled(self) -> impl Iterator<Item = Body> {
        let Bodies { all, others, mut labels, .. } = self;
        all.into_iter().chain(others).map(move |body| match labels.remove(&body.id) {
            Some(name) => Body { name, ..body },
            None => body,
        })
    }

    /// The body that is called so, made when there is none.
    pub fn called_or_new(
        &mut self,
        changes: &mut Changes<'_>,
        name: &str,
    ) -> Result<BodyId, StoreError> {
        if let Some(body) = self.called(name) {
            return Ok(body.id);
        }
        let mut body = Body {
            id: BodyId(0),
            organisation: self.office,
            name: name.trim().to_owned(),
            aliases: Vec::new(),
            kind: KnownKind::of_name(name),
            position: self.next_position(),
        };
        body.id = changes.add_body(&body)?;
        self.labels.insert(body.id, body.name.clone());
        self.all.push(body.clone());
        Ok(body.id)
    }

    fn next_position(&self) -> i64 {
        self.all.iter().map(|body| body.position).max().unwrap_or(0) + 1
    }
}

/// The body that people call so.
pub(crate) fn body_named<'b>(bodies: &'b Bodies, name: &str) -> Result<&'b Body, AppError> {
    bodies.called(name).ok_or_else(|| {
        AppError::usage(format!("Không có cơ quan, chức danh «{name}»; xem lại tên hoặc thêm mới"))
    })
}

/// How near an organisation stands to the office: the office itself, what is above, what is below.
fn distance(
    organisations: &[Organisation],
    office: OrganisationId,
    of: OrganisationId,
) -> Option<u8> {
    let by_id = |id| organisations.iter().find(|it: &&Organisation| it.id == id);
    let is_above = |below: OrganisationId, above: OrganisationId| {
        let mut at = by_id(below);
        // No chain is longer than all of them.
        for _ in 0..=organisations.len() {
            match at {
                Some(it) if it.id == above => return true,
                Some(it) => at = it.parent.and_then(by_id),
                None => return false,
            }
        }
        false
    };
    match of {
        own if own == office => Some(0),
        other if is_above(office, other) => Some(1),
        other if is_above(other, office) => Some(2),
        _ => None,
    }
}

/// In the order of lists: the office's own, those above it, those below it.
pub fn bodies(app: &App, office: &OfficeChoice) -> Result<Vec<BodyLine>, AppError> {
    let owner = app.data_office(office)?;
    let bodies = Bodies::load(&app.store, owner.id)?;
    let organisations = app.store.organisations()?;
    let conclusions = app.store.conclusions_of(owner.id)?;
    let today = app.today();
    let line = |body: &Body| {
        let of = organisations.iter().find(|it| it.id == body.organisation && it.id != owner.id);
        let given = || {
            let given = conclusions.iter().filter(|it| it.bodies().any(|id| id == body.id));
            given.filter(|it| it.is_pending())
        };
        BodyLine {
            id: number(body.id.0),
            name: body.name.clone(),
            label: bodies.name(body.id).unwrap_or(&body.name).to_owned(),
            aliases: body.aliases.clone(),
            kind: body.kind.into(),
            of: of.map(|of| of.name.clone()).unwrap_or_default(),
            n_pending: count(given().count()),
            n_overdue: count(given().filter(|it| it.is_overdue(today)).count()),
        }
    };
    Ok(bodies.iter().map(line).collect())
}

/// Adds a body, or changes that of a number, as one step; returns its number.
pub fn save_body(
    app: &mut App,
    office: &OfficeChoice,
    id: Option<u32>,
    form: &BodyForm,
) -> Result<u32, AppError> {
    let owner = app.data_office(office)?;
    let bodies = Bodies::load(&app.store, owner.id)?;
    let name = required("Tên cơ quan, chức danh", &form.name, "ghi như trong văn bản")?;
    let stored = match id {
        Some(id) => Some(numbered(&bodies, id)?.clone()),
        None => None,
    };
    let organisations = app.store.organisations()?;
    let home = home(form, &owner, &organisations)?;
    let same = bodies.iter().find(|body| {
        Some(body.id) != stored.as_ref().map(|stored| stored.id)
            && matches!(home, Home::Known(of) if of == body.organisation)
            && same_name(&body.name, &name)
    });
    if let Some(same) = same {
        return Err(AppError::refused(format!(
            "Tên cơ quan, chức danh: đã có «{}»; hãy sửa dòng đó",
            same.name
        )));
    }
    let step = match stored {
        Some(_) => format!("Sửa cơ quan, chức danh {name}"),
        None => format!("Thêm cơ quan, chức danh {name}"),
    };
    let position = stored.as_ref().map_or_else(|| bodies.next_position(), |body| body.position);
    let done = app.store.transact(&step, |changes| {
        let (organisation, joins) = match &home {
            Home::Known(known) => (*known, false),
            Home::Joined(known) => (*known, true),
            Home::New(new) => (changes.add_organisation(new)?, form.above),
        };
        if joins {
            let top = top_of(&owner, &organisations);
            changes.update_organisation(&Organisation { parent: Some(organisation), ..top })?;
        }
        let body = Body {
            id: stored.as_ref().map_or(BodyId(0), |body| body.id),
            organisation,
            name,
            aliases: lines(&form.aliases),
            kind: form.kind.into(),
            position,
        };
        match stored {
            Some(_) => changes.update_body(&body).map(|()| body.id),
            None => changes.add_body(&body),
        }
    })?;
    Ok(number(done.value.0))
}

/// The organisation that the form names; one to be made when nothing is called so yet.
fn home(
    form: &BodyForm,
    owner: &Organisation,
    organisations: &[Organisation],
) -> Result<Home, AppError> {
    let name = form.of.trim();
    if name.is_empty() {
        return Ok(Home::Known(owner.id));
    }
    let is_called = |it: &&Organisation| {
        same_name(&it.name, name) || same_name(&it.short_name, name) || it.slug.as_str() == name
    };
    let distance = |it: &Organisation| distance(organisations, owner.id, it.id);
    let mut known: Vec<&Organisation> = organisations.iter().filter(is_called).collect();
    known.sort_by_key(|it| distance(it).unwrap_or(u8::MAX));
    match known.first() {
        Some(known) if distance(known).is_some() => return Ok(Home::Known(known.id)),
        Some(known) if form.above => return Ok(Home::Joined(known.id)),
        Some(known) => {
            return Err(AppError::refused(format!(
                "Thuộc: «{}» là cơ quan khác, không ở trên hay dưới {}; hãy chọn cơ quan của mình, \
                 hoặc ghi tên khác",
                known.name, owner.name
            )));
        }
        None => {}
    }
    let is_taken = |slug: &Slug| organisations.iter().any(|it| it.slug == *slug);
    let slug = Slug::free(name, is_taken).ok_or_else(|| {
        AppError::refused(format!("Thuộc: «{name}» không có chữ nào; hãy ghi tên đầy đủ"))
    })?;
    Ok(Home::New(Organisation {
        id: OrganisationId(0),
        slug,
        name: name.to_owned(),
        short_name: String::new(),
        parent: (!form.above).then_some(owner.id),
        level: if form.above { Level::Province } else { Level::Unit },
        side: owner.side,
    }))
}

/// The highest that is known above an organisation, itself when none is.
fn top_of(of: &Organisation, organisations: &[Organisation]) -> Organisation {
    let mut top = of;
    for _ in 0..organisations.len() {
        let above = organisations.iter().find(|it| Some(it.id) == top.parent);
        top = above.unwrap_or(top);
    }
    top.clone()
}

/// Takes a body away, as one step; refused while something was given to it or by it.
pub fn remove_body(app: &mut App, office: &OfficeChoice, id: u32) -> Result<(), AppError> {
    let owner = app.data_office(office)?;
    let bodies = Bodies::load(&app.store, owner.id)?;
    let body = numbered(&bodies, id)?;
    let name = format!("Xóa cơ quan, chức danh {}", body.name);
    let id = body.id;
    app.store.transact(&name, |changes| changes.remove_body(id))?;
    Ok(())
}

fn numbered(bodies: &Bodies, id: u32) -> Result<&Body, AppError> {
    bodies.iter().find(|body| body.id.0 == i64::from(id)).ok_or_else(|| {
        AppError::usage(format!("Không có cơ quan, chức danh số {id}; xem các số trong danh sách"))
    })
}
