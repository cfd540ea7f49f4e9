package vn.lantoa.reporting.round;

/** An indicator for which a round asks. */
record AskedIndicator(String matchingKey, String name, String unit) {}
