//! Counted lists of a year ("danh mục"): solutions, pillars, groups of limitations. Reports count
//! the rows.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{ItemList, ListId, ListItem, OrganisationId, Origin, Slug, State, field_name};

use super::typed::{lines, number, required};
use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ListLine {
    pub id: u32,
    /// By which templates name it: "giai-phap-xay-dung-dang"
    pub slug: String,
    /// The name of its field; empty for all.
    pub field_name: String,
    pub form: ListForm,
}

/// A list as a person fills it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ListForm {
    pub name: String,
    /// What it is of: "giai-phap", "han-che", "tru-cot".
    pub kind: String,
    pub year: i32,
    /// Slug; empty for all.
    pub field: String,
    /// "giải pháp"
    pub counting_word: String,
    /// How many the source says there are.
    pub stated_count: Option<u32>,
    pub items: Vec<String>,
}

/// By year, the newest first, and by name of templates.
pub fn item_lists(app: &App, office: &OfficeChoice) -> Result<Vec<ListLine>, AppError> {
    let owner = app.data_office(office)?.id;
    let mut all = app.store.lists_of(owner)?;
    all.sort_by_key(|it| std::cmp::Reverse(it.year));
    let line = |it: ItemList| ListLine {
        id: number(it.id.0),
        slug: it.slug.to_string(),
        field_name: field_name(&it.field).to_owned(),
        form: ListForm {
            name: it.name,
            kind: it.kind,
            year: it.year,
            field: it.field,
            counting_word: it.counting_word,
            stated_count: it.stated_count.map(number),
            items: it.items.into_iter().map(|item| item.text).collect(),
        },
    };
    Ok(all.into_iter().map(line).collect())
}

/// Adds a list, or changes that of a number, as one step; returns its number.
pub fn save_item_list(
    app: &mut App,
    office: &OfficeChoice,
    id: Option<u32>,
    form: &ListForm,
) -> Result<u32, AppError> {
    let owner = app.data_office(office)?.id;
    let known = app.store.lists_of(owner)?;
    let name = required("Tên danh mục", &form.name, "ghi như sẽ in vào báo cáo")?;
    let stored = match id {
        Some(id) => Some(numbered(&known, id)?),
        None => None,
    };
    let (slug, items) = match stored {
        Some(stored) => (stored.slug.clone(), stored.items.as_slice()),
        None => (new_slug(&name, form.year, &known)?, [].as_slice()),
    };
    let list = ItemList {
        id: stored.map_or(ListId(0), |stored| stored.id),
        organisation: owner,
        slug,
        year: form.year,
        kind: required("Loại danh mục", &form.kind, "chọn một loại")?,
        field: form.field.trim().to_owned(),
        name,
        counting_word: form.counting_word.trim().to_owned(),
        stated_count: form.stated_count.map(i64::from),
        items: lines(&form.items).into_iter().map(|text| item(text, items)).collect(),
    };
    let step = match stored {
        Some(_) => format!("Sửa danh mục {}", list.name),
        None => format!("Thêm danh mục {}", list.name),
    };
    let done = app.store.transact(&step, |changes| match list.id {
        ListId(0) => changes.add_list(&list),
        id => changes.update_list(&list).map(|()| id),
    })?;
    Ok(number(done.value.0))
}

/// Takes a list away, as one step.
pub fn remove_item_list(app: &mut App, office: &OfficeChoice, id: u32) -> Result<(), AppError> {
    let owner: OrganisationId = app.data_office(office)?.id;
    let known = app.store.lists_of(owner)?;
    let list = numbered(&known, id)?;
    let step = format!("Xóa danh mục {}", list.name);
    app.store.transact(&step, |changes| changes.remove_list(list.id))?;
    Ok(())
}

/// What stood in the list before keeps where it came from.
fn item(text: String, before: &[ListItem]) -> ListItem {
    let known = before.iter().find(|item| item.text == text);
    known.cloned().unwrap_or(ListItem { text, origin: Origin::Hand, state: State::Confirmed })
}

/// One that no list of the year has.
fn new_slug(name: &str, year: i32, known: &[ItemList]) -> Result<Slug, AppError> {
    let is_taken = |slug: &Slug| known.iter().any(|it| it.year == year && it.slug == *slug);
    Slug::free(name, is_taken).ok_or_else(|| {
        AppError::refused(format!("Tên danh mục: «{name}» không có chữ nào; hãy ghi tên đầy đủ"))
    })
}

fn numbered(known: &[ItemList], id: u32) -> Result<&ItemList, AppError> {
    known.iter().find(|it| it.id.0 == i64::from(id)).ok_or_else(|| {
        AppError::usage(format!("Không có danh mục số {id}; xem các số trong danh sách"))
    })
}
