/** Which plans stand on which documents, and who has not issued one yet. */
@NullMarked
package vn.lantoa.plan.legalbasis;

import org.jspecify.annotations.NullMarked;
