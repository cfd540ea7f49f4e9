package vn.lantoa.local;

import java.util.ArrayList;
import java.util.List;

/**
 * What one step of the demo did, for people to read.
 *
 * @param happened one line per fact
 * @param where address at which it can be seen, or empty
 */
record DemoStep(List<String> happened, String where) {
    DemoStep {
        happened = List.copyOf(happened);
    }

    static DemoStep of(String... happened) {
        return new DemoStep(List.of(happened), "");
    }

    DemoStep and(String more) {
        var all = new ArrayList<>(happened);
        all.add(more);
        return new DemoStep(all, where);
    }

    DemoStep seenAt(Object address) {
        return new DemoStep(happened, String.valueOf(address));
    }
}
