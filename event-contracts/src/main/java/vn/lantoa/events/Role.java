package vn.lantoa.events;

/** What a member may do in one organization. Kept in our directory, never in a token. */
public enum Role {
    /** Chuyên viên: prepares plans, updates work, writes reports. */
    SPECIALIST,
    /** Trưởng phòng, giám đốc trung tâm: answers for a unit. */
    UNIT_HEAD,
    /** Chủ tịch, phó chủ tịch: signs, assigns, decides. */
    LEADER,
    /** Văn thư: gives number and date, issues. */
    CLERK,
    /** Đầu mối theo dõi, đôn đốc: follows execution, opens rounds, accepts results and reports. */
    COORDINATOR,
    /** Quản trị: keeps the directory. */
    ADMIN,
    /** A machine client that pulls reports. */
    INTEGRATOR
}
