/** Real parts for tests: PostgreSQL, Kafka, signed tokens, a small directory, golden examples, architecture rules. */
package vn.lantoa.testkit;
