package vn.lantoa.kit.directory;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who goes on with whose work; told from both ends, in either order, and never taken back. */
final class Successions {

    private Successions() {}

    static void write(Handle handle, UUID id, @Nullable List<UUID> predecessors, @Nullable List<UUID> successors) {
        var batch = handle.prepareBatch("insert into directory_succession values (?, ?) on conflict do nothing");
        var count = 0;
        for (var predecessor : predecessors == null ? List.<UUID>of() : predecessors) {
            batch.add(predecessor, id);
            count++;
        }
        for (var successor : successors == null ? List.<UUID>of() : successors) {
            batch.add(id, successor);
            count++;
        }
        if (count > 0) {
            batch.execute();
        }
    }
}
