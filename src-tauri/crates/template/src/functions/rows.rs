//! The counted lists of the office and what was concluded, as sequences:
//! `giai_phap(linh_vuc="xay-dung-dang", nam=2024)`.

use minijinja::Value;
use tongket_model::{Conclusion, ConclusionKind, ItemList, ListItem};

use super::conclusions::{self, Wanted};
use crate::call::Call;
use crate::objects::{Printable, Rows};
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Cited, CitedKind, Evidence, EvidenceKind};

/// Giải pháp of `nam=`, of one field with `linh_vuc=`.
pub fn giai_phap(call: &Call) -> Outcome {
    of_kind(call, "giai-phap", &[ConclusionKind::Solution], "giải pháp")
}

/// Hạn chế of `nam=`.
pub fn han_che(call: &Call) -> Outcome {
    of_kind(call, "han-che", &[ConclusionKind::Limitation], "hạn chế")
}

/// Nguyên nhân of `nam=`.
pub fn nguyen_nhan(call: &Call) -> Outcome {
    of_kind(call, "nguyen-nhan", &[ConclusionKind::Cause], "nguyên nhân")
}

/// Bài học kinh nghiệm of `nam=`.
pub fn bai_hoc(call: &Call) -> Outcome {
    of_kind(call, "bai-hoc", &[ConclusionKind::Lesson], "bài học kinh nghiệm")
}

/// Nhiệm vụ of `nam=`.
pub fn nhiem_vu(call: &Call) -> Outcome {
    of_kind(call, "nhiem-vu", &ConclusionKind::TASKS, "nhiệm vụ")
}

/// Results of `nam=` told in words.
pub fn ket_qua(call: &Call) -> Outcome {
    of_kind(call, "ket-qua", &[], "kết quả")
}

/// One list by its slug: `danh_sach("tru-cot", nam=2023)`.
pub fn danh_sach(call: &Call) -> Outcome {
    let slug = call.text_arg(0, "mã danh sách")?;
    let year = call.year()?;
    let lists = call.facts().lists().iter();
    let found: Vec<_> = lists.filter(|l| l.year == year && l.slug.as_str() == slug).collect();
    let empty = format!("chưa có danh sách «{slug}» năm {year}");
    Ok(rows(call, &found, &[], String::new(), empty))
}

/// What was concluded and the items of the lists of that kind. Lists know a year and a field only:
/// whoever asks more closely is told of conclusions alone.
fn of_kind(call: &Call, kind: &str, kinds: &'static [ConclusionKind], word: &str) -> Outcome {
    let wanted = Wanted::read(call, kinds)?.without_parts();
    let lists = call.facts().lists().iter().filter(|list| {
        list.kind == kind
            && wanted.year_of_lists() == Some(list.year)
            && wanted.is_of_field(&list.field)
    });
    let (lists, concluded) = (lists.collect::<Vec<_>>(), wanted.of(call.facts()));
    Ok(rows(call, &lists, &concluded, word.to_owned(), wanted.when_empty(word)))
}

fn rows(
    call: &Call,
    lists: &[&ItemList],
    concluded: &[&Conclusion],
    word: String,
    when_empty: String,
) -> Value {
    let items: Vec<(&ItemList, &ListItem)> =
        lists.iter().flat_map(|list| list.items.iter().map(move |item| (*list, item))).collect();
    let words = lists.iter().map(|list| &list.counting_word);
    let mut words = words.chain(concluded.iter().map(|it| &it.counting_word));
    let counting_word = words.find(|word| !word.is_empty()).cloned();
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
        items: items
            .iter()
            .map(printable)
            .chain(concluded.iter().map(|it| conclusions::record(call, it)))
            .collect(),
        counting_word: counting_word.unwrap_or(word),
        when_empty,
        evidence: items
            .iter()
            .map(|(list, item)| evidence(list, item))
            .chain(concluded.iter().map(|it| conclusions::evidence(call.facts(), it)))
            .collect(),
        unknown: None,
        expression,
    })
}

pub(super) fn evidence(list: &ItemList, item: &ListItem) -> Evidence {
    Evidence {
        kind: EvidenceKind::ListItem(list.id),
        subject: list.name.clone(),
        indicator: None,
        period: None,
        quantity: None,
        origin: item.origin.clone(),
        state: item.state,
    }
}
