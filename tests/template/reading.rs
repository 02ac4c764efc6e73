//! Runs the files of `reading/`: what the window shows of a body, each place told by the text that
//! stands there. And what must hold for the reports of the sample offices.

use serde::Deserialize;
use tongket_app::{
    App, BodyReading, Chip, Clock, ConclusionForm, ConclusionKind, FigureEntry, FigureKind,
    FindingView, GapView, OfficeChoice, Period, Scope, Section, TemplateForm, init, insertions,
    read_body, read_template, save_conclusion, set_figure, undo,
};

use crate::cases::files;
use crate::checks::{kind, profile};
use crate::fixture::Written;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingFile {
    facts: Written,
    #[serde(rename = "case")]
    cases: Vec<Case>,
}

/// A case says nothing about what it leaves out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    what: String,
    body: String,
    /// `kind «text» subject | origin | hint | indicator`
    chips: Option<Vec<String>>,
    /// `level number title: state gaps findings «first line … last line»`
    outline: Option<Vec<String>>,
    /// `heading: text → source`
    gaps: Option<Vec<String>>,
    /// `code heading → source → repair`
    findings: Option<Vec<String>>,
    /// `line, column «source» message`
    error: Option<String>,
}

#[test]
fn every_case() {
    let mut failures = Vec::new();
    for (name, file) in files::<ReadingFile>("reading") {
        let facts = file.facts.facts();
        for case in &file.cases {
            let reading = read_body(&kind(&case.body), &profile(), &facts);
            let found = differences(case, &reading);
            failures.extend(found.iter().map(|text| format!("{name}: {}\n{text}", case.what)));
        }
    }
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
}

fn differences(case: &Case, reading: &BodyReading) -> Vec<String> {
    let text = Utf16::of(&case.body);
    let error = reading.error.as_ref().map(|error| {
        let at_fault = text.slice(error.from, error.to);
        format!("{}, {} «{at_fault}» {}", error.line, error.column, error.message)
    });
    let mut found = Vec::new();
    if error != case.error {
        found.push(format!("  error: expected {:?}\n  found {error:?}", case.error));
    }
    let mut compare = |what: &str, expected: &Option<Vec<String>>, told: Vec<String>| {
        let told: Vec<String> = told.iter().map(|one| one.replace('\u{a0}', "␣")).collect();
        if expected.as_ref().is_some_and(|expected| *expected != told) {
            found.push(format!("  {what}: expected {expected:#?}\n  found {told:#?}"));
        }
    };
    compare("chips", &case.chips, reading.chips.iter().map(chip).collect());
    let section = |section: &Section| told_section(section, &text);
    compare("outline", &case.outline, reading.outline.iter().map(section).collect());
    let gap =
        |gap: &GapView| format!("{}: {} → {}", gap.heading, gap.text, text.slice(gap.from, gap.to));
    compare("gaps", &case.gaps, reading.gaps.iter().map(gap).collect());
    let finding = |finding: &FindingView| told_finding(finding, &text);
    compare("findings", &case.findings, reading.findings.iter().map(finding).collect());
    found
}

fn chip(chip: &Chip) -> String {
    let kind = format!("{:?}", chip.kind).to_lowercase();
    let indicator = chip.indicator.as_deref().unwrap_or("-");
    let assumed = if chip.assumed { " (giả định)" } else { "" };
    format!(
        "{kind} «{}» {} | {}{assumed} | {} | {indicator}",
        chip.text, chip.subject, chip.origin, chip.hint
    )
}

fn told_section(section: &Section, text: &Utf16) -> String {
    let stands = text.slice(section.from, section.to);
    let lines: Vec<&str> = stands.lines().filter(|line| !line.is_empty()).collect();
    let (first, last) = (lines.first().unwrap_or(&""), lines.last().unwrap_or(&""));
    format!(
        "{} {} {}: {:?} {} {} «{first} … {last}»",
        section.level, section.number, section.title, section.state, section.gaps, section.findings,
    )
}

fn told_finding(finding: &FindingView, text: &Utf16) -> String {
    let place = finding.from.zip(finding.to).map(|(from, to)| text.slice(from, to));
    let repair = finding
        .repair
        .as_ref()
        .map(|repair| format!("{} » {}", text.slice(repair.from, repair.to), repair.insert));
    format!(
        "{} {} → {} → {}",
        finding.code,
        finding.heading,
        place.unwrap_or_default(),
        repair.unwrap_or_default()
    )
}

/// A text as the window's editor counts it.
struct Utf16(Vec<u16>);

impl Utf16 {
    fn of(text: &str) -> Utf16 {
        Utf16(text.encode_utf16().collect())
    }

    fn slice(&self, from: u32, to: u32) -> String {
        String::from_utf16(&self.0[from as usize..to as usize]).unwrap()
    }
}

/// Both kinds on both offices: chips are whole tags, gaps stand on them, sections nest, and the
/// numbers are those of the report that is drafted.
#[test]
fn the_samples_read_well() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("mau.db");
    init(&database, true, Clock::System).unwrap();
    let app = App::open(&database, Clock::System).unwrap();
    let sources = [
        ("tong-ket-xay-dung-dang", "../assets/reports/tong-ket-xay-dung-dang/body.md"),
        ("kinh-te-xa-hoi", "../assets/reports/kinh-te-xa-hoi/body.md"),
    ];
    for (id, path) in sources {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let body = std::fs::read_to_string(root.join(path)).unwrap();
        let subject = "Năm {{ nam }}".to_owned();
        let form = TemplateForm { name: id.to_owned(), subject, body };
        for (office, year) in [("ha-tinh", 2022), ("hai-phong", 2023)] {
            let scope = Scope { office: Some(office.to_owned()), year };
            let reading = read_template(&app, id, &form, &scope).unwrap();
            holds(&form.body, &reading).unwrap_or_else(|error| panic!("{id} {office}: {error}"));
            let checked = tongket_app::check_year(
                &app,
                &tongket_app::DraftRequest {
                    kind: Some(id.to_owned()),
                    year: Some(year),
                    office: OfficeChoice(scope.office.clone()),
                    ..Default::default()
                },
            );
            let checked = checked.unwrap().findings;
            assert!(reading.findings.len() <= checked.len(), "{id} {office}");
            assert!(!reading.chips.is_empty() && !reading.outline.is_empty());
        }
    }
}

fn holds(body: &str, reading: &BodyReading) -> Result<(), String> {
    if let Some(error) = &reading.error {
        return Err(error.message.clone());
    }
    let text = Utf16::of(body);
    for chip in &reading.chips {
        let source = text.slice(chip.from, chip.to);
        if !source.starts_with("{{")
            || !source.ends_with("}}")
            || !source.contains(&chip.expression)
        {
            return Err(format!("no chip: {source}"));
        }
        if chip.subject.is_empty() {
            return Err(format!("of what? {source}"));
        }
    }
    for gap in &reading.gaps {
        if !reading.chips.iter().any(|chip| (chip.from, chip.to) == (gap.from, gap.to)) {
            return Err(format!("a gap without a chip: {}", gap.text));
        }
    }
    for section in &reading.outline {
        let source = text.slice(section.from, section.to);
        if !source.starts_with('#') {
            return Err(format!("no section: {source}"));
        }
    }
    for finding in &reading.findings {
        if let Some((from, to)) = finding.from.zip(finding.to) {
            text.slice(from, to);
        }
    }
    Ok(())
}

/// What is offered to be inserted is found without accents and shows what it would print.
#[test]
fn insertions_are_found_and_work() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("mau.db");
    init(&database, true, Clock::System).unwrap();
    let app = App::open(&database, Clock::System).unwrap();
    let scope = Scope { office: Some("ha-tinh".to_owned()), year: 2022 };
    let offered = |query: &str| insertions(&app, &scope, query).unwrap();
    let found = offered("thu ngan sach");
    assert!(found[0].label.to_lowercase().contains("thu ngân sách"), "{:?}", found[0]);
    assert!(found.iter().all(|one| !one.value.is_empty()), "{found:#?}");
    assert!(offered("khong co gi nhu the nay").is_empty());
    let all = offered("");
    let bodies: Vec<&str> = all.iter().map(|one| one.insert.as_str()).collect();
    let form = TemplateForm {
        name: "Thử".to_owned(),
        subject: "Thử".to_owned(),
        body: bodies.join("\n\n"),
    };
    let reading = read_template(&app, "tong-ket-xay-dung-dang", &form, &scope).unwrap();
    assert_eq!(reading.chips.len(), all.len());
    for (chip, one) in reading.chips.iter().zip(&all) {
        assert_eq!(one.insert, format!("{{{{ {} }}}}", chip.expression));
    }
}

/// What was read once is read anew when the window, an undo or another program changed it.
#[test]
fn what_is_known_follows_every_change() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("mau.db");
    init(&database, true, Clock::System).unwrap();
    let mut app = App::open(&database, Clock::System).unwrap();
    let scope = Scope { office: Some("ha-tinh".to_owned()), year: 2022 };
    let shown = |app: &App| {
        let found = insertions(app, &scope, "thu-ngan-sach").unwrap();
        found.iter().find(|one| one.insert.contains("gia_tri")).unwrap().value.clone()
    };
    let entry = |value: &str| FigureEntry {
        office: OfficeChoice(scope.office.clone()),
        indicator: "thu-ngan-sach".to_owned(),
        value: value.to_owned(),
        period: Some(Period::Year(2022)),
        kind: Some(FigureKind::Actual),
        published: None,
    };
    let before = shown(&app);
    set_figure(&mut app, &entry("4.321 tỷ đồng")).unwrap();
    assert_eq!(shown(&app), "4.321\u{a0}tỷ đồng");
    undo(&mut app).unwrap();
    assert_eq!(shown(&app), before);
    let mut other = App::open(&database, Clock::System).unwrap();
    set_figure(&mut other, &entry("1.234 tỷ đồng")).unwrap();
    assert_eq!(shown(&app), "1.234\u{a0}tỷ đồng");
    // What was concluded is kept apart from the rest.
    let tasks = |app: &App| {
        let (name, subject) = ("Thử".to_owned(), "Thử".to_owned());
        let form = TemplateForm { name, subject, body: "{{ dem(nhiem_vu()) }}".to_owned() };
        let reading = read_template(app, "tong-ket-xay-dung-dang", &form, &scope).unwrap();
        reading.chips[0].text.clone()
    };
    let task = ConclusionForm::new(ConclusionKind::Task, 2022, "Rà soát quy hoạch");
    let before = tasks(&app);
    save_conclusion(&mut app, &OfficeChoice(scope.office.clone()), None, &task).unwrap();
    let after = tasks(&app);
    assert_ne!(after, before);
    set_figure(&mut app, &entry("4.321 tỷ đồng")).unwrap();
    assert_eq!((shown(&app).as_str(), tasks(&app)), ("4.321\u{a0}tỷ đồng", after.clone()));
    undo(&mut app).unwrap();
    assert_eq!((shown(&app).as_str(), tasks(&app)), ("1.234\u{a0}tỷ đồng", after.clone()));
    undo(&mut app).unwrap();
    assert_eq!(tasks(&app), before);
    let mut other = App::open(&database, Clock::System).unwrap();
    save_conclusion(&mut other, &OfficeChoice(scope.office.clone()), None, &task).unwrap();
    assert_eq!(tasks(&app), after);
}
