package vn.lantoa.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.local.Http;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;

/** What is planned to be sent, and what arrives when its day has come. */
public final class ReminderJourney {

    private final People people;
    private final Http clock;
    private final Http mailbox;

    public ReminderJourney(LocalSystem system, People people) {
        this.people = people;
        this.clock = Http.at(system.url(Part.NOTIFICATION_SERVICE));
        this.mailbox = Http.at(system.url(Part.MAIL));
    }

    /** Waits until reminders for one of these subjects are planned, and returns all of theirs, soonest first. */
    public List<JsonNode> awaitPlanned(Set<String> subjectIds) {
        return Waiting.until("planned reminders", () -> planned(subjectIds), it -> !it.isEmpty());
    }

    public List<JsonNode> planned(Set<String> subjectIds) {
        var found = new ArrayList<JsonNode>();
        people.leader()
                .get("/api/v1/notifications/forecast?days=400")
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> {
                    if (subjectIds.contains(item.path("subjectId").asText())) {
                        found.add(item);
                    }
                });
        return found;
    }

    /** Waits for an e-mail to an address whose subject holds these words. */
    public JsonNode awaitMail(String address, String words) {
        return Waiting.until("an e-mail about " + words, () -> mail(address, words), mail -> mail != null);
    }

    /** Lets the day of a planned reminder come, waits for its e-mail, and puts the clock back. */
    public JsonNode letComeAndAwaitMail(JsonNode planned) {
        var day = LocalDate.parse(planned.path("firesOn").asText());
        var address =
                people.email(planned.path("recipients").path(0).path("personId").asText());
        clock.put("/demo/clock", Map.of("now", day + "T08:00:00+07:00")).expect(200);
        try {
            return awaitMail(address, "ngày làm việc] " + planned.path("name").asText());
        } finally {
            clock.delete("/demo/clock").expect(200);
        }
    }

    private JsonNode mail(String address, String words) {
        JsonNode found = null;
        for (var mail : mailbox.get("/messages").expect(200).json()) {
            if (mail.path("to").asText().contains(address)
                    && mail.path("subject").asText().contains(words)) {
                found = mail;
            }
        }
        return found;
    }
}
