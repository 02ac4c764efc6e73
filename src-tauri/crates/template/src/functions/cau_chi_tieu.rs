//! `cau_chi_tieu(nam=nam_sau)` → "kết nạp trên 120 đảng viên; trên 90% …".

use super::chi_tieu_nam::{Saying, targets_of};
use crate::GapKind;
use crate::call::Call;
use crate::objects::Printable;
use crate::outcome::Outcome;
use crate::slots::Slot;

/// The selected targets of a year in one sentence, each bound to its own row; with a slug only
/// that indicator's target. `ngan_cach=` replaces "; "; `dang="tran"` gives the amounts alone.
pub fn cau_chi_tieu(call: &Call) -> Outcome {
    let year = call.year()?;
    let separator = call.text_option("ngan_cach")?.unwrap_or_else(|| "; ".to_owned());
    let bare = call.choice("dang", &["cau", "tran"])? == Some("tran");
    let slug =
        if call.arg(0).is_some() { Some(call.text_arg(0, "mã chỉ tiêu")?) } else { None };
    let saying = Saying::new(call)?;
    let mut run = Vec::new();
    for (indicator, target) in targets_of(call.facts(), year) {
        let wanted = match &slug {
            Some(slug) => indicator.slug.as_str() == slug,
            None => target.selected,
        };
        if !wanted {
            continue;
        }
        if !run.is_empty() {
            run.push(Slot::Text(separator.clone()));
        }
        run.push(match bare {
            true => saying.amount(indicator, target),
            false => saying.sentence(indicator, target),
        });
    }
    if run.is_empty() {
        let words = format!("chưa có chỉ tiêu năm {year}");
        return Err(call.gap(GapKind::MissingTarget, "chi-tieu", &words).into());
    }
    Ok(Printable::value(Slot::Run(run)))
}
