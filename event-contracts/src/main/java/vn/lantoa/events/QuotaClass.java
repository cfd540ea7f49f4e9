package vn.lantoa.events;

/** The kinds of work whose requests are counted apart, so that one kind leaves room for the others. */
public enum QuotaClass {
    /** What a person does on a screen. */
    SCREEN,
    /** What a program asks for. */
    MACHINE,
    /** Requests that move much at once: imports, exports, many changes together; of people and programs alike. */
    BULK
}
