package vn.lantoa.plan.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that only a person can decide, and what they decided. */
@Entity
@Table(name = "plan_question")
class PlanQuestion extends PlanItem {

    @Enumerated(EnumType.STRING)
    private QuestionCode code;

    @Column(name = "subject_id")
    private @Nullable UUID subjectId;

    private @Nullable String words;
    private String field;
    private String question;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Candidate> candidates;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Answer answer;

    @Column(name = "answered_by")
    private @Nullable UUID answeredBy;

    @Column(name = "answered_at")
    private @Nullable OffsetDateTime answeredAt;

    protected PlanQuestion() {}

    /**
     * @param subjectId the task or report obligation it is about
     * @param words the name it is about
     * @param field JSON pointer into the reading of the document
     */
    PlanQuestion(
            UUID id,
            QuestionCode code,
            @Nullable UUID subjectId,
            @Nullable String words,
            String field,
            String question,
            List<Candidate> candidates) {
        super(id);
        this.code = code;
        this.subjectId = subjectId;
        this.words = words;
        this.field = field;
        this.question = question;
        this.candidates = List.copyOf(candidates);
    }

    void answer(Answer given, UUID by, OffsetDateTime at) {
        answer = given;
        answeredBy = by;
        answeredAt = at;
    }

    /** The same question of another draft, with the answer that it has. */
    PlanQuestion copied(UUID newId, UnaryOperator<UUID> newIds) {
        var copy = new PlanQuestion(
                newId, code, subjectId == null ? null : newIds.apply(subjectId), words, field, question, candidates);
        copy.answer = answer;
        copy.answeredBy = answeredBy;
        copy.answeredAt = answeredAt;
        return copy;
    }

    boolean isAbout(UUID subject) {
        return subject.equals(subjectId);
    }

    QuestionCode code() {
        return code;
    }

    @Nullable
    UUID subjectId() {
        return subjectId;
    }

    @Nullable
    String words() {
        return words;
    }

    String field() {
        return field;
    }

    String question() {
        return question;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    @Nullable
    Answer answer() {
        return answer;
    }

    @Nullable
    UUID answeredBy() {
        return answeredBy;
    }

    @Nullable
    OffsetDateTime answeredAt() {
        return answeredAt;
    }
}
