package vn.lantoa.plan.csv;

/** What a file would do, worked out and not done. */
public interface ImportPlan {

    ImportLines lines();
}
