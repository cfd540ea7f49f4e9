package vn.lantoa.events;

/** What kind of unit acts inside, or beside, an organization. */
public enum UnitKind {
    /** The People's Committee itself, when a document names it as a doer. */
    PEOPLE_COMMITTEE,
    /** Văn phòng. */
    OFFICE,
    /** Phòng chuyên môn. */
    DEPARTMENT,
    /** Trung tâm Phục vụ hành chính công. */
    PUBLIC_SERVICE_CENTRE,
    /** Đơn vị sự nghiệp: service and broadcast centre, school, health station. */
    PUBLIC_UNIT,
    /** Công an, quân sự. */
    FORCE,
    /** Mặt trận Tổ quốc and the mass organisations: asked, not ordered. */
    FATHERLAND_FRONT,
    /** Ban Xây dựng Đảng and other Party bodies: asked, not ordered. */
    PARTY_BOARD,
    /** Thôn, tổ dân phố, ấp. */
    VILLAGE,
    /** A group name such as "Các phòng chuyên môn", expanded to its members at assignment. */
    GROUP;

    /** A body outside the chain of command of the People's Committee gets a request, never an order. */
    public boolean isRequestedNotOrdered() {
        return this == FATHERLAND_FRONT || this == PARTY_BOARD;
    }
}
