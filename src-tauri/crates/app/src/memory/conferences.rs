//! Conferences ("hội nghị"): listed, entered, taken away.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::{
    Date, DateReading, Quantity, Style, Unit, days_phrase, print_ordinal, read_date, same_name,
};
use tongket_model::{
    Conclusion, Conference, ConferenceFact, ConferenceId, OrganisationId, Origin, State,
};

use super::typed::{day, lines, number, period, required, revision, unchanged};
use crate::plain::count;
use crate::{App, AppError, OfficeChoice};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ConferenceLine {
    pub id: u32,
    /// "Hội nghị Thành ủy lần thứ 14"
    pub title: String,
    /// As printed: "các ngày 28 và 29/12/2022"; may be empty.
    pub days: String,
    pub year: Option<i32>,
    /// What it looked at: "quý III/2024"; may be empty.
    pub period: String,
    pub topics: Vec<String>,
    /// "601 điểm cầu"
    pub facts: Vec<String>,
    pub n_conclusions: u32,
    pub n_documents: u32,
}

/// A conference as a person fills it in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct ConferenceForm {
    /// Without its ordinal.
    pub name: String,
    pub ordinal: Option<u32>,
    /// Each as "28/12/2022"; "Chiều 27/12" takes the year of the period, and waits to be
    /// confirmed.
    pub days: Vec<String>,
    /// The days as the source has them: "Chiều 27/12".
    pub day_words: String,
    /// "quý III/2024"; may be empty.
    pub period: String,
    pub topics: Vec<String>,
    pub facts: Vec<ConferenceFactForm>,
    /// What the stored row was when the form was handed out; a form saved over another one is
    /// refused. Empty for a new row.
    #[serde(default)]
    pub revision: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct ConferenceFactForm {
    /// What is counted: "điểm cầu".
    pub name: String,
    /// "hơn 9.000"
    pub value: String,
}

/// The newest first.
pub fn conferences(app: &App, office: &OfficeChoice) -> Result<Vec<ConferenceLine>, AppError> {
    let owner = app.data_office(office)?;
    let style = app.style(&owner)?;
    let conclusions = app.store.conclusions_of(owner.id)?;
    let documents = app.store.documents_of(owner.id)?;
    let mut all = app.store.conferences_of(owner.id)?;
    all.sort_by_key(|it| std::cmp::Reverse((it.days.last().copied(), it.id)));
    let line = |it: &Conference| {
        let of_it = conclusions.iter().filter(|conclusion| conclusion.conference == Some(it.id));
        let from_it = documents.iter().filter(|document| document.conference == Some(it.id));
        ConferenceLine {
            id: number(it.id.0),
            title: title(it, &style),
            days: printed_days(it, &style),
            year: it.days.first().map(|day| day.year()),
            period: it.period.map(|period| period.print(&style)).unwrap_or_default(),
            topics: it.topics.clone(),
            facts: it.facts.iter().map(|fact| fact.quantity.print(&style)).collect(),
            n_conclusions: count(of_it.count()),
            n_documents: count(from_it.count()),
        }
    };
    Ok(all.iter().map(line).collect())
}

/// The days, or the words that stand for them; a year that was inferred is said to be.
fn printed_days(it: &Conference, style: &Style) -> String {
    match it.days.as_slice() {
        [] => it.day_words.clone(),
        days if is_inferred(it) => {
            format!("{}: năm suy ra từ «{}», chờ xác nhận", days_phrase(days, style), it.day_words)
        }
        days => days_phrase(days, style),
    }
}

/// Whether the source gives the days without their year and nobody has confirmed the one they got.
fn is_inferred(it: &Conference) -> bool {
    it.state == State::Draft && !it.days.is_empty() && !it.day_words.is_empty()
}

/// Says that the days of the conference of that number are right, as one step; refused where
/// nothing waits for that.
pub fn confirm_conference(app: &mut App, office: &OfficeChoice, id: u32) -> Result<(), AppError> {
    let owner = app.data_office(office)?.id;
    let stored = numbered(app, owner, id)?;
    if !is_inferred(&stored) {
        let name = stored.name;
        return Err(AppError::refused(format!("{name}: không có ngày nào chờ xác nhận")));
    }
    let form = conference(app, office, id)?;
    save_conference(app, office, Some(id), &form).map(drop)
}

/// "Hội nghị Thành ủy lần thứ 14"
pub(super) fn title(conference: &Conference, style: &Style) -> String {
    match conference.ordinal {
        Some(number) => {
            format!("{} lần thứ {}", conference.name, print_ordinal(number, style.ordinals))
        }
        None => conference.name.clone(),
    }
}

/// One conference as its form.
pub fn conference(app: &App, office: &OfficeChoice, id: u32) -> Result<ConferenceForm, AppError> {
    let owner = app.data_office(office)?;
    let style = app.style(&owner)?;
    let it = numbered(app, owner.id, id)?;
    let fact = |fact: &ConferenceFact| ConferenceFactForm {
        name: fact.name.clone(),
        value: fact.raw.clone(),
    };
    Ok(ConferenceForm {
        revision: revision(&it),
        ordinal: it.ordinal.map(number),
        days: it.days.iter().map(|day| day.print(&style)).collect(),
        period: it.period.map(|period| period.print(&style)).unwrap_or_default(),
        facts: it.facts.iter().map(fact).collect(),
        name: it.name,
        day_words: it.day_words,
        topics: it.topics,
    })
}

/// Adds a conference, or changes that of a number, as one step; returns its number.
pub fn save_conference(
    app: &mut App,
    office: &OfficeChoice,
    id: Option<u32>,
    form: &ConferenceForm,
) -> Result<u32, AppError> {
    let owner = app.data_office(office)?.id;
    let stored = match id {
        Some(id) => {
            let stored = numbered(app, owner, id)?;
            unchanged(&stored, &form.revision, "Hội nghị này")?;
            stored
        }
        None => empty(owner),
    };
    let topics = stored.topics.clone();
    let conference = form.applied(stored)?;
    let mut rows = app.store.conclusions_of(owner)?;
    rows.retain(|row| row.conference == Some(conference.id));
    let moved = with_topics_moved(rows, &topics, &conference.topics)?;
    let step = match id {
        Some(_) => format!("Sửa {}", conference.name),
        None => format!("Thêm {}", conference.name),
    };
    let done = app.store.transact(&step, |changes| {
        moved.iter().try_for_each(|row| changes.update_conclusion(row))?;
        match id {
            Some(_) => changes.update_conference(&conference).map(|()| conference.id),
            None => changes.add_conference(&conference),
        }
    })?;
    Ok(number(done.value.0))
}

/// Gives a conference the other names by which texts call it, as one step; blank ones are none.
/// Returns how many it has then.
pub fn set_conference_aliases(
    app: &mut App,
    office: &OfficeChoice,
    id: u32,
    aliases: &[String],
) -> Result<u32, AppError> {
    let owner = app.data_office(office)?.id;
    let conference = Conference { aliases: lines(aliases), ..numbered(app, owner, id)? };
    let step = format!("Ghi cách gọi khác của {}", conference.name);
    app.store.transact(&step, |changes| changes.update_conference(&conference))?;
    Ok(count(conference.aliases.len()))
}

/// The rows whose topic stands at another place of the list than before, each with its new place.
/// A topic without its old words, where no other has them and none went, was reworded.
/// Refused when a topic is gone under which rows stand.
fn with_topics_moved(
    rows: Vec<Conclusion>,
    before: &[String],
    after: &[String],
) -> Result<Vec<Conclusion>, AppError> {
    let is_new = |topic: &&String| !before.iter().any(|known| same_name(known, topic));
    let place_now = |at: usize, topic: &str| {
        let reworded = || (before.len() <= after.len()).then(|| after.get(at).filter(is_new))?;
        let same = after.iter().position(|it| same_name(it, topic));
        same.or_else(|| reworded().map(|_| at))
    };
    let mut moved = Vec::new();
    for row in &rows {
        let Some((place, topic)) = row.topic.and_then(|place| {
            let topic = before.get(usize::try_from(place).ok()?)?;
            Some((place, topic))
        }) else {
            continue;
        };
        let Some(now) = place_now(place as usize, topic) else {
            let n = rows.iter().filter(|other| other.topic == Some(place)).count();
            return Err(AppError::refused(format!(
                "Chủ đề: «{topic}» đang có {n} dòng kết luận; hãy chuyển các dòng đó sang chủ đề \
                 khác rồi bỏ chủ đề này"
            )));
        };
        let now = count(now);
        if now != place {
            moved.push(Conclusion { topic: Some(now), ..row.clone() });
        }
    }
    Ok(moved)
}

/// Takes a conference away, as one step; refused while a document or a conclusion names it.
pub fn remove_conference(app: &mut App, office: &OfficeChoice, id: u32) -> Result<(), AppError> {
    let owner = app.data_office(office)?.id;
    let conference = numbered(app, owner, id)?;
    let step = format!("Xóa {}", conference.name);
    app.store.transact(&step, |changes| changes.remove_conference(conference.id))?;
    Ok(())
}

pub(super) fn numbered(app: &App, owner: OrganisationId, id: u32) -> Result<Conference, AppError> {
    let all = app.store.conferences_of(owner)?;
    all.into_iter().find(|it| it.id.0 == i64::from(id)).ok_or_else(|| {
        AppError::usage(format!("Không có hội nghị số {id}; xem các số trong danh sách"))
    })
}

fn empty(owner: OrganisationId) -> Conference {
    Conference {
        id: ConferenceId(0),
        organisation: owner,
        name: String::new(),
        ordinal: None,
        days: Vec::new(),
        day_words: String::new(),
        period: None,
        topics: Vec::new(),
        facts: Vec::new(),
        origin: Origin::Hand,
        state: State::Confirmed,
        aliases: Vec::new(),
    }
}

impl ConferenceForm {
    fn applied(&self, stored: Conference) -> Result<Conference, AppError> {
        let period = period("Kỳ", &self.period)?;
        let mut days = Vec::new();
        let mut inferred = Vec::new();
        for text in lines(&self.days) {
            let Some(DateReading::DayWithoutYear { day: of_month, month }) = read_date(&text)
            else {
                days.extend(day("Ngày", &text)?);
                continue;
            };
            let found = period.and_then(|period| Date::new(period.year(), month, of_month));
            days.push(found.ok_or_else(|| {
                AppError::refused(format!(
                    "Ngày: «{text}» chưa có năm; hãy ghi đủ ngày, tháng, năm như 27/12/2022, hoặc ghi \
                     kỳ của hội nghị để suy ra năm"
                ))
            })?);
            inferred.push(text);
        }
        days.sort();
        days.dedup();
        let day_words = match inferred.is_empty() {
            true => self.day_words.trim().to_owned(),
            false => inferred.join(", "),
        };
        let facts = self.facts.iter().filter(|fact| !fact.value.trim().is_empty());
        Ok(Conference {
            name: required("Tên hội nghị", &self.name, "ghi như trong giấy mời")?,
            ordinal: self.ordinal.map(i64::from),
            days,
            day_words,
            // A year taken from the period is a proposal until somebody saves it as a full day.
            state: if inferred.is_empty() { State::Confirmed } else { State::Draft },
            period,
            topics: lines(&self.topics),
            facts: facts.map(ConferenceFactForm::read).collect::<Result<_, _>>()?,
            ..stored
        })
    }
}

impl ConferenceFactForm {
    fn read(&self) -> Result<ConferenceFact, AppError> {
        let name = required("Số liệu của hội nghị", &self.name, "ghi đếm gì, ví dụ đại biểu")?;
        let raw = self.value.trim().to_owned();
        let quantity = Quantity::read(&raw, &Unit::read(&name)).map_err(|error| {
            AppError::refused(format!("Số liệu của hội nghị, {name}: «{raw}»: {error}"))
        })?;
        Ok(ConferenceFact { name, quantity, raw })
    }
}
