/** Keeps the identity provider equal to the directory: what is wanted is written down with the change, and brought about until it is so. */
@NullMarked
package vn.lantoa.plan.provisioning;

import org.jspecify.annotations.NullMarked;
