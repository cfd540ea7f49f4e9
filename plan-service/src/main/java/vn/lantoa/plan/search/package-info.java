/** Finding plans by what stands in them, without diacritics, by PostgreSQL's own means. */
@NullMarked
package vn.lantoa.plan.search;

import org.jspecify.annotations.NullMarked;
