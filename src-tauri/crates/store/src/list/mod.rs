//! Counted lists with their items in order.

use rusqlite::named_params;
use tongket_model::{ItemList, ListId, ListItem, OrganisationId};

use crate::columns::{Columns, Json, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for ItemList {
    const NOUN: Noun = Noun::List;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<ItemList> {
        Ok(ItemList {
            id: ListId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            slug: columns.word()?,
            year: columns.take()?,
            kind: columns.take()?,
            field: columns.take()?,
            name: columns.take()?,
            counting_word: columns.take()?,
            stated_count: columns.take()?,
            items: columns.json()?,
        })
    }
}

impl Store {
    /// The lists of an organisation, by year and slug.
    pub fn lists_of(&self, organisation: OrganisationId) -> Result<Vec<ItemList>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "WHERE organisation = ?1 ORDER BY year, slug");
        self.all(SQL, [organisation.0])
    }
}

impl Changes<'_> {
    /// Refused when the organisation has one of this slug and year already.
    pub fn add_list(&mut self, list: &ItemList) -> Result<ListId, StoreError> {
        let id = self.save_list(include_str!("add.sql"), None, list)?;
        self.set_items(id, &list.items)?;
        Ok(ListId(id))
    }

    pub fn update_list(&mut self, list: &ItemList) -> Result<(), StoreError> {
        let id = self.save_list(include_str!("update.sql"), Some(list.id.0), list)?;
        self.set_items(id, &list.items)
    }

    pub fn remove_list(&mut self, id: ListId) -> Result<(), StoreError> {
        self.remove(Noun::List, include_str!("remove.sql"), id.0)
    }

    fn save_list(
        &mut self,
        sql: &str,
        id: Option<i64>,
        list: &ItemList,
    ) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":organisation": list.organisation.0,
            ":slug": Word(&list.slug),
            ":year": list.year,
            ":kind": list.kind,
            ":field": list.field,
            ":name": list.name,
            ":counting_word": list.counting_word,
            ":stated_count": list.stated_count,
        };
        self.save(Noun::List, id, sql, params)
    }

    /// Writes the items place by place, so that only those that differ become changes.
    fn set_items(&mut self, list: i64, items: &[ListItem]) -> Result<(), StoreError> {
        for (position, item) in items.iter().enumerate() {
            let params = named_params! {
                ":list": list,
                ":position": position as i64,
                ":text": item.text,
                ":origin": Json(&item.origin),
                ":state": Word(item.state),
            };
            self.execute(include_str!("set_item.sql"), params)?;
        }
        let params = named_params! { ":list": list, ":count": items.len() as i64 };
        self.execute(include_str!("remove_items_behind.sql"), params)?;
        Ok(())
    }
}
