//! The order of children that ECMA-376 part 1 demands and docx-rs does not keep. Word refuses some
//! of what stands out of order.

use super::part::Element;

/// Puts the children of every known element in order and leaves out empty property lists.
pub fn arrange(element: &mut Element) {
    for child in &mut element.children {
        arrange(child);
    }
    let bare =
        |child: &Element| matches!(child.name.as_str(), "w:rPr" | "w:pPr") && child.is_bare();
    element.children.retain(|child| !bare(child));
    if let Some(order) = children_of(&element.name) {
        // A name the schema does not have at this place goes to the end, where a check finds it.
        let place = |name: &str| order.iter().position(|known| *known == name);
        element.children.sort_by_key(|child| place(&child.name).unwrap_or(order.len()));
    }
}

fn children_of(element: &str) -> Option<&'static [&'static str]> {
    Some(match element {
        "w:style" => &STYLE,
        "w:pPr" => &PARAGRAPH,
        "w:rPr" => &RUN,
        "w:settings" => &SETTINGS,
        "w:numbering" => &["w:abstractNum", "w:num"],
        "w:abstractNum" => &["w:multiLevelType", "w:lvl"],
        "w:lvl" => &LEVEL,
        _ => return None,
    })
}

/// 17.7.4.17
const STYLE: [&str; 10] = [
    "w:name",
    "w:basedOn",
    "w:next",
    "w:link",
    "w:uiPriority",
    "w:semiHidden",
    "w:unhideWhenUsed",
    "w:qFormat",
    "w:pPr",
    "w:rPr",
];

/// 17.3.1.26
const PARAGRAPH: [&str; 12] = [
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:widowControl",
    "w:numPr",
    "w:tabs",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
];

/// 17.3.2.28
const RUN: [&str; 11] = [
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:color",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:lang",
];

/// 17.15.1.78
const SETTINGS: [&str; 5] =
    ["w:zoom", "w:defaultTabStop", "w:updateFields", "w:compat", "w:themeFontLang"];

/// 17.9.6
const LEVEL: [&str; 7] =
    ["w:start", "w:numFmt", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"];
