package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lantoa.local.Http;

/**
 * By what the things of one organization are known wherever they turn up: every id in what its leader can read, and the word
 * that stands in the names of its plans and tasks. Ids that the directory makes known to all are none.
 */
final class Marks {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Set<String> marks = new LinkedHashSet<>();
    private final Map<String, Set<String>> meantFor = new HashMap<>();

    /** @param rounds what every commune sees of the rounds that the city opened */
    Marks(Estate estate, String publicDirectory, String rounds) {
        var owner = estate.owner();
        for (var list : List.of(
                "/api/v1/plans?limit=200",
                "/api/v1/tasks?limit=200",
                "/api/v1/reports?limit=200",
                "/api/v1/figures?limit=200",
                "/api/v1/indicators?limit=200",
                "/api/v1/report-obligations?limit=200",
                "/api/v1/notifications?limit=200",
                "/api/v1/deliveries?limit=200")) {
            marks.addAll(idsIn(owner.get(list).expect(200).text()));
        }
        for (var plan : List.of(estate.draft, estate.issued)) {
            marks.addAll(idsIn(plan.toString()));
        }
        marks.removeAll(idsIn(publicDirectory));
        marks.removeAll(idsIn(rounds)); // the city's, which asked all its communes
        marks.add(estate.mark);
        sharedTasks(estate, owner);
    }

    /** Something of the organization in an answer to somebody for whom it is not meant. */
    Optional<String> seenIn(Answer answer, Identity identity) {
        var meant = meantFor.getOrDefault(identity.organization(), Set.of());
        return marks.stream()
                .filter(mark -> !meant.contains(mark))
                .filter(answer.body()::contains)
                .findFirst();
    }

    /** A task that another organization leads or helps with is meant for it, together with the name of its plan. */
    private void sharedTasks(Estate estate, Http owner) {
        for (var task : owner.get("/api/v1/tasks?limit=200").expect(200).json().path("items")) {
            var whole = owner.get("/api/v1/tasks/" + task.path("id").asText())
                    .expect(200)
                    .json();
            if (whole.toString().contains("Mặt trận")) {
                meantFor("mttq-xa-may-ha", whole);
            }
        }
        owner.get("/api/v1/plans?limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(plan -> meantFor("mttq-xa-may-ha", plan.path("id")));
        meantFor.get("mttq-xa-may-ha").add(estate.mark);
    }

    private void meantFor(String organization, JsonNode what) {
        var meant = meantFor.computeIfAbsent(organization, _ -> new HashSet<>());
        meant.addAll(idsIn(what.toString()));
    }

    private static Set<String> idsIn(String text) {
        var found = new HashSet<String>();
        ID.matcher(text).results().forEach(it -> found.add(it.group()));
        return found;
    }
}
