//! A year-end draft with a memory: half of its figures typed by hand, a line for every task of the
//! year, then all checks over it and its data. Measured at one, two and four times the size, so that
//! what does not grow in proportion shows.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tongket_app::{Clock, read_prose};
use tongket_figures::{Amount, Quantity, Style, Unit};
use tongket_model::{Conclusion, ConclusionKind, OrganisationId, Origin};
use tongket_report::{Profile, ReportKind, check, draft};
use tongket_store::{Changes, Store};
use tongket_template::Facts;

use crate::Failure;
use crate::cost::milliseconds;
use crate::dataset::{Place, Size, YEAR, text};
use crate::facts::StoredFacts;
use crate::own_cost::own_cpu;

const RUNS: usize = 7;
const AIM: Duration = Duration::from_millis(300);
/// Checks over four times the draft may take this much more than four times as long.
const SLACK: f64 = 1.35;

/// At one time the size: as many conclusions, of which one in four is a task of the report's year,
/// and as many figures, half of them typed.
const CONCLUSIONS: usize = 2_000;
const FIGURES: usize = 1_000;

/// Prints one line per size.
pub fn print() -> Result<(), Failure> {
    let mut checks = Vec::new();
    for times in [1, 2, 4] {
        let (drafting, checking, n_findings) = measure(times)?;
        let whole = drafting + checking;
        println!(
            "  {:>5} conclusions {:>5} tasks {:>5} figures: draft {:>7.1} ms, checks {:>7.1} ms, together {:>7.1} ms ({n_findings} findings)",
            CONCLUSIONS * times,
            CONCLUSIONS * times / 4,
            FIGURES * times,
            milliseconds(drafting),
            milliseconds(checking),
            milliseconds(whole),
        );
        if times == 1 {
            println!("    aim {} ms: {}", AIM.as_millis(), crate::met(whole < AIM));
        }
        checks.push(checking);
    }
    let growth = checks[2].as_secs_f64() / checks[0].as_secs_f64();
    println!(
        "    checks grow {growth:.1} times for four times the draft: {}",
        crate::met(growth < 4.0 * SLACK)
    );
    Ok(())
}

/// The least processor time of drafting and of checking, and how much the checks say.
fn measure(times: usize) -> Result<(Duration, Duration, usize), Failure> {
    let folder = tempfile::tempdir()?;
    let place = Place(folder.path().to_owned());
    // Each paragraph holds four figures; the other half is typed.
    let paragraphs = FIGURES * times / 2 / Size::FIGURES_PER_PARAGRAPH;
    let size = Size { indicators: FIGURES * times, years: 2, paragraphs };
    place.prepare(size)?;
    let mut store = Store::open_existing(&place.database(), Clock::System)?;
    let owner = store.organisations()?.first().ok_or("no organisation")?.id;
    store.transact("Chuẩn bị dữ liệu để đo", |changes| {
        remember(changes, owner, times)
    })?;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/profiles/nd30.toml");
    let profile = Profile::read("nd30", &std::fs::read_to_string(path)?)?;
    let settings = std::fs::read_to_string(place.kind().join("kind.toml"))?;
    let body = text(size) + &typed(paragraphs);
    let kind = ReportKind::read("do", &settings, &body)?;
    let facts: Arc<dyn Facts> = Arc::new(StoredFacts::read(&store, profile.citation_pattern())?);
    let (mut drafting, mut checking, mut n_findings) = (Duration::MAX, Duration::MAX, 0);
    for _ in 0..RUNS {
        let start = own_cpu()?;
        let draft = draft(&kind, &profile, &facts)?;
        let drafted = own_cpu()?;
        n_findings = check(&draft, read_prose).len();
        let checked = own_cpu()?;
        drafting = drafting.min(drafted.saturating_sub(start));
        checking = checking.min(checked.saturating_sub(drafted));
    }
    Ok((drafting, checking, n_findings))
}

/// Paragraphs as a person types them, four figures each, and the tasks of the year.
fn typed(paragraphs: usize) -> String {
    let mut body = String::from("## Kết quả gõ tay\n\n");
    let style = Style::default();
    for idx in 0..paragraphs {
        let amount = |number: usize, unit: &str| {
            let number = i64::try_from(number).unwrap_or_default();
            Quantity::of_amount(Amount::from(number), Unit::read(unit)).print_bare(&style)
        };
        let (value, plan) =
            (amount(1_000 + idx * 7, "tỷ đồng"), amount(2_000 + idx * 14, "tỷ đồng"));
        let _ = write!(
            body,
            "Vốn của nhóm công trình thứ {} được tập trung chỉ đạo, đến nay đã giải ngân {value}, đạt 50% kế \
             hoạch ({plan}); thực hiện Nghị quyết số {}-NQ/TU ngày 12/5/{YEAR}, có {} đạt chuẩn.\n\n",
            idx + 1,
            idx + 1,
            amount(12 + idx % 40, "xã"),
        );
    }
    body + "## Nhiệm vụ\n\n{% for n in nhiem_vu() %}\n- {{ n }}\n{% endfor %}\n"
}

/// One task, one limitation, its cause and one instruction of the year before, again and again.
fn remember(changes: &mut Changes, owner: OrganisationId, times: usize) -> Result<(), Failure> {
    for idx in 0..CONCLUSIONS * times / 4 {
        let add = |changes: &mut Changes, kind, year, what: &str, part_of| {
            let text =
                format!("{what} thứ {idx} của các sở, ban, ngành và địa phương trên địa bàn");
            let row =
                Conclusion { part_of, ..Conclusion::new(owner, kind, year, &text, Origin::Hand) };
            changes.add_conclusion(&row)
        };
        add(changes, ConclusionKind::Task, YEAR, "Rà soát quy hoạch", None)?;
        let limitation = add(changes, ConclusionKind::Limitation, YEAR, "Giải ngân chậm", None)?;
        add(changes, ConclusionKind::Cause, YEAR, "Thiếu kiểm tra", Some(limitation))?;
        add(changes, ConclusionKind::Instruction, YEAR - 1, "Đẩy nhanh tiến độ", None)?;
    }
    Ok(())
}
