//! Lists, what was concluded, conferences, and how a sequence is printed.

use super::{FunctionManual, entry};

pub(super) const MEMORY: &[FunctionManual] = &[
    entry(
        "danh_sach",
        "danh_sach(mã [, nam=])",
        "Một danh sách theo mã, để lặp, đếm hoặc liệt kê.",
        r#"{% for muc in danh_sach("viec-lon") %}{{ muc }}. {% endfor %}"#,
    ),
    entry(
        "giai_phap",
        "giai_phap([nam=, linh_vuc=])",
        "Các giải pháp của năm.",
        "{{ danh_muc(giai_phap()) }}",
    ),
    entry(
        "han_che",
        "han_che([nam=, linh_vuc=, tinh_trang=])",
        "Các hạn chế của năm; mỗi dòng có thêm .nguyen_nhan, .giai_phap, .tinh_trang.",
        "{{ danh_muc(han_che()) }}",
    ),
    entry(
        "nguyen_nhan",
        "nguyen_nhan([nam=, linh_vuc=, loai=])",
        "Các nguyên nhân của năm; loai=\"chủ quan\" hoặc \"khách quan\".",
        "{{ danh_muc(nguyen_nhan()) }}",
    ),
    entry(
        "bai_hoc",
        "bai_hoc([nam=, linh_vuc=])",
        "Các bài học kinh nghiệm của năm.",
        "{{ danh_muc(bai_hoc()) }}",
    ),
    entry(
        "nhiem_vu",
        "nhiem_vu([nam=, linh_vuc=, don_vi=, nguoi_giao=, van_ban=, hoi_nghi=, tinh_trang=])",
        "Các nhiệm vụ, chỉ đạo của năm; mỗi dòng có .noi_dung, .trich, .don_vi, .chu_tri, .phoi_hop, .nguoi_giao, .thoi_han, .khan, .tinh_trang, .van_ban, .ket_qua, .viec.",
        "{{ danh_muc(nhiem_vu()) }}",
    ),
    entry(
        "theo_don_vi",
        "theo_don_vi([nam=, nguoi_giao=, hoi_nghi=, van_ban=, tinh_trang=])",
        "Nhiệm vụ xếp theo đơn vị được giao: mỗi nhóm có .ten và .viec.",
        r#"{% for d in theo_don_vi() %}{{ d.ten }}: {{ liet_ke(d.viec) }}{% endfor %}"#,
    ),
    entry(
        "theo_chu_de",
        "theo_chu_de([nam=, hoi_nghi=])",
        "Nhiệm vụ xếp theo chủ đề của hội nghị: mỗi nhóm có .ten và .viec; phần chung đứng trước, không có tên.",
        r#"{% for c in theo_chu_de() %}{{ c.ten }}: {{ liet_ke(c.viec) }}{% endfor %}"#,
    ),
    entry(
        "tien_do",
        "tien_do([nam=, don_vi=, nguoi_giao=, hoi_nghi=, van_ban=])",
        "Số việc đã xong trên số việc được giao, như «3/17».",
        r#"{{ tien_do() }}"#,
    ),
    entry(
        "bang_nhiem_vu",
        "bang_nhiem_vu([nam=, don_vi=, nguoi_giao=, hoi_nghi=, van_ban=, tinh_trang=])",
        "Bảng nhiệm vụ: chủ trì, phối hợp, thời hạn, tình trạng, kết quả; viết trên một dòng riêng.",
        r#"{{ bang_nhiem_vu() }}"#,
    ),
    entry(
        "bang_han_che",
        "bang_han_che([nam=, linh_vuc=])",
        "Bảng hạn chế với tình trạng khắc phục; nam= là năm nêu hạn chế.",
        r#"{{ bang_han_che(nam=2022) }}"#,
    ),
    entry(
        "uy_quyen",
        "uy_quyen([nam=, nguoi_giao=, don_vi=])",
        "Các nội dung ủy quyền của năm.",
        r#"{{ danh_muc(uy_quyen()) }}"#,
    ),
    entry(
        "cam_ket",
        "cam_ket([nam=, don_vi=])",
        "Các cam kết bằng lời của đơn vị.",
        r#"{{ danh_muc(cam_ket()) }}"#,
    ),
    entry(
        "yeu_cau",
        "yeu_cau([nam=, hoi_nghi=])",
        "Các yêu cầu, gợi ý đặt ra.",
        r#"{{ danh_muc(yeu_cau()) }}"#,
    ),
    entry(
        "kien_nghi",
        "kien_nghi([nam=, linh_vuc=])",
        "Các kiến nghị, đề xuất.",
        r#"{{ danh_muc(kien_nghi()) }}"#,
    ),
    entry(
        "danh_gia",
        "danh_gia([nam=, linh_vuc=, hoi_nghi=])",
        "Các nhận định, đánh giá.",
        r#"{{ danh_muc(danh_gia()) }}"#,
    ),
    entry(
        "muc_tieu",
        "muc_tieu([nam=, linh_vuc=, van_ban=])",
        "Các mục tiêu của năm, kể cả mục tiêu nhiều năm có năm đó.",
        r#"{{ danh_muc(muc_tieu()) }}"#,
    ),
    entry(
        "de_an",
        "de_an([nam=, linh_vuc=, van_ban=])",
        "Các đề án của năm.",
        r#"{{ danh_muc(de_an()) }}"#,
    ),
    entry(
        "hoi_nghi",
        "hoi_nghi([tên hoặc số thứ tự, nam=])",
        "Hội nghị: .ten, .lan_thu, .ngay, .ky, .chu_de.",
        r#"{{ hoi_nghi("lần thứ 14").ngay }}"#,
    ),
    entry(
        "so_hoi_nghi",
        "so_hoi_nghi(tên [, hoi_nghi=])",
        "Số liệu về hội nghị, như «hơn 9.000 đại biểu».",
        r#"{{ so_hoi_nghi("đại biểu") }}"#,
    ),
    entry(
        "ket_qua",
        "ket_qua([nam=, linh_vuc=])",
        "Các kết quả viết bằng lời của năm.",
        "{{ danh_muc(ket_qua()) }}",
    ),
    entry(
        "danh_muc",
        "danh_muc(danh sách [, thieu=])",
        "In danh sách thành các dòng gạch đầu dòng; thieu= là lời nhắc khi danh sách trống.",
        r#"{{ danh_muc(giai_phap(), thieu="chưa có giải pháp") }}"#,
    ),
    entry(
        "liet_ke",
        "liet_ke(danh sách [, ngan_cach=, cuoi=])",
        "Nối các dòng của danh sách trong một câu.",
        r#"{{ liet_ke(danh_sach("viec-lon"), ngan_cach=", ") }}"#,
    ),
    entry(
        "dem",
        "dem(danh sách [, bang_chu=, kem_tu=, dem_hai_chu_so=])",
        "Số dòng của danh sách; thêm, bớt một dòng thì số tự đổi.",
        "{{ dem(giai_phap(), kem_tu=true) }}",
    ),
];
