/** Entities that use all that people use; outside of Limbeck's own packages, like everybody's. */
package shop;
