package vn.lantoa.events;

/** What kind of body an organization is. */
public enum OrganizationKind {
    /** Ủy ban nhân dân of a province, city or commune. */
    PEOPLE_COMMITTEE,
    /** Sở, ban, ngành of a province or city. */
    DEPARTMENT,
    /** Ủy ban Mặt trận Tổ quốc: receives requests, never orders. */
    FATHERLAND_FRONT,
    /** Đảng ủy and its boards. */
    PARTY_COMMITTEE
}
