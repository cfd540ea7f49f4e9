package vn.lantoa.events;

/** What kind of body an organization is. */
public enum OrganizationKind {
    /** Ủy ban nhân dân of a province, city or commune. */
    PEOPLE_COMMITTEE,
    /** Sở, ban, ngành of a province or city. */
    DEPARTMENT,
    /** Ủy ban Mặt trận Tổ quốc: receives requests, never orders. */
    FATHERLAND_FRONT,
    /** Đảng ủy. */
    PARTY_COMMITTEE,
    /** Hội đồng nhân dân. */
    PEOPLE_COUNCIL,
    /** Tổ chức chính trị - xã hội: women, youth, farmers, veterans, trade union. */
    MASS_ORGANISATION,
    /** Ban Xây dựng Đảng and other boards of a Party committee. */
    PARTY_BOARD,
    /** Đơn vị sự nghiệp công lập with an account of its own: school, health station, service centre. */
    PUBLIC_UNIT,
    /** Bộ, ngành, cơ quan trung ương: the top above the provinces, where one installation serves several. */
    CENTRAL_BODY
}
