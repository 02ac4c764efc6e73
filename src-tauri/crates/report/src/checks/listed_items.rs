//! Lists that are typed out in a sentence although the office keeps them: an item that the kept list
//! has otherwise.

use tongket_figures::same_name;
use tongket_model::ItemList;

use super::listed_count::announced;
use super::sentence::finding_at;
use crate::prose::{Line, Prose, Sentence};
use crate::{Finding, Severity};

/// A warning for each sentence that lists what a kept list of the report's year or the next holds,
/// but for some of its items. Spaces around hyphens and slashes, case and accents do not count.
pub fn listed_items(prose: &Prose) -> Vec<Finding> {
    let facts = prose.draft.facts();
    let near = facts.year()..=facts.year() + 1;
    let kept: Vec<&ItemList> =
        facts.lists().iter().filter(|list| near.contains(&list.year)).collect();
    if kept.is_empty() {
        return Vec::new();
    }
    let sentences = prose.sentences();
    sentences.filter_map(|(line, sentence)| differs(&kept, line, sentence)).collect()
}

fn differs(kept: &[&ItemList], line: &Line, sentence: &Sentence) -> Option<Finding> {
    let of = announced(line, sentence)?;
    let mark = if of.list.contains(';') { ';' } else { ',' };
    let typed: Vec<&str> = of.list.trim_end_matches(['.', ';', ' ']).split(mark).collect();
    let typed: Vec<&str> = typed.into_iter().map(str::trim).collect();
    let has = |list: &ItemList, item: &str| list.items.iter().any(|it| same_name(&it.text, item));
    let shared = |list: &ItemList| typed.iter().filter(|item| has(list, item)).count();
    // The same list when more than half of its items are the same, and as many.
    let is_same =
        |list: &&&ItemList| list.items.len() == typed.len() && shared(list) * 2 > typed.len();
    let list = kept.iter().filter(is_same).max_by_key(|list| shared(list))?;
    let other: Vec<&str> = typed.iter().copied().filter(|item| !has(list, item)).collect();
    let missing = list.items.iter().map(|it| it.text.as_str());
    let missing: Vec<&str> =
        missing.filter(|item| !typed.iter().any(|typed| same_name(typed, item))).collect();
    if other.is_empty() {
        return None;
    }
    let (other, missing) = (other.join("; "), missing.join("; "));
    let message = format!("«{}»: câu này ghi «{other}», trong kho là «{missing}»", list.name);
    Some(
        finding_at("listed-items", Severity::Warning, message, line, &of.at)
            .with_values([other, missing])
            .with_hint("Sửa câu theo danh sách trong kho, hoặc sửa danh sách."),
    )
}
