/** Checks an exported audit without the system that wrote it. */
package vn.lantoa.audit;
