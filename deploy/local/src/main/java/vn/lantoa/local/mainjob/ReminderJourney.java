package vn.lantoa.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.local.Http;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;

/** What is planned to be sent, and what arrives when its day has come. */
public final class ReminderJourney {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** How far ahead a forecast looks: a year, and a little. */
    public static final int DAYS = 400;

    private final People people;
    private final Http clock;
    private final Http mailbox;

    public ReminderJourney(LocalSystem system, People people) {
        this.people = people;
        this.clock = Http.at(system.url(Part.NOTIFICATION_SERVICE));
        this.mailbox = Http.at(system.url(Part.MAIL));
    }

    /** What can be reminded of before the forecast ends: tasks with a day, and duties to report. */
    public Set<String> subjects(List<JsonNode> tasks, List<JsonNode> obligations) {
        // the first rung lies ten working days before the end: what ends a little later may have one in sight, or not
        var end = LocalDate.now(CLOCK).plusDays(DAYS - 30).toString();
        var subjects = new HashSet<String>();
        for (var task : tasks) {
            var lastDay = task.path("deadline").path("lastDay").asText("");
            if (!lastDay.isEmpty() && lastDay.compareTo(end) < 0) {
                subjects.add(task.path("id").asText());
            }
        }
        for (var obligation : obligations) {
            for (var duty : obligation.path("duties")) {
                if (!duty.path("past").asBoolean()
                        && duty.path("lastDay").asText().compareTo(end) < 0) {
                    subjects.add(duty.path("id").asText());
                }
            }
        }
        return subjects;
    }

    /** Waits until each of these subjects has reminders planned, and returns all of theirs, soonest first. */
    public List<JsonNode> awaitPlanned(Set<String> subjectIds) {
        return Waiting.until(
                "planned reminders",
                () -> planned(subjectIds),
                found -> found.stream()
                                .map(it -> it.path("subjectId").asText())
                                .distinct()
                                .count()
                        == subjectIds.size());
    }

    public List<JsonNode> planned(Set<String> subjectIds) {
        var found = new ArrayList<JsonNode>();
        var leader = people.leader();
        var address = "/api/v1/notifications/forecast?days=" + DAYS;
        while (address != null) {
            var page = leader.get(address).expect(200).json();
            for (var item : page.path("items")) {
                if (subjectIds.contains(item.path("subjectId").asText())) {
                    found.add(item);
                }
            }
            address = page.path("next").textValue();
        }
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
