package vn.lantoa.kit.http;

/** The order in which a request meets the rules that all addresses share; an answer meets them the other way round. */
final class Manners {

    static final int PARAMETERS = 3100;
    static final int IDEMPOTENCY = 3200;
    static final int TAGS = 3250;
    static final int PRECONDITIONS = 3300;

    private Manners() {}
}
