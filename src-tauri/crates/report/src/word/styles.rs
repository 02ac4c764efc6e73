//! The named paragraph styles of a report, from the profile.

use tongket_docx::{Alignment, LineHeight, ListLevel, ListStyle, Marker, Mm, ParagraphStyle, Pt};

use crate::Profile;
use crate::profile::{AlignmentRule, LabelStyle, LevelRules, LineRule};

pub(super) const BODY: &str = "LoiVan";
pub(super) const BODY_LIST: &str = "GachDauDong";
pub(super) const CENTRED: &str = "GiuaDong";
pub(super) const SAMPLE_MARK: &str = "DuLieuMau";
pub(super) const TYPE_NAME: &str = "TenLoai";
pub(super) const SUBJECT: &str = "TrichYeu";
pub(super) const NATIONAL: &str = "TieuDeVanBan";
pub(super) const SUPERIOR: &str = "CoQuanCapTren";
pub(super) const ISSUER: &str = "CoQuanBanHanh";
pub(super) const NUMBER: &str = "SoKyHieu";
pub(super) const DATE: &str = "DiaDanhNgayThang";
pub(super) const SIGNING_AUTHORITY: &str = "QuyenHanKy";
pub(super) const SIGNING_POSITION: &str = "ChucVuKy";
pub(super) const SIGNING_NAME: &str = "HoTenNguoiKy";
pub(super) const RECIPIENTS_LABEL: &str = "NoiNhan";
pub(super) const RECIPIENTS_ITEM: &str = "DanhSachNoiNhan";
pub(super) const TABLE_HEAD: &str = "DauBang";
pub(super) const TABLE_TEXT: &str = "ChuTrongBang";
pub(super) const TABLE_NUMBER: &str = "SoTrongBang";
pub(super) const APPENDIX_NO: &str = "SoPhuLuc";
pub(super) const APPENDIX_TITLE: &str = "TenPhuLuc";
pub(super) const APPENDIX_REFERENCE: &str = "KemTheo";
pub(super) const CONTENTS_TITLE: &str = "TenMucLuc";
pub(super) const BULLETS: &str = "gach-dau-dong";

/// The style of a heading's name, and of the number above it where it has a line of its own.
pub(super) fn level(level: u8) -> String {
    format!("DeMuc{level}")
}

pub(super) fn level_number(level: u8) -> String {
    format!("SoDeMuc{level}")
}

/// Every style of a report.
pub(super) fn styles(profile: &Profile) -> Vec<ParagraphStyle> {
    let mut styles = text_styles(profile);
    styles.extend(head_styles(profile));
    styles.extend(foot_styles(profile));
    styles.extend(table_styles(profile));
    for number in 1..=4 {
        if let Some(rules) = profile.level(number) {
            styles.extend(level_styles(profile, number, rules));
        }
    }
    styles
}

/// Lists with hanging dashes, as the profile marks them.
pub(super) fn lists(profile: &Profile) -> Vec<ListStyle> {
    let indent = profile.body.first_line_indent.mm();
    let levels = profile.list.bullets.value.iter().map(|mark| ListLevel {
        marker: Marker::Bullet(mark.clone()),
        left: Mm::ZERO,
        first_line: indent,
    });
    vec![ListStyle { id: BULLETS.to_owned(), levels: levels.collect() }]
}

fn text_styles(profile: &Profile) -> Vec<ParagraphStyle> {
    let rules = &profile.body;
    let body = ParagraphStyle {
        alignment: alignment(rules.alignment.value),
        first_line: rules.first_line_indent.mm(),
        space_before: rules.space_before.pt(),
        space_after: rules.space_after.pt(),
        line: rules.line.value.height(rules.line_rule.value),
        ..ParagraphStyle::new(BODY, "Lời văn", rules.size.pt())
    };
    let list = ParagraphStyle {
        id: BODY_LIST.to_owned(),
        name: "Gạch đầu dòng".to_owned(),
        ..body.clone()
    };
    let centred = centred(CENTRED, "Giữa dòng", rules.size.pt());
    let mark = ParagraphStyle {
        bold: true,
        ..self::centred(SAMPLE_MARK, "Dữ liệu mẫu", rules.size.pt())
    };
    let contents = ParagraphStyle {
        bold: true,
        space_before: Pt::new(12),
        ..self::centred(CONTENTS_TITLE, "Tên mục lục", rules.size.pt())
    };
    vec![body, list, centred, mark, contents]
}

fn head_styles(profile: &Profile) -> Vec<ParagraphStyle> {
    let (heading, title) = (&profile.heading, &profile.title);
    let national = |line: usize| {
        let size = profile.national_size(line);
        let name = format!("Tiêu đề văn bản, dòng {}", line + 1);
        ParagraphStyle {
            bold: heading.national_bold.value,
            ..centred(&format!("{NATIONAL}{}", line + 1), &name, size)
        }
    };
    let mut styles: Vec<_> = (0..heading.national_title.value.len()).map(national).collect();
    styles.extend([
        centred(SUPERIOR, "Cơ quan cấp trên", heading.superior_size.pt()),
        ParagraphStyle {
            bold: heading.issuer_bold.value,
            ..centred(ISSUER, "Cơ quan ban hành", heading.issuer_size.pt())
        },
        centred(NUMBER, "Số, ký hiệu", profile.number.size.pt()),
        ParagraphStyle {
            italic: profile.date.italic.value,
            ..centred(DATE, "Địa danh, ngày tháng", profile.date.size.pt())
        },
        ParagraphStyle {
            bold: title.type_bold.value,
            space_before: Pt::new(18),
            keep_with_next: true,
            ..centred(TYPE_NAME, "Tên loại văn bản", title.type_size.pt())
        },
        ParagraphStyle {
            bold: title.subject_bold.value,
            keep_with_next: true,
            ..centred(SUBJECT, "Trích yếu", title.subject_size.pt())
        },
    ]);
    styles
}

fn foot_styles(profile: &Profile) -> Vec<ParagraphStyle> {
    let (signing, recipients) = (&profile.signing, &profile.recipients);
    let underlined = recipients.label_style.value == LabelStyle::Underline;
    vec![
        ParagraphStyle {
            bold: signing.authority_bold.value,
            keep_with_next: true,
            ..centred(SIGNING_AUTHORITY, "Quyền hạn ký", signing.size.pt())
        },
        ParagraphStyle {
            bold: signing.position_bold.value,
            keep_with_next: true,
            ..centred(SIGNING_POSITION, "Chức vụ người ký", signing.size.pt())
        },
        ParagraphStyle {
            bold: signing.name_bold.value,
            keep_with_next: true,
            ..centred(SIGNING_NAME, "Họ tên người ký", signing.size.pt())
        },
        ParagraphStyle {
            underline: underlined,
            bold: !underlined,
            italic: !underlined,
            keep_with_next: true,
            ..ParagraphStyle::new(RECIPIENTS_LABEL, "Nơi nhận", recipients.label_size.pt())
        },
        ParagraphStyle {
            keep_with_next: true,
            ..ParagraphStyle::new(RECIPIENTS_ITEM, "Danh sách nơi nhận", recipients.item_size.pt())
        },
    ]
}

fn table_styles(profile: &Profile) -> Vec<ParagraphStyle> {
    let (table, appendix) = (&profile.table, &profile.appendix);
    let line = table.line.value.height(LineRule::Multiple);
    let size = table.size.pt();
    let padded = |style: ParagraphStyle| ParagraphStyle {
        line,
        space_before: Pt::new(2),
        space_after: Pt::new(2),
        ..style
    };
    vec![
        padded(ParagraphStyle {
            bold: table.header_bold.value,
            keep_with_next: true,
            ..centred(TABLE_HEAD, "Đầu bảng", size)
        }),
        padded(ParagraphStyle::new(TABLE_TEXT, "Chữ trong bảng", size)),
        padded(centred(TABLE_NUMBER, "Số trong bảng", size)),
        ParagraphStyle {
            bold: true,
            keep_with_next: true,
            ..centred(APPENDIX_NO, "Số phụ lục", appendix.title_size.pt())
        },
        ParagraphStyle {
            bold: true,
            keep_with_next: true,
            outline_level: Some(1),
            ..centred(APPENDIX_TITLE, "Tên phụ lục", appendix.title_size.pt())
        },
        ParagraphStyle {
            italic: appendix.reference_italic.value,
            space_after: Pt::new(6),
            keep_with_next: true,
            ..centred(APPENDIX_REFERENCE, "Kèm theo", appendix.title_size.pt())
        },
    ]
}

fn level_styles(profile: &Profile, number: u8, rules: &LevelRules) -> Vec<ParagraphStyle> {
    let body = &profile.body;
    let name = ParagraphStyle {
        next: Some(BODY.to_owned()),
        alignment: alignment(rules.alignment.value),
        first_line: rules.first_line_indent.mm(),
        space_before: body.space_before.pt(),
        space_after: body.space_after.pt(),
        line: body.line.value.height(body.line_rule.value),
        bold: rules.bold.value,
        italic: rules.italic.value,
        keep_with_next: true,
        keep_lines: true,
        outline_level: Some(number),
        ..ParagraphStyle::new(level(number), format!("Đề mục {number}"), rules.size.pt())
    };
    if !rules.own_line.value {
        return vec![name];
    }
    let own = ParagraphStyle {
        id: level_number(number),
        name: format!("Số đề mục {number}"),
        next: Some(level(number)),
        outline_level: None,
        space_before: Pt::new(12),
        ..name.clone()
    };
    vec![own, ParagraphStyle { space_before: Pt::ZERO, ..name }]
}

fn centred(id: &str, name: &str, size: Pt) -> ParagraphStyle {
    ParagraphStyle {
        alignment: Alignment::Center,
        line: LineHeight::SINGLE,
        ..ParagraphStyle::new(id, name, size)
    }
}

fn alignment(rule: AlignmentRule) -> Alignment {
    match rule {
        AlignmentRule::Left => Alignment::Left,
        AlignmentRule::Centre => Alignment::Center,
        AlignmentRule::Right => Alignment::Right,
        AlignmentRule::Justified => Alignment::Justified,
    }
}
