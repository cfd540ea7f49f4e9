package vn.lantoa.plan.intake;

/** The formats that can be read. */
public enum DocumentFormat {
    TXT,
    DOCX,
    PDF
}
