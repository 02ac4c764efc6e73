//! Looks over the words of a template before it is compiled. Refuses what the language does not
//! offer, and what nests so deep that the recursive parser would overflow the stack.

use minijinja::machinery::{Token, tokenize};

use crate::engine::syntax;
use crate::error::Refusal;
use crate::limits;

/// The first thing in `source` that is refused. What cannot be split into words is left to the
/// compiler, which says why.
pub(crate) fn check(source: &str) -> Result<(), Refusal> {
    let mut n_tokens = 0;
    let mut n_elif = 0;
    let mut is_command = false;
    for token in tokenize(source, false, syntax()) {
        let Ok((token, span)) = token else { return Ok(()) };
        n_tokens += 1;
        let refused = match token {
            Token::TemplateData(_) | Token::VariableStart => {
                n_tokens = 0;
                None
            }
            Token::BlockStart => {
                n_tokens = 0;
                is_command = true;
                continue;
            }
            Token::Ident(name) if is_command => {
                n_elif += usize::from(name == "elif");
                refused_command(name).or_else(|| {
                    let message = "quá nhiều nhánh elif; hãy chia thành nhiều lệnh if";
                    (n_elif > limits::ELIF_BRANCHES).then(|| message.to_owned())
                })
            }
            ref token => refused_sign(token),
        };
        is_command = false;
        let too_long = (n_tokens > limits::TAG_TOKENS)
            .then(|| "biểu thức quá dài; hãy chia thành nhiều biểu thức ngắn".to_owned());
        if let Some(message) = refused.or(too_long) {
            let offset = usize::try_from(span.start_offset).unwrap_or(0);
            return Err(Refusal { offset, message });
        }
    }
    Ok(())
}

fn refused_command(name: &str) -> Option<String> {
    match name {
        "include" | "import" | "from" | "extends" => {
            Some("mẫu không được lấy nội dung từ tệp khác".to_owned())
        }
        "block" | "autoescape" => Some(format!("không có lệnh «{name}»")),
        _ => None,
    }
}

/// Arithmetic beyond `+` and `-` on whole numbers is floating, and dictionaries and slices make
/// copies that no limit counts.
fn refused_sign(token: &Token) -> Option<String> {
    let sign = match token {
        Token::Mul => "*",
        Token::Div => "/",
        Token::FloorDiv => "//",
        Token::Pow => "**",
        Token::Mod => "%",
        Token::Colon => ":",
        Token::BraceOpen => "{",
        _ => return None,
    };
    Some(match sign {
        ":" | "{" => format!("mẫu không dùng dấu «{sign}» trong biểu thức"),
        _ => format!("mẫu không tính bằng dấu «{sign}»; hãy dùng tong(…), hieu(…), ty_le(…)"),
    })
}
