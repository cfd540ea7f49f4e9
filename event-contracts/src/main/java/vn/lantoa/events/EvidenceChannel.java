package vn.lantoa.events;

/** Forms of communication that evidence can prove (hình thức, kênh tuyên truyền). */
public enum EvidenceChannel {
    /** Truyền thanh cơ sở. */
    GRASSROOTS_BROADCAST,
    /** Bảng tin công cộng, bảng tin điện tử. */
    PUBLIC_BOARD,
    /** Bản tin, tài liệu, tờ rơi. */
    PRINTED_MATERIAL,
    /** Cổng, trang thông tin điện tử. */
    WEB_PORTAL,
    /** Zalo, Facebook, YouTube… */
    SOCIAL_NETWORK,
    /** Tin nhắn viễn thông. */
    TEXT_MESSAGE,
    /** Tuyên truyền miệng, tuyên truyền viên cơ sở. */
    SPOKEN_WORD,
    /** Hội nghị, tọa đàm, tập huấn. */
    CONFERENCE,
    /** Pa-nô, băng-rôn, trực quan. */
    VISUAL,
    /** Báo chí. */
    PRESS,
    OTHER
}
