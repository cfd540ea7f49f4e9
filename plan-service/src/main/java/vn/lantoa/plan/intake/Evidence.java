package vn.lantoa.plan.intake;

/** Where a value came from and how sure the reading is, from 0 (a guess) to 1 (printed as such). */
public record Evidence(Source source, double confidence) {}
