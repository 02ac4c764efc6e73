//! What a person may decide about the reading of a foreign file; shared by the verbs that read one.

use clap::Args;
use tongket_app::{Encoding, ReadOptions};

#[derive(Args)]
pub struct ReadingChoice {
    /// Bảng mã của chữ trong tệp, khi đoán chưa đúng: tcvn3, vni, viqr, windows-1258, utf-16, utf-8
    #[arg(long, value_name = "BẢNG_MÃ")]
    encoding: Option<Encoding>,
    /// Văn bản có dấu mật ở đầu nhưng không mật: vẫn đọc
    #[arg(long)]
    not_secret: bool,
}

impl ReadingChoice {
    pub fn options(&self) -> ReadOptions {
        ReadOptions { encoding: self.encoding, not_secret: self.not_secret }
    }
}
