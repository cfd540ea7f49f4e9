package vn.lantoa.plan.two;

import vn.lantoa.plan.one.FirstPolicy;

/** Closes the cycle. */
public class SecondResource {

    public FirstPolicy policy() {
        return new FirstPolicy();
    }
}
