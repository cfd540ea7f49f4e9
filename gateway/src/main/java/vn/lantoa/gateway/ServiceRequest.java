package vn.lantoa.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.ReadStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A request to a service, which cannot be broken off any more once it is sent and answered. By then its connection serves somebody
 * else; the proxy library breaks off all the same when its client goes away at that moment, and the client library then closes
 * the connection, so that the other would be left without an answer.
 */
final class ServiceRequest {

    private volatile boolean sent;
    private volatile boolean answered;

    /** The same request, but for {@code reset}. */
    HttpClientRequest guard(HttpClientRequest request) {
        return (HttpClientRequest) Proxy.newProxyInstance(
                HttpClientRequest.class.getClassLoader(),
                new Class<?>[] {HttpClientRequest.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("reset") && sent && answered) {
                        return false;
                    }
                    sent |= method.getName().equals("end");
                    try {
                        return method.invoke(request, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** The body of its answer, whose end is noticed. */
    ReadStream<Buffer> watch(ReadStream<Buffer> answer) {
        return new PassedOn(answer) {
            @Override
            public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
                return super.endHandler(end -> {
                    answered = true;
                    if (handler != null) {
                        handler.handle(end);
                    }
                });
            }
        };
    }
}
