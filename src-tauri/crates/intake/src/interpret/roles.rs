//! What a column is, by the words over it.

use tongket_figures::fold;

use super::grid::Grid;
use super::heading::Heading;
use super::headings::HeadingRows;
use super::wording::read_label;

/// What the heading of a column says.
pub(super) enum Role {
    Numbering,
    Label,
    /// "Kỳ": the rows are periods.
    Times,
    /// "Tên đơn vị", "Địa phương": the rows are units.
    Units,
    Unit,
    /// "Đơn vị" is the unit beside a label column, and the label where there is none.
    UnitOrLabel,
    /// "Loại", "Cấp": groups of rows.
    Group,
    Remark,
    Value(Heading),
    Other,
}

/// In a table whose titles name the unit `unit_above`.
pub(super) fn role_of(texts: &[String], unit_above: &str) -> Role {
    let label = read_label(texts.last().map_or("", String::as_str));
    if let Some(role) = named_role(&label.text) {
        return role;
    }
    match Heading::read_under(unit_above, texts.iter().map(String::as_str)) {
        Some(heading) => Role::Value(heading),
        None => Role::Other,
    }
}

/// By the name of a column that forms agree on.
pub(super) fn named_role(text: &str) -> Option<Role> {
    // Folded, "ký" would be a period.
    if text.to_lowercase() == "kỳ" {
        return Some(Role::Times);
    }
    let name = fold(text);
    let name = name.as_str();
    Some(match name {
        "tt" | "stt" | "so tt" | "so thu tu" | "s tt" | "s.t.t" | "t.t" => Role::Numbering,
        "chi tieu"
        | "cac chi tieu"
        | "ten chi tieu"
        | "chi tieu chu yeu"
        | "noi dung"
        | "noi dung chi tieu"
        | "danh muc"
        | "tieu chi"
        | "linh vuc"
        | "nhiem vu"
        | "hang muc"
        | "ten chi tieu, nhiem vu"
        | "chi tieu, nhiem vu"
        | "cac chi tieu chu yeu"
        | "muc tieu, chi tieu"
        | "ten du an"
        | "du an"
        | "danh muc du an"
        | "khoan muc"
        | "cac khoan thu"
        | "noi dung thu"
        | "noi dung chi"
        | "san pham"
        | "ten san pham"
        | "chi tieu, noi dung"
        | "noi dung, chi tieu" => Role::Label,
        "thoi ky" | "thoi gian" | "ky bao cao" | "nam" => Role::Times,
        "dvt" | "don vi tinh" | "dv tinh" | "don vi do" | "d.v.t" => Role::Unit,
        "don vi" => Role::UnitOrLabel,
        "loai" | "cap" | "nhom" | "khoi" | "phan loai" | "loai hinh" | "cum" | "nhom don vi" => {
            Role::Group
        }
        "ma" | "ma so" | "ma chi tieu" | "ma don vi" | "ma hieu" | "danh gia" | "nhan xet"
        | "xep loai" | "nguon" | "nguon so lieu" | "ly do" | "nguyen nhan" => Role::Remark,
        _ if name.starts_with("ghi chu") || name.starts_with("danh gia") => Role::Remark,
        _ if names_units(name) => Role::Units,
        _ => return None,
    })
}

/// "Xã, phường, thị trấn", "Tên đơn vị", "Sở, ban, ngành": nothing but kinds of units.
fn names_units(name: &str) -> bool {
    const PIECES: [&str; 32] = [
        "ten don vi",
        "cac don vi",
        "co quan",
        "dia phuong",
        "dia ban",
        "huyen",
        "quan",
        "xa",
        "phuong",
        "thi xa",
        "thi tran",
        "thanh pho",
        "so",
        "ban",
        "nganh",
        "so nganh",
        "chu dau tu",
        "dang bo",
        "chi bo",
        "to chuc dang",
        "don vi",
        "ten dia phuong",
        "ten co quan",
        "truong",
        "ten truong",
        "dac khu",
        "dang uy",
        "don vi bao cao",
        "co quan, don vi",
        "to chuc",
        "ten xa",
        "doanh nghiep",
    ];
    let pieces: Vec<&str> = name.split([',', '/', ';']).map(str::trim).collect();
    let known = |piece: &&str| {
        PIECES.contains(piece)
            || piece.strip_prefix("ten ").is_some_and(|rest| PIECES.contains(&rest))
    };
    name != "don vi" && pieces.iter().all(known)
}

/// The columns of numbers and of labels in the headings, with their texts.
pub(super) fn anchors(rows: &HeadingRows) -> (Vec<u32>, Vec<(u32, String)>) {
    let (mut numberings, mut labels) = (Vec::new(), Vec::new());
    for (col, texts) in rows.texts(&(0..u32::MAX)) {
        let name = fold(&read_label(texts.last().map_or("", String::as_str)).text);
        match named_role(&read_label(texts.last().map_or("", String::as_str)).text) {
            Some(Role::Numbering) => numberings.push(col),
            Some(Role::Label | Role::Units | Role::UnitOrLabel) => labels.push((col, name)),
            _ => {}
        }
    }
    (numberings, labels)
}

/// "A, B, 1, 2, (3), 5=4/3": the row under the headings that numbers the columns.
pub(super) fn is_column_numbers(grid: &Grid, row: u32) -> bool {
    let is_number = |text: &str| {
        let inner = text.trim().trim_matches(['(', ')', '[', ']']);
        let letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_alphabetic());
        let short = inner.split(|c: char| !c.is_ascii_digit()).all(|digits| digits.len() <= 3);
        let formula = inner.contains(|c: char| c.is_ascii_digit())
            && short
            && inner.len() <= 20
            && inner.chars().all(|c| c.is_ascii_digit() || "()=/-+*x:% ".contains(c));
        letter || formula
    };
    let texts: Vec<_> = grid
        .row(row)
        .iter()
        .take(200)
        .map(|cell| grid.text(row, cell.col))
        .filter(|text| !text.is_empty())
        .collect();
    let counts_up = || {
        let numbers = texts
            .iter()
            .filter_map(|text| text.trim_matches(['(', ')', '[', ']']).parse::<u32>().ok());
        let numbers: Vec<u32> = numbers.collect();
        numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    };
    texts.len() >= 3 && texts.iter().all(|text| is_number(text)) && counts_up()
}
