/** Working-day arithmetic over calendar tables: pure, no clock, no I/O. */
package vn.lantoa.workingdays;
