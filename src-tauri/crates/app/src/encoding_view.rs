//! The encoding that a text was read in, and the readings it could have besides.

use serde::Serialize;
use specta::Type;
use tongket_intake::Recognised;

use crate::{AppError, Remedy};

/// How the text was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EncodingView {
    pub code: String,
    /// "TCVN3 (ABC)"
    pub name: String,
    /// False: the person has to choose before anything is written.
    pub sure: bool,
    pub sample: String,
    pub others: Vec<OtherReading>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct OtherReading {
    pub code: String,
    pub name: String,
    /// The same words in this reading.
    pub sample: String,
}

impl EncodingView {
    pub(crate) fn of(read: &Recognised) -> EncodingView {
        let others = read.alternatives.iter().map(|other| OtherReading {
            code: other.encoding.code().to_owned(),
            name: other.encoding.vietnamese().to_owned(),
            sample: other.sample.clone(),
        });
        EncodingView {
            code: read.encoding.code().to_owned(),
            name: read.encoding.vietnamese().to_owned(),
            sure: read.sure,
            sample: read.sample.clone(),
            others: others.collect(),
        }
    }
}

/// Nothing is written while the person has to choose.
pub(crate) fn unsure_encoding(file: &str) -> AppError {
    AppError::refused(format!(
        "{file}: chưa chắc chữ trong tệp viết bằng bảng mã nào, hãy xem các cách đọc rồi chọn một"
    ))
    .helped_by(Remedy::ChooseEncoding)
}
