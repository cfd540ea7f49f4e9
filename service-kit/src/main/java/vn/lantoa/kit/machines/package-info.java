/** Programs as callers: to what they are let in, and when they were last seen. */
@NullMarked
package vn.lantoa.kit.machines;

import org.jspecify.annotations.NullMarked;
