//! Readers and printers are twins: what is printed reads as the same value, for every value.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use tongket_figures::{
    Amount, Change, ChangeReading, Convention, Date, DateReading, DateSeparator, NumberReading,
    Ordinals, Period, Qualifier, Quantity, Style, TonePlacement, Trend, Unit, fold,
    number_in_words, place_tones, print_number, print_ordinal, print_rank, read_date, read_number,
    read_number_as, read_number_in_words, read_ordinal,
};
use unicode_normalization::UnicodeNormalization;

/// Any amount: up to 28 digits, up to 28 decimals.
fn any_amount() -> impl Strategy<Value = Amount> {
    let digits = "[0-9]{1,28}";
    (digits, any::<bool>(), 0usize..=28).prop_map(|(digits, negative, decimals)| {
        let padded = format!("{digits:0>width$}", width = decimals + 1);
        let (whole, rest) = padded.split_at(padded.len() - decimals);
        let point = if decimals > 0 { "." } else { "" };
        let sign = if negative { "-" } else { "" };
        format!("{sign}{whole}{point}{rest}").parse().unwrap()
    })
}

fn counted() -> impl Strategy<Value = Amount> {
    (0i64..=i64::MAX, 0u32..=6).prop_map(|(mantissa, decimals)| Amount::new(mantissa, decimals))
}

fn style() -> impl Strategy<Value = Style> {
    let separators = vec![DateSeparator::Slash, DateSeparator::Hyphen, DateSeparator::Dot];
    (any::<bool>(), select(separators)).prop_map(|(pad_counts, date_separator)| Style {
        pad_counts,
        date_separator,
        ..Style::default()
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    let units = vec![
        "",
        "%",
        "phần trăm",
        "điểm phần trăm",
        "đồng",
        "triệu đồng",
        "tỷ đồng",
        "nghìn tỷ đồng",
        "tỉ USD",
        "triệu đồng/người/năm",
        "ha",
        "m2",
        "km²",
        "m³",
        "tạ/ha",
        "vạn tấn",
        "triệu kWh",
        "lần",
        "vạn",
        "vạn người",
        "xã",
        "tổ chức đảng",
        "văn bản",
        "doanh nghiệp, hợp tác xã",
        "% GRDP",
        "bậc",
    ];
    select(units).prop_map(Unit::read)
}

const CODES: [&str; 11] = [
    "ước",
    "dự kiến",
    "khoảng",
    "trên",
    "hơn",
    "gần",
    "dưới",
    "từ…trở lên",
    "không quá",
    "còn",
    "chỉ",
];

/// Qualifiers in any order; a bound is said once, and nobody is "trên dưới" by two bounds.
fn qualifiers() -> impl Strategy<Value = Vec<Qualifier>> {
    vec(select(CODES.to_vec()), 0..4).prop_filter_map("contradiction", |codes| {
        let at_least = codes.iter().filter(|code| **code == "từ…trở lên").count();
        // Ranks leave "từ…trở lên" away, which brings its neighbours together.
        let of_ranks: Vec<&str> = codes.iter().copied().filter(|c| *c != "từ…trở lên").collect();
        let together = |codes: &[&str]| codes.windows(2).any(|pair| pair == ["trên", "dưới"]);
        let about = together(&codes) || together(&of_ranks);
        let qualifiers = codes.iter().map(|code| Qualifier::from_code(code).unwrap());
        (at_least <= 1 && !about).then(|| qualifiers.collect())
    })
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let amounts = prop_oneof![
        any_amount().prop_map(|amount| (amount, None, None)),
        (counted(), counted()).prop_map(|(a, b)| (a.min(b), Some(a.max(b)), None)),
        (counted(), counted()).prop_map(|(a, b)| (a.min(b), None, Some(a.max(b)))),
    ];
    (qualifiers(), amounts, unit()).prop_filter_map(
        "bounded range",
        |(qualifiers, amounts, unit)| {
            let (amount, to, of) = amounts;
            let quantity = Quantity { qualifiers, amount, to, of, unit };
            // "từ 5 - 7 xã" is the range alone.
            let bounded = quantity.qualifiers.iter().any(|q| q.code() == "từ…trở lên");
            (to.is_none() || !bounded).then_some(quantity)
        },
    )
}

fn rank() -> impl Strategy<Value = Quantity> {
    (qualifiers(), 1i64..100, option::of(100i64..200)).prop_map(|(qualifiers, place, among)| {
        Quantity {
            // "từ thứ 5 trở lên" asks for the places before it; offices do not write it.
            qualifiers: qualifiers.into_iter().filter(|q| q.code() != "từ…trở lên").collect(),
            of: among.map(Amount::from),
            ..Quantity::of_amount(Amount::from(place), Unit::read("hạng"))
        }
    })
}

fn date() -> impl Strategy<Value = Date> {
    (1900i32..=2999, 1u32..=12, 1u32..=31)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day))
}

fn period() -> impl Strategy<Value = Period> {
    let years = || (1900i32..=2900, 0i32..=99).prop_map(|(from, years)| (from, from + years));
    prop_oneof![
        (1900i32..=2999).prop_map(Period::Year),
        (1900i32..=2999, 1u8..=4).prop_map(|(year, quarter)| Period::Quarter { year, quarter }),
        (1900i32..=2999, 1u8..=12).prop_map(|(year, months)| Period::Months { year, months }),
        date().prop_map(Period::CutOff),
        years().prop_map(|(from, to)| Period::Range { from, to }),
        years().prop_map(|(from, to)| Period::Term { from, to }),
    ]
}

fn same_digits(one: Amount, other: Amount) -> bool {
    (one, one.decimals()) == (other, other.decimals())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn amounts(amount in any_amount()) {
        prop_assert!(same_digits(amount.plain().parse().unwrap(), amount));
        prop_assert!(same_digits(read_number(&print_number(amount)).unwrap().likely(), amount));
    }

    #[test]
    fn english_numbers(amount in any_amount()) {
        let swapped = |mark| match mark { '.' => ',', ',' => '.', other => other };
        let text: String = print_number(amount).chars().map(swapped).collect();
        let read = read_number_as(&text, Convention::English).unwrap();
        prop_assert!(same_digits(read.likely(), amount));
    }

    #[test]
    fn an_open_number_offers_the_other_reading(mantissa in 1000i64..=999_999) {
        let (whole, decimal) = (Amount::from(mantissa), Amount::new(mantissa, 3));
        let grouped = NumberReading::Ambiguous { likely: whole, other: decimal };
        prop_assert_eq!(read_number(&print_number(whole)).unwrap(), grouped);
        let with_comma = NumberReading::Ambiguous { likely: decimal, other: whole };
        prop_assert_eq!(read_number(&print_number(decimal)).unwrap(), with_comma);
    }

    #[test]
    fn sums_and_products_are_exact_or_refused(one in any_amount(), other in any_amount()) {
        if let Ok(sum) = one.checked_add(other) {
            prop_assert_eq!(sum.checked_sub(other).ok().unwrap_or(one), one);
            prop_assert_eq!(other.checked_add(one).unwrap(), sum);
        }
        if let Ok(product) = one.checked_mul(other) && !other.is_zero() && !product.is_zero() {
            // Long division by hand would be the same; the last digit proves nothing was dropped.
            let digits = |amount: Amount| amount.trimmed().plain().bytes().rfind(u8::is_ascii_digit);
            let last = |amount| u32::from(digits(amount).unwrap() - b'0');
            let expected = last(one) * last(other) % 10;
            prop_assert!(expected == 0 || last(product) == expected);
        }
    }

    #[test]
    fn units(unit in unit()) {
        prop_assert_eq!(Unit::read(unit.text()), unit.clone());
        prop_assert!(Unit::read(&unit.text().nfd().collect::<String>()).converts_to(&unit));
        prop_assert!(Unit::read(&unit.text().to_uppercase()).converts_to(&unit));
    }

    #[test]
    fn conversion_there_and_back(amount in counted(), exponents in (0usize..4, 0usize..4)) {
        let units = ["đồng", "triệu đồng", "tỷ đồng", "nghìn tỷ đồng"].map(Unit::read);
        let (from, to) = (&units[exponents.0], &units[exponents.1]);
        if let Ok(converted) = from.convert(amount, to) {
            prop_assert_eq!(to.convert(converted, from).unwrap(), amount);
        }
    }

    #[test]
    fn quantities(quantity in quantity(), style in style()) {
        let text = quantity.print(&style);
        prop_assert_eq!(Quantity::read(&text, &Unit::read("")).unwrap(), quantity.clone(), "{}", text);
        let nfd: String = text.nfd().collect();
        prop_assert_eq!(Quantity::read(&nfd, &Unit::read("")).unwrap(), quantity.clone());
        prop_assert_eq!(Quantity::read(&text.to_uppercase(), &Unit::read("")).map(|q| q.amount), Ok(quantity.amount));
    }

    #[test]
    fn a_quantity_keeps_its_decimals(amount in any_amount(), unit in unit()) {
        let text = Quantity::of_amount(amount, unit).print(&Style::default());
        let read = Quantity::read(&text, &Unit::read("")).unwrap();
        prop_assert!(same_digits(read.amount, amount), "{}", text);
    }

    #[test]
    fn number_and_unit_are_not_torn_apart(quantity in quantity(), style in style()) {
        let quantity = Quantity { qualifiers: Vec::new(), to: None, ..quantity };
        let text = quantity.print(&style);
        let first_space = text.find(char::is_whitespace).map(|at| text[at..].chars().next().unwrap());
        let glued = quantity.unit.text().is_empty() || quantity.unit.text().starts_with('%');
        prop_assert!(glued || first_space == Some('\u{a0}'), "{:?}", text);
    }

    #[test]
    fn ranks(rank in rank(), style in style()) {
        let text = rank.print(&style);
        prop_assert_eq!(Quantity::read(&text, &Unit::read("")).unwrap(), rank, "{}", text);
    }

    #[test]
    fn a_round_unit_never_says_too_much(people in 1i64..10_000_000, decimals in 0u32..4) {
        let exact = Quantity::of_amount(Amount::from(people), Unit::read("người"));
        let Some(round) = exact.in_round_unit(&Unit::read("vạn người"), decimals) else {
            prop_assert!(people < 10_000);
            return Ok(());
        };
        let said = round.convert(&Unit::read("người")).unwrap().amount;
        let cut = round.qualifiers.iter().any(|q| q.code() == "trên");
        prop_assert_eq!(cut, said < exact.amount);
        prop_assert!(said <= exact.amount);
        prop_assert!(round.amount.decimals() <= decimals);
    }

    #[test]
    fn periods(period in period(), style in style()) {
        prop_assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
        prop_assert_eq!(Period::read(&period.to_string()).unwrap(), period);
        prop_assert_eq!(Period::read(&period.print(&style)).unwrap(), period);
        let nfd: String = period.print(&style).nfd().collect();
        prop_assert_eq!(Period::read(&nfd).unwrap(), period);
        let (first, last) = period.bounds();
        prop_assert!(first <= last && last.year() == period.year());
    }

    #[test]
    fn dates(date in date(), style in style()) {
        for text in [date.iso(), date.print(&style), date.print_long(), format!("ngày {}", date.print(&style))] {
            prop_assert_eq!(read_date(&text), Some(DateReading::Day(date)), "{}", text);
        }
    }

    #[test]
    fn number_words(number in any::<i64>(), small in 0i64..2_000_000) {
        for number in [number, small] {
            let words = number_in_words(number);
            prop_assert_eq!(read_number_in_words(&words), Some(Amount::from(number)), "{}", words);
            let southern = words.replace("linh", "lẻ").replace("nghìn", "ngàn").replace("tỷ", "tỉ");
            prop_assert_eq!(read_number_in_words(&southern), Some(Amount::from(number)));
        }
    }

    #[test]
    fn changes(amount in counted(), unit in unit(), qualifiers in qualifiers(), up in any::<bool>()) {
        let trend = if up { Trend::Up } else { Trend::Down };
        let change = Change { trend, qualifiers, amount, unit };
        let text = change.print(&Style::default());
        match Change::read(&text) {
            Some(ChangeReading::Certain(read)) => prop_assert_eq!(read, change),
            Some(ChangeReading::AmbiguousTimes { times }) => {
                prop_assert_eq!((times, change.unit.text()), (amount, "lần"));
            }
            None => prop_assert!(false, "{} was refused", text),
        }
    }

    #[test]
    fn folding_is_blind_to_form_case_and_placement(text in any::<String>(), vietnamese in "[a-zà-ỹÀ-ỸĐđ ]{0,20}") {
        for text in [text, vietnamese] {
            let folded = fold(&text);
            prop_assert_eq!(&fold(&folded), &folded);
            prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &folded);
            prop_assert_eq!(&fold(&text.nfc().collect::<String>()), &folded);
            let placed: String = text.nfc().collect();
            prop_assert_eq!(&fold(&place_tones(&placed, TonePlacement::New)), &folded);
        }
    }

    #[test]
    fn tones_move_there_and_back(text in "[bhklqtuoaeyòóỏõọùúủũụàáảãạèéẻẽẹỳýỷỹỵÙỦOA ]{0,24}") {
        let old = place_tones(&text, TonePlacement::Old);
        let new = place_tones(&text, TonePlacement::New);
        prop_assert_eq!(place_tones(&new, TonePlacement::Old), old.clone());
        prop_assert_eq!(place_tones(&old, TonePlacement::New), new);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn kept_as_json(quantity in quantity(), period in period(), style in style()) {
        let kept = serde_json::to_string(&(&quantity, period, &style)).unwrap();
        let read: (Quantity, Period, Style) = serde_json::from_str(&kept).unwrap();
        prop_assert!(same_digits(read.0.amount, quantity.amount), "{}", kept);
        prop_assert_eq!(read, (quantity, period, style));
    }
}

#[test]
fn ordinals_in_all_forms() {
    for number in 1..=999 {
        for form in [Ordinals::Digits, Ordinals::Words, Ordinals::Roman] {
            let text = format!("lần thứ {}", print_ordinal(number, form));
            assert_eq!(read_ordinal(&text), Some(number), "{text}");
            assert_eq!(read_ordinal(&fold(&text)), Some(number), "{text}");
        }
        let rank = print_rank(number, &Style { pad_counts: true, ..Style::default() });
        assert_eq!(read_ordinal(&rank), Some(number), "{rank}");
    }
}

#[test]
fn every_qualifier_has_its_code() {
    for code in CODES {
        assert_eq!(Qualifier::from_code(code).map(Qualifier::code), Some(code));
    }
    assert_eq!(Qualifier::from_code("từ"), None);
}
