//! What an office fills in about itself, and what must hold before it is stored.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{DateSeparator, Style, TonePlacement};
use tongket_model::{Office, Organisation, Signing};

use crate::assets::profile_side;
use crate::plain::{MOST_DECIMALS, one_line};
use crate::{AppError, Side};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Central,
    Province,
    District,
    Commune,
    Unit,
}

/// Who signs: "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ" and the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Signer {
    pub authority: String,
    pub position: String,
    pub name: String,
}

/// How the reports of an office write what can be written in several ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StyleForm {
    /// ủy, hòa when true; uỷ, hoà when not.
    pub old_tone_placement: bool,
    /// 02 nhiệm vụ
    pub two_digit_counts: bool,
    /// ba nhiệm vụ
    pub counts_in_words: bool,
    /// At most this many in computed ratios; two when `None`.
    pub decimals: Option<u32>,
    /// "/", "." or "-"
    pub date_separator: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OfficeForm {
    pub name: String,
    pub short_name: String,
    pub superior_line: String,
    pub issuer_line: String,
    pub level: Level,
    pub side: Side,
    pub place: String,
    pub symbol: String,
    /// Slug of a profile; empty takes that of the kind of report.
    pub profile: String,
    /// The first signs unless another is chosen.
    pub signers: Vec<Signer>,
    pub recipients: Vec<String>,
    pub style: StyleForm,
}

const SEPARATORS: [DateSeparator; 3] =
    [DateSeparator::Slash, DateSeparator::Dot, DateSeparator::Hyphen];

impl OfficeForm {
    /// What must be said of an office; the rest as it stands in reports of an office that says no
    /// more.
    pub fn named(name: &str, place: &str, level: Level, side: Side) -> OfficeForm {
        OfficeForm {
            name: name.to_owned(),
            short_name: String::new(),
            superior_line: String::new(),
            issuer_line: String::new(),
            level,
            side,
            place: place.to_owned(),
            symbol: String::new(),
            profile: String::new(),
            signers: Vec::new(),
            recipients: Vec::new(),
            style: StyleForm::of(&Style::default()),
        }
    }

    /// What is stored of an organisation, which may issue no reports yet.
    pub(crate) fn of(organisation: &Organisation, office: Option<&Office>) -> OfficeForm {
        let text = |take: fn(&Office) -> &String| office.map(take).cloned().unwrap_or_default();
        let signers =
            office.iter().flat_map(|o| std::iter::once(&o.signing).chain(&o.other_signers));
        let style = office.map(|office| office.style.clone()).unwrap_or_default();
        OfficeForm {
            name: organisation.name.clone(),
            short_name: organisation.short_name.clone(),
            superior_line: text(|office| &office.superior_line),
            issuer_line: text(|office| &office.issuer_line),
            level: organisation.level.into(),
            side: organisation.side.into(),
            place: text(|office| &office.place),
            symbol: text(|office| &office.symbol),
            profile: text(|office| &office.profile),
            signers: signers.map(Signer::of).collect(),
            recipients: office.map(|office| office.recipients.clone()).unwrap_or_default(),
            style: StyleForm::of(&style),
        }
    }

    /// With spaces tidied and what follows from other fields filled in; refused by the first
    /// field that cannot stand, in a sentence that begins with its name.
    pub(crate) fn checked(&self) -> Result<OfficeForm, AppError> {
        let mut form = self.clone();
        for text in [
            &mut form.name,
            &mut form.short_name,
            &mut form.superior_line,
            &mut form.issuer_line,
            &mut form.place,
            &mut form.symbol,
        ] {
            *text = one_line(text);
        }
        let refuse = |sentence: &str| Err(AppError::refused(sentence));
        if form.name.is_empty() {
            return refuse(
                "Tên cơ quan: chưa ghi; hãy ghi tên đầy đủ, ví dụ «Đảng bộ huyện Đức Thọ»",
            );
        }
        if form.place.is_empty() {
            return refuse(
                "Địa danh: chưa ghi; hãy ghi nơi đứng trước ngày tháng, ví dụ «Hà Tĩnh»",
            );
        }
        if form.short_name.is_empty() {
            form.short_name.clone_from(&form.name);
        }
        if form.issuer_line.is_empty() {
            form.issuer_line = form.name.to_uppercase();
        }
        match profile_side(&form.profile) {
            _ if form.profile.is_empty() => {}
            None => return refuse("Thể thức: không có thể thức này; hãy chọn lại trong danh sách"),
            Some(side) if side != form.side => {
                return refuse(
                    "Thể thức: không hợp với khối của cơ quan; khối Đảng dùng HD 05 hoặc HD 36, \
                     khối Nhà nước dùng NĐ 30",
                );
            }
            Some(_) => {}
        }
        form.recipients = form.recipients.iter().map(|line| recipient(line)).collect();
        form.recipients.retain(|line| !line.is_empty());
        form.signers = form.signers.iter().map(Signer::tidied).collect();
        form.signers.retain(|signer| *signer != Signer::default());
        if form.signers.iter().any(|signer| signer.position.is_empty()) {
            return refuse("Người ký: chưa ghi chức vụ; hãy ghi chức vụ, ví dụ «CHỦ TỊCH»");
        }
        if form.style.decimals.is_some_and(|decimals| decimals > MOST_DECIMALS) {
            return refuse("Số chữ số thập phân: hãy chọn từ 0 đến 6");
        }
        if form.style.separator().is_none() {
            return refuse("Dấu giữa ngày, tháng, năm: hãy chọn /, . hoặc -");
        }
        Ok(form)
    }

    /// The organisation with what a [`OfficeForm::checked`] form says of it.
    pub(crate) fn organisation(&self, stored: Organisation) -> Organisation {
        Organisation {
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            level: self.level.into(),
            side: self.side.into(),
            ..stored
        }
    }

    /// What its reports carry; `stored` keeps what the form does not ask for.
    pub(crate) fn office(&self, of: &Organisation, stored: Option<Office>) -> Office {
        let style = stored.map(|office| office.style).unwrap_or_default();
        let mut signers = self.signers.iter().map(Signer::signing);
        Office {
            organisation: of.id,
            superior_line: self.superior_line.clone(),
            issuer_line: self.issuer_line.clone(),
            place: self.place.clone(),
            symbol: self.symbol.clone(),
            profile: self.profile.clone(),
            signing: signers.next().unwrap_or_default(),
            other_signers: signers.collect(),
            recipients: self.recipients.clone(),
            style: self.style.style(style),
        }
    }
}

impl StyleForm {
    fn of(style: &Style) -> StyleForm {
        StyleForm {
            old_tone_placement: style.tone == TonePlacement::Old,
            two_digit_counts: style.pad_counts,
            counts_in_words: style.counts_in_words,
            decimals: Some(style.decimals),
            date_separator: style.date_separator.mark().to_string(),
        }
    }

    fn separator(&self) -> Option<DateSeparator> {
        SEPARATORS.into_iter().find(|known| self.date_separator == known.mark().to_string())
    }

    fn style(&self, stored: Style) -> Style {
        Style {
            pad_counts: self.two_digit_counts,
            counts_in_words: self.counts_in_words,
            tone: match self.old_tone_placement {
                true => TonePlacement::Old,
                false => TonePlacement::New,
            },
            decimals: self.decimals.unwrap_or(Style::default().decimals),
            date_separator: self.separator().unwrap_or(stored.date_separator),
            ..stored
        }
    }
}

impl Default for Signer {
    fn default() -> Signer {
        Signer::of(&Signing::default())
    }
}

impl Signer {
    fn of(signing: &Signing) -> Signer {
        let Signing { authority, position, name } = signing.clone();
        Signer { authority, position, name }
    }

    fn signing(&self) -> Signing {
        let Signer { authority, position, name } = self.clone();
        Signing { authority, position, name }
    }

    fn tidied(&self) -> Signer {
        Signer {
            authority: one_line(&self.authority),
            position: one_line(&self.position),
            name: one_line(&self.name),
        }
    }
}

/// A line of "Nơi nhận" without the dash and the end mark that the report prints.
fn recipient(line: &str) -> String {
    let line = one_line(line);
    let line = line.trim_start_matches(['-', '–', '+']).trim_end_matches([';', ',', '.']);
    line.trim().to_owned()
}

macro_rules! same_levels {
    ($($level:ident),*) => {
        impl From<tongket_model::Level> for Level {
            fn from(level: tongket_model::Level) -> Level {
                match level { $(tongket_model::Level::$level => Level::$level),* }
            }
        }

        impl From<Level> for tongket_model::Level {
            fn from(level: Level) -> tongket_model::Level {
                match level { $(Level::$level => tongket_model::Level::$level),* }
            }
        }
    };
}

same_levels!(Central, Province, District, Commune, Unit);
