package vn.lantoa.testkit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Bulk;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.http.MergePatch;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.retiring.Retiring;

/** Addresses as the services have them, to see the manners that the kit gives to all. */
@Path("/api/v1/polite")
class PoliteResource {

    record Asked(@Nullable Role role, int limit, List<String> words) {}

    record Order(@NotBlank String text) {}

    record Done(int orders) {}

    record Title(String text, Role role) {}

    record Line(int number, Title title, BigDecimal share, Map<String, String> more) {}

    record Note(
            @NotBlank @Size(max = 5) String title, @Nullable String text) {}

    record Many(@NotNull @Size(max = Bulk.MOST) List<@NotBlank String> items) {}

    static final AtomicInteger ORDERS = new AtomicInteger();
    static volatile CountDownLatch gate = new CountDownLatch(0);

    private final PoliteThing thing;
    private final MergePatch mergePatch;
    private final Bulk bulk;

    PoliteResource(PoliteThing thing, MergePatch mergePatch, Bulk bulk) {
        this.thing = thing;
        this.mergePatch = mergePatch;
        this.bulk = bulk;
    }

    @GET
    public Asked list(
            @RestQuery @Nullable Role role,
            @RestQuery @DefaultValue("50") @Max(200) int limit,
            @RestQuery @Nullable UUID unitId,
            @RestQuery List<String> word) {
        return new Asked(role, limit, word);
    }

    @POST
    @Path("orders")
    public Response order(@Valid @NotNull Order order) throws InterruptedException {
        if (order.text().equals("slow") && !gate.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody opened the gate");
        }
        int orders = ORDERS.incrementAndGet();
        return switch (order.text()) {
            case "broken" -> throw new IllegalStateException("broken");
            case "refused" -> throw new Problem.RuleBroken("resource.changed-meanwhile");
            default ->
                Response.created(URI.create("/api/v1/polite/orders/" + orders))
                        .entity(new Done(orders))
                        .build();
        };
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Done file(@RestForm("file") FileUpload file, @RestForm String note) {
        return new Done(ORDERS.incrementAndGet());
    }

    @PUT
    @Path("things/{id}")
    @IfMatchRequired(PoliteThing.class)
    public Response change(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var expected = EntityTag.expected(ifMatch, id);
        if (expected != null && expected != thing.version()) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
        var tag = EntityTag.ofVersion(id, thing.change());
        return Response.ok(thing.current(id.toString()).view())
                .header(HttpHeaders.ETAG, tag.quoted())
                .build();
    }

    @PATCH
    @Path("note")
    @Consumes(MergePatch.MEDIA_TYPE)
    public Note patch(byte[] patch) {
        return mergePatch.apply(new Note("Cũ", "giữ lại"), patch, Note.class);
    }

    @POST
    @Path("bulk")
    public Response bulk(
            @Valid @NotNull Many many, @RestQuery @DefaultValue("false") boolean atomic, @Context HttpHeaders headers) {
        return bulk.run(many.items(), atomic, headers, item -> {
            if (item.equals("refused")) {
                throw new Problem.NotFound("resource.not-found");
            }
            var id = UUID.randomUUID();
            return new Bulk.Done(id, EntityTag.ofVersion(id, 1));
        });
    }

    @GET
    @Path("pages")
    public Page<Line> page(@RestQuery @Nullable String cursor) {
        return new Page<>(
                List.of(new Line(7, new Title("một", Role.LEADER), new BigDecimal("70.50"), Map.of("a", "b"))),
                cursor == null ? "/api/v1/polite/pages?cursor=x" : null);
    }

    @GET
    @Path("old")
    @Deprecated(since = "2026-11-01")
    @Retiring(since = "2026-11-01", sunset = "2027-06-30", instead = "/api/v1/polite")
    public Done old() {
        return new Done(0);
    }
}
