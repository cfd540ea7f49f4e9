/**
 * The main job as the people of one commune and its city do it, over the public API: for the demo and for tests of the whole
 * system. Nothing here knows the inside of a service.
 */
package vn.lantoa.local.mainjob;
