//! Figures, comparisons, scorecards, units.

use super::{FunctionManual, entry};

pub(super) const FIGURES: &[FunctionManual] = &[
    entry(
        "so_lieu",
        "so_lieu(mã [, nam=, ky=, so_le=, don_vi=, dem_hai_chu_so=])",
        "Cả cụm của số liệu: động từ, từ ước lượng, số và đơn vị, như «ước đạt 102.614 tỷ đồng».",
        r#"{{ so_lieu("thu-ngan-sach") }}"#,
    ),
    entry(
        "gia_tri",
        "gia_tri(mã [, nam=, ky=, so_le=, don_vi=, bang_chu=])",
        "Chỉ số và đơn vị, không có động từ và từ ước lượng, như «102.614 tỷ đồng».",
        r#"{{ gia_tri("thu-ngan-sach") }}"#,
    ),
    entry(
        "cau",
        "cau(mã [, nam=, ky=, so_le=])",
        "Cả vế câu theo mẫu câu của chỉ tiêu, như «thu ngân sách ước đạt 102.614 tỷ đồng».",
        r#"{{ cau("thu-ngan-sach") | hoa_dau }}"#,
    ),
    entry(
        "ten",
        "ten(mã [, day_du=])",
        "Tên chỉ tiêu như đứng trong câu; day_du=true in tên đầy đủ.",
        r#"{{ ten("thu-ngan-sach") }}"#,
    ),
    entry(
        "ke_hoach",
        "ke_hoach(mã [, nam=, ky=, nguoi_giao=, so_le=])",
        "Số kế hoạch của năm; nguoi_giao= chọn kế hoạch của cấp nào khi có nhiều kế hoạch.",
        r#"{{ ke_hoach("thu-ngan-sach") }}"#,
    ),
    entry(
        "tu_nam",
        "tu_nam(mã)",
        "Năm bắt đầu của chỉ tiêu lũy kế.",
        r#"{{ tu_nam("trong-cay-luy-ke") }}"#,
    ),
    entry(
        "so_voi_ke_hoach",
        "so_voi_ke_hoach(mã [, nam=, ky=, nguoi_giao=, dang=, so_le=])",
        "Kết quả bằng bao nhiêu phần trăm kế hoạch, nêu ai giao; dang=\"tran\" bỏ chữ «bằng».",
        r#"{{ so_voi_ke_hoach("thu-ngan-sach") }}"#,
    ),
    entry(
        "vuot_ke_hoach",
        "vuot_ke_hoach(mã [, nam=, ky=, nguoi_giao=])",
        "Lời đánh giá so với kế hoạch: «vượt», «đạt» hoặc «chưa đạt kế hoạch đề ra».",
        r#"{{ vuot_ke_hoach("thu-ngan-sach") }}"#,
    ),
    entry(
        "so_voi_cung_ky",
        "so_voi_cung_ky(mã [, nam=, ky=, kieu=, goc=, so_le=])",
        "Tăng, giảm so với cùng kỳ; kieu= là \"%\", \"lần\" hoặc \"tuyệt đối\".",
        r#"{{ so_voi_cung_ky("thu-ngan-sach") }}"#,
    ),
    entry(
        "nam_lien_tuc",
        "nam_lien_tuc(mã, tu= [, nam=])",
        "Số năm liên tục kết quả không thấp hơn ngưỡng tu=, như «9 năm liên tục».",
        r#"{{ nam_lien_tuc("thu-ngan-sach", tu=10) }}"#,
    ),
    entry(
        "xep_hang",
        "xep_hang(mã [, nam=, pham_vi=])",
        "Thứ hạng, như «đứng thứ 07 cả nước».",
        r#"{{ xep_hang("hang-giao-duc", pham_vi="toàn tỉnh") }}"#,
    ),
    entry(
        "tong",
        "tong(mã, mã, … [, nam=, ky=])",
        "Tổng của hai hay nhiều chỉ tiêu, theo đơn vị của chỉ tiêu đầu.",
        r#"{{ tong("thu-ngan-sach", "chi-ngan-sach") }}"#,
    ),
    entry(
        "hieu",
        "hieu(mã, mã [, nam=, ky=])",
        "Chỉ tiêu thứ nhất trừ chỉ tiêu thứ hai; của hai tỷ lệ là điểm phần trăm.",
        r#"{{ hieu("thu-ngan-sach", "chi-ngan-sach") }}"#,
    ),
    entry(
        "ty_le",
        "ty_le(mã, mã [, nam=, ky=, so_le=])",
        "Chỉ tiêu thứ nhất bằng bao nhiêu phần trăm chỉ tiêu thứ hai.",
        r#"{{ ty_le("chi-ngan-sach", "thu-ngan-sach") }}"#,
    ),
    entry(
        "bang_chi_tieu",
        "bang_chi_tieu([nam=, linh_vuc=, tru=, don_vi=])",
        "Bảng chín cột các chỉ tiêu, chia theo lĩnh vực; đứng riêng một dòng.",
        "{{ bang_chi_tieu() }}",
    ),
    entry(
        "bang_diem",
        "bang_diem([mã, nam=])",
        "Bao nhiêu chỉ tiêu của bảng điểm đạt và vượt, như «25/25 chỉ tiêu đạt và vượt kế hoạch».",
        "{{ bang_diem() }}",
    ),
    entry("so_dat", "so_dat([mã, nam=])", "Số chỉ tiêu đạt đúng kế hoạch.", "{{ so_dat() }}"),
    entry("so_vuot", "so_vuot([mã, nam=])", "Số chỉ tiêu vượt kế hoạch.", "{{ so_vuot() }}"),
    entry(
        "chi_tieu_chua_dat",
        "chi_tieu_chua_dat([mã, nam=])",
        "Danh sách các chỉ tiêu của bảng điểm chưa đạt kế hoạch.",
        "{% for ten_chi_tieu in chi_tieu_chua_dat() %}{{ ten_chi_tieu }}; {% endfor %}",
    ),
    entry(
        "so_don_vi",
        "so_don_vi(mã [, loai=, nhom=, nam=, ky=])",
        "Bao nhiêu đơn vị đã có số liệu trên tổng số đơn vị, như «118/118».",
        r#"{{ so_don_vi("ngay-ban-hanh-ke-hoach", loai="ngay") }} đơn vị ban hành kế hoạch"#,
    ),
    entry(
        "tong_don_vi",
        "tong_don_vi(mã [, loai=, nhom=, nam=, ky=, don_vi=, so_le=])",
        "Tổng số liệu của các đơn vị, như «5.653 hội nghị»; còn đơn vị chưa có thì để trống.",
        r#"{{ tong_don_vi("hoi-nghi-quan-triet") }}"#,
    ),
    entry(
        "don_vi_chua_co",
        "don_vi_chua_co(mã [, loai=, nhom=, nam=, ky=])",
        "Danh sách các đơn vị chưa có số liệu.",
        r#"{{ liet_ke(don_vi_chua_co("hoi-nghi-quan-triet")) }}"#,
    ),
    entry(
        "don_vi_chua_dat_cam_ket",
        "don_vi_chua_dat_cam_ket(mã [, nhom=, nam=, ky=])",
        "Danh sách các đơn vị có kết quả thấp hơn mức đã cam kết.",
        r#"{{ dem(don_vi_chua_dat_cam_ket("giai-ngan")) }} đơn vị chưa đạt cam kết"#,
    ),
    entry(
        "thieu_cam_ket",
        "thieu_cam_ket(mã [, nhom=, nam=, ky=, dang=, don_vi=, so_le=])",
        "Tổng phần còn thiếu của các đơn vị chưa đạt cam kết; dang=\"so-voi-ke-hoach\" in tỷ lệ.",
        r#"{{ thieu_cam_ket("giai-ngan") }}"#,
    ),
    entry(
        "chi_tieu_nam",
        "chi_tieu_nam([nam=, linh_vuc=, chon=])",
        "Danh sách chỉ tiêu đặt ra cho một năm; mỗi dòng có .ten, .cau, .gia_tri.",
        "{% for ct in chi_tieu_nam(nam=nam_sau) %}{{ ct.cau }}; {% endfor %}",
    ),
    entry(
        "cau_chi_tieu",
        "cau_chi_tieu([mã, nam=, dang=, ngan_cach=])",
        "Các chỉ tiêu đã chọn của một năm nối thành câu; có mã thì chỉ chỉ tiêu ấy.",
        "{{ cau_chi_tieu(nam=nam_sau) }}",
    ),
    entry(
        "chi_tieu_so_voi_nam_truoc",
        "chi_tieu_so_voi_nam_truoc(mã, nam=)",
        "Chỉ tiêu của một năm so với kết quả năm trước.",
        r#"{{ chi_tieu_so_voi_nam_truoc("thu-ngan-sach", nam=nam_sau) }}"#,
    ),
];
