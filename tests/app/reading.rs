//! Long work reads beside everything else: nobody who writes waits for it, and it sees one moment.

use std::sync::mpsc;
use std::time::Duration;

use tongket_app::{DraftSource, Scope, Session};

use crate::place::Place;

fn scope() -> Scope {
    Scope { office: Some("hai-phong".to_owned()), year: 2023 }
}

fn add_draft(session: &mut Session, title: &str) {
    let kind = "tong-ket-xay-dung-dang";
    let app = session.app_mut().unwrap();
    tongket_app::new_draft(app, &scope(), kind, DraftSource::Template, title).unwrap();
}

fn n_drafts(app: &tongket_app::App) -> usize {
    tongket_app::drafts(app, &scope()).unwrap().len()
}

#[test]
fn what_is_read_stays_as_it_was_while_others_write() {
    let mut place = Place::new(crate::case::Database::Sample);
    let session = place.session();
    let before = session.reading().unwrap();
    add_draft(session, "Một");
    let between = session.reading().unwrap();
    add_draft(session, "Hai");
    assert_eq!((n_drafts(&before), n_drafts(&between)), (0, 1));
    drop((before, between));
    let after = session.reading().unwrap();
    assert_eq!(n_drafts(&after), 2, "a connection used again sees what is stored now");
}

#[test]
fn going_back_to_a_copy_waits_for_whoever_still_reads() {
    let mut place = Place::new(crate::case::Database::Sample);
    let session = place.session();
    let copy = tongket_app::back_up_now(&session.reading().unwrap()).unwrap();
    add_draft(session, "Một");
    let reading = session.reading().unwrap();
    let (restored, is_restored) = mpsc::channel();
    std::thread::scope(|threads| {
        threads.spawn(|| {
            tongket_app::restore(session, &copy.token).unwrap();
            restored.send(n_drafts(&session.reading().unwrap())).unwrap();
        });
        let early = is_restored.recv_timeout(Duration::from_millis(300));
        assert!(early.is_err(), "restored while it was read");
        assert_eq!(n_drafts(&reading), 1);
        drop(reading);
        assert_eq!(is_restored.recv_timeout(Duration::from_secs(60)), Ok(0));
    });
}
