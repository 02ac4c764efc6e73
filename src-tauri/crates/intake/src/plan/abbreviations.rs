//! Abbreviations of forms and reports, folded, and what they stand for.

use std::sync::LazyLock;

use foldhash::HashMap;

const ABBREVIATIONS: [(&str, &str); 46] = [
    ("anqp", "quoc phong an ninh"),
    ("antt", "an ninh trat tu"),
    ("bhtn", "bao hiem that nghiep"),
    ("bhxh", "bao hiem xa hoi"),
    ("bhyt", "bao hiem y te"),
    ("bqdn", "binh quan dau nguoi"),
    ("cchc", "cai cach hanh chinh"),
    ("cds", "chuyen doi so"),
    ("cn", "cong nghiep"),
    ("csdl", "co so du lieu"),
    ("ctmtqg", "chuong trinh muc tieu quoc gia"),
    ("dn", "doanh nghiep"),
    ("dtc", "dau tu cong"),
    ("dtts", "dan toc thieu so"),
    ("fdi", "von dau tu truc tiep nuoc ngoai"),
    ("gd", "giao duc"),
    ("gdp", "tong san pham"),
    ("gpmb", "giai phong mat bang"),
    ("grdp", "tong san pham tren dia ban"),
    ("gtgt", "gia tri gia tang"),
    ("gtsx", "gia tri san xuat"),
    ("gttt", "gia tri tang them"),
    ("hdnd", "hoi dong nhan dan"),
    ("htx", "hop tac xa"),
    ("kh", "ke hoach"),
    ("khcn", "khoa hoc cong nghe"),
    ("ktxh", "kinh te xa hoi"),
    ("mttq", "mat tran to quoc"),
    ("nn", "nong nghiep"),
    ("nsdp", "ngan sach dia phuong"),
    ("nsnn", "ngan sach nha nuoc"),
    ("nstw", "ngan sach trung uong"),
    ("ntm", "nong thon moi"),
    ("ocop", "moi xa mot san pham"),
    ("qpan", "quoc phong an ninh"),
    ("tccsd", "to chuc co so dang"),
    ("th", "thuc hien"),
    ("thcs", "trung hoc co so"),
    ("thpt", "trung hoc pho thong"),
    ("tp", "thanh pho"),
    ("ttcn", "tieu thu cong nghiep"),
    ("ubnd", "uy ban nhan dan"),
    ("uth", "uoc thuc hien"),
    ("vdt", "von dau tu"),
    ("xdcb", "xay dung co ban"),
    ("xnk", "xuat nhap khau"),
];

static WRITTEN_OUT: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| ABBREVIATIONS.into_iter().collect());

pub(super) fn written_out(word: &str) -> &str {
    WRITTEN_OUT.get(word).copied().unwrap_or(word)
}

/// Short forms that other words have as well: "NN" is "nông nghiệp", "nhà nước" and "nước ngoài".
pub(super) fn has_second_meaning(word: &str) -> bool {
    matches!(word, "cn" | "gd" | "nn" | "th")
}
