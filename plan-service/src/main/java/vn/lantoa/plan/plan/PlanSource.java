package vn.lantoa.plan.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a plan was read from: the text to which all spans refer, and the file by its hash. */
@Entity
@Table(name = "plan_source")
class PlanSource {

    @Id
    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "file_name")
    private @Nullable String fileName;

    private String format;
    private long bytes;
    private String content;

    protected PlanSource() {}

    PlanSource(UUID planId, String contentHash, @Nullable String fileName, String format, long bytes, String content) {
        this.planId = planId;
        this.contentHash = contentHash;
        this.fileName = fileName;
        this.format = format;
        this.bytes = bytes;
        this.content = content;
    }

    /** A plan that is made of another one refers to the same text. */
    PlanSource copiedFor(UUID plan) {
        return new PlanSource(plan, contentHash, fileName, format, bytes, content);
    }

    String contentHash() {
        return contentHash;
    }

    @Nullable
    String fileName() {
        return fileName;
    }

    String format() {
        return format;
    }

    long bytes() {
        return bytes;
    }

    String content() {
        return content;
    }
}
