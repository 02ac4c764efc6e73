//! `tongket drafts list|new|show|save|freeze|compare|export|remove`

mod export;

use std::io::Read;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use tongket_app::{
    AppError, Comparison, DraftLine, DraftSource, DraftView, Scope, compare_versions, draft,
    drafts, freeze_version, new_draft, remove_draft, save_draft, unfrozen_version,
};

use super::Place;
use crate::outcome::Outcome;
use crate::output::{print, say};
use crate::show;

#[derive(Args)]
pub struct Drafts {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê dự thảo
    List(List),
    /// Tạo dự thảo từ mẫu hoặc từ một dự thảo khác
    New(New),
    /// Xem một dự thảo
    Show(Show),
    /// Lưu lời văn của một dự thảo
    Save(Save),
    /// Chốt một lần dự thảo: giữ nguyên lời văn, số liệu và tệp Word
    Freeze(Freeze),
    /// So sánh hai lần dự thảo
    Compare(Compare),
    /// Xuất ra tệp Word
    Export(export::Export),
    /// Xóa một dự thảo
    Remove(Remove),
}

#[derive(Args)]
struct List {
    /// Chỉ một năm
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: Option<i32>,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct New {
    /// Loại báo cáo, hoặc mẫu của cơ quan (own:3)
    #[arg(long, value_name = "LOẠI")]
    kind: String,
    /// Năm báo cáo
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: i32,
    /// Lấy lời văn của dự thảo này, thường là của năm trước
    #[arg(long, value_name = "SỐ")]
    from: Option<u32>,
    /// Tên dự thảo
    #[arg(long, value_name = "TÊN", default_value = "")]
    title: String,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Show {
    /// Số của dự thảo
    #[arg(value_name = "SỐ")]
    id: u32,
    /// Chỉ in lời văn
    #[arg(long, conflicts_with = "json")]
    body: bool,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Save {
    /// Số của dự thảo
    #[arg(value_name = "SỐ")]
    id: u32,
    /// Tệp lời văn, hoặc «-» để đọc từ đầu vào
    #[arg(value_name = "TỆP")]
    body: PathBuf,
    /// Chỉ lưu khi lời văn đang có mang số hiệu này (xem drafts show --json)
    #[arg(long, value_name = "SỐ HIỆU")]
    revision: Option<u32>,
}

#[derive(Args)]
struct Freeze {
    /// Số của dự thảo
    #[arg(value_name = "SỐ")]
    id: u32,
    /// Ghi chú của lần này
    #[arg(long, value_name = "GHI CHÚ", default_value = "")]
    note: String,
}

#[derive(Args)]
struct Compare {
    /// Số của dự thảo
    #[arg(value_name = "SỐ")]
    id: u32,
    /// Từ lần thứ mấy; mặc định dự thảo hiện nay
    #[arg(long, value_name = "LẦN")]
    from: Option<u32>,
    /// Đến lần thứ mấy; mặc định dự thảo hiện nay
    #[arg(long, value_name = "LẦN")]
    to: Option<u32>,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Remove {
    /// Số của dự thảo
    #[arg(value_name = "SỐ")]
    id: u32,
}

impl Drafts {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        match &self.action {
            Action::List(list) => list.run(place)?,
            Action::New(new) => new.run(place)?,
            Action::Show(show) => show.run(place)?,
            Action::Save(save) => save.run(place)?,
            Action::Freeze(freeze) => {
                let mut app = place.open()?;
                let unfrozen = unfrozen_version(&app, freeze.id, &freeze.note)?;
                let frozen = freeze_version(&mut app, unfrozen)?;
                say!("Đã chốt: {} ({} số liệu)", frozen.name, frozen.figures);
            }
            Action::Compare(compare) => compare.run(place)?,
            Action::Export(export) => export.run(place)?,
            Action::Remove(remove) => {
                remove_draft(&mut place.open()?, remove.id)?;
                say!("Đã xóa dự thảo số {}; tongket undo để lấy lại", remove.id);
            }
        }
        Ok(Outcome::Done)
    }
}

impl List {
    fn run(&self, place: &Place) -> Result<(), AppError> {
        let scope = Scope { office: self.office.clone(), year: self.year.unwrap_or_default() };
        let mut lines = drafts(&place.open()?, &scope)?;
        lines.retain(|line| self.year.is_none_or(|year| line.year == year));
        if self.json {
            return show::json(&lines);
        }
        for DraftLine { id, title, year, office, latest_version, gaps, figures, .. } in &lines {
            say!("{id}  {title}  [{year}, {office}]");
            say!("  {figures} số liệu, {gaps} chỗ trống, đã chốt {latest_version} lần");
        }
        say!("{} dự thảo", lines.len());
        Ok(())
    }
}

impl New {
    fn run(&self, place: &Place) -> Result<(), AppError> {
        let scope = Scope { office: self.office.clone(), year: self.year };
        let source = match self.from {
            Some(id) => DraftSource::Draft { id },
            None => DraftSource::Template,
        };
        let mut app = place.open()?;
        let id = new_draft(&mut app, &scope, &self.kind, source, &self.title)?;
        if self.json {
            return show::json(&serde_json::json!({ "id": id }));
        }
        say!("Đã tạo dự thảo số {id}");
        Ok(())
    }
}

impl Show {
    fn run(&self, place: &Place) -> Result<(), AppError> {
        let DraftView { settings, body, versions, year, office, revision, .. } =
            &match draft(&place.open()?, self.id)? {
                view if self.json => return show::json(&view),
                view => view,
            };
        if self.body {
            print(format_args!("{body}"));
            return Ok(());
        }
        say!("{}  [{year}, {office}]", settings.title);
        say!("  {} chữ, số hiệu {revision}", body.split_whitespace().count());
        for version in versions {
            say!("  {}  {}  {}", version.name, version.time, version.note);
        }
        Ok(())
    }
}

impl Save {
    fn run(&self, place: &Place) -> Result<(), AppError> {
        let body = self.read()?;
        let mut app = place.open()?;
        let revision = match self.revision {
            Some(revision) => revision,
            None => draft(&app, self.id)?.revision,
        };
        let revision = save_draft(&mut app, self.id, revision, &body, &[])?;
        say!("Đã lưu dự thảo số {}, số hiệu {}", self.id, revision);
        Ok(())
    }

    fn read(&self) -> Result<String, AppError> {
        let read = if self.body.as_os_str() == "-" {
            let mut body = String::new();
            std::io::stdin().read_to_string(&mut body).map(|_| body)
        } else {
            std::fs::read_to_string(&self.body)
        };
        read.map_err(|_| {
            AppError::refused(format!(
                "Không đọc được «{}»; hãy kiểm tra tệp, mã hóa phải là UTF-8",
                self.body.display()
            ))
        })
    }
}

impl Compare {
    fn run(&self, place: &Place) -> Result<(), AppError> {
        let comparison = compare_versions(&place.open()?, self.id, self.from, self.to)?;
        if self.json {
            return show::json(&comparison);
        }
        let Comparison { from, to, figures, texts } = &comparison;
        say!("{from} → {to}: {} số liệu, {} câu khác nhau", figures.len(), texts.len());
        let shown =
            |text: &str| if text.is_empty() { "(không có)".to_owned() } else { text.to_owned() };
        for figure in figures {
            say!("  {}: {} → {}", figure.subject, shown(&figure.before), shown(&figure.after));
        }
        for text in texts {
            say!("  [{}]", if text.heading.is_empty() { "đầu văn bản" } else { &text.heading });
            say!("    - {}", shown(&text.before));
            say!("    + {}", shown(&text.after));
        }
        Ok(())
    }
}
