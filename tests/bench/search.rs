//! The benchmark of search: 20,000 conclusions of 300 words, asked for without accents, every count
//! held against going through all of them; `cargo bench --bench search`.

use std::time::{Duration, Instant};

use tongket_model::{
    Conclusion, ConclusionKind, Level, Organisation, OrganisationId, Origin, Side,
};
use tongket_store::{Clock, SearchQuery, Store, StoreError};
use tongket_tests::{Chance, Corpus, Question};

const CONCLUSIONS: usize = 20_000;
const WORDS: usize = 300;
const QUESTIONS: usize = 60;
/// A question is asked so often; the first time warms.
const ROUNDS: usize = 5;
/// For the median of every question, in milliseconds.
const AIM: f64 = 30.0;

fn main() {
    let mut chance = Chance(0x5EED_2026);
    let corpus = Corpus::new(CONCLUSIONS, WORDS, &mut chance);
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("a.db"), Clock::System).unwrap();
    let started = Instant::now();
    fill(&mut store, &corpus);
    println!("{CONCLUSIONS} conclusions stored in {:.1} s", started.elapsed().as_secs_f64());
    let mut medians = Vec::new();
    for _ in 0..QUESTIONS {
        let question = corpus.question(&mut chance);
        medians.push((median(&store, &question), question));
    }
    medians.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (label, (time, question)) in [
        ("fastest", &medians[0]),
        ("median", &medians[QUESTIONS / 2]),
        ("slowest", &medians[QUESTIONS - 1]),
    ] {
        println!("{label}: {time:.1} ms, {} hits, {}", question.n_hits, question.text);
    }
    let n_within = medians.iter().filter(|(time, _)| *time <= AIM).count();
    println!("{n_within} of {QUESTIONS} questions within {AIM} ms (median of {} warm)", ROUNDS - 1);
    assert!(n_within * 2 > QUESTIONS, "most questions take too long");
}

fn fill(store: &mut Store, corpus: &Corpus) {
    let added: Result<_, StoreError> = store.transact("Thêm kết luận", |changes| {
        let organisation = changes.add_organisation(&Organisation {
            id: OrganisationId(0),
            slug: "van-phong".parse().unwrap(),
            name: "Văn phòng".to_owned(),
            short_name: String::new(),
            parent: None,
            level: Level::Province,
            side: Side::Party,
        })?;
        for text in &corpus.texts {
            let kind = ConclusionKind::Statement;
            changes.add_conclusion(&Conclusion::new(
                organisation,
                kind,
                2023,
                text,
                Origin::Hand,
            ))?;
        }
        Ok(())
    });
    added.unwrap();
}

/// In milliseconds, as a window asks: twenty hits told of, all counted.
fn median(store: &Store, question: &Question) -> f64 {
    let query = SearchQuery { text: question.text.clone(), limit: 20, ..SearchQuery::default() };
    let mut times: Vec<Duration> = Vec::new();
    for round in 0..ROUNDS {
        let started = Instant::now();
        let found = store.search(&query).unwrap();
        if round > 0 {
            times.push(started.elapsed());
        }
        assert_eq!(found.n_hits, question.n_hits, "{}", question.text);
    }
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}
