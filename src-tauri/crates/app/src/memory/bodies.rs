//! Bodies and posts by their names.

use tongket_figures::same_name;
use tongket_model::{Body, BodyId, BodyKind, OrganisationId};
use tongket_store::{Changes, StoreError};

use crate::AppError;

/// Words with which the name of a post begins; everything else is a collective body.
const POSTS: [&str; 7] =
    ["bi thu", "pho bi thu", "chu tich", "pho chu tich", "truong", "giam doc", "dong chi"];

/// The body that people call so, by its name or an alias.
pub(crate) fn body_named<'b>(bodies: &'b [Body], name: &str) -> Result<&'b Body, AppError> {
    find(bodies, name).ok_or_else(|| {
        AppError::usage(format!("Không có cơ quan, chức danh «{name}»; xem lại tên hoặc thêm mới"))
    })
}

pub(super) fn find<'b>(bodies: &'b [Body], name: &str) -> Option<&'b Body> {
    bodies.iter().find(|body| {
        same_name(&body.name, name) || body.aliases.iter().any(|alias| same_name(alias, name))
    })
}

/// The body that is called so, made when there is none.
pub(super) fn body_or_new(
    changes: &mut Changes<'_>,
    organisation: OrganisationId,
    name: &str,
) -> Result<BodyId, StoreError> {
    let bodies = changes.store().bodies()?;
    if let Some(body) = find(&bodies, name) {
        return Ok(body.id);
    }
    let folded = tongket_figures::fold(name);
    let is_post = POSTS.iter().any(|post| folded.starts_with(post));
    changes.add_body(&Body {
        id: BodyId(0),
        organisation,
        name: name.trim().to_owned(),
        aliases: Vec::new(),
        kind: if is_post { BodyKind::Post } else { BodyKind::Collective },
        position: bodies.iter().map(|body| body.position).max().unwrap_or(0) + 1,
    })
}
