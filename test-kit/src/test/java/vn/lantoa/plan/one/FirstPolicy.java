package vn.lantoa.plan.one;

import java.time.LocalDate;
import java.time.ZoneId;
import vn.lantoa.plan.two.SecondResource;
import vn.lantoa.task.work.ForeignTask;

/** Breaks rules on purpose: another service, a cycle of features, time out of nowhere. */
public class FirstPolicy {

    public boolean isLate(ForeignTask task, SecondResource resource) {
        return resource != null && task != null && LocalDate.MIN.isBefore(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
    }
}
