//! `so_da_neu("giai-phap-dau-tu-cong", kem_tu=true)` → "7 giải pháp", once seven are listed.

use tongket_figures::print_number;

use super::rows::evidence;
use crate::GapKind;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::counted;

/// The count that was announced for a list. It is held back as a gap while the list has another
/// number of rows: `dem` counts what is there, this keeps what was said.
pub fn so_da_neu(call: &Call) -> Outcome {
    let slug = call.text_arg(0, "mã danh sách")?;
    let year = call.year()?;
    let with_word = call.option::<bool>("kem_tu")?.unwrap_or(false);
    let style = call.style()?;
    let in_words = call.option::<bool>("bang_chu")?.unwrap_or(style.counts_in_words);
    let mut lists = call.facts().lists().iter();
    let Some(list) = lists.find(|list| list.year == year && list.slug.as_str() == slug) else {
        let words = format!("chưa có danh sách «{slug}» năm {year}");
        return Err(call.gap(GapKind::MissingList, &slug, &words).into());
    };
    let found = i64::try_from(list.items.len()).unwrap_or(i64::MAX);
    let stated = list.stated_count.unwrap_or(found);
    if stated != found || found == 0 {
        let verb = if found < stated { "mới có" } else { "có" };
        let (stated, found) = (print_number(stated.into()), print_number(found.into()));
        let words = format!("{}: nêu {stated}, {verb} {found}", list.name);
        return Err(call.gap(GapKind::MissingList, &slug, &words).into());
    }
    let number = counted(stated, &style, in_words);
    let text = match with_word && !list.counting_word.is_empty() {
        true => format!("{number} {}", list.counting_word),
        false => number,
    };
    Ok(call.cited(text, list.items.iter().map(|item| evidence(list, item)).collect()))
}
