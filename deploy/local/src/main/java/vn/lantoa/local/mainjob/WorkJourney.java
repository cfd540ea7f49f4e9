package vn.lantoa.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import vn.lantoa.local.Http;

/** From a task that is assigned to a result that is accepted. */
public final class WorkJourney {

    private static final String TASKS = "/api/v1/tasks/";

    private final People people;

    public WorkJourney(People people) {
        this.people = people;
    }

    /** Waits until the plan's tasks are there, and returns them without their dated occurrences. */
    public List<JsonNode> awaitTasks(String planId, int expected) {
        return Waiting.until(
                expected + " tasks of plan " + planId, () -> tasks(planId, true), it -> it.size() >= expected);
    }

    /** The dated occurrences of continuous tasks, as far as they are created ahead. */
    public List<JsonNode> occurrences(String planId) {
        return tasks(planId, false);
    }

    private List<JsonNode> tasks(String planId, boolean roots) {
        var found = new ArrayList<JsonNode>();
        var next = "/api/v1/tasks?limit=200&planId=" + planId;
        while (next != null) {
            var reply = people.leader().get(next);
            if (reply.status() == 403) { // a service that has just begun does not know its people yet
                return List.of();
            }
            var page = reply.expect(200).json();
            for (var task : page.path("items")) {
                if (task.path("parentTaskId").isNull() == roots) {
                    found.add(task);
                }
            }
            next = page.path("next").isNull() ? null : page.path("next").asText();
        }
        return found;
    }

    /** A task that can be finished now: ordered, with a day, led by a unit whose head is in the seed. */
    public Optional<JsonNode> finishable(String planId) {
        var candidates = new ArrayList<>(tasks(planId, true));
        candidates.addAll(tasks(planId, false));
        return candidates.stream()
                .filter(task -> task.path("mode").asText().equals("ASSIGN"))
                .filter(task -> task.path("state").asText().equals("ASSIGNED"))
                .filter(task -> task.hasNonNull("deadline"))
                .filter(task -> people.headOf(leadUnit(task)).isPresent())
                .findFirst();
    }

    /** Accepts, delegates, works, proves, hands in, and has it accepted by the leader. */
    public JsonNode finish(JsonNode task) throws IOException {
        var id = task.path("id").asText();
        var head = people.person(people.headOf(leadUnit(task)).orElseThrow(), People.COMMUNE);
        var assigneeId = people.personToDelegateTo(leadUnit(task));
        var assignee = people.person(people.userName(assigneeId), People.COMMUNE);
        head.act(TASKS + id, "/accept", null).expect(200);
        head.act(TASKS + id, "/delegate", Map.of("assigneeId", assigneeId)).expect(200);
        assignee.act(TASKS + id, "/updates", Map.of("note", "Đã phát ba buổi trên hệ thống truyền thanh xã."))
                .expect(200);
        attachPhoto(assignee, id);
        head.act(TASKS + id, "/submit-result", Map.of("summary", "Đã hoàn thành theo kế hoạch; minh chứng kèm theo."))
                .expect(200);
        return people.leader()
                .act(TASKS + id, "/accept-result", null)
                .expect(200)
                .json();
    }

    public JsonNode get(String taskId) {
        return people.leader().get(TASKS + taskId).expect(200).json();
    }

    private static void attachPhoto(Http person, String taskId) throws IOException {
        var photo = Files.createTempFile("loa-truyen-thanh", ".png");
        try {
            draw(photo);
            person.postForm(
                            TASKS + taskId + "/evidence",
                            "file",
                            photo,
                            "image/png",
                            Map.of("channel", "GRASSROOTS_BROADCAST", "place", "Nhà văn hóa thôn Hạ"))
                    .expect(201);
        } finally {
            Files.delete(photo);
        }
    }

    /** Stands for a photo of a loudspeaker; every run draws another, as no two photos are alike. */
    private static void draw(Path file) throws IOException {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color((int) (System.nanoTime() & 0xFFFFFF)));
        pen.fillRect(0, 0, 320, 200);
        pen.setColor(Color.WHITE);
        pen.fillPolygon(new int[] {60, 140, 140}, new int[] {100, 40, 160}, 3);
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static String leadUnit(JsonNode task) {
        return task.path("leadUnit").path("id").asText();
    }
}
