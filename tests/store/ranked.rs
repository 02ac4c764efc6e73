//! What search ranks where it finds thousands.

use tongket_model::{Conclusion, ConclusionKind, Document, Origin};
use tongket_store::SearchQuery;

use crate::command::{add_home, home};
use crate::fixture::Folder;

#[test]
fn of_thousands_of_conclusions_the_last_are_ranked_and_all_else_with_them() {
    let mut store = Folder::new().open();
    store.transact("Thêm đơn vị", add_home).unwrap();
    let added = store.transact("Thêm tất cả", |changes| {
        let of = home(changes.store())?;
        let about = "Thu ngân sách";
        let mut conclude = |text: &str| {
            let kind = ConclusionKind::Statement;
            changes.add_conclusion(&Conclusion::new(of, kind, 2023, text, Origin::Hand)).map(drop)
        };
        conclude(about)?;
        (0..2_000).try_for_each(|number| conclude(&format!("{about} của đơn vị số {number}")))?;
        conclude(&format!("{about} xã"))?;
        changes
            .add_document(&Document {
                subject: about.to_owned(), ..Document::new(of, "Kế hoạch")
            })
            .map(drop)
    });
    added.unwrap();
    let found = |limit: usize| {
        let query =
            SearchQuery { text: "thu ngan sach ".to_owned(), limit, ..SearchQuery::default() };
        let found = store.search(&query).unwrap();
        let titles: Vec<_> = found.hits.into_iter().map(|hit| hit.title.text).collect();
        (found.n_hits, titles)
    };
    let (n_hits, titles) = found(2);
    assert_eq!(
        (n_hits, titles.join("; ").as_str()),
        (2_003, "Kế hoạch Thu ngân sách; Thu ngân sách xã")
    );
    let (n_hits, titles) = found(3_000);
    assert_eq!((n_hits, titles.len()), (2_003, 2_003));
    assert!(titles[..2].contains(&"Thu ngân sách".to_owned()), "{:?}", &titles[..3]);
}
