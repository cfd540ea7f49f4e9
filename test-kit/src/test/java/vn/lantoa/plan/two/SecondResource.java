package vn.lantoa.plan.two;

import vn.lantoa.plan.one.FirstPolicy;
import vn.lantoa.plan.util.PlanHelper;

/** Closes the cycle, and changes something without a trace. */
public class SecondResource {

    public FirstPolicy policy() {
        new PlanHelper().handle("unrecorded");
        return new FirstPolicy();
    }
}
