package vn.lantoa.testkit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** A use case as small as can be. */
@ApplicationScoped
class ChangeEcho {

    record Command(UUID organizationId, UUID echoId, String text) {}

    @Transactional
    @Audited(subject = "echo", id = "echoId", organization = "organizationId")
    public void handle(Command command) {
        if (command.text().equals("refuse")) {
            throw new IllegalStateException("refused");
        }
    }
}
