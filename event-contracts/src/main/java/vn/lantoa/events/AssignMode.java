package vn.lantoa.events;

/** An order inside the chain of command, or a request to a body outside of it (no acceptance test, no lateness score). */
public enum AssignMode {
    ASSIGN,
    REQUEST
}
