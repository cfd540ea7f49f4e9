package vn.lantoa.kit.http;

/** The order in which a request meets the rules that all addresses share; an answer meets them the other way round. */
public final class Manners {

    /** First, even before what a program may: a request that is refused counts like any other. */
    public static final int QUOTA = 1500;

    static final int PARAMETERS = 3100;
    static final int IDEMPOTENCY = 3200;
    static final int TAGS = 3250;
    /** An answer is cut before it gets its tag. */
    static final int FIELDS = 3260;

    static final int PRECONDITIONS = 3300;

    private Manners() {}
}
