package vn.lantoa.plan.plan;

import java.util.Set;

/** What can be open in a draft, and how it can be answered. */
enum QuestionCode {
    /** The document gives no subject (trích yếu). */
    SUBJECT(Answer.Kind.TEXT),
    /** No single unit leads a task. */
    TASK_LEAD(Answer.Kind.UNIT),
    /** A task has neither a time nor the word "thường xuyên". */
    TASK_SCHEDULE(Answer.Kind.SCHEDULE),
    /** A unit's name is not in the directory. */
    UNIT_NAME(Answer.Kind.UNIT, Answer.Kind.UNITS, Answer.Kind.DISMISS),
    /** A name stands for several units; unless others are chosen, the members of the group are meant. */
    UNIT_GROUP(Answer.Kind.UNITS, Answer.Kind.ACKNOWLEDGE),
    /** No single unit writes a report. */
    REPORT_FROM(Answer.Kind.UNIT, Answer.Kind.DISMISS),
    /** Nobody in this system is known to receive a report. */
    REPORT_RECEIVER(Answer.Kind.ORGANIZATION, Answer.Kind.OUTSIDE),
    /** A periodic report has no day. */
    REPORT_DATES(Answer.Kind.DATES, Answer.Kind.DISMISS),
    /** The document was issued by somebody else than the organization that imports it. */
    ISSUER(Answer.Kind.ACKNOWLEDGE),
    /** The document names no task. */
    NO_TASK(Answer.Kind.ACKNOWLEDGE),
    /** The number is blank; it is given at promulgation. */
    DOCUMENT_NUMBER,
    /** The day is blank; it is given at promulgation. */
    DOCUMENT_DATE,
    /** Anything else that the reading was not sure of. */
    REMARK(Answer.Kind.ACKNOWLEDGE, Answer.Kind.DISMISS);

    private final Set<Answer.Kind> answerKinds;

    QuestionCode(Answer.Kind... answerKinds) {
        this.answerKinds = Set.of(answerKinds);
    }

    Set<Answer.Kind> answerKinds() {
        return answerKinds;
    }
}
