//! Says in Vietnamese what a command or a comment does, for people who do not read commands.

use minijinja::machinery::{ast, parse_expr};

use super::FoldKind;
use super::settings::year_named;
use super::tags::Command;
use crate::Facts;

/// Kind and label of a command; `value` is what it sets, when that is known.
pub(super) fn of_command(
    command: &Command,
    value: Option<&str>,
    facts: &dyn Facts,
) -> (FoldKind, String) {
    let head = command.head;
    match command.name {
        "for" => (FoldKind::Loop, of_loop(head, facts)),
        "if" => {
            let condition = parse_expr(head).ok().and_then(|expr| condition(&expr, facts));
            let condition = condition.unwrap_or_else(|| format!("thỏa «{head}»"));
            (FoldKind::Condition, format!("Chỉ in khi {condition}"))
        }
        "macro" => {
            let name = head.split('(').next().unwrap_or(head).trim();
            (FoldKind::Macro, format!("Đoạn dùng lại «{name}»"))
        }
        "call" => (FoldKind::Macro, format!("Dùng đoạn «{head}»")),
        "filter" => (FoldKind::Setting, format!("Đổi cách viết «{head}»")),
        _ => match head.split_once('=') {
            Some((name, expression)) => {
                let value = value.unwrap_or(expression.trim());
                (FoldKind::Setting, format!("Đặt «{}» là {value}", name.trim()))
            }
            None => (FoldKind::Setting, format!("Đặt «{head}» là đoạn sau")),
        },
    }
}

/// The first line of a comment.
pub(super) fn of_comment(comment: &str) -> String {
    let inside = comment.trim_start_matches("{#").trim_end_matches("#}");
    let inside = inside.trim_matches(['-', '+']);
    let first = inside.lines().map(str::trim).find(|line| !line.is_empty());
    first.unwrap_or("Chú thích").to_owned()
}

fn of_loop(head: &str, facts: &dyn Facts) -> String {
    let Some((name, over)) = head.split_once(" in ") else { return format!("Lặp «{head}»") };
    let over = over.trim_end().trim_end_matches(" recursive");
    let rows = match parse_expr(over) {
        Ok(ast::Expr::Call(call)) => rows_of_call(&call, facts),
        _ => None,
    };
    match rows {
        Some(rows) => format!("Lặp: mỗi {rows}"),
        None => format!("Lặp: mỗi «{}» trong «{over}»", name.trim()),
    }
}

/// "có chỉ tiêu FDI và có kế hoạch FDI"
fn condition(expr: &ast::Expr, facts: &dyn Facts) -> Option<String> {
    match expr {
        ast::Expr::BinOp(both) => {
            let word = match both.op {
                ast::BinOpKind::ScAnd => "và",
                ast::BinOpKind::ScOr => "hoặc",
                _ => return None,
            };
            let (left, right) = (condition(&both.left, facts)?, condition(&both.right, facts)?);
            Some(format!("{left} {word} {right}"))
        }
        ast::Expr::UnaryOp(not) if matches!(not.op, ast::UnaryOpKind::Not) => {
            let positive = condition(&not.expr, facts)?;
            Some(match positive.strip_prefix("có ").or(positive.strip_prefix("còn ")) {
                Some(what) => format!("không có {what}"),
                None => format!("không phải {positive}"),
            })
        }
        ast::Expr::Call(call) => condition_of_call(call, facts),
        _ => None,
    }
}

fn condition_of_call(call: &ast::Call, facts: &dyn Facts) -> Option<String> {
    let name = function(call)?;
    let year = year(call, facts).map(|year| format!(" năm {year}")).unwrap_or_default();
    let indicator = || first_text(call).map(|slug| indicator_name(&slug, facts));
    Some(match name {
        "co_chi_tieu" => format!("có chỉ tiêu {}", indicator()?),
        "co_so_lieu" => format!("có số liệu {}{year}", indicator()?),
        "co_ke_hoach" => format!("có kế hoạch {}{year}", indicator()?),
        "dat_ke_hoach" => format!("{}{year} đạt kế hoạch", indicator()?),
        "co_danh_sach" => format!("có danh sách {}{year}", list_name(&first_text(call)?, facts)),
        "co_bang_diem" => format!("có bảng điểm chỉ tiêu{year}"),
        "co_chu_de" => format!("có chủ đề{year}"),
        _ => format!("còn {}", rows_of_call(call, facts)?),
    })
}

/// "giải pháp năm 2024 về xây dựng Đảng"
fn rows_of_call(call: &ast::Call, facts: &dyn Facts) -> Option<String> {
    let word = match function(call)? {
        "giai_phap" => "giải pháp",
        "han_che" => "hạn chế",
        "nguyen_nhan" => "nguyên nhân",
        "bai_hoc" => "bài học kinh nghiệm",
        "nhiem_vu" => "nhiệm vụ",
        "ket_qua" => "kết quả",
        "chi_tieu_nam" => "chỉ tiêu",
        "chi_tieu_chua_dat" => "chỉ tiêu chưa đạt",
        "chu_de" => "phần của chủ đề",
        "danh_sach" => {
            let list = list_name(&first_text(call)?, facts);
            return Some(format!("dòng của danh sách {list}"));
        }
        _ => return None,
    };
    let year = year(call, facts).map(|year| format!(" năm {year}")).unwrap_or_default();
    let field = option(call, "linh_vuc").and_then(text);
    let field = field.map(|field| format!(" về {}", tongket_model::field_name(&field)));
    Some(format!("{word}{year}{}", field.unwrap_or_default()))
}

fn function<'e>(call: &'e ast::Call) -> Option<&'e str> {
    match &call.expr {
        ast::Expr::Var(name) => Some(name.id),
        _ => None,
    }
}

fn first_text(call: &ast::Call) -> Option<String> {
    call.args.iter().find_map(|arg| match arg {
        ast::CallArg::Pos(expr) => text(expr),
        _ => None,
    })
}

fn option<'e, 's>(call: &'e ast::Call<'s>, wanted: &str) -> Option<&'e ast::Expr<'s>> {
    call.args.iter().find_map(|arg| match arg {
        ast::CallArg::Kwarg(name, expr) if *name == wanted => Some(expr),
        _ => None,
    })
}

fn text(expr: &ast::Expr) -> Option<String> {
    expr.as_const()?.as_str().map(str::to_owned)
}

/// The year of `nam=`, when it is said and known beforehand.
fn year(call: &ast::Call, facts: &dyn Facts) -> Option<i64> {
    match option(call, "nam")? {
        ast::Expr::Var(name) => year_named(name.id, facts),
        other => other.as_const()?.as_i64(),
    }
}

fn indicator_name(slug: &str, facts: &dyn Facts) -> String {
    facts.indicator(slug).map_or_else(|| format!("«{slug}»"), |of| of.name_in_sentence())
}

fn list_name(slug: &str, facts: &dyn Facts) -> String {
    let list = facts.lists().iter().find(|list| list.slug.as_str() == slug);
    format!("«{}»", list.map_or(slug, |list| &list.name))
}
