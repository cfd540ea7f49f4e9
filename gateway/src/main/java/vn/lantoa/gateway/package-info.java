/**
 * The one public door: it knows addresses, sessions and limits, and no word of the domain. Requests under {@code /api} go to
 * the service that owns their prefix; who may do what is decided there.
 */
@NullMarked
package vn.lantoa.gateway;

import org.jspecify.annotations.NullMarked;
