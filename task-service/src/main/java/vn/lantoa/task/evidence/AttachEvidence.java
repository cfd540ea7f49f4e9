package vn.lantoa.task.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.task.work.Actor;
import vn.lantoa.task.work.CoordinatingDuties;
import vn.lantoa.task.work.Proof;
import vn.lantoa.task.work.TaskJournal;
import vn.lantoa.task.work.Tasks;

/** Someone who does the work attaches a stored file as proof. The same content for the same task is the same evidence. */
@ApplicationScoped
class AttachEvidence {

    record Command(
            UUID taskId,
            Actor actor,
            EvidenceFiles.Stored file,
            FileForm form,
            String fileName,
            EvidenceChannel channel,
            @Nullable OffsetDateTime takenAt,
            @Nullable String place,
            @Nullable String note) {}

    /** @param isNew false when the task had it already */
    record Attached(Evidence evidence, boolean isNew) {}

    private final Tasks tasks;
    private final CoordinatingDuties duties;
    private final EvidenceRecords records;
    private final TaskJournal journal;
    private final Clock clock;

    AttachEvidence(Tasks tasks, CoordinatingDuties duties, EvidenceRecords records, TaskJournal journal, Clock clock) {
        this.tasks = tasks;
        this.duties = duties;
        this.records = records;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "task", id = "taskId", organization = "actor.organizationId")
    Attached handle(Command command) {
        var task = tasks.forChange(
                command.taskId(), command.actor(), null); // of two at once, the second finds the first's
        return records.of(task.id(), command.file().hash())
                .map(known -> new Attached(known, false))
                .orElseGet(() -> {
                    var evidence = evidence(command);
                    var proof = new Proof(
                            evidence.id(),
                            evidence.channel(),
                            evidence.contentHash(),
                            evidence.fileName(),
                            evidence.bytes());
                    var attached = task.attachEvidence(command.actor(), proof, duties.partiesOf(task.id()));
                    records.add(evidence);
                    journal.tell(attached, command.actor().onBehalfOf(task.leadUnitId()));
                    return new Attached(evidence, true);
                });
    }

    private Evidence evidence(Command command) {
        return new Evidence(
                Ids.next(),
                command.taskId(),
                command.file().hash(),
                command.fileName(),
                command.form().contentType(),
                command.file().bytes(),
                command.channel(),
                command.takenAt(),
                command.place(),
                command.note(),
                command.actor().personId(),
                OffsetDateTime.now(clock));
    }
}
