package vn.lantoa.plan.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;

/** Takes a register over from the paper book in the middle of a year: says which number comes next. */
@ApplicationScoped
class OpenRegister {

    record Command(UUID organizationId, int year, String register, int openingNumber) {}

    private final Registers registers;

    OpenRegister(Registers registers) {
        this.registers = registers;
    }

    /** @throws Problem.RuleBroken when the register has reached the number */
    @Transactional
    @Audited(subject = "register", id = "organizationId", organization = "organizationId")
    void handle(Command command) {
        var register = registers.lock(command.organizationId(), command.register(), command.year());
        registers.save(command.organizationId(), register.openedAt(command.openingNumber()));
    }
}
