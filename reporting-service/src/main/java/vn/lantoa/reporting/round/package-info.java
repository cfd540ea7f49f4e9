/** Rounds of reports: who is asked for what by when, and who has answered. */
@NullMarked
package vn.lantoa.reporting.round;

import org.jspecify.annotations.NullMarked;
