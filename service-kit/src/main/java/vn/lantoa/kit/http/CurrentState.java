package vn.lantoa.kit.http;

/** Knows how a thing stands now, for a caller whose change came too late. */
public interface CurrentState {

    /** @param view as GET of the thing would answer */
    record Current(Object view, EntityTag tag) {}

    /**
     * @param id from the path, as the caller wrote it
     * @throws Problem when the caller cannot see it
     */
    Current current(String id);
}
