//! Tables of what was concluded, on a line of their own: `{{ bang_nhiem_vu() }}`,
//! `{{ bang_han_che(nam=2022) }}`; and how much of it is done.

use std::collections::HashMap;
use std::sync::Arc;

use tongket_figures::first_upper;
use tongket_model::{Conclusion, ConclusionId, ConclusionKind, Progress, Role};

use super::conclusions::{Wanted, assignees, deadline, evidence, results};
use crate::call::Call;
use crate::objects::Printable;
use crate::outcome::Outcome;
use crate::slots::Slot;
use crate::{Block, Cited, CitedKind, Column, Gap, GapKind, Row, RowKind, Table, TableCell};

/// What is followed, with the filters of `nhiem_vu`: nhiệm vụ, chủ trì, phối hợp, thời hạn, tình
/// trạng, kết quả.
pub fn bang_nhiem_vu(call: &Call) -> Outcome {
    let found = Wanted::read(call, &ConclusionKind::FOLLOWED)?.of(call.facts());
    let columns = vec![
        column("tt", "TT", 12, true),
        column("nhiem-vu", "Nhiệm vụ", 60, false),
        column("chu-tri", "Chủ trì", 30, false),
        column("phoi-hop", "Phối hợp", 30, false),
        column("thoi-han", "Thời hạn", 24, true),
        column("tinh-trang", "Tình trạng", 22, true),
        column("ket-qua", "Kết quả, sản phẩm", 34, false),
    ];
    let facts = call.facts();
    table(call, "chưa có nhiệm vụ nào", columns, Vec::new(), &found, |it| {
        vec![
            it.text.clone(),
            assignees(facts, it, Some(Role::Lead)).join(", "),
            assignees(facts, it, Some(Role::Support)).join(", "),
            deadline(it, facts.style()),
            it.progress.vietnamese().to_owned(),
            results(facts, it),
        ]
    })
}

/// The limitations of `nam=` with what became of them: đã khắc phục, đang khắc phục, chưa.
pub fn bang_han_che(call: &Call) -> Outcome {
    let found = Wanted::read(call, &[ConclusionKind::Limitation])?.of(call.facts());
    let columns = vec![
        column("tt", "TT", 12, true),
        column("han-che", "Hạn chế, khuyết điểm", 76, false),
        column("tinh-trang", "Tình trạng", 26, true),
        column("ket-qua", "Kết quả khắc phục", 54, false),
    ];
    let unanswered = found.iter().filter(|it| it.is_unanswered()).map(|it| {
        let words = format!("chưa nêu đã khắc phục đến đâu: {}", it.text);
        Arc::new(call.gap(GapKind::ToWrite, "khac-phuc", &words))
    });
    let gaps = unanswered.collect();
    table(call, "chưa có hạn chế nào được nêu", columns, gaps, &found, |it| {
        let state = match it.is_unanswered() {
            true => "[chưa nêu]".to_owned(),
            false => it.progress_name().to_owned(),
        };
        vec![it.text.clone(), state, results(call.facts(), it)]
    })
}

/// How many of the tasks are done, of how many: "3/17"; with the filters of `nhiem_vu`.
pub fn tien_do(call: &Call) -> Outcome {
    let found = Wanted::read(call, &ConclusionKind::FOLLOWED)?.without_parts().of(call.facts());
    let followed: Vec<_> = found.iter().filter(|it| it.progress != Progress::Dropped).collect();
    if followed.is_empty() {
        let gap = call.gap(GapKind::MissingList, "nhiem-vu", "chưa có nhiệm vụ nào để theo dõi");
        return Err(gap.into());
    }
    let done = followed.iter().filter(|it| it.progress == Progress::Done).count();
    let evidence = followed.iter().map(|it| evidence(call.facts(), it)).collect();
    Ok(call.cited(format!("{done}/{}", followed.len()), evidence))
}

fn column(key: &str, heading: &str, weight: u32, numeric: bool) -> Column {
    Column { key: key.to_owned(), headings: vec![heading.to_owned()], weight, numeric }
}

/// One numbered row for each conclusion; none are a gap.
fn table(
    call: &Call,
    when_empty: &str,
    columns: Vec<Column>,
    gaps: Vec<Arc<Gap>>,
    of: &[&Conclusion],
    cells: impl Fn(&Conclusion) -> Vec<String>,
) -> Outcome {
    if of.is_empty() {
        return Err(call.gap(GapKind::MissingList, &call.expression(), when_empty).into());
    }
    let numbers = numbers(of);
    let row = |(it, number): (&&Conclusion, String)| {
        let cells = cells(it).into_iter().map(|text| first_upper(&text));
        let cells = std::iter::once(number).chain(cells).map(TableCell::Text);
        Row { key: it.id.0.to_string(), kind: RowKind::Body, cells: cells.collect() }
    };
    let cited = |it: &&Conclusion| {
        let (kind, expression) = (CitedKind::Words, call.expression());
        let evidence = vec![evidence(call.facts(), it)];
        Arc::new(Cited { kind, expression, text: it.text.clone(), evidence })
    };
    let table = Table {
        expression: call.expression(),
        columns,
        rows: of.iter().zip(numbers).map(row).collect(),
        cited: of.iter().map(cited).collect(),
        gaps,
    };
    Ok(Printable::value(Slot::Block(Block::Table(Arc::new(table)))))
}

/// "4", and "4.1", "4.2" for its parts where those stand behind it.
fn numbers(of: &[&Conclusion]) -> Vec<String> {
    let mut wholes: HashMap<ConclusionId, (usize, usize)> = HashMap::new();
    let mut last = 0;
    let number = |it: &&Conclusion| match it.part_of.and_then(|whole| wholes.get_mut(&whole)) {
        Some((number, parts)) => {
            *parts += 1;
            format!("{number}.{parts}")
        }
        None => {
            last += 1;
            wholes.insert(it.id, (last, 0));
            last.to_string()
        }
    };
    of.iter().map(number).collect()
}
