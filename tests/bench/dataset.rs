//! What the benchmark drafts from: a database of one office and a report kind of its own, both
//! the same on every machine.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use tongket_app::Clock;
use tongket_figures::{Amount, Direction, Period, Quantity, Style, Unit};
use tongket_model::{
    CellPlace, FIELDS, Figure, FigureId, FigureKind, Indicator, IndicatorId, Level, Office,
    Organisation, OrganisationId, Origin, Plan, PlanId, Scorecard, ScorecardId, Side, Signing,
    State, Target, TargetId,
};
use tongket_store::{Changes, OUR_OFFICE, Store};

use crate::Failure;

/// The year that is reported on.
pub const YEAR: i32 = 2025;

/// How much there is to draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Each with figures of some years, a plan and a target, and a row of the appendix.
    pub indicators: usize,
    /// With figures of every indicator, up to the year that is reported on.
    pub years: i32,
    /// Each with four figures.
    pub paragraphs: usize,
}

impl Size {
    pub const FIGURES_PER_PARAGRAPH: usize = 4;

    pub fn figures(self) -> usize {
        self.paragraphs * Size::FIGURES_PER_PARAGRAPH
    }
}

/// A prepared folder: database, kind, and where reports go.
#[derive(Debug, Clone)]
pub struct Place(pub PathBuf);

impl Place {
    pub fn database(&self) -> PathBuf {
        self.0.join("so-lieu.db")
    }

    pub fn kind(&self) -> PathBuf {
        self.0.join("bao-cao-do")
    }

    pub fn report(&self) -> PathBuf {
        self.0.join("bao-cao.docx")
    }

    /// Fills the folder.
    pub fn prepare(&self, size: Size) -> Result<(), Failure> {
        std::fs::create_dir_all(self.kind())?;
        std::fs::write(self.kind().join("kind.toml"), KIND)?;
        std::fs::write(self.kind().join("body.md"), body(size))?;
        fill(&self.database(), size)
    }
}

const KIND: &str = r#"name = "Báo cáo để đo"
side = "state"
profile = "nd30"
type_name = "BÁO CÁO"
symbol = "BC"
subject = "Kết quả thực hiện nhiệm vụ kinh tế - xã hội năm {{ nam }}"
period = "year"
"#;

/// Sections of ten paragraphs, then the nine-column table on turned pages.
fn body(size: Size) -> String {
    let table = "# Kết quả thực hiện các chỉ tiêu {.phu-luc .ngang}\n\n{{ bang_chi_tieu() }}\n";
    text(size) + table
}

/// Sections of ten paragraphs.
pub fn text(size: Size) -> String {
    let mut body = String::new();
    for paragraph in 0..size.paragraphs {
        if paragraph % 10 == 0 {
            let section = paragraph / 10 + 1;
            let _ = write!(body, "## Kết quả thực hiện nhiệm vụ của nhóm ngành thứ {section}\n\n");
        }
        let (first, second) = (slug(paragraph * 2), slug(paragraph * 2 + 1));
        let _ = write!(
            body,
            "Các cấp, các ngành đã triển khai đồng bộ nhiệm vụ, giải pháp đề ra từ đầu năm; \
             {{{{ ten(\"{first}\") }}}} {{{{ so_lieu(\"{first}\") }}}}, \
             {{{{ so_voi_ke_hoach(\"{first}\") }}}}, {{{{ so_voi_cung_ky(\"{first}\") }}}}. \
             Bên cạnh đó, {{{{ ten(\"{second}\") }}}} là {{{{ gia_tri(\"{second}\") }}}}, \
             góp phần hoàn thành nhiệm vụ chung của toàn tỉnh.\n\n"
        );
    }
    body
}

fn slug(indicator: usize) -> String {
    format!("chi-tieu-{indicator}")
}

fn fill(path: &Path, size: Size) -> Result<(), Failure> {
    let mut store = Store::open(path, Clock::System)?;
    let done =
        store.transact("Chuẩn bị dữ liệu để đo", |changes| -> Result<(), Failure> {
            let owner = add_office(changes)?;
            let mut ids: Vec<IndicatorId> = Vec::with_capacity(size.indicators);
            for idx in 0..size.indicators {
                // Three of every ten indicators add up to the first of the ten.
                let whole = matches!(idx % 10, 1..=3).then(|| ids[idx - idx % 10]);
                let id = changes.add_indicator(&indicator(owner, idx, size, whole)?)?;
                add_values(changes, owner, id, idx, size)?;
                ids.push(id);
            }
            // One in twenty, as the scorecards of real years.
            changes.add_scorecard(&Scorecard {
                id: ScorecardId(0),
                organisation: owner,
                slug: "chi-tieu-nam".parse()?,
                year: YEAR,
                name: "Chỉ tiêu chủ yếu".to_owned(),
                indicators: ids.iter().step_by(20).copied().collect(),
            })?;
            Ok(())
        });
    done.map(drop)
}

fn add_office(changes: &mut Changes) -> Result<OrganisationId, Failure> {
    let owner = changes.add_organisation(&Organisation {
        id: OrganisationId(0),
        slug: "tinh-do".parse()?,
        name: "Ủy ban nhân dân tỉnh".to_owned(),
        short_name: "tỉnh".to_owned(),
        parent: None,
        level: Level::Province,
        side: Side::State,
    })?;
    changes.set_office(&Office {
        organisation: owner,
        superior_line: String::new(),
        issuer_line: "ỦY BAN NHÂN DÂN TỈNH".to_owned(),
        place: "Tỉnh".to_owned(),
        symbol: "UBND".to_owned(),
        profile: String::new(),
        signing: Signing {
            authority: "TM. ỦY BAN NHÂN DÂN".to_owned(),
            position: "CHỦ TỊCH".to_owned(),
            name: String::new(),
        },
        other_signers: Vec::new(),
        recipients: vec!["Thủ tướng Chính phủ".to_owned(), "Lưu: VT".to_owned()],
        style: Style::default(),
    })?;
    changes.set_setting(OUR_OFFICE, "tinh-do")?;
    Ok(owner)
}

fn indicator(
    owner: OrganisationId,
    idx: usize,
    size: Size,
    part_of: Option<IndicatorId>,
) -> Result<Indicator, Failure> {
    const GROUPS: usize = 5;
    let (field, _) = FIELDS[idx * GROUPS / size.indicators];
    Ok(Indicator {
        id: IndicatorId(0),
        organisation: owner,
        slug: slug(idx).parse()?,
        name: format!("Giá trị sản xuất và dịch vụ của nhóm sản phẩm chủ lực số {idx}"),
        short_name: format!("giá trị nhóm sản phẩm chủ lực số {idx}"),
        aliases: vec![format!("Giá trị nhóm sản phẩm {idx}")],
        unit: unit(idx),
        field: field.to_owned(),
        direction: Direction::HigherIsBetter,
        decimals: Some(1),
        phrase: String::new(),
        part_of,
        cumulates: None,
        since: None,
        supplier: "Chi cục Thống kê".to_owned(),
        due: "10/12".to_owned(),
        position: i64::try_from(idx)?,
    })
}

/// The tens of indicators take turns.
fn unit(idx: usize) -> Unit {
    const UNITS: [&str; 5] = ["tỷ đồng", "triệu USD", "ha", "tấn", "người"];
    Unit::read(UNITS[idx / 10 % UNITS.len()])
}

/// Results of the years, plan and target: all different, wholes equal to their parts.
fn add_values(
    changes: &mut Changes,
    owner: OrganisationId,
    indicator: IndicatorId,
    idx: usize,
    size: Size,
) -> Result<(), Failure> {
    let unit = unit(idx);
    let decimals = if unit.is_count() { 0 } else { 1 };
    let part = |idx: usize| (idx as i64 * 7_919) % 90_000 + 10_000;
    let base = if idx.is_multiple_of(10) { (idx + 1..=idx + 3).map(part).sum() } else { part(idx) };
    let quantity = |percent: i64| {
        // Rounded per part, so that the whole stays the sum of its parts.
        let scaled = |base: i64| base * percent / 100;
        let mantissa = if idx.is_multiple_of(10) {
            (idx + 1..=idx + 3).map(|idx| scaled(part(idx))).sum()
        } else {
            scaled(base)
        };
        Quantity::of_amount(Amount::new(mantissa, decimals), unit.clone())
    };
    let origin = |column: &str| {
        let place = CellPlace {
            file: "bieu-tong-hop.xlsx".into(),
            hash: "0".repeat(64).into(),
            sheet: "Biểu 01".into(),
            cell: format!("{column}{}", idx + 5),
        };
        Origin::Cell(place.into())
    };
    for year in YEAR + 1 - size.years..=YEAR {
        let (percent, column) = match YEAR - year {
            0 => (109, "F"),
            ago => (101 - i64::from(ago), "D"),
        };
        let quantity = quantity(percent);
        changes.add_figure(&Figure {
            id: FigureId(0),
            indicator,
            organisation: owner,
            period: Period::Year(year),
            kind: if year == YEAR { FigureKind::Estimate } else { FigureKind::Actual },
            raw: quantity.amount.plain(),
            quantity,
            origin: origin(column),
            state: State::Confirmed,
            published: None,
        })?;
    }
    let plan = quantity(106);
    changes.add_plan(&Plan {
        id: PlanId(0),
        indicator,
        period: Period::Year(YEAR),
        assigner: "Trung ương".to_owned(),
        raw: plan.amount.plain(),
        quantity: plan,
        origin: origin("E"),
        state: State::Confirmed,
        position: 1,
    })?;
    let target = quantity(115);
    changes.add_target(&Target {
        id: TargetId(0),
        indicator,
        year: YEAR + 1,
        raw: target.amount.plain(),
        quantity: target,
        document: None,
        selected: false,
        position: 1,
        origin: origin("I"),
        state: State::Confirmed,
    })?;
    Ok(())
}
