//! The styles part: defaults of the document, Normal and the named paragraph styles.

use super::fonts;
use super::part::Element;
use crate::text::{composed, escaped_xml, permitted};
use crate::{Alignment, DocumentSpec, Error, LineHeight, ParagraphStyle};
use docx_rs::{
    AlignmentType, BuildXML, LineSpacing, LineSpacingType, SpecialIndentType, Style, StyleType,
    Styles,
};

const PART: &str = "styles.xml";

pub fn part(spec: &DocumentSpec) -> Result<Vec<u8>, Error> {
    let mut styles = Styles::new()
        .default_fonts(fonts(&spec.font))
        .default_size(usize::from(spec.size.halves()));
    for style in &spec.styles {
        styles = styles.add_style(style_of(style, &spec.font));
    }
    let mut part = Element::parse(PART, &styles.build())?;
    complete(&mut part, &spec.language);
    Ok(part.into_part())
}

fn style_of(style: &ParagraphStyle, font: &str) -> Style {
    let mut built = Style::new(permitted(&style.id), StyleType::Paragraph)
        .name(permitted(&composed(&style.name)))
        .based_on("Normal")
        .fonts(fonts(font))
        .size(usize::from(style.size.halves()))
        .align(match style.alignment {
            Alignment::Left => AlignmentType::Left,
            Alignment::Center => AlignmentType::Center,
            Alignment::Right => AlignmentType::Right,
            Alignment::Justified => AlignmentType::Both,
        })
        .indent(
            Some(style.left.dxa()),
            first_line(style.first_line.dxa()),
            Some(style.right.dxa()),
            None,
        )
        .line_spacing(spacing(style));
    let paragraph = built.paragraph_property;
    built.paragraph_property = paragraph
        .keep_next(style.keep_with_next)
        .keep_lines(style.keep_lines)
        .widow_control(style.widow_control);
    if let Some(next) = &style.next {
        built = built.next(escaped_xml(next));
    }
    if let Some(level) = style.outline_level {
        built = built.outline_lvl(usize::from(level.max(1)) - 1);
    }
    if style.bold {
        built = built.bold();
    }
    if style.italic {
        built = built.italic();
    }
    if style.underline {
        built = built.underline("single");
    }
    built
}

/// Indent of a first line, negative for one that hangs out.
pub fn first_line(dxa: i32) -> Option<SpecialIndentType> {
    match dxa {
        0 => None,
        1.. => Some(SpecialIndentType::FirstLine(dxa)),
        _ => Some(SpecialIndentType::Hanging(-dxa)),
    }
}

fn spacing(style: &ParagraphStyle) -> LineSpacing {
    let (rule, line) = match style.line {
        LineHeight::Exactly(height) => (LineSpacingType::Exact, height.dxa()),
        LineHeight::AtLeast(height) => (LineSpacingType::AtLeast, height.dxa()),
        LineHeight::Multiple(parts) => (LineSpacingType::Auto, i32::from(parts)),
    };
    LineSpacing::new()
        .before(style.space_before.dxa().unsigned_abs())
        .after(style.space_after.dxa().unsigned_abs())
        .line_rule(rule)
        .line(line)
}

/// docx-rs leaves Normal unmarked as the default and names no language; a style's paragraph
/// properties may not hold run properties.
fn complete(styles: &mut Element, language: &str) {
    for element in &mut styles.children {
        if element.attribute("w:styleId") == Some("Normal") {
            *element = std::mem::take(element).with("w:default", "1");
        }
        if let Some(paragraph) = element.child_mut("w:pPr") {
            paragraph.children.retain(|child| child.name != "w:rPr");
        }
    }
    let run = styles
        .child_mut("w:docDefaults")
        .and_then(|defaults| defaults.child_mut("w:rPrDefault"))
        .and_then(|run| run.child_mut("w:rPr"));
    if let Some(run) = run {
        let lang = Element::new("w:lang")
            .with("w:val", language)
            .with("w:eastAsia", language)
            .with("w:bidi", language);
        run.children.push(lang);
    }
}
