package vn.lantoa.events;

/** The three report types of Decree 09/2019/NĐ-CP, Article 4. */
public enum ReportKind {
    PERIODIC,
    THEMATIC,
    AD_HOC
}
