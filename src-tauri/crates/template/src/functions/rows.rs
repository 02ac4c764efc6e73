//! The counted lists of the office as sequences: `giai_phap(linh_vuc="xay-dung-dang", nam=2024)`.

use minijinja::Value;
use tongket_model::{ItemList, ListItem};

use crate::call::Call;
use crate::objects::{Printable, Rows};
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind};

/// Giải pháp of `nam=`, of one field with `linh_vuc=`.
pub fn giai_phap(call: &Call) -> Outcome {
    of_kind(call, "giai-phap", "giải pháp")
}

/// Hạn chế of `nam=`.
pub fn han_che(call: &Call) -> Outcome {
    of_kind(call, "han-che", "hạn chế")
}

/// Nguyên nhân of `nam=`.
pub fn nguyen_nhan(call: &Call) -> Outcome {
    of_kind(call, "nguyen-nhan", "nguyên nhân")
}

/// Bài học kinh nghiệm of `nam=`.
pub fn bai_hoc(call: &Call) -> Outcome {
    of_kind(call, "bai-hoc", "bài học kinh nghiệm")
}

/// Nhiệm vụ of `nam=`.
pub fn nhiem_vu(call: &Call) -> Outcome {
    of_kind(call, "nhiem-vu", "nhiệm vụ")
}

/// Results of `nam=` told in words.
pub fn ket_qua(call: &Call) -> Outcome {
    of_kind(call, "ket-qua", "kết quả")
}

/// One list by its slug: `danh_sach("tru-cot", nam=2023)`.
pub fn danh_sach(call: &Call) -> Outcome {
    let slug = call.text_arg(0, "mã danh sách")?;
    let year = call.year()?;
    let lists = call.facts().lists().iter();
    let found: Vec<_> = lists.filter(|l| l.year == year && l.slug.as_str() == slug).collect();
    let empty = format!("chưa có danh sách «{slug}» năm {year}");
    Ok(rows(call, &found, String::new(), empty))
}

fn of_kind(call: &Call, kind: &str, word: &str) -> Outcome {
    let year = call.year()?;
    let field = call.text_option("linh_vuc")?;
    let lists = call.facts().lists().iter().filter(|list| list.year == year && list.kind == kind);
    let of_field = |list: &&ItemList| field.as_ref().is_none_or(|field| list.field == *field);
    let found: Vec<_> = lists.filter(of_field).collect();
    let within = field.map(|field| format!(" ({field})")).unwrap_or_default();
    let empty = format!("chưa có {word} năm {year}{within}");
    Ok(rows(call, &found, word.to_owned(), empty))
}

fn rows(call: &Call, lists: &[&ItemList], word: String, when_empty: String) -> Value {
    let items: Vec<(&ItemList, &ListItem)> =
        lists.iter().flat_map(|list| list.items.iter().map(move |item| (*list, item))).collect();
    let counting_word = lists.iter().map(|list| list.counting_word.clone()).find(|w| !w.is_empty());
    let expression = call.expression();
    let printable = |(list, item): &(&ItemList, &ListItem)| {
        let cited = Cited {
            kind: CitedKind::Words,
            expression: expression.clone(),
            text: item.text.clone(),
            evidence: vec![evidence(list, item)],
        };
        Printable::value(Slot::Cited(cited.into()))
    };
    Value::from_object(Rows {
        items: items.iter().map(printable).collect(),
        counting_word: counting_word.unwrap_or(word),
        when_empty,
        evidence: items.iter().map(|(list, item)| evidence(list, item)).collect(),
        unknown: None,
        expression,
    })
}

fn evidence(list: &ItemList, item: &ListItem) -> Evidence {
    Evidence {
        kind: EvidenceKind::ListItem,
        subject: list.name.clone(),
        indicator: None,
        period: None,
        quantity: None,
        origin: item.origin.clone(),
        state: item.state,
    }
}
