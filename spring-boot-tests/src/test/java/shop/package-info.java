/** The starter in an application, on an embedded PostgreSQL. */
package shop;
