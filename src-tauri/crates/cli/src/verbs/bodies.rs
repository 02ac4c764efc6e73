//! `tongket bodies list|add|remove`

use clap::{Args, Subcommand};
use tongket_app::{AppError, BodyForm, BodyKind, OfficeChoice, bodies, remove_body, save_body};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Bodies {
    #[command(subcommand)]
    action: Action,
    /// Mã cơ quan
    #[arg(long, global = true, value_name = "MÃ")]
    office: Option<String>,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê cơ quan, chức danh với việc đang giao
    List {
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Thêm một cơ quan, chức danh
    Add {
        /// Tên, không ghi tên người
        #[arg(value_name = "TÊN")]
        name: String,
        /// Cách gọi khác
        #[arg(long = "alias", value_name = "TÊN")]
        aliases: Vec<String>,
        /// Là chức danh, không phải tập thể
        #[arg(long)]
        post: bool,
        /// Thuộc đơn vị nào; mặc định là cơ quan mình
        #[arg(long, value_name = "ĐƠN VỊ", default_value = "")]
        of: String,
        /// Đơn vị đó là cấp trên
        #[arg(long, requires = "of")]
        above: bool,
    },
    /// Xóa một cơ quan, chức danh chưa được giao việc
    Remove {
        /// Số trong danh sách
        #[arg(value_name = "SỐ")]
        id: u32,
    },
}

impl Bodies {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let mut app = place.open()?;
        match &self.action {
            Action::List { json } => {
                let lines = bodies(&app, &office)?;
                if *json {
                    show::json(&lines)?;
                    return Ok(Outcome::Done);
                }
                for line in &lines {
                    let of = if line.of.is_empty() { "" } else { ", " };
                    let (pending, overdue) = (line.n_pending, line.n_overdue);
                    say!(
                        "{}  {}{of}{}  ({pending} việc chưa hoàn thành, {overdue} quá hạn)",
                        line.id,
                        line.name,
                        line.of
                    );
                }
                say!("{} cơ quan, chức danh", lines.len());
            }
            Action::Add { name, aliases, post, of, above } => {
                let form = BodyForm {
                    name: name.clone(),
                    aliases: aliases.clone(),
                    kind: if *post { BodyKind::Post } else { BodyKind::Collective },
                    of: of.clone(),
                    above: *above,
                };
                let id = save_body(&mut app, &office, None, &form)?;
                say!("Đã thêm cơ quan, chức danh số {id}");
            }
            Action::Remove { id } => {
                remove_body(&mut app, &office, *id)?;
                say!("Đã xóa cơ quan, chức danh số {id}");
            }
        }
        Ok(Outcome::Done)
    }
}
