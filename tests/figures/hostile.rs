//! No text makes a reader panic or take more than time in proportion to its length.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use tongket_figures::{
    Amount, Change, Convention, Period, Qualifier, Quantity, TonePlacement, Unit, place_tones,
    read_date, read_number_as, read_number_in_words, read_ordinal, same_name,
};

type Reader = fn(&str) -> bool;

/// Every reader, and whether it made something of the text, so that no work is optimised away.
const READERS: [(&str, Reader); 13] = [
    ("amount", |text| text.parse::<Amount>().is_ok()),
    ("number", |text| read_number_as(text, Convention::Vietnamese).is_ok()),
    ("English number", |text| read_number_as(text, Convention::English).is_ok()),
    ("unit", |text| Unit::read(text).is_money()),
    ("quantity", |text| Quantity::read(text, &Unit::read("%")).is_ok()),
    ("qualifiers", |text| Qualifier::read_trailing(Qualifier::read_leading(text).1).1.is_some()),
    ("period code", |text| text.parse::<Period>().is_ok()),
    ("period", |text| Period::read(text).is_ok()),
    ("date", |text| read_date(text).is_some()),
    ("ordinal", |text| read_ordinal(text).is_some()),
    ("words", |text| read_number_in_words(text).is_some()),
    ("change", |text| Change::read(text).is_some()),
    ("names", |text| same_name(text, &place_tones(text, TonePlacement::New))),
];

/// Pieces that readers look for, so that random texts get further than the first letter.
fn almost_a_figure() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "0",
        "7",
        "12",
        "999",
        "2024",
        ".",
        ",",
        "/",
        "-",
        "–",
        "(",
        ")",
        "(*)",
        " ",
        "\u{a0}",
        "\n",
        "%",
        "m2",
        "tỷ",
        "đồng",
        "vạn",
        "người",
        "từ",
        "trên",
        "dưới",
        "đến",
        "trở lên",
        "ước",
        "thứ",
        "nhất",
        "hạng",
        "quý",
        "III",
        "năm",
        "tháng",
        "ngày",
        "tuần",
        "trung",
        "tăng",
        "giảm",
        "gấp",
        "lần",
        "linh",
        "trăm",
        "mươi",
        "phẩy",
        "âm",
        "\u{301}",
        "\u{200b}",
        "-T",
        "..",
        "nhiệm kỳ",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_text_panics(text in any::<String>()) {
        for (_, read) in READERS {
            read(&text);
        }
    }

    #[test]
    fn no_almost_figure_panics(text in almost_a_figure()) {
        for (_, read) in READERS {
            read(&text);
        }
    }
}

#[test]
fn a_megabyte_is_read_at_once() {
    // Linear work takes milliseconds; quadratic work on a megabyte takes minutes.
    let limit = Duration::from_secs(5);
    let leads_and_pieces = [
        ("", "1"),
        ("", "0"),
        ("", "1."),
        ("0,", "1"),
        ("1", " 123"),
        ("1", ".123"),
        ("", "("),
        ("5", ")"),
        ("", "-"),
        ("5", "/5"),
        ("5", "-"),
        ("5", " "),
        ("5", "\u{a0}"),
        ("5", "\u{301}"),
        ("", "trên "),
        ("5 ", "nghìn tỷ "),
        ("5 ", "a/"),
        ("", "ngày "),
        ("", "thứ "),
        ("", "một tỷ "),
        ("", "M"),
        ("5", "*"),
        ("5 ", "trở lên "),
        ("2024-", "T"),
        ("", "oà "),
        ("gấp ", "so với "),
    ];
    let mut slow = Vec::new();
    for (lead, piece) in leads_and_pieces {
        let text = format!("{lead}{}", piece.repeat(1_000_000 / piece.len()));
        for (reader, read) in READERS {
            let start = Instant::now();
            read(&text);
            if start.elapsed() > limit {
                slow.push(format!("{reader} on «{lead}{piece}»…: {:?}", start.elapsed()));
            }
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
