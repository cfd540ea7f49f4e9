/** Checks of the repository as a whole that need no running part: they stand in this module because it is built first. */
@NullMarked
package vn.lantoa.repository;

import org.jspecify.annotations.NullMarked;
