//! What binds the package together: content types and relations, held to the parts that are
//! really in it.

use super::part::Element;
use crate::{DataStore, DocumentSpec, Error};
use docx_rs::{BuildXML, ContentTypes, DocumentRels, Rels};

const TYPES: &str = "[Content_Types].xml";
const BODY: &str = "document.xml.rels";
const PACKAGE: &str = ".rels";
const DATA_PROPERTIES_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const DATA_SCHEMA: &str = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/// `parts` are the paths of all parts but this one.
pub fn content_types(spec: &DocumentSpec, parts: &[&str]) -> Result<Vec<u8>, Error> {
    let mut types = ContentTypes::new().set_default();
    if spec.page_number.is_some() {
        types = types.add_header();
    }
    if spec.data.is_some() {
        types = types.add_content("/customXml/itemProps1.xml", DATA_PROPERTIES_TYPE);
    }
    let mut part = Element::parse(TYPES, &types.build())?;
    part.children.retain(|child| {
        match (child.attribute("PartName"), child.attribute("Extension")) {
            (Some(name), _) => parts.contains(&name.trim_start_matches('/')),
            (None, Some(extension)) => matches!(extension, "rels" | "xml"),
            (None, None) => false,
        }
    });
    Ok(part.into_part())
}

pub fn package() -> Result<Vec<u8>, Error> {
    let mut part = Element::parse(PACKAGE, &Rels::new().set_default().build())?;
    part.children.retain(|child| child.attribute("Target") != Some("docProps/custom.xml"));
    Ok(part.into_part())
}

pub fn body(spec: &DocumentSpec) -> Result<Vec<u8>, Error> {
    let relations = DocumentRels {
        has_numberings: !spec.lists.is_empty(),
        header_count: usize::from(spec.page_number.is_some()),
        ..DocumentRels::new()
    };
    let mut part = Element::parse(BODY, &relations.build())?;
    part.children.retain(|child| child.attribute("Target") != Some("commentsExtended.xml"));
    if spec.data.is_some() {
        part.children.push(relation("rIdData1", "customXml", "../customXml/item1.xml"));
    }
    Ok(part.into_part())
}

/// The relation from the data part to the part that gives it its id.
pub fn data() -> Vec<u8> {
    let mut root = Element::new("Relationships").with("xmlns", RELATIONS);
    root.children.push(relation("rId1", "customXmlProps", "itemProps1.xml"));
    root.into_part()
}

/// The part that gives the data part its id.
pub fn data_properties(data: &DataStore) -> Vec<u8> {
    let mut root = Element::new("ds:datastoreItem")
        .with("ds:itemID", &format!("{{{}}}", data.id))
        .with("xmlns:ds", DATA_SCHEMA);
    let mut schemas = Element::new("ds:schemaRefs");
    schemas.children.push(Element::new("ds:schemaRef").with("ds:uri", &data.namespace));
    root.children.push(schemas);
    root.into_part()
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    Element::new("Relationship")
        .with("Id", id)
        .with("Type", &format!("{OFFICE}/{kind}"))
        .with("Target", target)
}
