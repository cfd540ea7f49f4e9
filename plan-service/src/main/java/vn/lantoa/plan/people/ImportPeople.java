package vn.lantoa.plan.people;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.lantoa.plan.csv.ImportPreview;

/**
 * Writes a file of people exactly as the preview said: all of it in one transaction, or nothing. Each row is done by the use case of
 * the single request, with its rules and its entry in the audit.
 */
@ApplicationScoped
class ImportPeople {

    record Command(UUID acting, UUID callerId, UUID organizationId, byte[] file, String previewToken) {}

    private final PreviewPeopleImport preview;
    private final PeopleRules rules;
    private final CreatePerson createPerson;
    private final ChangePerson changePerson;
    private final AddMembership addMembership;
    private final ChangeMembership changeMembership;

    ImportPeople(
            PreviewPeopleImport preview,
            PeopleRules rules,
            CreatePerson createPerson,
            ChangePerson changePerson,
            AddMembership addMembership,
            ChangeMembership changeMembership) {
        this.preview = preview;
        this.rules = rules;
        this.createPerson = createPerson;
        this.changePerson = changePerson;
        this.addMembership = addMembership;
        this.changeMembership = changeMembership;
    }

    @Transactional
    @TransactionConfiguration(timeout = ImportPreview.LONGEST_SECONDS)
    PeopleImport handle(Command command) {
        rules.requireOrganization(command.acting(), command.organizationId());
        var plan = preview.preview(new PreviewPeopleImport.Command(
                        command.acting(), command.callerId(), command.organizationId(), command.file()))
                .confirmed(command.previewToken());
        // the ids that those whom the file takes in really get
        Map<UUID, UUID> made = new HashMap<>();
        var acting = command.acting();
        var organizationId = command.organizationId();
        for (var step : plan.steps()) {
            switch (step) {
                case PeopleStep.TakeIn(var person, var post) ->
                    made.put(
                            person.id(),
                            createPerson.handle(new CreatePerson.Command(
                                    acting,
                                    organizationId,
                                    person.name(),
                                    Objects.requireNonNull(person.accountName()),
                                    person.email(),
                                    post)));
                case PeopleStep.ChangeOf(var person) ->
                    changePerson.handle(new ChangePerson.Command(
                            acting,
                            organizationId,
                            person.id(),
                            null,
                            person.name(),
                            person.accountName(),
                            person.email()));
                case PeopleStep.FurtherPost(var personId, var post) ->
                    addMembership.handle(new AddMembership.Command(
                            acting, made.getOrDefault(personId, personId), organizationId, post));
                case PeopleStep.ChangeOfPost(var membershipId, var post) ->
                    changeMembership.handle(
                            new ChangeMembership.Command(acting, command.callerId(), membershipId, null, post));
            }
        }
        return plan;
    }
}
