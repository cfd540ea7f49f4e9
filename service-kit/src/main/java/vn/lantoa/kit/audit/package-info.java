/** The audit of each organization: written with the change, chained shortly after, verifiable by anyone. */
@NullMarked
package vn.lantoa.kit.audit;

import org.jspecify.annotations.NullMarked;
