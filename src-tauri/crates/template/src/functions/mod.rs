//! The functions a template may call, one file each. Their names are Vietnamese without accents,
//! since staff write them. The doc comment of a function is its manual entry.

mod bang_bien_phap;
mod bang_chi_tieu;
mod bang_diem;
mod bang_don_vi;
mod bang_hang;
mod bang_nhiem_vu;
mod cau;
mod cau_chi_tieu;
mod chi_tieu_nam;
mod chi_tieu_so_voi_nam_truoc;
mod cho_trong;
mod chu_de;
mod co;
mod conclusions;
mod dan_van_ban;
mod danh_muc;
mod dem;
mod don_vi;
mod gia_tri;
mod hoi_nghi;
mod ke_hoach;
mod ke_hoach_cac_cap;
mod liet_ke;
mod manual;
mod moc_so_lieu;
mod nam_lien_tuc;
mod ngay;
mod rows;
mod so;
mod so_da_neu;
mod so_lieu;
mod so_voi_cung_ky;
mod so_voi_ke_hoach;
mod so_voi_muc;
mod ten;
mod thu_hang;
mod thu_tu;
mod tinh;
mod tu_nam;
mod van_ban;
mod van_ban_so_ket;
mod vuot_ke_hoach;
mod xep_hang;

use crate::call::Call;
use crate::outcome::Outcome;

pub use manual::{FunctionManual, manual};

type Function = fn(&Call) -> Outcome;

/// Every function with its name.
pub(crate) const FUNCTIONS: &[(&str, Function)] = &[
    ("bai_hoc", rows::bai_hoc),
    ("bang_bien_phap", bang_bien_phap::bang_bien_phap),
    ("bang_cam_ket", bang_don_vi::bang_cam_ket),
    ("bang_chi_tieu", bang_chi_tieu::bang_chi_tieu),
    ("bang_diem", bang_diem::bang_diem),
    ("bang_don_vi", bang_don_vi::bang_don_vi),
    ("bang_han_che", bang_nhiem_vu::bang_han_che),
    ("bang_hang", bang_hang::bang_hang),
    ("bang_nhiem_vu", bang_nhiem_vu::bang_nhiem_vu),
    ("bang_y_kien", van_ban::bang_y_kien),
    ("cam_ket", conclusions::cam_ket),
    ("cau", cau::cau),
    ("cau_chi_tieu", cau_chi_tieu::cau_chi_tieu),
    ("chi_tieu_chua_dat", bang_diem::chi_tieu_chua_dat),
    ("chi_tieu_nam", chi_tieu_nam::chi_tieu_nam),
    ("chi_tieu_so_voi_nam_truoc", chi_tieu_so_voi_nam_truoc::chi_tieu_so_voi_nam_truoc),
    ("cho_trong", cho_trong::cho_trong),
    ("chu_de", chu_de::chu_de),
    ("co_bang_diem", co::co_bang_diem),
    ("co_chi_tieu", co::co_chi_tieu),
    ("co_chu_de", co::co_chu_de),
    ("co_danh_sach", co::co_danh_sach),
    ("co_hoi_nghi", hoi_nghi::co_hoi_nghi),
    ("co_ke_hoach", co::co_ke_hoach),
    ("co_so_lieu", co::co_so_lieu),
    ("dan_van_ban", dan_van_ban::dan_van_ban),
    ("danh_gia", conclusions::danh_gia),
    ("danh_muc", danh_muc::danh_muc),
    ("danh_sach", rows::danh_sach),
    ("dat_ke_hoach", co::dat_ke_hoach),
    ("de_an", conclusions::de_an),
    ("dem", dem::dem),
    ("don_vi_chua_co", don_vi::don_vi_chua_co),
    ("don_vi_chua_dat_cam_ket", don_vi::don_vi_chua_dat_cam_ket),
    ("don_vi_duoi", don_vi::don_vi_duoi),
    ("gia_tri", gia_tri::gia_tri),
    ("giai_phap", rows::giai_phap),
    ("han_che", rows::han_che),
    ("hang_lien_tiep", thu_hang::hang_lien_tiep),
    ("hieu", tinh::hieu),
    ("hoi_nghi", hoi_nghi::hoi_nghi),
    ("ke_hoach", ke_hoach::ke_hoach),
    ("ke_hoach_cac_cap", ke_hoach_cac_cap::ke_hoach_cac_cap),
    ("ket_luan", conclusions::ket_luan),
    ("ket_qua", rows::ket_qua),
    ("kien_nghi", conclusions::kien_nghi),
    ("lich_so_ket", van_ban::lich_so_ket),
    ("liet_ke", liet_ke::liet_ke),
    ("moc_so_lieu", moc_so_lieu::moc_so_lieu),
    ("muc_tieu", conclusions::muc_tieu),
    ("nam_lien_tuc", nam_lien_tuc::nam_lien_tuc),
    ("ngay", ngay::ngay),
    ("nguyen_nhan", rows::nguyen_nhan),
    ("nhiem_vu", rows::nhiem_vu),
    ("so", so::so),
    ("so_da_neu", so_da_neu::so_da_neu),
    ("so_dat", bang_diem::so_dat),
    ("so_don_vi", don_vi::so_don_vi),
    ("so_hoi_nghi", hoi_nghi::so_hoi_nghi),
    ("so_lieu", so_lieu::so_lieu),
    ("so_voi_cung_ky", so_voi_cung_ky::so_voi_cung_ky),
    ("so_voi_ke_hoach", so_voi_ke_hoach::so_voi_ke_hoach),
    ("so_voi_muc", so_voi_muc::so_voi_muc),
    ("so_vuot", bang_diem::so_vuot),
    ("tang_hang", thu_hang::tang_hang),
    ("ten", ten::ten),
    ("theo_chu_de", conclusions::theo_chu_de),
    ("theo_don_vi", conclusions::theo_don_vi),
    ("theo_nguoi_giao", conclusions::theo_nguoi_giao),
    ("thieu_cam_ket", don_vi::thieu_cam_ket),
    ("thu_tu", thu_tu::thu_tu),
    ("tien_do", bang_nhiem_vu::tien_do),
    ("tong", tinh::tong),
    ("tong_don_vi", don_vi::tong_don_vi),
    ("tu_nam", tu_nam::tu_nam),
    ("ty_le", tinh::ty_le),
    ("uy_quyen", conclusions::uy_quyen),
    ("van_ban", van_ban::van_ban),
    ("viec_theo_doi", conclusions::viec_theo_doi),
    ("van_ban_so_ket", van_ban_so_ket::van_ban_so_ket),
    ("vuot_ke_hoach", vuot_ke_hoach::vuot_ke_hoach),
    ("xep_hang", xep_hang::xep_hang),
    ("yeu_cau", conclusions::yeu_cau),
];

/// Whether the year of the report belongs to the written-out call when none was given.
pub(crate) fn depends_on_year(name: &str) -> bool {
    const TIMELESS: [&str; 12] = [
        "bang_y_kien",
        "cho_trong",
        "co_chi_tieu",
        "dan_van_ban",
        "danh_muc",
        "dem",
        "liet_ke",
        "ngay",
        "so",
        "ten",
        "thu_tu",
        "van_ban",
    ];
    !TIMELESS.contains(&name)
}
