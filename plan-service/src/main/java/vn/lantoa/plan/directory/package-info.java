/** The directory: organizations, their units and people. plan-service owns it and tells every other service. */
@NullMarked
package vn.lantoa.plan.directory;

import org.jspecify.annotations.NullMarked;
