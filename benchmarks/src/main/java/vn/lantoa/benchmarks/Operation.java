package vn.lantoa.benchmarks;

/** The work that is measured, as one client does it once. Each client has an instance of its own. */
interface Operation extends AutoCloseable {

    void run() throws Exception;

    @Override
    default void close() throws Exception {}

    /** Makes the operation of one client. */
    interface Factory {
        Operation create(int client) throws Exception;
    }
}
