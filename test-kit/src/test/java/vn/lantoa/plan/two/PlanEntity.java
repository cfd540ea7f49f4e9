package vn.lantoa.plan.two;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.core.Response;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Breaks rules on purpose: an aggregate that knows HTTP and Kafka. */
@Entity
public class PlanEntity {

    @Id
    private long id;

    public Response answer(ConsumerRecord<String, String> record) {
        return Response.ok(record.value() + id).build();
    }
}
