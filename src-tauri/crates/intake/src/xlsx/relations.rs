//! Relations between the parts of a package. Targets outside the package do not exist for us.

use crate::error::Refusal;
use crate::package::Package;
use crate::xml::{Node, attribute};

pub(super) struct Relations {
    targets: Vec<(String, Target)>,
}

pub(super) struct Target {
    /// Last piece of the relation's type: `worksheet`, `styles`.
    pub(super) kind: String,
    /// Name of the part in the package.
    pub(super) path: String,
}

impl Relations {
    pub(super) fn of_package(package: &mut Package) -> Result<Relations, Refusal> {
        Relations::read(package, "_rels/.rels", "")
    }

    pub(super) fn of_part(package: &mut Package, part: &str) -> Result<Relations, Refusal> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        Relations::read(package, &format!("{folder}{slash}_rels/{name}.rels"), folder)
    }

    pub(super) fn of_kind(&self, kind: &str) -> Option<&Target> {
        self.targets.iter().map(|(_, target)| target).find(|target| target.kind == kind)
    }

    pub(super) fn by_id(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|(other, _)| other == id).map(|(_, target)| target)
    }

    fn read(package: &mut Package, part: &str, folder: &str) -> Result<Relations, Refusal> {
        let mut targets = Vec::new();
        let Some(mut xml) = package.xml(part)? else { return Ok(Relations { targets }) };
        loop {
            let (Node::Start(tag) | Node::Empty(tag)) = (match xml.next()? {
                Node::Eof => return Ok(Relations { targets }),
                node => node,
            }) else {
                continue;
            };
            let external = attribute(&tag, "TargetMode")?.is_some_and(|mode| mode == "External");
            let (Some(id), Some(kind), Some(target)) =
                (attribute(&tag, "Id")?, attribute(&tag, "Type")?, attribute(&tag, "Target")?)
            else {
                continue;
            };
            if external {
                continue;
            }
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let path = resolve(folder, &target).ok_or(Refusal::Damaged)?;
            targets.push((id.into_owned(), Target { kind, path }));
        }
    }
}

/// The part a target names, seen from `folder`; `None` when it climbs out of the package.
fn resolve(folder: &str, target: &str) -> Option<String> {
    let target = target.replace('\\', "/");
    let mut pieces: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|piece| !piece.is_empty()).collect(),
    };
    for piece in target.split('/') {
        match piece {
            "" | "." => {}
            ".." => {
                pieces.pop()?;
            }
            piece => pieces.push(piece),
        }
    }
    Some(pieces.join("/"))
}
