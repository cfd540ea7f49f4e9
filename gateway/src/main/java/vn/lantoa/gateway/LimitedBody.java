package vn.lantoa.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** Streams a request body and fails once it is longer than allowed: a chunked body does not say its length beforehand. */
final class LimitedBody extends PassedOn {

    static final class TooLong extends RuntimeException {
        TooLong() {
            super("the body is longer than allowed", null, false, false);
        }
    }

    private final long limit;
    private long seen;
    private boolean broken;
    private @Nullable Handler<Throwable> onFailure;

    LimitedBody(ReadStream<Buffer> source, long limit) {
        super(source);
        this.limit = limit;
    }

    boolean isTooLong() {
        return seen > limit;
    }

    /** As much has come as is allowed; whether more would is not known. */
    boolean isFull() {
        return seen == limit;
    }

    /** Its sender went away, or does not keep to the form of chunks. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        return super.handler(handler == null ? null : chunk -> count(chunk, handler));
    }

    private void count(Buffer chunk, Handler<Buffer> handler) {
        boolean alreadyFailed = isTooLong();
        seen += chunk.length();
        if (!isTooLong()) {
            handler.handle(chunk);
        } else if (!alreadyFailed && onFailure != null) {
            onFailure.handle(new TooLong());
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        return super.exceptionHandler(handler == null ? null : failure -> breakOff(failure, handler));
    }

    private void breakOff(Throwable failure, Handler<Throwable> handler) {
        broken = true;
        handler.handle(failure);
    }
}
