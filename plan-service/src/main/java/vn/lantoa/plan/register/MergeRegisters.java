package vn.lantoa.plan.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.intake.DocumentType;

/** Keeps several types of documents in one register from a year on, or a type in its own again. */
@ApplicationScoped
class MergeRegisters {

    record Command(UUID organizationId, int year, String register, Set<DocumentType> documentTypes) {}

    private final Registers registers;

    MergeRegisters(Registers registers) {
        this.registers = registers;
    }

    /** @throws Problem.RuleBroken when a document of one of the types has its number already: it would be given twice */
    @Transactional
    @Audited(subject = "register", id = "organizationId", organization = "organizationId")
    void handle(Command command) {
        var types = command.documentTypes().stream().map(DocumentType::name).collect(Collectors.toSet());
        registers.lockCuts(command.organizationId());
        var inUse = registers.typesInUse(command.organizationId(), types, command.year());
        if (!inUse.isEmpty()) {
            throw new Problem.RuleBroken(
                            "register.types-in-use",
                            inUse.stream()
                                    .map(it -> DocumentType.valueOf(it).vietnameseName())
                                    .collect(Collectors.joining(", ")))
                    .with("documentTypes", inUse);
        }
        registers.cut(command.organizationId(), types, command.year(), command.register());
    }
}
