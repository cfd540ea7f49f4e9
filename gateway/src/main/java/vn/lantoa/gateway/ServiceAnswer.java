package vn.lantoa.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.ReadStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a request to a service from being broken off after its answer is complete. By then its connection serves somebody else;
 * the proxy library breaks off all the same when the client goes away at that moment, and the other would be left without an answer.
 */
final class ServiceAnswer {

    private volatile boolean complete;

    /** The same request, but for {@code reset}. */
    HttpClientRequest guard(HttpClientRequest request) {
        return (HttpClientRequest) Proxy.newProxyInstance(
                HttpClientRequest.class.getClassLoader(),
                new Class<?>[] {HttpClientRequest.class},
                (proxy, method, arguments) -> {
                    if (complete && method.getName().equals("reset")) {
                        return false;
                    }
                    try {
                        return method.invoke(request, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** The same body, whose end is noticed. */
    ReadStream<Buffer> watch(ReadStream<Buffer> body) {
        return new PassedOn(body) {
            @Override
            public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
                return super.endHandler(end -> {
                    complete = true;
                    if (handler != null) {
                        handler.handle(end);
                    }
                });
            }
        };
    }
}
