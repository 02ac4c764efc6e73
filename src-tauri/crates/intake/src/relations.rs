//! Relations between the parts of a package. Targets outside the package do not exist for us.

use crate::error::Refusal;
use crate::package::Package;
use crate::xml::{Node, attribute};

pub(crate) struct Relations {
    targets: Vec<(String, Target)>,
    /// Relations that lead out of the package, but for the links that a reader clicks on.
    pub(crate) n_external: usize,
}

pub(crate) struct Target {
    /// Last piece of the relation's type: `worksheet`, `styles`.
    pub(crate) kind: String,
    /// Name of the part in the package; `None` when it would lie outside.
    path: Option<String>,
}

impl Target {
    pub(crate) fn part(&self) -> Result<&str, Refusal> {
        self.path.as_deref().ok_or(Refusal::Damaged)
    }
}

impl Relations {
    pub(crate) fn of_package(package: &mut Package) -> Result<Relations, Refusal> {
        Relations::read(package, "_rels/.rels", "")
    }

    pub(crate) fn of_part(package: &mut Package, part: &str) -> Result<Relations, Refusal> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        Relations::read(package, &format!("{folder}{slash}_rels/{name}.rels"), folder)
    }

    pub(crate) fn of_kind(&self, kind: &str) -> Option<&Target> {
        self.targets.iter().map(|(_, target)| target).find(|target| target.kind == kind)
    }

    pub(crate) fn all_of_kind(&self, kind: &str) -> impl Iterator<Item = &Target> {
        self.targets.iter().map(|(_, target)| target).filter(move |target| target.kind == kind)
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|(other, _)| other == id).map(|(_, target)| target)
    }

    fn read(package: &mut Package, part: &str, folder: &str) -> Result<Relations, Refusal> {
        let mut relations = Relations { targets: Vec::new(), n_external: 0 };
        let Some(mut xml) = package.xml(part)? else { return Ok(relations) };
        loop {
            let (Node::Start(tag) | Node::Empty(tag)) = (match xml.next()? {
                Node::Eof => return Ok(relations),
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
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            if external {
                relations.n_external += usize::from(kind != "hyperlink");
                continue;
            }
            let path = resolve(folder, &target);
            relations.targets.push((id.into_owned(), Target { kind, path }));
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
