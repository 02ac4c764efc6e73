//! What was concluded, as sequences: `nhiem_vu(don_vi="Ban Tổ chức Thành ủy")`, and grouped by whom
//! it was given to or what it is about. The filters are the same for all.

mod grouped;
mod record;
mod wanted;

use tongket_model::{Conclusion, ConclusionKind};

pub use self::grouped::{theo_chu_de, theo_don_vi, theo_nguoi_giao};
pub(super) use self::record::{assignees, deadline, evidence, record, results, rows, sequence};
pub(super) use self::wanted::{Wanted, document_meant};
use crate::call::Call;
use crate::outcome::Outcome;

/// Việc phải theo dõi of `nam=`: nhiệm vụ, chỉ đạo, cam kết, đề án.
pub fn viec_theo_doi(call: &Call) -> Outcome {
    let wanted = Wanted::read(call, &ConclusionKind::FOLLOWED)?.without_parts();
    let found = wanted.of(call.facts());
    let empty = wanted.when_empty("việc phải theo dõi");
    Ok(sequence(call, &found, word_for(&found), empty))
}

/// What rows that are followed are counted by.
fn word_for(of: &[&Conclusion]) -> &'static str {
    let is_task = |it: &&Conclusion| ConclusionKind::TASKS.contains(&it.kind);
    if of.iter().all(is_task) { "nhiệm vụ" } else { "việc" }
}

/// Mục tiêu that hold for `nam=`.
pub fn muc_tieu(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Objective], "mục tiêu")
}

/// Đề án that hold for `nam=`.
pub fn de_an(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Scheme], "đề án")
}

/// Nội dung ủy quyền of `nam=`.
pub fn uy_quyen(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Delegation], "nội dung ủy quyền")
}

/// Cam kết of units in words, of `nam=`.
pub fn cam_ket(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Commitment], "cam kết")
}

/// Yêu cầu, gợi ý of `nam=`.
pub fn yeu_cau(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Request], "yêu cầu")
}

/// Kiến nghị of `nam=`.
pub fn kien_nghi(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Proposal], "kiến nghị")
}

/// Everything that was concluded, of every kind.
pub fn ket_luan(call: &Call) -> Outcome {
    let wanted = Wanted::read(call, &ConclusionKind::ALL)?;
    let found = wanted.of(call.facts());
    Ok(sequence(call, &found, "dòng", wanted.when_empty("dòng kết luận")))
}

/// Đánh giá and what else was stated, of `nam=`.
pub fn danh_gia(call: &Call) -> Outcome {
    of_kinds(call, &[ConclusionKind::Assessment, ConclusionKind::Statement], "nhận định, đánh giá")
}

fn of_kinds(call: &Call, kinds: &'static [ConclusionKind], word: &str) -> Outcome {
    let wanted = Wanted::read(call, kinds)?.without_parts();
    let found = wanted.of(call.facts());
    Ok(sequence(call, &found, word, wanted.when_empty(word)))
}
